import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';

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

/** The same of one panel area, or of all in which the asker may see it. */
export class AreaListInput extends ListInput {
  @IsOptional()
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId?: string;
}
