import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { gravityEditionCodes, type GravityEdition } from '../policy/gravity.js';
import { type OffenceFeature, offenceFeatures } from '../policy/offence-classes.js';
import { IsDay, Words } from '../platform/input.js';

const SCORE = 'The score is a whole number from 1 to 5';
const featureCodes = Object.keys(offenceFeatures) as OffenceFeature[];

/** What moved the score of an offence up or down, with what shows it. */
export class GravityFactorInput {
  @Words(100, 'Enter the factor')
  code: string;

  @IsIn(['AGGRAVATING', 'MITIGATING'], { message: 'Select whether the factor aggravates or mitigates' })
  kind: 'AGGRAVATING' | 'MITIGATING';

  @Words(500, 'Enter what shows this factor')
  evidence: string;
}

/** A score in the child gravity matrix: where it starts, what moved it, where it ends. */
export class GravityInput {
  @IsIn(gravityEditionCodes, { message: `Select the edition of the matrix: ${gravityEditionCodes.join(' or ')}` })
  edition: GravityEdition;

  @IsInt({ message: SCORE })
  @Min(1, { message: SCORE })
  @Max(5, { message: SCORE })
  startScore: number;

  @IsOptional()
  @IsArray({ message: 'Give the factors as a list' })
  @ArrayMaxSize(50, { message: 'At most 50 factors can be given' })
  @ValidateNested({ each: true })
  @Type(() => GravityFactorInput)
  factors?: GravityFactorInput[];

  @IsInt({ message: SCORE })
  @Min(1, { message: SCORE })
  @Max(5, { message: SCORE })
  finalScore: number;
}

/** A form has three answers where the API has a truth value or nothing. */
export const fromAnswer = ({ value }: { value: unknown }): unknown =>
  value === 'YES' ? true : value === 'NO' ? false : value === 'NOT_KNOWN' ? undefined : value;

/** One offence of a referral, its gravity scored or still to be scored. */
export class OffenceInput {
  @IsDay('Enter the date of the offence')
  date: string;

  @Words(20, 'Enter the Home Office class')
  homeOfficeClass: string;

  @Words(4000, 'Enter what happened')
  description: string;

  /** Left out: what is usual for the class, or not known. */
  @IsOptional()
  @ApiProperty({ type: Boolean, required: false })
  @Transform(fromAnswer)
  @IsBoolean({ message: 'Select whether the offence can be tried in the Crown Court alone' })
  indictableOnly?: boolean;

  /** Left out: it is not known, and counts as if it might be any. */
  @IsOptional()
  @IsArray({ message: 'Give the features as a list' })
  @ArrayUnique({ message: 'Name each feature once' })
  @IsIn(featureCodes, { each: true, message: 'Select features from the list' })
  features?: OffenceFeature[];

  @IsOptional()
  @IsObject({ message: 'Enter the gravity score' })
  @ValidateNested()
  @Type(() => GravityInput)
  gravity?: GravityInput;
}
