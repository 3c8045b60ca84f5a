import type { Calendar } from './bank-holidays.js';
import { daysBetween, isRealDay, workingDaysBetween } from './days.js';

/** `workingDays` is null when the bank holidays of a year between are not known. */
export type Elapsed = { readonly days: number; readonly workingDays: number | null };

/** Longest span whose working days are counted; nothing here lasts longer. */
const MOST_DAYS = 36_600;

/**
 * How long it is from one day to another: days, and working days of England and Wales, the first day not counted.
 * In: two real days, the later last, and the calendar. Out: both counts; nought when they are the same or the wrong way
 * round. Source: as for `workingDaysLater`, of which it is the converse.
 */
export function elapsed(from: string, to: string, calendar?: Calendar): Elapsed {
  if (!isRealDay(from) || !isRealDay(to) || to <= from) return { days: 0, workingDays: 0 };
  const days = daysBetween(from, to);
  return { days, workingDays: days > MOST_DAYS ? null : workingDaysBetween(from, to, calendar) };
}
