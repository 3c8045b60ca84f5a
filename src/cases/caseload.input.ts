import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { type CaseState, stateCodes } from '../policy/lifecycle.js';
import { BlankIsNone } from '../platform/input.js';
import { type ClockGroup, clockGroups, nearClockCodes } from './near-clocks.js';
import { ListInput } from '../platform/web/list.input.js';

export const sorts = ['stateSince', 'referredOn', 'reference'] as const;
export type Sort = (typeof sorts)[number];
export type SortOrder = Sort | `-${Sort}`;

export const sortOrders: readonly SortOrder[] = sorts.flatMap((sort): SortOrder[] => [sort, `-${sort}`]);

export const clockFilters = [...(Object.keys(clockGroups) as ClockGroup[]), ...nearClockCodes];
export type ClockFilter = (typeof clockFilters)[number];

/** What the caseload is narrowed to and sorted by; it stands in the address, so nothing of it is about a child. */
export class CaseloadInput extends ListInput {
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

  /** What is, or may be, near, due or over: one clock, those of a group, or any. */
  @BlankIsNone()
  @IsOptional()
  @ApiProperty({ enum: clockFilters, required: false })
  @IsIn(clockFilters, { message: 'Select what runs out from the list' })
  clock?: ClockFilter;

  /** A person's id, `me` (also whom one covers today) or `none`. */
  @BlankIsNone()
  @IsOptional()
  @Matches(/^(me|none|[0-9a-f-]{36})$/, { message: 'Give a person, me or none' })
  allocatedTo?: string;

  /** Ascending; descending with a minus before it. */
  @BlankIsNone()
  @IsOptional()
  @IsIn(sortOrders, { message: `Sort by ${sorts.join(', ')}, with a minus before it for the reverse` })
  sort?: SortOrder;

  /** The page before a row, for going back. */
  @IsOptional()
  @MaxLength(500)
  before?: string;
}
