import { IsIn, IsOptional } from 'class-validator';
import { IsDay, IsOptionalDay, IsVersion, OptionalWords, Words } from '../platform/input.js';
import { type RefusalReason, refusalReasons } from '../policy/victim-consent.js';
import { type ConsentAnswer, consents } from './victim.entity.js';

/** What a person harmed answered when they were asked. The version is that of the person's record. */
export class ConsentInput {
  @IsIn(consents, { message: 'Select what they answered' })
  consent: ConsentAnswer;

  @IsOptionalDay()
  askedOn?: string;

  @OptionalWords(2000)
  informed?: string;

  @IsOptional()
  @IsIn(Object.keys(refusalReasons), { message: 'Select why they did not agree' })
  refusal?: RefusalReason;

  @OptionalWords(500)
  reason?: string;

  @IsVersion()
  version: number;
}

export class WithdrawalInput {
  @IsDay('Enter the day on which they withdrew')
  on: string;

  @Words(500, 'Enter why they withdrew, or that they did not say')
  reason: string;

  @IsVersion()
  version: number;
}

export class ContactInput {
  @OptionalWords(500)
  contactDetails?: string;

  @IsOptionalDay()
  nextContactOn?: string;

  @IsVersion()
  version: number;
}
