import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type Agency, agencyCodes } from '../policy/agencies.js';
import { type Role, roleCodes } from '../policy/permissions.js';
import { Name, OptionalWords } from '../platform/input.js';

export class RoleInput {
  @IsIn(roleCodes, { message: 'Select a role' })
  role: Role;

  /** Left out for the roles that are held for the whole service. */
  @IsOptional()
  @IsUUID()
  panelAreaId?: string;
}

export class PersonInput {
  @IsEmail({}, { message: 'Enter an email address, like name@example.gov.uk' })
  @MaxLength(254)
  email: string;

  @Name('Enter a name')
  name: string;

  @IsIn(agencyCodes, { message: 'Select an agency' })
  agency: Agency;

  @OptionalWords(50)
  collarNumber?: string;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RoleInput)
  roles: RoleInput[];
}

export class PersonChangeInput extends PersonInput {
  @IsIn(['ACTIVE', 'DISABLED'], { message: 'Select whether the person may sign in' })
  state: 'ACTIVE' | 'DISABLED';

  @IsInt()
  @Min(1)
  version: number;
}
