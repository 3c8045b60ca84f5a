import { Transform } from 'class-transformer';
import { ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { type OffenceFeature, offenceFeatures } from '../policy/offence-classes.js';
import { GravityInput } from './offence.input.js';

const featureCodes = Object.keys(offenceFeatures) as OffenceFeature[];

/** The score of one offence, and what its class does not say of it. */
export class GravityScoreInput extends GravityInput {
  /** Left out: it stays as it is. */
  @IsOptional()
  @Transform(({ value }) => (value === 'YES' ? true : value === 'NO' ? false : (value as unknown)))
  @IsBoolean({ message: 'Select whether the offence can be tried in the Crown Court alone' })
  indictableOnly?: boolean;

  @IsOptional()
  @IsArray({ message: 'Give the features as a list' })
  @ArrayUnique({ message: 'Name each feature once' })
  @IsIn(featureCodes, { each: true, message: 'Select features from the list' })
  features?: OffenceFeature[];

  /** The version of the offence. */
  @IsInt({ message: 'The version is a whole number' })
  @Min(1)
  version: number;
}
