import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { OverrideInput, Overrides } from '../platform/override.input.js';
import { type Agency, agencyCodes } from '../policy/agencies.js';
import { disposalCode } from '../disposals/known-disposal.js';
import type { DisposalCode } from '../policy/disposals.js';
import { type DivergenceReason, divergenceReasons } from '../policy/divergence.js';
import { BlankIsNone, IsDay, IsVersion, OptionalWords, Words } from '../platform/input.js';
import { type Basis, bases } from './decision.entity.js';
import { LeastCriminalisingInput, MissingInformationInput, ReasonsInput, RestsOnInput } from './reasons.input.js';

export class OptionConsideredInput {
  @Matches(disposalCode, { message: 'Select a disposal' })
  disposal: DisposalCode;

  @Words(4000, 'Enter why it was or was not chosen')
  reason: string;
}

export class DissentInput {
  @IsIn(agencyCodes, { message: 'Select the agency that disagrees' })
  agency: Agency;

  /** Left out where it would have recommended none that can be named. */
  @BlankIsNone()
  @IsOptional()
  @Matches(disposalCode, { message: 'Select what that agency would have recommended' })
  disposal?: DisposalCode;

  @Words(4000, 'Enter why that agency disagrees')
  reason: string;
}

/** What the API and the page ask alike. */
export class RecommendationHead {
  @IsUUID('all', { message: 'Select the meeting' })
  meetingId: string;

  @Matches(disposalCode, { message: 'Select what the panel recommends' })
  disposal: DisposalCode;

  @IsIn(Object.keys(bases), { message: 'Select how the panel came to it' })
  basis: Basis;

  /** Why the panel departs from what the final gravity score points to. */
  @OptionalWords(4000)
  gravityDeparture?: string;

  /** Why one more informal disposal or caution will work now, where the child has had as many as need a senior review. */
  @OptionalWords(4000)
  whyNow?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50, { message: 'Enter at most 50' })
  @ValidateNested({ each: true })
  @Type(() => DissentInput)
  dissents?: DissentInput[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50, { message: 'Enter at most 50' })
  @ValidateNested({ each: true })
  @Type(() => RestsOnInput)
  restsOn?: RestsOnInput[];

  /** Reasons for gates that may be passed over, and for warnings that were considered. */
  @Overrides()
  overrides?: OverrideInput[];

  /** Of the case. */
  @IsVersion()
  version: number;
}

/** Options and reasons that are left out keep a recommendation from being recorded, with every other shut gate. */
export class RecommendationInput extends RecommendationHead {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50, { message: 'Enter at most 50 options' })
  @ValidateNested({ each: true })
  @Type(() => OptionConsideredInput)
  optionsConsidered?: OptionConsideredInput[];

  @IsOptional()
  @IsObject({ message: 'Enter the reasons' })
  @ValidateNested()
  @Type(() => ReasonsInput)
  reasons?: ReasonsInput;

  @IsOptional()
  @IsObject({ message: 'Enter the least criminalising option that was considered' })
  @ValidateNested()
  @Type(() => LeastCriminalisingInput)
  leastCriminalising?: LeastCriminalisingInput;

  @IsOptional()
  @IsObject({ message: 'Enter whether information was missing' })
  @ValidateNested()
  @Type(() => MissingInformationInput)
  missingInformation?: MissingInformationInput;
}

export class PoliceDecisionInput {
  @Matches(disposalCode, { message: 'Select what police decide' })
  disposal: DisposalCode;

  @IsDay('Enter the day of the decision')
  decidedOn: string;

  /** From the list; needed, with the reason in words, when the decision differs from the recommendation. */
  @IsOptional()
  @IsIn(Object.keys(divergenceReasons), { message: 'Select why the decision differs' })
  reasonCode?: DivergenceReason;

  @OptionalWords(4000)
  reason?: string;

  /**
   * Why one more informal disposal will work now, where the child has had as many as need a senior review and the panel did
   * not recommend this one.
   */
  @OptionalWords(4000)
  whyNow?: string;

  @Overrides()
  overrides?: OverrideInput[];

  /** Of the case. */
  @IsVersion()
  version: number;
}
