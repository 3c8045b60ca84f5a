import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type CaseForm, CaseForms } from '../cases/case-form.js';
import { type CaseHead, caseHead } from '../cases/case-head.view.js';
import { type CaseFound, OpenedCases } from '../cases/find-case.js';
import { preparationBlockers } from '../policy/preparation-gates.js';
import { unanswered } from '../policy/questions/progress.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { SubmissionInput } from './assessment.input.js';
import { judgementTasks, otherTasks, questionTasks } from './assessment.view.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { changeNoteField } from './preparation.fields.js';
import { preparationFacts, type PreparationKnown } from './preparation-facts.js';
import { answerSections } from './preparation.view.js';
import { QuestionSetsQueries } from './question-sets.queries.js';
import { setTitle } from './question-sets.view.js';
import { SubmitAssessment } from './submit-assessment.js';

const SUBMISSION = 'assessments/views/submission';

/** Where the assessment stands, everything that was answered, and handing it in. */
@Controller('cases/:id/assessment')
export class OverviewPages {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly opened: OpenedCases,
    private readonly forms: CaseForms,
    private readonly queries: AssessmentsQueries,
    private readonly sets: QuestionSetsQueries,
    private readonly submitAssessment: SubmitAssessment,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('assessments/views/overview')
  async overview(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_ASSESSMENT');
    const [kept, judged, facts] = await Promise.all([
      this.queries.assessment(found),
      this.queries.judgements(id),
      preparationFacts(this.read.source, found, actor.personId),
    ]);
    const [set, setsOpen] = await Promise.all([this.sets.asked(found, kept), this.sets.toNameNow(found, kept)]);
    const answers = kept?.answers ?? {};
    const open = unanswered(set, answers);
    const at = `/cases/${id}`;
    const blockers = preparationBlockers(facts, 'SIGN_OFF');
    return {
      ...this.head(found, set.title),
      ...{ at, back: at, kept, status: kept?.status ?? 'DRAFT', openCount: open.length },
      ...{ set: setTitle(set), mayChooseSet: setsOpen.length > 1 },
      questions: questionTasks(at, set, answers, open),
      judgements: judgementTasks(
        at,
        judged.map(({ judgement }) => judgement),
        blockers,
      ),
      others: otherTasks(at, begunIn(facts), blockers),
      mayAssess: may(actor, 'case.assess', found.panelAreaId),
      maySign: may(actor, 'case.sign-off', found.panelAreaId) && kept?.status === 'SUBMITTED',
    };
  }

  @Get('check')
  @Requires('case.read')
  @Render('assessments/views/check')
  async check(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_ASSESSMENT');
    const kept = await this.queries.assessment(found);
    const set = await this.sets.asked(found, kept);
    const at = `/cases/${id}`;
    return {
      ...this.head(found, 'Check the answers'),
      ...{ at, back: `${at}/assessment`, set: setTitle(set), kept, status: kept?.status ?? 'DRAFT' },
      sections: answerSections(at, set, kept),
      mayAssess: may(actor, 'case.assess', found.panelAreaId),
    };
  }

  @Get('submission')
  @Requires('case.assess')
  @Render(SUBMISSION)
  async submission(@By() actor: Actor, @Param('id') id: string): Promise<CaseForm> {
    let more = {};
    const shown = await this.forms.show(actor, 'case.assess', id, 'THE_ASSESSMENT', async (found) => {
      const kept = await this.queries.assessment(found);
      const at = `/cases/${id}/assessment`;
      const open = unanswered(await this.sets.asked(found, kept), kept?.answers ?? {});
      more = { open: open.map(({ page, ask }) => ({ href: `${at}/${page}`, ask })), kept };
      const fields = kept?.status === 'RETURNED' ? [changeNoteField] : [];
      const version = kept?.version ?? 0;
      return { title: 'Submit the assessment', fields, version, submitText: 'Submit', back: at };
    });
    return { ...shown, ...more };
  }

  @Post('submission')
  @Requires('case.assess')
  async submit(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: SubmissionInput): Promise<string> => {
      await this.submitAssessment.execute(actor, id, input);
      return `/cases/${id}/assessment`;
    };
    const again = () => this.submission(actor, id);
    const fields = [changeNoteField];
    await submit(response, { fields, body, input: SubmissionInput, work, again, template: SUBMISSION });
  }

  private head(found: CaseFound, title: string): { title: string; child: CaseHead } {
    return { title, child: caseHead(found, this.clock.today()) };
  }
}

const begunIn = ({ voices, identityConsideration, disposalsCheckedOn }: PreparationKnown) => ({
  child: voices?.child != null,
  carer: voices?.carer != null,
  identity: identityConsideration != null,
  check: disposalsCheckedOn != null,
});
