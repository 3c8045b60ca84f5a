import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import type { CaseState } from '../policy/lifecycle.js';
import { apiSchema } from '../policy/questions/describing-set.js';
import { unanswered } from '../policy/questions/progress.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { AnswersInput, SubmissionInput } from './assessment.input.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { inShort } from './question-sets.api.js';
import { QuestionSetsQueries } from './question-sets.queries.js';
import { ReturnInput } from './return.input.js';
import { ReturnAssessment } from './return-assessment.js';
import { ReturnsQueries } from './returns.queries.js';
import { SaveAnswers, type Saved } from './save-answers.js';
import { SignOffInput } from './sign-off.input.js';
import { SignOffPreparation } from './sign-off-preparation.js';
import { SubmitAssessment } from './submit-assessment.js';

@Controller('api/cases/:id/assessment')
export class AssessmentApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly queries: AssessmentsQueries,
    private readonly sets: QuestionSetsQueries,
    private readonly returns: ReturnsQueries,
    private readonly saveAnswers: SaveAnswers,
    private readonly submitAssessment: SubmitAssessment,
    private readonly returnAssessment: ReturnAssessment,
    private readonly signOffPreparation: SignOffPreparation,
  ) {}

  @Get()
  @Requires('case.read')
  async show(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await this.opened.open(actor, 'case.read', id, 'THE_ASSESSMENT');
    const kept = await this.queries.assessment(found);
    const [set, setsOpen] = await Promise.all([this.sets.asked(found, kept), this.sets.toNameNow(found, kept)]);
    const answers = kept?.answers ?? {};
    const { signedOffBy, signedOffOn } = found;
    return {
      set: { id: set.id, version: set.version },
      status: kept?.status ?? 'DRAFT',
      version: kept?.version ?? 0,
      questions: apiSchema(set),
      answers,
      unanswered: unanswered(set, answers),
      setsOpen: setsOpen.map(inShort),
      returns: await this.returns.ofCase(id),
      ...{ returnReasons: kept?.returnReasons ?? null, changeNote: kept?.changeNote ?? null },
      ...{ submittedBy: kept?.submittedBy ?? null, submittedAt: kept?.submittedAt ?? null, signedOffBy, signedOffOn },
    };
  }

  @Put('answers')
  @Requires('case.assess')
  save(@By() actor: Actor, @Param('id') id: string, @Body() input: AnswersInput): Promise<Saved> {
    return this.saveAnswers.execute(actor, id, input);
  }

  @Post('submission')
  @HttpCode(200)
  @Requires('case.assess')
  submit(@By() actor: Actor, @Param('id') id: string, @Body() input: SubmissionInput): Promise<{ version: number }> {
    return this.submitAssessment.execute(actor, id, input);
  }

  @Post('return')
  @HttpCode(200)
  @Requires('case.sign-off')
  sendBack(@By() actor: Actor, @Param('id') id: string, @Body() input: ReturnInput): Promise<{ version: number }> {
    return this.returnAssessment.execute(actor, id, input);
  }

  @Post('sign-off')
  @HttpCode(200)
  @Requires('case.sign-off')
  signOff(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() input: SignOffInput,
  ): Promise<{ state: CaseState; version: number }> {
    return this.signOffPreparation.execute(actor, id, input);
  }
}
