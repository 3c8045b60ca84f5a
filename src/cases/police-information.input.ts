import { IsIn, IsInt, Min } from 'class-validator';
import {
  type CpsAuthority,
  cpsAuthorityCodes,
  type PoliceStatus,
  policeStatusCodes,
  type ResponsibilityStance,
  stanceCodes,
  type Sufficiency,
  sufficiencyCodes,
} from '../policy/police-information.js';
import { IsOptionalDay, OptionalWords, Words } from '../platform/input.js';

/** What police know beside the offences; what a caution or a resolution needs is read from here. */
export class PoliceInformationInput {
  @IsIn(stanceCodes, { message: 'Select how the child stands to what is alleged' })
  responsibilityStance: ResponsibilityStance;

  @IsIn(sufficiencyCodes, { message: 'Select whether the evidence is sufficient' })
  evidenceSufficient: Sufficiency;

  @IsIn(cpsAuthorityCodes, { message: 'Select whether the Crown Prosecution Service gave authority' })
  cpsAuthority: CpsAuthority;

  @IsIn(policeStatusCodes, { message: 'Select where the child stands with police' })
  policeStatus: PoliceStatus;

  @IsOptionalDay()
  bailDate?: string;

  @Words(10_000, 'Enter what police know')
  policeInformation: string;

  /** What the child was arrested for; stays as it is where it is left out. */
  @OptionalWords(500)
  arrestedFor?: string;

  /** The version of the case. */
  @IsInt({ message: 'The version is a whole number' })
  @Min(1)
  version: number;
}
