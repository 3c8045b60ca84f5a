import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { frameworks } from '../policy/ratings.js';

const WHOLE = 'Enter a whole number of cases from 0 to 100,000';
const MOST = 100_000;

/** How many cases were judged on a key question, in how many it arose, and how many were sufficient. */
export class KeyQuestionCountInput {
  @IsString({ message: 'Name the key question, such as 3.1.1' })
  @MaxLength(20, { message: 'Name the key question, such as 3.1.1' })
  ref: string;

  @IsInt({ message: WHOLE })
  @Min(0, { message: WHOLE })
  @Max(MOST, { message: WHOLE })
  yes: number;

  @IsInt({ message: WHOLE })
  @Min(0, { message: WHOLE })
  @Max(MOST, { message: WHOLE })
  applicable: number;

  @IsInt({ message: WHOLE })
  @Min(0, { message: WHOLE })
  @Max(MOST, { message: WHOLE })
  all: number;
}

class FrameworkInput {
  @IsIn(frameworks.map(({ id }) => id), { message: 'Select a framework' })
  framework: string;
}

export class CountsInput extends FrameworkInput {
  @IsArray({ message: 'Give the count for each key question' })
  @ArrayMaxSize(50, { message: 'There are at most 50 key questions' })
  @ValidateNested({ each: true })
  @Type(() => KeyQuestionCountInput)
  counts: KeyQuestionCountInput[];
}

/** The form: the number of cases once, then the sufficient and perhaps the applicable ones of each key question. */
export class CountsOnPageInput extends FrameworkInput {
  @IsInt({ message: WHOLE })
  @Min(1, { message: 'Enter how many cases were judged' })
  @Max(MOST, { message: WHOLE })
  all: number;

  @IsOptional()
  @IsObject()
  yes?: Record<string, unknown>;

  @IsOptional()
  @IsObject()
  applicable?: Record<string, unknown>;
}
