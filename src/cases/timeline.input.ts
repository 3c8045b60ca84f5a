import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';

export class TimelineInput {
  /** Leaves out who only looked. */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === '' || value === 'false' ? false : (value as unknown)))
  @IsBoolean({ message: 'Changes only: true or false' })
  changesOnly?: boolean;

  @IsOptional()
  @MaxLength(500)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'The limit is a whole number' })
  @Min(1, { message: 'The limit is at least 1' })
  @Max(100, { message: 'The limit is at most 100' })
  limit?: number;
}
