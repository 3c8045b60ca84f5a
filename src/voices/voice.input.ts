import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { IsOptionalDay, OptionalWords, VersionInput, Words } from '../platform/input.js';
import { AttemptInput } from '../victims/attempt.input.js';
import type { VoiceStatus } from './voice.entity.js';

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
