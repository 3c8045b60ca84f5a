import { IsDay, OptionalWords, VersionInput } from '../platform/input.js';

export class ManagementReferralInput extends VersionInput {
  @IsDay('Enter the day of the referral')
  referredOn: string;

  @OptionalWords(4000)
  result?: string;
}
