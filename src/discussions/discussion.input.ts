import { IsIn, Matches } from 'class-validator';
import { OverrideInput, Overrides } from '../platform/override.input.js';
import { type Agency, agencyCodes } from '../policy/agencies.js';
import { disposalCode } from '../disposals/known-disposal.js';
import type { ViewCode } from '../policy/discussion-gates.js';
import { IsVersion, Words } from '../platform/input.js';

/** What an agency would recommend, or NO_VIEW. Which agency it is follows from the seat of whoever sends it. */
export class AgencyViewInput {
  @Matches(disposalCode, { message: 'Select what your agency would recommend, or that it has no view' })
  view: ViewCode;

  @Words(2000, 'Enter why')
  reason: string;

  /** Of the agency’s own view as the sender was shown it: 0 while none was given. */
  @IsVersion()
  version: number;
}

export class DiscussionOpeningInput {
  /** Reasons for going on although an agency has not answered. */
  @Overrides()
  overrides?: OverrideInput[];
}

export class PointInput {
  @IsIn(agencyCodes, { message: 'Select the agency that raised it' })
  agency: Agency;

  @Words(500, 'Enter the point')
  point: string;
}
