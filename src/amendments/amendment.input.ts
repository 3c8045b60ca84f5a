import { IsIn, IsOptional } from 'class-validator';
import { ReasonInput } from '../cases/case-moves.input.js';
import { OverrideInput, Overrides } from '../platform/override.input.js';
import { type RecordKind, recordKindCodes, type ReviewReason, reviewReasons } from '../policy/amendments.js';
import { type WithdrawReason, withdrawReasons } from '../policy/lifecycle.js';
import { IsVersion, OptionalWords, Words } from '../platform/input.js';

export const whyWithdrawn = 'Select why the case is withdrawn';

export class UndoingInput {
  /** What the slip was. */
  @OptionalWords(1000)
  note?: string;

  /** Of the case. */
  @IsVersion()
  version: number;
}

/** What the page and the API ask alike of a correction. */
export class CorrectionHead {
  @Words(4000, 'Enter what should stand there')
  after: string;

  @Words(1000, 'Enter what was wrong')
  whatWasWrong: string;

  @Words(1000, 'Enter why it is corrected, and how you know')
  why: string;

  /** Reasons for gates that the corrected field shuts and that may be passed over. */
  @Overrides()
  overrides?: OverrideInput[];

  /** Of the case. */
  @IsVersion()
  version: number;
}

export class CorrectionInput extends CorrectionHead {
  @IsIn(recordKindCodes, { message: 'Select the record to correct' })
  record: RecordKind;

  /** The path of the field, such as `givenOn` or `reasons.child`. */
  @Words(100, 'Select what is to be corrected')
  field: string;
}

export class DecisionReviewInput {
  @IsIn(recordKindCodes, { message: 'Select what is to be made anew' })
  anew: RecordKind;

  @IsIn(Object.keys(reviewReasons), { message: 'Select why it is reviewed' })
  reasonCode: ReviewReason;

  @Words(4000, 'Enter what was found wrong')
  reason: string;

  @Words(4000, 'Enter what the child is to be told')
  tellChild: string;

  @Words(4000, 'Enter what the parent or carer is to be told')
  tellCarer: string;

  /** Needed where somebody was harmed who is to be told. */
  @OptionalWords(4000)
  tellVictim?: string;

  /** Of the case. */
  @IsVersion()
  version: number;
}

export class CaseWithdrawalInput extends ReasonInput {
  /** Which of the two it is; needed once police decided. */
  @IsOptional()
  @IsIn(Object.keys(withdrawReasons), { message: whyWithdrawn })
  reasonCode?: WithdrawReason;
}
