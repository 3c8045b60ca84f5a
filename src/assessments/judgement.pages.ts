import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type CaseForm, CaseForms } from '../cases/case-form.js';
import { caseHead } from '../cases/case-head.view.js';
import { OpenedCases } from '../cases/find-case.js';
import { signedOffLead } from '../cases/signed-off-lead.js';
import { highLevelForum } from '../policy/forums.js';
import { isHigh, judgements } from '../policy/judgements.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { judgementFields } from './judgement.fields.js';
import { JudgementInput } from './judgement.input.js';
import { earlierSections, givenWords, judgementHistory } from './judgement.view.js';
import { judgementNamed, RecordJudgement } from './record-judgement.js';

const TEMPLATE = 'assessments/views/judgement';

@Controller('cases/:id/judgements')
export class JudgementPages {
  constructor(
    private readonly opened: OpenedCases,
    private readonly clock: Clock,
    private readonly forms: CaseForms,
    private readonly queries: AssessmentsQueries,
    private readonly recordJudgement: RecordJudgement,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('assessments/views/judgements')
  async all(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'JUDGEMENTS');
    const sections = judgementHistory(await this.queries.judgements(id));
    const child = caseHead(found, this.clock.today());
    return { title: 'The judgements, level after level', back: `/cases/${id}`, child, sections };
  }

  @Get(':judgement')
  @Requires('case.assess')
  @Render(TEMPLATE)
  async page(@By() actor: Actor, @Param('id') id: string, @Param('judgement') name: string): Promise<CaseForm> {
    const code = judgementNamed(name);
    let more = {};
    const shown = await this.forms.show(actor, 'case.assess', id, code, async (found) => {
      const kept = await this.queries.judgement(id, code);
      const wasHigh = kept && [kept, ...kept.earlier].some((one) => isHigh(one));
      more = {
        given: kept && givenWords(kept),
        earlier: kept ? earlierSections(kept) : [],
        referral: wasHigh ? `/cases/${id}/forum-referrals/${highLevelForum}` : null,
      };
      return {
        ...{ title: judgements[code], caption: 'Judgement', lead: signedOffLead(found) },
        ...{ fields: judgementFields(code), values: kept ?? {}, version: kept?.version ?? 0 },
        ...{ submitText: 'Save', back: `/cases/${id}/assessment` },
      };
    });
    return { ...shown, ...more };
  }

  @Post(':judgement')
  @Requires('case.assess')
  async save(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('judgement') name: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const fields = judgementFields(judgementNamed(name));
    const work = async (input: JudgementInput): Promise<string> => {
      await this.recordJudgement.execute(actor, id, name, input);
      return `/cases/${id}/assessment`;
    };
    const again = () => this.page(actor, id, name);
    await submit(response, { fields, body, input: JudgementInput, work, again, template: TEMPLATE });
  }
}
