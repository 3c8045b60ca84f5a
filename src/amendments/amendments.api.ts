import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { OpenedCases } from '../cases/find-case.js';
import type { CaseMoved } from '../cases/move-case.js';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { CorrectionInput, DecisionReviewInput, UndoingInput, CaseWithdrawalInput } from './amendment.input.js';
import { CorrectRecord, type RecordCorrected } from './correct-record.js';
import { DecisionHistories, type HistoryItem, type Open, type WholeRecord } from './decision-history.js';
import { type DecisionReviewed, ReviewDecision } from './review-decision.js';
import { TakeBack, type TakenBack } from './take-back.js';
import { WithdrawCase } from './withdraw-case.js';

@Controller('api/cases/:id')
export class AmendmentsApi {
  constructor(
    private readonly opened: OpenedCases,
    private readonly histories: DecisionHistories,
    private readonly takeBack: TakeBack,
    private readonly correctRecord: CorrectRecord,
    private readonly reviewDecision: ReviewDecision,
    private readonly withdrawCase: WithdrawCase,
  ) {}

  /** Every recommendation, police decision and outcome, each with how it stands and what was put right in it. */
  @Get('decision-history')
  @Requires('case.read')
  async history(
    @By() actor: Actor,
    @Param('id') id: string,
  ): Promise<{ items: readonly HistoryItem[]; open: Open; next: null }> {
    const found = await this.opened.open(actor, 'case.read', id, 'WHAT_WAS_DECIDED');
    const { items, open } = await this.histories.of(actor, found);
    return { items, open, next: null };
  }

  /** One of them as it was recorded, with every reason in it, whether or not it still counts. */
  @Get('decision-history/:recordId')
  @Requires('case.read')
  async record(@By() actor: Actor, @Param('id') id: string, @Param('recordId') recordId: string): Promise<WholeRecord> {
    const found = await this.opened.open(actor, 'case.read', id, 'WHAT_WAS_DECIDED');
    return this.histories.whole(actor, found, recordId);
  }

  @Post('undoing')
  @HttpCode(200)
  @Requires('record.undo')
  undo(@By() actor: Actor, @Param('id') id: string, @Body() input: UndoingInput): Promise<TakenBack> {
    return this.takeBack.execute(actor, id, input);
  }

  @Post('corrections')
  @Requires('record.correct')
  correct(@By() actor: Actor, @Param('id') id: string, @Body() input: CorrectionInput): Promise<RecordCorrected> {
    return this.correctRecord.execute(actor, id, input);
  }

  @Post('decision-review')
  @Requires('record.review')
  review(@By() actor: Actor, @Param('id') id: string, @Body() input: DecisionReviewInput): Promise<DecisionReviewed> {
    return this.reviewDecision.execute(actor, id, input);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Requires('case.manage')
  withdraw(@By() actor: Actor, @Param('id') id: string, @Body() input: CaseWithdrawalInput): Promise<CaseMoved> {
    return this.withdrawCase.execute(actor, id, input);
  }
}
