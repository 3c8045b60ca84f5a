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
import { type EscalationResult, escalationResults, mostSteps, type Side, sideCodes } from '../policy/escalation.js';
import { IsDay, IsVersion, Name, OptionalWords, VersionInput, Words } from '../platform/input.js';

export const disposalToSelect = 'Select the disposal for the panel to recommend';

export class EscalationInput extends VersionInput {
  @Words(4000, 'Enter why the case is escalated')
  reason: string;

  /** Who is asked for police; needed where the ladder of the area names nobody who may be. */
  @IsOptional()
  @IsUUID('all', { message: 'Select a person of the police' })
  policeId?: string;

  /** Who is asked for the youth justice service; likewise. */
  @IsOptional()
  @IsUUID('all', { message: 'Select a person of the youth justice service' })
  youthJusticeId?: string;
}

/** Who is asked in the step that is under way, where nobody is named or somebody is away. */
export class SeniorNamingInput extends VersionInput {
  @IsIn(sideCodes, { message: 'Select police or youth justice' })
  side: Side;

  @IsUUID('all', { message: 'Select who is asked' })
  personId: string;

  @Words(1000, 'Enter why they are named')
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
  /** What the panel learns from it, or wants the seniors to know. */
  @OptionalWords(4000)
  note?: string;

  /** Of the case. */
  @IsVersion()
  version: number;
}

export class LadderStepInput {
  @Name('Enter who is asked at this step')
  name: string;

  /** Left out, whoever escalates names a senior of the police. */
  @IsOptional()
  @IsUUID('all', { message: 'Select a person of the police' })
  policeId?: string;

  /** Left out, whoever escalates names a senior of the youth justice service. */
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
