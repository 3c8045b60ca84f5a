import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { type SharingConsent, sharingConsentCodes } from '../policy/voice-parts.js';
import { IsOptionalDay, OptionalWords, VersionInput, Words } from '../platform/input.js';
import { AttemptInput } from '../victims/attempt.input.js';
import type { VoiceStatus, YesNo } from './voice.entity.js';

export class VoiceInput extends VersionInput {
  @IsIn(['OBTAINED', 'NOT_OBTAINED', 'NO_CARER'], { message: 'Select whether they have been heard' })
  status: VoiceStatus;

  @IsOptionalDay()
  heardOn?: string;

  @OptionalWords(200)
  heardBy?: string;

  @OptionalWords(500)
  how?: string;

  @OptionalWords(4000)
  words?: string;

  /** What happened: asked of the child and, apart, of the parent or carer. */
  @OptionalWords(4000)
  account?: string;

  @OptionalWords(4000)
  causes?: string;

  @OptionalWords(4000)
  wouldHelp?: string;

  @OptionalWords(4000)
  feelings?: string;

  @OptionalWords(4000)
  understanding?: string;

  @OptionalWords(4000)
  childView?: string;

  @OptionalWords(4000)
  familyNeeds?: string;

  @OptionalWords(4000)
  outcomeView?: string;

  @IsOptional()
  @IsIn(['YES', 'NO'], { message: 'Select whether they were seen before the meeting' })
  seenBefore?: YesNo;

  @OptionalWords(1000)
  notSeenReason?: string;

  @OptionalWords(500)
  seenWith?: string;

  @IsOptional()
  @IsIn(['YES', 'NO'], { message: 'Select whether they chose the place' })
  chosePlace?: YesNo;

  @OptionalWords(1000)
  helpGiven?: string;

  @OptionalWords(1000)
  passedTo?: string;

  @IsOptional()
  @IsIn(sharingConsentCodes, { message: 'Select whether they agree that it is shared' })
  consentToShare?: SharingConsent;

  @OptionalWords(1000)
  consentDetails?: string;

  @OptionalWords(4000)
  influence?: string;

  /** Written with the voice itself; left out, those that are there stay. */
  @IsOptional()
  @IsArray({ message: 'Give the attempts as a list' })
  @ArrayMaxSize(50, { message: 'At most 50 attempts can be entered' })
  @ValidateNested({ each: true })
  @Type(() => AttemptInput)
  attempts?: AttemptInput[];

  @OptionalWords(4000)
  reason?: string;
}

export class ApprovalInput extends VersionInput {
  @Words(4000, 'Enter why it is right to go on without')
  reason: string;
}
