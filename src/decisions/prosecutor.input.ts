import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsObject } from 'class-validator';
import { OverrideInput, Overrides } from '../platform/override.input.js';
import {
  checklistAnswers,
  checklistCodes,
  type ProsecutorResult,
  prosecutorResults,
  type ReferralPurpose,
  referralPurposes,
} from '../policy/prosecutor.js';
import { IsDay, IsVersion, OptionalWords, Words } from '../platform/input.js';

const item = {
  type: 'object' as const,
  additionalProperties: false,
  required: ['answer'],
  properties: {
    answer: { type: 'string' as const, enum: Object.keys(checklistAnswers) },
    comment: { type: 'string' as const },
  },
};

export class ProsecutorReferralInput {
  @IsIn(Object.keys(referralPurposes), { message: 'Select what is asked of the prosecutor' })
  purpose: ReferralPurpose;

  @IsDay('Enter the day on which it was sent')
  sentOn: string;

  /** Every item of the checklist by its code; what is not yes needs a comment. */
  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(checklistCodes.map((code) => [code, item])),
    additionalProperties: false,
  })
  @IsObject({ message: 'Answer every item of the checklist' })
  checklist: Record<string, unknown>;

  @OptionalWords(4000)
  note?: string;

  @Overrides()
  overrides?: OverrideInput[];

  /** Of the case. */
  @IsVersion()
  version: number;
}

export class ProsecutorAnswerInput {
  @IsIn(Object.keys(prosecutorResults), { message: 'Select what the prosecutor answered' })
  result: ProsecutorResult;

  @IsDay('Enter the day on which the answer came')
  receivedOn: string;

  @Words(4000, 'Enter what the prosecutor said')
  advice: string;

  /** Of the case. */
  @IsVersion()
  version: number;
}
