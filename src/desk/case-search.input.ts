import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { IsOptionalDay, OptionalWords } from '../platform/input.js';

/** At least one of these; with several, a case must fit all. */
export class CaseSearchInput {
  /** Given or family name, or the beginning of one; or both in either order. */
  @OptionalWords(200)
  name?: string;

  @IsOptionalDay()
  dateOfBirth?: string;

  /** The reference of the case here, or of the crime with police. */
  @OptionalWords(100)
  reference?: string;
}

export class SearchPageInput {
  @IsOptional()
  @MaxLength(500)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'The limit is a whole number' })
  @Min(1, { message: 'The limit is at least 1' })
  @Max(25, { message: 'The limit is at most 25' })
  limit?: number;
}
