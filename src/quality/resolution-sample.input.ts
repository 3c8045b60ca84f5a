import { IsIn, IsInt, IsOptional, IsUUID, Matches, Min } from 'class-validator';
import { type ReviewGrade, reviewGradeCodes } from '../policy/resolution-review.js';
import { BlankIsNone, IsDay, IsVersion, OptionalWords, Words } from '../platform/input.js';

const MONTH = /^[12]\d{3}-(0[1-9]|1[0-2])$/;
const WHICH = 'Enter the month as year and month, for example 2026-03';

export class ResolutionSampleInput {
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId: string;

  /** YYYY-MM: the month in which they were registered. */
  @Matches(MONTH, { message: WHICH })
  month: string;

  /** Made when it is not given, and shown with the sample. */
  @OptionalWords(200)
  seed?: string;
}

export class ResolutionReviewInput {
  @IsIn(reviewGradeCodes, { message: 'Select what the review found' })
  grade: ReviewGrade;

  @Words(4000, 'Enter why, and what police should know')
  comment: string;

  /** Of the resolution as it was drawn. */
  @IsVersion()
  version: number;
}

export class PoliceToldInput {
  @IsDay('Enter the day on which police were told')
  toldOn: string;

  @Words(200, 'Enter who was told')
  toldWhom: string;

  @IsInt({ message: 'The version is a whole number' })
  @Min(1)
  version: number;
}

/** The months that are counted; without them the last twelve. */
export class ReviewCountsInput {
  @IsOptional()
  @BlankIsNone()
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId?: string;

  @IsOptional()
  @BlankIsNone()
  @Matches(MONTH, { message: WHICH })
  from?: string;

  @IsOptional()
  @BlankIsNone()
  @Matches(MONTH, { message: WHICH })
  to?: string;
}

/** Which sample is to be drawn, as a link names it. */
export class ChosenMonth {
  @IsOptional()
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId?: string;

  @IsOptional()
  @Matches(MONTH, { message: WHICH })
  month?: string;
}
