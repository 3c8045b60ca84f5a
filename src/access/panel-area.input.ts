import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { type Agency, agencyCodes } from '../policy/agencies.js';
import { IsOptionalDay, Name, OptionalWords } from '../platform/input.js';

export class PanelAreaInput {
  @Name('Enter the name of the panel area')
  name: string;

  /** What people there call their panel. */
  @OptionalWords(200)
  panelName?: string;

  /** The agencies that must have answered before a case is ready. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(agencyCodes, { each: true, message: 'Select agencies from the list' })
  requiredChecks?: Agency[];

  /** The agencies that must attend for the panel to be quorate. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1, { message: 'Select at least one agency' })
  @ArrayUnique()
  @IsIn(agencyCodes, { each: true, message: 'Select agencies from the list' })
  quorumAgencies?: Agency[];

  /** From how many earlier informal disposals on nobody can pass over the response to each. */
  @IsOptional()
  @IsInt({ message: 'Enter a whole number' })
  @Min(1, { message: 'The threshold must be 1 or more' })
  @Max(10, { message: 'The threshold must be 10 or less' })
  repeatThreshold?: number;

  @IsOptionalDay()
  outcome23From?: string;
}

export class PanelAreaChangeInput extends PanelAreaInput {
  @IsInt()
  @Min(1)
  version: number;
}
