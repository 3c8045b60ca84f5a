import { addDays, isRealDay, isWorkingDay } from './days.js';

export type Elapsed = { readonly days: number; readonly workingDays: number };

/** Longest span that is counted day by day; nothing here lasts longer. */
const MOST_DAYS = 36_600;

/**
 * How long it is from one day to another: days, and working days of England and Wales, the first day not counted.
 * In: two real days, the later last. Out: both counts; nought when they are the same or the wrong way round.
 * Source: as for `workingDaysLater`, of which it is the converse.
 */
export function elapsed(from: string, to: string): Elapsed {
  if (!isRealDay(from) || !isRealDay(to)) return { days: 0, workingDays: 0 };
  let [days, workingDays] = [0, 0];
  for (let day = from; day < to && days < MOST_DAYS; days += 1) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) workingDays += 1;
  }
  return { days, workingDays };
}
