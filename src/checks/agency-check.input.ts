import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { type Agency, agencyCodes } from '../policy/agencies.js';
import { IsDay, IsOptionalDay, OptionalWords, VersionInput, Words } from '../platform/input.js';
import { type CheckStatus, checkStatuses } from './agency-check.entity.js';

/** What one agency answered, or that it is asked. */
export class AgencyCheckInput extends VersionInput {
  @IsIn(checkStatuses, { message: 'Select what the agency answered' })
  status: CheckStatus;

  @OptionalWords(4000)
  content?: string;

  @OptionalWords(4000)
  analysis?: string;

  @OptionalWords(500)
  reason?: string;

  /** By when an answer is asked for; ten working days when left out. */
  @IsOptionalDay()
  dueOn?: string;
}

export class AskAgenciesInput {
  @IsArray({ message: 'Select the agencies to ask' })
  @ArrayMinSize(1, { message: 'Select at least one agency to ask' })
  @ArrayMaxSize(50)
  @ArrayUnique({ message: 'Name each agency once' })
  @IsIn(agencyCodes, { each: true, message: 'Select agencies from the list' })
  agencies: Agency[];

  @IsOptionalDay()
  dueOn?: string;
}

/** That an agency was reminded of what it was asked. */
export class ChaserInput extends VersionInput {
  @IsDay('Enter the day on which you chased')
  on: string;

  @Words(200, 'Enter how you chased')
  how: string;
}
