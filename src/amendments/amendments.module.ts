import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { AmendmentsApi } from './amendments.api.js';
import { AmendmentsPages } from './amendments.pages.js';
import { CorrectRecord } from './correct-record.js';
import { CorrectionsPages } from './corrections.pages.js';
import { DecisionHistories } from './decision-history.js';
import { ReviewDecision } from './review-decision.js';
import { TakeBack } from './take-back.js';
import { WithdrawCase } from './withdraw-case.js';
import { WithdrawalPages } from './withdrawal.pages.js';

/** What is taken back, corrected or reviewed after it was decided, and a case withdrawn; the first record is never altered. */
@Module({
  imports: [CasesModule, DecisionsModule],
  controllers: [AmendmentsApi, AmendmentsPages, CorrectionsPages, WithdrawalPages],
  providers: [TakeBack, CorrectRecord, ReviewDecision, WithdrawCase, DecisionHistories],
})
export class AmendmentsModule {}
