import { IsIn } from 'class-validator';
import { IsDay, Name } from '../platform/input.js';
import type { Sex } from './child.entity.js';

/** How a source describes a child. */
export class ChildInput {
  @Name('Enter the child’s given name')
  givenName: string;

  @Name('Enter the child’s family name')
  familyName: string;

  @IsDay('Enter the child’s date of birth')
  dateOfBirth: string;

  @IsIn(['MALE', 'FEMALE', 'NOT_KNOWN'], { message: 'Select the child’s sex' })
  sex: Sex;
}
