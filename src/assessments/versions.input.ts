import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** A version among those kept, beside which another is shown. */
export class SinceInput {
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Name a version by its number' })
  @Max(999_999_999)
  @Min(1, { message: 'Name a version by its number' })
  since?: number;
}

/** Two versions to be shown beside each other, in either order. */
export class CompareInput {
  @Type(() => Number)
  @IsInt({ message: 'Choose two versions' })
  @Max(999_999_999)
  @Min(1, { message: 'Choose two versions' })
  one: number;

  @Type(() => Number)
  @IsInt({ message: 'Choose two versions' })
  @Max(999_999_999)
  @Min(1, { message: 'Choose two versions' })
  other: number;
}
