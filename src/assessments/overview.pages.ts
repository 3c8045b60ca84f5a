import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OpenPages } from '../access/open-pages.js';
import { type CaseForm, CaseForms } from '../cases/case-form.js';
import { type CaseHead, caseHead } from '../cases/case-head.view.js';
import { type CaseShown, OpenedCases } from '../cases/find-case.js';
import { preparationBlockers } from '../policy/preparation-gates.js';
import { unanswered } from '../policy/questions/progress.js';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import type { Field } from '../platform/web/form-fields.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { SubmissionInput } from './assessment.input.js';
import { judgementTasks, otherTasks, questionTasks, type Task } from './assessment.view.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { markTask } from './points.view.js';
import { changeNoteField } from './preparation.fields.js';
import { preparationFacts, type PreparationKnown } from './preparation-facts.js';
import { answerCards } from './answers.view.js';
import { QuestionSetsQueries } from './question-sets.queries.js';
import { setTitle } from './question-sets.view.js';
import { type ReturnFound, ReturnsQueries } from './returns.queries.js';
import { returnsShown } from './returns.view.js';
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
    private readonly returns: ReturnsQueries,
    private readonly openPages: OpenPages,
    private readonly submitAssessment: SubmitAssessment,
  ) {}

  @Get()
  @Requires('case.read')
  @Render('assessments/views/overview')
  async overview(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_ASSESSMENT');
    const [kept, judged, facts, returns] = await Promise.all([
      this.queries.assessment(found),
      this.queries.judgements(id),
      preparationFacts(this.read.source, found, actor.personId, this.clock.today()),
      this.returns.ofCase(id),
    ]);
    const [set, setsOpen] = await Promise.all([this.sets.asked(found, kept), this.sets.toNameNow(found, kept)]);
    const sentBack = returns.filter(({ submittedAgainAt }) => submittedAgainAt === null);
    const answers = kept?.answers ?? {};
    const open = unanswered(set, answers);
    const at = `/cases/${id}`;
    const blockers = preparationBlockers(facts, 'SIGN_OFF');
    // A task whose page its reader may not open is shown without a link.
    const marked = (tasks: readonly Task[]): Task[] =>
      tasks.map((task) => ({
        ...markTask(task, task.href.slice(at.length + 1), facts.points),
        href: this.openPages.leadsTo(actor, task.href, found.panelAreaId),
      }));
    const mayAssess = may(actor, 'case.assess', found.panelAreaId);
    return {
      ...this.head(found, set.title),
      ...{ at, back: at, kept, status: kept?.status ?? 'DRAFT', openCount: open.length },
      ...{ set: setTitle(set), mayChooseSet: setsOpen.length > 1 },
      questions: marked(questionTasks(at, set, answers, open)),
      judgements: marked(
        judgementTasks(
          at,
          judged.map(({ judgement }) => judgement),
          blockers,
        ),
      ),
      others: marked(otherTasks(at, begunIn(facts), blockers)),
      sentBack: returnsShown(id, sentBack, { set, mayAnswer: mayAssess }),
      hasReturns: returns.length > 0,
      mayAssess,
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
      sections: answerCards(at, set, kept?.answers ?? {}),
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
      const set = await this.sets.asked(found, kept);
      const open = unanswered(set, kept?.answers ?? {});
      const sentBack = (await this.returns.ofCase(id)).filter(({ submittedAgainAt }) => submittedAgainAt === null);
      const shownBack = returnsShown(id, sentBack, { set, mayAnswer: true });
      more = { open: open.map(({ page, ask }) => ({ href: `${at}/${page}`, ask })), kept, sentBack: shownBack };
      const fields = kept?.status === 'RETURNED' ? [noteField(sentBack)] : [];
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

  private head(found: CaseShown, title: string): { title: string; child: CaseHead } {
    return { title, child: caseHead(found, this.clock.today()) };
  }
}

const begunIn = ({ voices, identityConsideration, disposalsCheckedOn }: PreparationKnown) => ({
  child: voices?.child != null,
  carer: voices?.carer != null,
  identity: identityConsideration != null,
  check: disposalsCheckedOn != null,
});

/** Asked for only where a reason about the whole has no answer of its own. */
const noteField = (sentBack: readonly ReturnFound[]): Field =>
  sentBack.some(({ reasons }) => reasons.some(({ section, answer }) => section === null && answer === null))
    ? changeNoteField
    : { ...changeNoteField, optional: true };
