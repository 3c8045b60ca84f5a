import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CASE_FORM, type CaseForm, CaseForms } from '../cases/case-form.js';
import { caseHead } from '../cases/case-head.view.js';
import { OpenedCases } from '../cases/find-case.js';
import { SetsOfCases } from '../cases/set-of-case.js';
import { signedOffLead } from '../cases/signed-off-lead.js';
import { sectionTitle } from '../policy/sections.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AnswerReturn } from './answer-return.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { ReturnAssessment } from './return-assessment.js';
import { ReturnAnswerInput, ReturnInput } from './return.input.js';
import { ReturnsQueries } from './returns.queries.js';
import { returnsShown } from './returns.view.js';
import { returnAnswerFields, returnFields } from './sign-off.fields.js';
import { signOffsShown } from './sign-offs.view.js';
import { signOffsOf } from './sign-offs.queries.js';

/** Sending an assessment back with reasons, answering each of them, and what was sent back before. */
@Controller('cases/:id/assessment')
export class ReturnsPages {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly opened: OpenedCases,
    private readonly forms: CaseForms,
    private readonly sets: SetsOfCases,
    private readonly queries: AssessmentsQueries,
    private readonly returns: ReturnsQueries,
    private readonly returnAssessment: ReturnAssessment,
    private readonly answerReturn: AnswerReturn,
  ) {}

  @Get('return')
  @Requires('case.sign-off')
  @Render(CASE_FORM)
  back(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.sign-off', id, 'THE_ASSESSMENT', async (found) => ({
      ...{ title: 'Send the assessment back', lead: signedOffLead(found), submitText: 'Send back' },
      fields: returnFields(await this.sets.of(id)),
      version: (await this.queries.assessment(found))?.version ?? 0,
      back: `/cases/${id}/assessment`,
    }));
  }

  @Post('return')
  @Requires('case.sign-off')
  async sendBack(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ReturnInput): Promise<string> => {
      await this.returnAssessment.execute(actor, id, input);
      return `/cases/${id}/assessment`;
    };
    const again = () => this.back(actor, id);
    const fields = returnFields(await this.sets.of(id));
    await submit(response, { fields, body, input: ReturnInput, work, again, template: CASE_FORM });
  }

  @Get('returns')
  @Requires('case.read')
  @Render('assessments/views/returns')
  async history(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'RETURNS');
    const [set, returns, signOffs] = await Promise.all([
      this.sets.of(id),
      this.returns.ofCase(id),
      signOffsOf(this.read.source, id),
    ]);
    const mayAnswer = may(actor, 'case.assess', found.panelAreaId);
    return {
      ...{ title: 'Sent back and signed off', back: `/cases/${id}/assessment` },
      child: caseHead(found, this.clock.today()),
      returns: returnsShown(id, returns, { set, mayAnswer }),
      signOffs: signOffsShown(signOffs),
    };
  }

  @Get('returns/:reasonId')
  @Requires('case.assess')
  @Render(CASE_FORM)
  page(@By() actor: Actor, @Param('id') id: string, @Param('reasonId') reasonId: string): Promise<CaseForm> {
    return this.forms.show(actor, 'case.assess', id, 'RETURNS', async (found) => {
      const [set, returns] = await Promise.all([this.sets.of(id), this.returns.ofCase(id)]);
      const open = returns.find(({ submittedAgainAt }) => submittedAgainAt === null);
      const reason = open?.reasons.find((one) => one.id === reasonId);
      if (!reason) throw new NotFound();
      const { section, version } = reason;
      return {
        ...{
          title: section ? sectionTitle(section, set) : 'The whole assessment',
          caption: 'Sent back by the manager',
        },
        ...{ lead: signedOffLead(found, reason.reason), fields: returnAnswerFields, values: reason, version },
        ...{ submitText: 'Save', back: `/cases/${id}/assessment` },
      };
    });
  }

  @Post('returns/:reasonId')
  @Requires('case.assess')
  async answer(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('reasonId') reasonId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ReturnAnswerInput): Promise<string> => {
      await this.answerReturn.execute(actor, id, reasonId, input);
      return `/cases/${id}/assessment`;
    };
    const again = () => this.page(actor, id, reasonId);
    const sent = { fields: returnAnswerFields, body, input: ReturnAnswerInput, work, again, template: CASE_FORM };
    await submit(response, sent);
  }
}
