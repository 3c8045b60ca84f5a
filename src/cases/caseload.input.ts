import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { type CaseState, stateCodes } from '../policy/lifecycle.js';

export const sorts = ['stateSince', 'referredOn', 'reference'] as const;
export type Sort = (typeof sorts)[number];
export type SortOrder = Sort | `-${Sort}`;

export const sortOrders: readonly SortOrder[] = sorts.flatMap((sort): SortOrder[] => [sort, `-${sort}`]);

/** A field of a filter form that was left at "Any". */
const BlankIsNone = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }): unknown => (value === '' ? undefined : value));

/** What the caseload is narrowed to and sorted by; it stands in the address, so nothing of it is about a child. */
export class CaseloadInput {
  @BlankIsNone()
  @IsOptional()
  @ApiProperty({ enum: stateCodes, required: false })
  @IsIn(stateCodes, { message: 'Select a state from the list' })
  state?: CaseState;

  @BlankIsNone()
  @IsOptional()
  @IsUUID(undefined, { message: 'Select a panel area' })
  panelAreaId?: string;

  @BlankIsNone()
  @IsOptional()
  @IsIn(['REPEAT_DISPOSAL'], { message: 'The flag is REPEAT_DISPOSAL' })
  flag?: 'REPEAT_DISPOSAL';

  /** A person's id, `me` or `none`. */
  @BlankIsNone()
  @IsOptional()
  @Matches(/^(me|none|[0-9a-f-]{36})$/, { message: 'Give a person, me or none' })
  allocatedTo?: string;

  /** Ascending; descending with a minus before it. */
  @BlankIsNone()
  @IsOptional()
  @IsIn(sortOrders, { message: `Sort by ${sorts.join(', ')}, with a minus before it for the reverse` })
  sort?: SortOrder;

  @IsOptional()
  @MaxLength(500)
  after?: string;

  /** The page before a row, for going back. */
  @IsOptional()
  @MaxLength(500)
  before?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'The limit is a whole number' })
  @Min(1, { message: 'The limit is at least 1' })
  @Max(100, { message: 'The limit is at most 100' })
  limit?: number;
}
