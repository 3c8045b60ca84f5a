import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
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
import { OffenceInput } from '../cases/offence.input.js';
import { ChildInput } from '../children/child.input.js';
import { EthnicityInput } from '../children/ethnicity.input.js';
import { IsDay, Name, OptionalWords, Words } from '../platform/input.js';
import { VictimInput } from '../victims/victim.input.js';

/** A child who is new to the service, as police know them. */
export class ReferredChildInput extends ChildInput {
  /** May follow later; the preparation is not complete without it. */
  @IsOptional()
  @IsObject({ message: 'Enter the ethnicity' })
  @ValidateNested()
  @Type(() => EthnicityInput)
  ethnicity?: EthnicityInput;
}

export class OfficerInput {
  @Name('Enter the name of the officer')
  name: string;

  @Words(50, 'Enter the collar number')
  collarNumber: string;
}

export class AppropriateAdultInput {
  @Name('Enter the name of the appropriate adult')
  name: string;

  @Words(200, 'Enter how they are related to the child')
  relationship: string;
}

export class NoVictimInput {
  @Words(500, 'Enter why there is no identifiable victim')
  reason: string;
}

/** The reference that police gave the matter, who dealt with it, and where the child stands with police. */
export class CrimeInput {
  @Words(100, 'Enter the crime reference')
  crimeReference: string;

  @IsDefined({ message: 'Enter the officer' })
  @IsObject({ message: 'Enter the officer' })
  @ValidateNested()
  @Type(() => OfficerInput)
  officer: OfficerInput;

  @IsIn(policeStatusCodes, { message: 'Select where the child stands with police' })
  policeStatus: PoliceStatus;

  @ValidateIf(({ policeStatus, bailDate }: CrimeInput) => policeStatus === 'BAIL' || (bailDate ?? '') !== '')
  @ApiProperty({ type: String, format: 'date', required: false })
  @IsDay('Enter the date on which bail ends')
  bailDate?: string;
}

const sufficiencyFrom = ({ value }: { value: unknown }): unknown =>
  value === true ? 'YES' : value === false ? 'NO' : value;

/** What the child says to it, and what police know. */
export class EvidenceInput {
  @IsIn(stanceCodes, { message: 'Select how the child stands to the allegation' })
  responsibilityStance: ResponsibilityStance;

  /** `true` and `false` are taken for YES and NO. */
  @ApiProperty({ enum: sufficiencyCodes })
  @Transform(sufficiencyFrom)
  @IsIn(sufficiencyCodes, { message: 'Select whether there is sufficient evidence to charge' })
  evidenceSufficient: Sufficiency;

  @IsOptional()
  @IsIn(cpsAuthorityCodes, { message: 'Select whether the Crown Prosecution Service gave authority' })
  cpsAuthority?: CpsAuthority;

  /** Even where it was for something else than the offence here. */
  @OptionalWords(500)
  arrestedFor?: string;

  @Words(10_000, 'Enter what police know that the panel should know')
  policeInformation: string;
}

/** A police referral, however it comes: by the API, by the form, or as a row of a file. */
export class ReferralInput extends IntersectionType(CrimeInput, EvidenceInput) {
  @IsUUID(undefined, { message: 'Select the panel area' })
  panelAreaId: string;

  /** A child who is new to the service; otherwise `childId`. */
  @IsOptional()
  @IsObject({ message: 'Enter the child' })
  @ValidateNested()
  @Type(() => ReferredChildInput)
  child?: ReferredChildInput;

  @IsOptional()
  @IsUUID(undefined, { message: 'The child is named by an id' })
  childId?: string;

  @IsArray({ message: 'Add at least one offence' })
  @ArrayMinSize(1, { message: 'Add at least one offence' })
  @ArrayMaxSize(50, { message: 'At most 50 offences can be referred together' })
  @ValidateNested({ each: true })
  @Type(() => OffenceInput)
  offences: OffenceInput[];

  @IsOptional()
  @IsArray({ message: 'Give the victims as a list' })
  @ArrayMaxSize(50, { message: 'At most 50 victims can be named' })
  @ValidateNested({ each: true })
  @Type(() => VictimInput)
  victims?: VictimInput[];

  @IsOptional()
  @IsObject({ message: 'Enter why there is no identifiable victim' })
  @ValidateNested()
  @Type(() => NoVictimInput)
  noIdentifiableVictim?: NoVictimInput;

  @IsOptional()
  @IsObject({ message: 'Enter the appropriate adult' })
  @ValidateNested()
  @Type(() => AppropriateAdultInput)
  appropriateAdult?: AppropriateAdultInput;
}
