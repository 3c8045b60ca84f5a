import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { OverrideInput, Overrides } from '../platform/override.input.js';
import { type Agency, agencyCodes } from '../policy/agencies.js';
import {
  frequencies,
  type Frequency,
  onBankHoliday,
  type OnBankHoliday,
  type Weekday,
} from '../policy/meeting-series.js';
import { weekdays } from '../policy/meeting-series.js';
import { IsDay, IsVersion, OptionalWords, VersionInput, Words } from '../platform/input.js';
import { IsInstant, IsTime } from './starts-at.input.js';

/** What single meetings and series share beside their time. */
export class MeetingLimits {
  @OptionalWords(500)
  place?: string;

  /** How many cases the meeting is meant for; more need a reason. */
  @IsOptional()
  @IsInt({ message: 'Enter a whole number of cases' })
  @Min(1, { message: 'Enter at least 1 case' })
  @Max(100, { message: 'Enter at most 100 cases' })
  capacity?: number;

  /** How many hours before the meeting its agenda closes; what is listed later needs a reason. */
  @IsOptional()
  @IsInt({ message: 'Enter a whole number of hours' })
  @Min(0, { message: 'Enter 0 hours or more' })
  @Max(336, { message: 'Enter at most 336 hours, which are two weeks' })
  closesHoursBefore?: number;

  /** Reasons for warnings: another meeting at the same time, or a bank holiday. */
  @Overrides()
  overrides?: OverrideInput[];
}

export class SeriesInput extends MeetingLimits {
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId: string;

  @IsIn(Object.keys(frequencies), { message: 'Select how often the panel meets' })
  frequency: Frequency;

  @IsIn(Object.keys(weekdays), { message: 'Select a day of the week' })
  weekday: Weekday;

  /** By the clock in London, such as 10:00. */
  @IsTime('Enter when the meetings start, for example 10:00')
  time: string;

  @IsDay('Enter the first day')
  fromDay: string;

  @IsDay('Enter the last day')
  untilDay: string;

  @IsIn(Object.keys(onBankHoliday), { message: 'Select what happens on a bank holiday' })
  onBankHoliday: OnBankHoliday;
}

export class MoveInput extends VersionInput {
  /** An instant, or a time by the clock in London where no zone is given. */
  @ApiProperty({ type: String, format: 'date-time' })
  @IsInstant('Enter when the meeting starts, for example 2026-11-24T10:00')
  startsAt: string;

  @OptionalWords(500)
  place?: string;

  @Words(1000, 'Enter why the meeting is moved')
  reason: string;

  /** Reasons for the warnings that arranging gives too. */
  @Overrides()
  overrides?: OverrideInput[];
}

/** The same as a person types it. */
export class MoveFormInput extends VersionInput {
  @IsDay('Enter the day of the meeting')
  day: string;

  @IsTime('Enter when the meeting starts, for example 10:00')
  time: string;

  @OptionalWords(500)
  place?: string;

  @Words(1000, 'Enter why the meeting is moved')
  reason: string;

  /** Reasons for the warnings that arranging gives too. */
  @Overrides()
  overrides?: OverrideInput[];
}

export const casesGo = { READY: 'They are ready to be listed again', NEXT: 'They go to the next meeting' } as const;

export class CancellationInput extends VersionInput {
  @Words(1000, 'Enter why the meeting is cancelled')
  reason: string;

  @IsIn(Object.keys(casesGo), { message: 'Select where the cases go' })
  casesGo: keyof typeof casesGo;
}

export class SeriesEndingInput {
  @Words(1000, 'Enter why the series ends')
  reason: string;
}

export class OrderInput {
  /** Every case that stands on the agenda, in the order in which they are heard. */
  @IsArray({ message: 'Send the cases in their order' })
  @ArrayMaxSize(200, { message: 'Send at most 200 cases' })
  @IsUUID('all', { each: true, message: 'Send the ids of cases' })
  caseIds: string[];

  @IsVersion()
  version: number;
}

export class ApologyInput {
  @IsIn(agencyCodes, { message: 'Select an agency' })
  agency: Agency;

  @IsOptional()
  @IsUUID('all', { message: 'Select who cannot come' })
  personId?: string;

  @Words(500, 'Enter why they cannot come')
  reason: string;
}

/** The whole list: whoever is neither here nor on it is absent. */
export class ApologiesInput extends VersionInput {
  @IsArray({ message: 'Enter who cannot come' })
  @ArrayMaxSize(50, { message: 'Enter at most 50 apologies' })
  @ValidateNested({ each: true })
  @Type(() => ApologyInput)
  apologies: ApologyInput[];
}

export class NoteInput {
  @IsUUID('all', { message: 'Select a case' })
  caseId: string;

  @IsIn(agencyCodes, { message: 'Select an agency' })
  agency: Agency;

  @Words(4000, 'Enter what they sent')
  note: string;
}

export class NoteTakenBackInput {
  @Words(1000, 'Enter why the note is taken back')
  reason: string;
}

export class ObserverInput {
  @IsUUID('all', { message: 'Select an observer' })
  personId: string;

  @ApiProperty({ type: String, format: 'date-time' })
  @IsInstant('Enter from when, for example 2026-11-24T09:00')
  from: string;

  @ApiProperty({ type: String, format: 'date-time' })
  @IsInstant('Enter until when, for example 2026-11-24T13:00')
  until: string;
}

/** The same as a person types it. */
export class ObserverFormInput {
  @IsUUID('all', { message: 'Select an observer' })
  personId: string;

  @IsDay('Enter the day from which they see the meeting')
  fromDay: string;

  @IsTime('Enter a time, for example 09:00')
  fromTime: string;

  @IsDay('Enter the day until which they see the meeting')
  untilDay: string;

  @IsTime('Enter a time, for example 13:00')
  untilTime: string;
}
