import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsOptionalDay } from '../platform/input.js';

/** A field of a filter form that was left empty. */
const BlankIsNone = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }): unknown => (value === '' ? undefined : value));

export class TrailInput {
  @BlankIsNone()
  @IsOptional()
  @IsUUID(undefined, { message: 'Select a person' })
  personId?: string;

  @BlankIsNone()
  @IsOptionalDay()
  day?: string;

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
