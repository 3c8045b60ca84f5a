import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { IsOptionalDay, OptionalWords, VersionInput, Words } from '../platform/input.js';
import { AttemptInput } from './attempt.input.js';
import { type ViewStatus, viewStatuses } from './victim.entity.js';

/** What a victim said and wants, or why that is not known. */
export class VictimViewInput extends VersionInput {
  @IsIn(viewStatuses, { message: 'Select whether the victim gave their view' })
  status: ViewStatus;

  @IsOptionalDay()
  obtainedOn?: string;

  @OptionalWords(4000)
  view?: string;

  @OptionalWords(4000)
  impact?: string;

  @OptionalWords(4000)
  safetyNeeds?: string;

  @OptionalWords(4000)
  restorativeWish?: string;

  @IsOptional()
  @IsArray({ message: 'Give the attempts as a list' })
  @ArrayMaxSize(50, { message: 'At most 50 attempts can be entered' })
  @ValidateNested({ each: true })
  @Type(() => AttemptInput)
  attempts?: AttemptInput[];

  @OptionalWords(500)
  reason?: string;
}

/** Why a case has no identifiable victim, with the version of the case. */
export class NoVictimChangeInput extends VersionInput {
  @Words(500, 'Enter why there is no identifiable victim')
  reason: string;
}
