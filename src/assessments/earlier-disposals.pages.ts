import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import { caseHead } from '../cases/case-head.view.js';
import { OpenedCases } from '../cases/find-case.js';
import { sectionNotes } from '../cases/section-notes.queries.js';
import { signedOffLead } from '../cases/signed-off-lead.js';
import { disposalName } from '../policy/disposals.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { dayInWords } from '../platform/web/words.js';
import { AnalyseResponse } from './analyse-response.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { DisposalCheckInput, ResponseInput } from './earlier-disposals.input.js';
import { disposalCheckFields, responseFields } from './preparation.fields.js';
import { disposalCards } from './earlier-disposals.view.js';
import { RecordDisposalCheck } from './record-disposal-check.js';

@Controller('cases/:id/earlier-disposals')
export class EarlierDisposalsPages {
  constructor(
    private readonly read: Read,
    private readonly opened: OpenedCases,
    private readonly clock: Clock,
    private readonly forms: CaseForms,
    private readonly queries: AssessmentsQueries,
    private readonly analyseResponse: AnalyseResponse,
    private readonly recordCheck: RecordDisposalCheck,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('assessments/views/earlier-disposals')
  async list(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'EARLIER_DISPOSALS');
    const today = this.clock.today();
    const earlier = await this.queries.earlier(found, today);
    const at = `/cases/${id}`;
    return {
      ...{ title: 'Earlier disposals', back: at, child: caseHead(found, today), flags: earlier.flags },
      sections: disposalCards(at, { earlierDisposals: earlier.items, disposalCheck: earlier.check }),
      notes: await sectionNotes(this.read.source, actor, found, 'earlier-disposals'),
      mayAssess: may(actor, 'case.assess', found.panelAreaId),
      newDisposal: may(actor, 'disposal.record', found.panelAreaId) ? `/children/${found.childId}/disposals/new` : null,
    };
  }

  @Get('check')
  @Requires('case.assess')
  @Render(CASE_FORM)
  check(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.assess', id, 'EARLIER_DISPOSALS', async (found) => {
      const kept = await this.queries.check(id);
      return {
        ...{ title: 'Where earlier disposals were looked for', lead: signedOffLead(found) },
        ...{ fields: disposalCheckFields, values: kept ?? {}, version: kept?.version ?? 0 },
        ...{ submitText: 'Save', back: `/cases/${id}/earlier-disposals` },
      };
    });
  }

  @Post('check')
  @Requires('case.assess')
  async look(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown, @Res() res: Response): Promise<void> {
    const work = async (input: DisposalCheckInput): Promise<string> => {
      await this.recordCheck.execute(actor, id, input);
      return `/cases/${id}/earlier-disposals`;
    };
    const again = () => this.check(actor, id);
    const sent = { fields: disposalCheckFields, body, input: DisposalCheckInput, work, again, template: CASE_FORM };
    await submit(res, sent);
  }

  @Get(':disposalId/response')
  @Requires('case.assess')
  @Render(CASE_FORM)
  response(@By() actor: Actor, @Param('id') id: string, @Param('disposalId') disposalId: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.assess', id, 'EARLIER_DISPOSALS', async (found) => {
      const { disposal, name, givenOn, offence, response } = await this.queries.earlierDisposal(found, disposalId);
      return {
        title: 'The response to an earlier disposal',
        caption: `${disposalName(disposal, name)}, ${dayInWords(givenOn)}: ${offence}`,
        ...{ lead: signedOffLead(found), fields: responseFields, values: response ?? {} },
        ...{ version: response?.version ?? 0, submitText: 'Save', back: `/cases/${id}/earlier-disposals` },
      };
    });
  }

  @Post(':disposalId/response')
  @Requires('case.assess')
  async analyse(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('disposalId') disposalId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ResponseInput): Promise<string> => {
      await this.analyseResponse.execute(actor, id, disposalId, input);
      return `/cases/${id}/earlier-disposals`;
    };
    const again = () => this.response(actor, id, disposalId);
    await submit(response, { fields: responseFields, body, input: ResponseInput, work, again, template: CASE_FORM });
  }
}
