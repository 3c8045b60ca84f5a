import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { newsInWords } from '../policy/late-news.js';
import { sectionTitle } from '../policy/sections.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { NotFound } from '../platform/errors.js';
import type { Field } from '../platform/web/form-fields.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { instantInWords } from '../platform/web/words.js';
import { CASE_FORM, type CaseForm, CaseForms } from './case-form.js';
import { caseHead } from './case-head.view.js';
import { OpenedCases } from './find-case.js';
import { SettlementInput } from './late-news.input.js';
import { LateNewsQueries } from './late-news.queries.js';
import { newsShown } from './late-news.view.js';
import { SetsOfCases } from './set-of-case.js';
import { SettleSection } from './settle-section.js';
import { signedOffLead } from './signed-off-lead.js';

const fields: readonly Field[] = [
  {
    id: 'because',
    kind: 'LONG_TEXT',
    limit: 1000,
    ask: 'Why does this section stand?',
    hint: 'You say that you read the news and this section, and that nothing in it changes. The manager reads this before signing.',
  },
];

/** What came to light after the sign-off, what it reopened, and how each section was settled. */
@Controller('cases/:id/reopened-sections')
export class LateNewsPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly forms: CaseForms,
    private readonly clock: Clock,
    private readonly sets: SetsOfCases,
    private readonly queries: LateNewsQueries,
    private readonly settleSection: SettleSection,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('cases/views/late-news')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'LATE_NEWS');
    const [rows, set] = await Promise.all([this.queries.ofCase(id), this.sets.of(id)]);
    const maySettle = may(actor, 'case.assess', found.panelAreaId);
    const child = caseHead(found, this.clock.today());
    return { title: 'Late news', child, back: `/cases/${id}`, news: newsShown(id, rows, { set, maySettle }) };
  }

  @Get(':reopenedId')
  @Requires('case.assess')
  @Render(CASE_FORM)
  page(@By() actor: Actor, @Param('id') id: string, @Param('reopenedId') reopenedId: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.assess', id, 'LATE_NEWS', async (found) => {
      const [rows, set] = await Promise.all([this.queries.ofCase(id), this.sets.of(id)]);
      const open = rows.find((row) => row.id === reopenedId && row.settledAt === null);
      if (!open) throw new NotFound();
      const came = `${newsInWords(open)}, ${instantInWords(open.cameAt)}.`;
      return {
        ...{ title: `${sectionTitle(open.section, set)}: it stands`, caption: 'Late news' },
        ...{
          lead: signedOffLead(found, came),
          fields,
          submitText: 'It stands',
          back: `/cases/${id}/reopened-sections`,
        },
      };
    });
  }

  @Post(':reopenedId')
  @Requires('case.assess')
  async settle(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('reopenedId') reopenedId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: SettlementInput): Promise<string> => {
      await this.settleSection.execute(actor, id, reopenedId, input);
      return `/cases/${id}/reopened-sections`;
    };
    const again = () => this.page(actor, id, reopenedId);
    await submit(response, { fields, body, input: SettlementInput, work, again, template: CASE_FORM });
  }
}
