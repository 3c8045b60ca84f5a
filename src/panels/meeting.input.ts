import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  registerDecorator,
  ValidateNested,
} from 'class-validator';
import { OverrideInput, Overrides } from '../assessments/assessment.input.js';
import { type Agency, agencyCodes } from '../policy/agencies.js';
import { type AdjournReason, adjournReasons } from '../policy/lifecycle.js';
import { IsDay, IsOptionalDay, OptionalWords, VersionInput, Words } from '../platform/input.js';
import { instantOf } from './starts-at.js';

const IsStart = (): PropertyDecorator => (target, name) =>
  registerDecorator({
    name: 'isStart',
    target: target.constructor,
    propertyName: String(name),
    validator: {
      validate: (value) => typeof value === 'string' && instantOf(value) !== null,
      defaultMessage: () => 'Enter when the meeting starts, for example 2026-11-24T10:00',
    },
  });

export class MeetingInput {
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId: string;

  /** An instant, or a time by the clock in London where no zone is given. */
  @ApiProperty({ type: String, format: 'date-time' })
  @IsStart()
  startsAt: string;

  @OptionalWords(500)
  place?: string;
}

/** The same as a person types it. */
export class MeetingFormInput {
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId: string;

  @IsDay('Enter the day of the meeting')
  day: string;

  @Words(5, 'Enter when the meeting starts, for example 10:00')
  time: string;

  @OptionalWords(500)
  place?: string;
}

export class AgendaInput extends VersionInput {
  @IsUUID('all', { message: 'Select a case' })
  caseId: string;

  /** Reasons for gates of preparation that may be passed over. */
  @Overrides()
  overrides?: OverrideInput[];
}

/** The same from the page of a case, where the meeting is chosen. */
export class ListingFormInput extends VersionInput {
  @IsUUID('all', { message: 'Select a meeting' })
  meetingId: string;

  @Overrides()
  overrides?: OverrideInput[];
}

export class AttendanceInput {
  @IsUUID('all', { message: 'Select who attended' })
  personId: string;

  @IsIn(agencyCodes, { message: 'Select an agency' })
  agency: Agency;

  @IsOptional()
  @IsIn(agencyCodes, { message: 'Select an agency from the list' })
  deputyFor?: Agency;
}

/** The whole list: who is not named did not attend. A bare array is taken too. */
export class AttendancesInput extends VersionInput {
  @IsArray({ message: 'Enter who attended' })
  @ArrayMaxSize(50, { message: 'Enter at most 50 people' })
  @ValidateNested({ each: true })
  @Type(() => AttendanceInput)
  attendances: AttendanceInput[];
}

export class ConflictInput {
  @IsUUID('all', { message: 'Select a case' })
  caseId: string;

  @IsUUID('all', { message: 'Select whose conflict it is' })
  personId: string;

  @Words(4000, 'Enter what the conflict is')
  reason: string;
}

/** A case of the agenda whose linked cases are put beside it. */
export class HearingTogetherInput extends VersionInput {
  @IsUUID('all', { message: 'Select a case' })
  caseId: string;
}

export class AdjournmentInput extends VersionInput {
  @IsUUID('all', { message: 'Select the meeting' })
  meetingId: string;

  @IsString()
  @IsIn(Object.keys(adjournReasons), { message: 'Select why the case is adjourned' })
  reasonCode: AdjournReason;

  @OptionalWords(4000)
  reason?: string;

  @IsOptionalDay()
  until?: string;
}
