import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { BlankIsNone, IsOptionalDay } from '../platform/input.js';

export const periods = [3, 6, 12, 24, 60] as const;

/** The meetings that are counted: so many months until today, or between two days. */
export class DeparturesInput {
  @IsOptional()
  @BlankIsNone()
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId?: string;

  @IsOptional()
  @Type(() => Number)
  @IsIn(periods, { message: `The months are ${periods.join(', ')}` })
  months?: number;

  @IsOptionalDay()
  from?: string;

  @IsOptionalDay()
  to?: string;
}
