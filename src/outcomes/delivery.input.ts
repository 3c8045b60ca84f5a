import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
  type ValidationArguments,
} from 'class-validator';
import { type OverrideInput, Overrides } from '../platform/override.input.js';
import { type ConditionObject, conditionObjects } from '../policy/conditions.js';
import {
  type Agreer,
  agreers,
  type Completion,
  completionOf,
  completions,
  type EndReason,
  endReasons,
  openStatuses,
} from '../policy/delivery.js';
import { IsDay, IsOptionalDay, OptionalWords, VersionInput, Words } from '../platform/input.js';

export class DeliveryActionInput {
  @Words(4000, 'Enter what is to be done')
  description: string;

  @Words(200, 'Enter who sees to it')
  owner: string;

  /** Left out of a condition alone that was given without a day. */
  @IsOptionalDay()
  due?: string;

  /** What a condition is for; left out for what is done for the child. */
  @IsOptional()
  @IsIn(Object.keys(conditionObjects), { message: 'Select what the condition is for' })
  object?: ConditionObject;

  @IsOptionalDay()
  startsOn?: string;

  /** Of the list of the panel area. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Select from the list of the panel area' })
  interventionId?: string;

  /** Who provides it, where the list does not say. */
  @OptionalWords(200)
  provider?: string;

  @IsOptional()
  @IsInt({ message: 'The penalty is a whole number of pence' })
  @Min(0, { message: 'The penalty cannot be below nothing' })
  @Max(10_000_000, { message: 'Enter a smaller penalty, in pence' })
  penaltyPence?: number;

  @IsOptional()
  @IsNumber({}, { message: 'The hours are a number' })
  @Min(0, { message: 'The hours cannot be below nothing' })
  @Max(1000, { message: 'Enter fewer hours' })
  attendanceHours?: number;
}

const howFar = ({ value }: ValidationArguments): string =>
  completionOf(value as string) === null
    ? 'Select how far it has come'
    : 'Say how it ended, with the day and the reason, at /api/cases/:id/delivery/completion';

/** The version is that of the delivery; left out, or 0, where nothing is stored yet. */
export class DeliveryInput extends VersionInput {
  /** NOT_NEEDED, PLANNED or UNDER_WAY; its end is said at `completion`. */
  @IsIn(openStatuses, { message: howFar })
  status: (typeof openStatuses)[number];

  @IsOptionalDay()
  startedOn?: string;

  /** Its last day as planned; the day of the action due last where it is left out. */
  @IsOptionalDay()
  dueOn?: string;

  /** Who is asked when the last day has passed. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Select somebody who may see to it' })
  ownerId?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50, { message: 'Enter at most 50 actions' })
  @ValidateNested({ each: true })
  @Type(() => DeliveryActionInput)
  actions?: DeliveryActionInput[];

  /** Needed where it was said before how it ended. */
  @OptionalWords(4000)
  changedBecause?: string;
}

/** How it ended, on a person’s word. The version is that of the delivery. */
export class CompletionInput extends VersionInput {
  @IsIn(Object.keys(completions), { message: 'Select whether it was completed' })
  completed: Completion;

  @IsIn(Object.keys(endReasons), { message: 'Select why it ended' })
  reasonCode: EndReason;

  /** Needed unless it was completed. */
  @OptionalWords(4000)
  reason?: string;

  @IsDay('Enter the day it ended')
  endedOn: string;

  /** Needed where it was said before how it ended. */
  @OptionalWords(4000)
  changedBecause?: string;
}

/** What was agreed, as it is from now on. The version is that of the delivery. */
export class VariationInput extends VersionInput {
  @IsDay('Enter the day of the variation')
  variedOn: string;

  @IsArray({ message: 'Select who agreed' })
  @ArrayMinSize(1, { message: 'Select who agreed' })
  @ArrayUnique()
  @IsIn(Object.keys(agreers), { each: true, message: 'Select who agreed' })
  agreedBy: Agreer[];

  @Words(4000, 'Enter why it is varied')
  why: string;

  @IsOptionalDay()
  dueOn?: string;

  @IsArray({ message: 'Enter what is agreed from now on' })
  @ArrayMaxSize(50, { message: 'Enter at most 50 actions' })
  @ValidateNested({ each: true })
  @Type(() => DeliveryActionInput)
  actions: DeliveryActionInput[];

  @Overrides()
  overrides?: OverrideInput[];
}

/** The version is that of the case; it is checked when it is given. */
export class DutyDoneInput extends VersionInput {
  @OptionalWords(500)
  note?: string;
}
