import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { frameworks } from '../policy/ratings.js';
import { IsDay, OptionalWords } from '../platform/input.js';

export const LARGEST_SAMPLE = 5000;

const CONFIDENCE = 'Confidence is a number from 50 to 99.9 per cent';
const MARGIN = 'The margin of error is a number from 0.5 to 50 points';

const IsShare = (least: number, most: number, message: string): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    IsNumber({ allowNaN: false, allowInfinity: false }, { message }),
    Min(least, { message }),
    Max(most, { message }),
  );

/** The decided cases from which a sample is drawn. */
export class PeriodInput {
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId: string;

  @IsDay('Enter the first day of the period')
  from: string;

  @IsDay('Enter the last day of the period')
  to: string;
}

export class PlannedPeriodInput extends PeriodInput {
  @IsIn(frameworks.map(({ id }) => id), { message: 'Select a framework' })
  framework: string;
}

/** The size is a number of cases, or follows from confidence and margin; with neither, from the inspectorate's own. */
export class AuditPlanInput extends PlannedPeriodInput {
  @IsOptional()
  @IsInt({ message: `Enter a whole number of cases from 1 to ${LARGEST_SAMPLE}` })
  @Min(1, { message: `Enter a whole number of cases from 1 to ${LARGEST_SAMPLE}` })
  @Max(LARGEST_SAMPLE, { message: `Enter a whole number of cases from 1 to ${LARGEST_SAMPLE}` })
  size?: number;

  @IsShare(50, 99.9, CONFIDENCE)
  confidence?: number;

  @IsShare(0.5, 50, MARGIN)
  margin?: number;

  /** Made when it is not given, and shown with the plan. */
  @OptionalWords(200)
  seed?: string;
}

/** The form asks first which of the two rules is meant. */
export class DrawnOnPageInput extends AuditPlanInput {
  @IsIn(['PRECISION', 'NUMBER'], { message: 'Select how many cases to draw' })
  how: 'PRECISION' | 'NUMBER';
}

export class PlansListedInput {
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'The limit is a whole number from 1 to 100' })
  @Min(1, { message: 'The limit is a whole number from 1 to 100' })
  @Max(100, { message: 'The limit is a whole number from 1 to 100' })
  limit?: number;

  @IsOptional()
  @IsUUID('all', { message: 'The place to go on from is not one that was given out' })
  after?: string;
}
