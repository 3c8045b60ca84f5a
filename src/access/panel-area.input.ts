import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { type Agency, agencyCodes } from '../policy/agencies.js';
import { areaSettings } from '../policy/area-settings.js';
import { IsOptionalDay, Name, OptionalWords } from '../platform/input.js';

const { repeatThreshold, quorumAgencies } = areaSettings;

class PanelAreaNames {
  @Name('Enter the name of the panel area')
  name: string;

  /** What people there call their panel. */
  @OptionalWords(200)
  panelName?: string;
}

/** A new panel area, with what it decides by from today on where that is not what is usual. */
export class PanelAreaInput extends PanelAreaNames {
  /** The agencies that must have answered before a case is ready. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(agencyCodes, { each: true, message: 'Select agencies from the list' })
  requiredChecks?: Agency[];

  /** The agencies that must attend for the panel to be quorate. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(quorumAgencies.least, { message: 'Select at least one agency' })
  @ArrayUnique()
  @IsIn(agencyCodes, { each: true, message: 'Select agencies from the list' })
  quorumAgencies?: Agency[];

  /** From how many earlier informal disposals on nobody can pass over the response to each. */
  @IsOptional()
  @IsInt({ message: 'Enter a whole number' })
  @Min(repeatThreshold.least, { message: `The threshold must be ${repeatThreshold.least} or more` })
  @Max(repeatThreshold.most, { message: `The threshold must be ${repeatThreshold.most} or less` })
  repeatThreshold?: number;

  /** The first day on which Outcome 23 can be used. */
  @IsOptionalDay()
  outcome23From?: string;
}

/** What it decides by is no part of this: each is chosen from a day on, with a reason, among the settings of the area. */
export class PanelAreaChangeInput extends PanelAreaNames {
  @IsInt()
  @Min(1)
  version: number;
}
