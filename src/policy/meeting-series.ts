import { type Calendar, isBankHoliday, releaseCalendar } from './bank-holidays.js';
import { addDays, addMonths, workingDaysLater } from './days.js';

/** How often a series meets; every month means the same weekday of the month as the first meeting. */
export const frequencies = { WEEKLY: 'Every week', FORTNIGHTLY: 'Every two weeks', MONTHLY: 'Every month' } as const;

/** In the order of ISO 8601: Monday is 1. */
export const weekdays = {
  MONDAY: 'Monday',
  TUESDAY: 'Tuesday',
  WEDNESDAY: 'Wednesday',
  THURSDAY: 'Thursday',
  FRIDAY: 'Friday',
} as const;

/** What becomes of a meeting that would fall on a bank holiday. */
export const onBankHoliday = {
  SKIP: 'There is no meeting',
  NEXT_WORKING_DAY: 'It is held on the next working day',
} as const;

export type Frequency = keyof typeof frequencies;
export type Weekday = keyof typeof weekdays;
export type OnBankHoliday = keyof typeof onBankHoliday;

export type SeriesRule = {
  readonly frequency: Frequency;
  readonly weekday: Weekday;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly onBankHoliday: OnBankHoliday;
};

/** A day of the series, and the day on which its meeting is held: another after a bank holiday, or none. */
export type SeriesDay = { readonly day: string; readonly heldOn: string | null };

/** How long a series may be: longer ones are arranged again, so that nobody plans on a rule nobody looked at. */
export const longestSeriesMonths = 12;

/** How long a calendar keeps free for a meeting, of which only the beginning is arranged. */
const usualHours = 2;

/** When a meeting is usually over, for a calendar. In: an instant. Out: an instant. Source: house rule. */
export const usualEnd = (startsAt: string): string =>
  new Date(Date.parse(startsAt) + usualHours * 3_600_000).toISOString();

/** True when a series ends within the longest time. In: two real days. Source: house rule. */
export const isWithinAYear = (fromDay: string, untilDay: string): boolean =>
  untilDay < addMonths(fromDay, longestSeriesMonths);

const isoWeekday = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

/** The first such weekday that is not before a day. */
function firstOn(weekday: Weekday, fromDay: string): string {
  const wanted = Object.keys(weekdays).indexOf(weekday) + 1;
  return addDays(fromDay, (wanted - isoWeekday(fromDay) + 7) % 7);
}

/** The same weekday of a later month: the first to the fourth, or the last where the first meeting was on a fifth. */
function sameWeekdayOf(first: string, months: number): string {
  const place = Math.ceil(Number(first.slice(8)) / 7);
  const firstOfMonth = `${addMonths(`${first.slice(0, 7)}-01`, months).slice(0, 7)}-01`;
  const inMonth = addDays(firstOfMonth, (isoWeekday(first) - isoWeekday(firstOfMonth) + 7) % 7);
  const wanted = addDays(inMonth, 7 * (place - 1));
  return wanted.slice(0, 7) === firstOfMonth.slice(0, 7) ? wanted : addDays(wanted, -7);
}

function plannedDay(frequency: Frequency, first: string, number: number): string {
  if (frequency === 'MONTHLY') return sameWeekdayOf(first, number);
  return addDays(first, number * (frequency === 'WEEKLY' ? 7 : 14));
}

function heldOn(day: string, choice: OnBankHoliday, calendar: Calendar): string | null {
  if (!isBankHoliday(day, calendar)) return day;
  return choice === 'SKIP' ? null : workingDaysLater(day, 1, calendar);
}

/**
 * The first year of a series whose bank holidays nobody knows yet, so that nothing can be said of its days; null where all
 * are known. In: two real days, the calendar. Source: `bank-holidays.ts`.
 */
export function unknownYear(fromDay: string, untilDay: string, calendar: Calendar): string | null {
  const years = [fromDay.slice(0, 4), untilDay.slice(0, 4)];
  return years.find((year) => calendar[year] === undefined) ?? null;
}

/**
 * The days of a series in their order, each with the day on which it is held.
 * In: a rule whose days are real, at most a year apart and of years that are known; the calendar. Out: days. Source: house
 * rule; bank holidays as in `bank-holidays.ts`.
 */
export function seriesDays(
  { frequency, weekday, fromDay, untilDay, onBankHoliday: choice }: SeriesRule,
  calendar: Calendar = releaseCalendar,
): SeriesDay[] {
  const first = firstOn(weekday, fromDay);
  const days: SeriesDay[] = [];
  for (let number = 0; ; number += 1) {
    const day = plannedDay(frequency, first, number);
    if (day > untilDay) return days;
    days.push({ day, heldOn: heldOn(day, choice, calendar) });
  }
}
