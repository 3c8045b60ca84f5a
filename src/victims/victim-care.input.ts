import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { IsDay, IsOptionalDay, IsVersion, OptionalWords, VersionInput, Words } from '../platform/input.js';
import { ethnicities } from '../policy/ethnicity.js';
import {
  type ConsentAnswer,
  consentAnswerCodes,
  type RefusalReason,
  refusalReasons,
} from '../policy/victim-consent.js';
import { type OfferAnswer, offerAnswers, type OfferWay, offerWays } from '../policy/victim-offers.js';
import { type FeltSafe, feltSafe, type Known } from '../policy/victim-safety.js';
import type { Telling } from '../policy/victim-telling.js';
import { peopleKinds } from './victim.entity.js';

/** What a person harmed answered when they were asked. The version is that of the person's record. */
export class ConsentInput {
  @IsIn(consentAnswerCodes, { message: 'Select what they answered' })
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

/** Whether the victim is a child. The version is that of the person's record. */
export class AgeInput {
  @IsIn(peopleKinds, { message: 'Select whether they are a child' })
  kind: (typeof peopleKinds)[number];

  @IsVersion()
  version: number;
}

/** One thing that is done to keep the victim safe. */
export class SafetyActionInput {
  @Words(500, 'Enter what is done')
  what: string;

  @Words(200, 'Enter who does it')
  who: string;

  @IsDay('Enter the day by which it is done')
  dueOn: string;

  @IsOptionalDay()
  doneOn?: string;
}

const Shared = (place: string): PropertyDecorator =>
  IsIn(['YES', 'NO', 'NOT_KNOWN'], { message: `Select whether they share a ${place}` });
const Felt = (): PropertyDecorator => IsIn(Object.keys(feltSafe), { message: 'Select how safe they feel' });

export class SafetyInput extends VersionInput {
  @Shared('school')
  sharedSchool: Known;

  @Shared('home')
  sharedHome: Known;

  @Shared('street')
  sharedStreet: Known;

  @IsOptional()
  @IsArray({ message: 'Give what is done as a list' })
  @ArrayMaxSize(30, { message: 'At most 30 things can be entered' })
  @ValidateNested({ each: true })
  @Type(() => SafetyActionInput)
  actions?: SafetyActionInput[];

  @IsOptional()
  @Felt()
  feltAtStart?: FeltSafe;

  @IsOptionalDay()
  feltAtStartOn?: string;

  @IsOptional()
  @Felt()
  feltAtEnd?: FeltSafe;

  @IsOptionalDay()
  feltAtEndOn?: string;
}

/** The offer to have the harm repaired, or why there was none. */
export class OfferInput extends VersionInput {
  @IsIn(['YES', 'NO'], { message: 'Select whether it was offered' })
  offered: 'YES' | 'NO';

  @OptionalWords(500)
  notOfferedReason?: string;

  @IsOptionalDay()
  offeredOn?: string;

  @IsOptional()
  @IsIn(Object.keys(offerWays), { message: 'Select what was offered' })
  way?: OfferWay;

  @IsOptional()
  @IsIn(Object.keys(offerAnswers), { message: 'Select what they answered' })
  answer?: OfferAnswer;

  @IsOptionalDay()
  answeredOn?: string;

  @IsOptionalDay()
  tookPlaceOn?: string;
}

const recorded = ['WANTS_TO_BE_TOLD', 'TOLD', 'DECLINED'] as const satisfies readonly Telling[];

export class TellingInput extends VersionInput {
  @IsIn(recorded, { message: 'Select whether they were told' })
  status: (typeof recorded)[number];

  @IsOptionalDay()
  toldOn?: string;

  @OptionalWords(200)
  how?: string;
}

const IsEthnicity = (): PropertyDecorator =>
  IsIn(Object.keys(ethnicities['18+1']), { message: 'Select their ethnicity from the list' });

/** What a person harmed needs and is, as they say it; nothing but the answer where they do not agree that it is kept. */
export class NeedsInput extends VersionInput {
  @IsIn(['YES', 'NO'], { message: 'Select whether they agree that this is kept' })
  agrees: 'YES' | 'NO';

  @IsOptional()
  @IsEthnicity()
  ethnicityCode?: string;

  @OptionalWords(500)
  disability?: string;

  @OptionalWords(500)
  communication?: string;

  @OptionalWords(200)
  language?: string;

  @OptionalWords(1000)
  otherNeeds?: string;
}
