import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Matches, ValidateNested } from 'class-validator';
import { OverrideInput, Overrides } from '../platform/override.input.js';
import { type Agency, agencyCodes } from '../policy/agencies.js';
import { extraordinaryCodes, type ExtraordinaryReason } from '../policy/extraordinary-sittings.js';
import { type AdjournReason, adjournReasonsGiven } from '../policy/lifecycle.js';
import { BlankIsNone, IsDay, IsOptionalDay, OptionalWords, VersionInput, Words } from '../platform/input.js';
import { AreaListInput } from '../platform/web/list.input.js';
import { MeetingLimits } from './meeting-plans.input.js';
import { ActionInput } from './panel-action.input.js';
import { IsInstant, IsTime } from './starts-at.input.js';

/** The meetings to come, the nearest first, or those that were held, the latest first; all of them where neither is asked. */
export const meetingTimes = { COMING: 'Coming', HELD: 'Past' } as const;

export class MeetingListInput extends AreaListInput {
  @BlankIsNone()
  @IsOptional()
  @IsIn(Object.keys(meetingTimes), { message: 'Ask for meetings that are coming or for those that were held' })
  when?: keyof typeof meetingTimes;
}

/** What any meeting has beside its area and its time. */
class MeetingParts extends MeetingLimits {
  /** Why it cannot wait for the next meeting of the series; left out for any other meeting. */
  @IsOptional()
  @IsIn(extraordinaryCodes, { message: 'Select why it cannot wait' })
  extraordinaryBecause?: ExtraordinaryReason;

  @OptionalWords(1000)
  extraordinaryReason?: string;
}

export class MeetingInput extends MeetingParts {
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId: string;

  /** An instant, or a time by the clock in London where no zone is given. */
  @ApiProperty({ type: String, format: 'date-time' })
  @IsInstant('Enter when the meeting starts, for example 2026-11-24T10:00')
  startsAt: string;
}

/** The same as a person types it. */
export class MeetingFormInput extends MeetingParts {
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId: string;

  @IsDay('Enter the day of the meeting')
  day: string;

  @IsTime('Enter when the meeting starts, for example 10:00')
  time: string;
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

  /** Why the list is written anew; needed once the panel has recommended at the meeting. */
  @OptionalWords(1000)
  reason?: string;
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
  @IsIn(adjournReasonsGiven, { message: 'Select why the case is adjourned' })
  reasonCode: AdjournReason;

  @OptionalWords(4000)
  reason?: string;

  @IsOptionalDay()
  until?: string;

  /** Where it comes back by itself once it is ready: a meeting, or NEXT for the next one (from `until` on), as when left out. */
  @IsOptional()
  @Matches(/^(NEXT|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i, { message: 'Select where the case comes back' })
  returnTo?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20, { message: 'Enter at most 20 actions' })
  @ValidateNested({ each: true })
  @Type(() => ActionInput)
  actions?: ActionInput[];
}
