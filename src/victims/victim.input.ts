import { OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { type ConsentAnswer, consentAnswerCodes } from '../policy/victim-consent.js';
import type { Known } from '../policy/victim-safety.js';
import { OptionalWords } from '../platform/input.js';
import { type VictimKind, victimKinds } from './victim.entity.js';

const yes: Record<string, string> = { true: 'GIVEN', false: 'REFUSED' };
const known: Record<string, string> = { true: 'YES', false: 'NO' };

/** A yes or no sent as such is stored as the word for it. */
const asWord =
  (words: Record<string, string>) =>
  ({ value }: { value: unknown }): unknown =>
    typeof value === 'boolean' ? words[String(value)] : value;

/** One victim, as a referral names them and as the victim worker adds or corrects them. */
export class VictimInput {
  @IsIn(victimKinds, { message: 'Select who was harmed' })
  kind: VictimKind;

  @OptionalWords(200)
  name?: string;

  @Transform(asWord(yes))
  @IsIn(consentAnswerCodes, { message: 'Select whether the victim agreed to their details being shared' })
  consentToShare: ConsentAnswer;

  @OptionalWords(500)
  consentReason?: string;

  @IsOptional()
  @Transform(asWord(known))
  @IsIn(['YES', 'NO', 'NOT_KNOWN'], { message: 'Select whether they share a school or a home' })
  sameSchoolOrHome?: Known;

  @OptionalWords(500)
  contactDetails?: string;

  @OptionalWords(4000)
  statement?: string;
}

/** The same of a victim on record; what they agreed to stays as it was when it is left out. */
export class VictimChangeInput extends OmitType(VictimInput, ['consentToShare'] as const) {
  @IsOptional()
  @Transform(asWord(yes))
  @IsIn(consentAnswerCodes, { message: 'Select whether the victim agreed to their details being shared' })
  consentToShare?: ConsentAnswer;

  @IsInt({ message: 'The version is a whole number' })
  @Min(1)
  version: number;
}
