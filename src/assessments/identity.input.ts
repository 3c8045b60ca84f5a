import { Type } from 'class-transformer';
import { IsObject, IsOptional, ValidateNested } from 'class-validator';
import { EthnicityInput } from '../children/ethnicity.input.js';
import { VersionInput, Words } from '../platform/input.js';

export class IdentityInput extends VersionInput {
  /** Left out when what is recorded still stands. */
  @IsOptional()
  @IsObject({ message: 'Enter the ethnicity' })
  @ValidateNested()
  @Type(() => EthnicityInput)
  ethnicity?: EthnicityInput;

  @Words(4000, 'Enter what the child’s ethnicity and identity mean in this case')
  consideration: string;
}
