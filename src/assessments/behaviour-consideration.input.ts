import { IsIn, IsOptional } from 'class-validator';
import {
  type Consideration,
  considerationCodes,
  type SetAsideReason,
  setAsideReasonCodes,
} from '../policy/earlier-behaviour.js';
import { BlankIsNone, IsVersion, OptionalWords, VersionInput } from '../platform/input.js';

/** What a case makes of an item of earlier behaviour, as its page asks. */
export class ConsiderationAnswers extends VersionInput {
  @IsIn(considerationCodes, { message: 'Select whether it is used or set aside' })
  standing: Consideration;

  /** The section in which it is used; needed where it is used. */
  @IsOptional()
  @BlankIsNone()
  @OptionalWords(100)
  section?: string;

  /** What it means for this child; needed where it is used. */
  @OptionalWords(2000)
  meaning?: string;

  /** Why it is set aside; needed where it is. */
  @IsOptional()
  @BlankIsNone()
  @IsIn(setAsideReasonCodes, { message: 'Select why it is set aside' })
  reason?: SetAsideReason;

  /** The same in words; needed where it is set aside. */
  @OptionalWords(2000)
  because?: string;
}

export class ConsiderationInput extends ConsiderationAnswers {
  /** The version of the item that was read. */
  @IsVersion()
  itemVersion: number;
}
