import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { disposalCode } from '../disposals/known-disposal.js';
import type { DisposalCode } from '../policy/disposals.js';
import { type EscalationResult, escalationResults, mostSteps } from '../policy/escalation.js';
import { IsDay, IsVersion, Name, VersionInput, Words } from '../platform/input.js';

export const disposalToSelect = 'Select the disposal for the panel to recommend';

export class EscalationInput extends VersionInput {
  @Words(4000, 'Enter why the case is escalated')
  reason: string;
}

/** What a senior comes to. */
export class SeniorViewInput {
  @IsIn(Object.keys(escalationResults), { message: 'Select what you come to' })
  result: EscalationResult;

  /** Needed where the panel is to recommend it. */
  @IsOptional()
  @Matches(disposalCode, { message: disposalToSelect })
  disposal?: DisposalCode;

  @Words(4000, 'Enter your reasons')
  reason: string;

  /** Of the case. */
  @IsVersion()
  version: number;
}

export class EscalationAcknowledgementInput {
  /** Of the case. */
  @IsVersion()
  version: number;
}

export class LadderStepInput {
  @Name('Enter who is asked at this step')
  name: string;

  /** Left out, whoever holds the role of a senior in the police is asked. */
  @IsOptional()
  @IsUUID('all', { message: 'Select a person of the police' })
  policeId?: string;

  /** Left out, whoever holds the role of a senior in the youth justice service is asked. */
  @IsOptional()
  @IsUUID('all', { message: 'Select a person of the youth justice service' })
  youthJusticeId?: string;

  @IsInt({ message: 'Enter the working days as a whole number' })
  @Min(1, { message: 'A step has at least 1 working day' })
  @Max(60, { message: 'A step has at most 60 working days' })
  workingDays: number;
}

export class LadderInput {
  @IsDay('Enter the day from which it holds')
  fromDay: string;

  @IsArray({ message: 'Add at least one step' })
  @ArrayMinSize(1, { message: 'Add at least one step' })
  @ArrayMaxSize(mostSteps, { message: `Enter at most ${mostSteps} steps` })
  @ValidateNested({ each: true })
  @Type(() => LadderStepInput)
  steps: LadderStepInput[];

  @Words(1000, 'Enter why it is changed')
  reason: string;
}
