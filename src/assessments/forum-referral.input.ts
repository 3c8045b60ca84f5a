import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { type ReferralReason, referralReasons } from '../policy/forums.js';
import { IsDay, IsOptionalDay, OptionalWords, VersionInput } from '../platform/input.js';

/** That a child was referred to another forum, and what came of it; the result may come later. */
export class ForumReferralInput extends VersionInput {
  /** Needed where the referral was not opened yet; added to the reasons for which it was. */
  @IsOptional()
  @IsArray({ message: 'Select why the child is referred' })
  @ArrayUnique({ message: 'Name each reason once' })
  @ArrayMaxSize(20)
  @IsIn(Object.keys(referralReasons), { each: true, message: 'Select why the child is referred' })
  because?: ReferralReason[];

  @IsDay('Enter the day of the referral')
  referredOn: string;

  @OptionalWords(200)
  referredTo?: string;

  @OptionalWords(4000)
  result?: string;

  /** The day on which it is recorded where it is left out. */
  @IsOptionalDay()
  resultOn?: string;
}
