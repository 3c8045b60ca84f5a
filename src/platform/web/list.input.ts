import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const LIMIT = 'The limit is a whole number from 1 to 100';

/** What every list takes: how many, and where to go on. */
export class ListInput {
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: LIMIT })
  @Min(1, { message: LIMIT })
  @Max(100, { message: LIMIT })
  limit?: number;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  after?: string;
}
