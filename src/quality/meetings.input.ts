import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { firstOfMonthsTo } from '../policy/days.js';
import { BlankIsNone, IsOptionalDay } from '../platform/input.js';
import { assertInOrder, type Period } from './population.js';

export const periods = [3, 6, 12, 24, 60] as const;

/** The meetings that are counted: so many months until today, or between two days. */
export class MeetingsInput {
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

/** The first day and the last that were asked for: of the last twelve months where nothing was said. Throws `Invalid`. */
export function daysAsked({ months = 12, ...asked }: MeetingsInput, today: string): Pick<Period, 'from' | 'to'> {
  const to = asked.to ?? today;
  const period = { from: asked.from ?? firstOfMonthsTo(to, months), to };
  assertInOrder(period);
  return period;
}
