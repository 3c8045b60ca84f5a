/** Days are text, `YYYY-MM-DD`, with no clock and no zone: they sort and compare as text. */
import { type Calendar, isBankHoliday, releaseCalendar } from './bank-holidays.js';

const pattern = /^\d{4}-\d{2}-\d{2}$/;
/** Clocks count thousands of days for one page, so that numbers are put together here and no text is parsed. */
function atNoon(day: string): Date {
  const date = new Date(43_200_000);
  date.setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
  return date;
}
const two = (number: number): string => (number < 10 ? `0${number}` : String(number));
const dayOf = (date: Date): string =>
  `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;

/** True when the text is a day that exists in the calendar. In: any text. Source: ISO 8601. */
export function isRealDay(text: string | null | undefined): text is string {
  if (!text || !pattern.test(text)) return false;
  const date = atNoon(text);
  return !Number.isNaN(date.getTime()) && dayOf(date) === text;
}

/** The day so many days later (or earlier). In: a real day, a number. Out: a day. Source: the calendar. */
export function addDays(day: string, days: number): string {
  const date = atNoon(day);
  date.setUTCDate(date.getUTCDate() + days);
  return dayOf(date);
}

/**
 * The corresponding day so many months later, or the last of that month where there is none.
 * In: a real day, a number. Out: a day. Source: the corresponding date rule (Dodds v Walker [1981] 1 WLR 1027).
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0, 12));
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return dayOf(lastOfMonth);
}

/**
 * The first of so many months that end with a day: the day after the last one whose corresponding day is not later, so that
 * no day is in two successive periods. In: a real day, the last one; a number. Out: a day. Source: as `addMonths`.
 */
export function firstOfMonthsTo(last: string, months: number): string {
  let first = addDays(addMonths(last, -months), 1);
  while (addMonths(first, months) <= last) first = addDays(first, 1);
  return first;
}

/**
 * Whole years of age on a day; born on 29 February, a year older on 1 March in other years.
 * In: day of birth, day. Out: years, below nought before birth, or null when either is not a real day.
 * Source: Family Law Reform Act 1969 s9 (an age is reached at the beginning of the birthday).
 */
export function ageOn(born: string | null | undefined, day: string | null | undefined): number | null {
  if (!isRealDay(born) || !isRealDay(day)) return null;
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/** A day in milliseconds. */
export const A_DAY = 86_400_000;

/** After every day: it stands for one that there is not. */
export const LAST_DAY = '9999-12-31';

/** The day on which an age is reached. In: day of birth, years. Out: a day. Source: Family Law Reform Act 1969 s9. */
export function birthday(born: string, years: number): string {
  const year = Number(born.slice(0, 4)) + years;
  const day = `${year}${born.slice(4)}`;
  return isRealDay(day) ? day : `${year}-03-01`;
}

/** So many days from one day to another, below nought when it is before. In: two real days. Source: the calendar. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / A_DAY);

const isWeekend = (date: Date): boolean => date.getUTCDay() === 0 || date.getUTCDay() === 6;

/**
 * Whether it is from Monday to Friday and no bank holiday of England and Wales; null when the bank holidays of its year are
 * not known. Source: Banking and Financial Dealings Act 1971.
 */
function works(date: Date, calendar: Calendar): boolean | null {
  if (isWeekend(date)) return false;
  const isShut = isBankHoliday(dayOf(date), calendar);
  return isShut === null ? null : !isShut;
}

const step = (date: Date, days: 1 | -1): void => void date.setUTCDate(date.getUTCDate() + days);

/** Days by number, so that weeks are counted and not walked through: a page of clocks asks thousands of times. */
const numberOf = (day: string): number => Math.floor(atNoon(day).getTime() / A_DAY);
const dayNumbered = (number: number): string => dayOf(new Date((number + 0.5) * A_DAY));

/** Every day from Monday to Friday has a number of its own too, which a weekend shares with the Friday before it. */
function weekdayAt(number: number): number {
  const sinceMonday = number + 3;
  const week = Math.floor(sinceMonday / 7);
  return week * 5 + Math.min(sinceMonday - week * 7, 4);
}
function dayOfWeekday(weekday: number): number {
  const week = Math.floor(weekday / 5);
  return week * 7 + (weekday - week * 5) - 3;
}

/** Bank holidays from Monday to Friday, after one weekday and up to another; null when a year between is not known. */
function holidaysBetween(after: number, upTo: number, calendar: Calendar): number | null {
  const [first, last] = [dayNumbered(dayOfWeekday(after + 1)), dayNumbered(dayOfWeekday(upTo))];
  let found = 0;
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    const days = calendar[String(year).padStart(4, '0')];
    if (!days) return null;
    found += days.filter((day) => day >= first && day <= last && !isWeekend(atNoon(day))).length;
  }
  return found;
}

/**
 * The day so many working days after a day, that day not counted; null when it cannot be told because the bank holidays of
 * a year on the way are not known. In: a real day, a number, the calendar. Source: as above.
 */
export function workingDaysLater(day: string, count: number, calendar: Calendar = releaseCalendar): string | null {
  if (count <= 0) return day;
  let reached = weekdayAt(numberOf(day));
  let left: number | null = count;
  while (left !== null && left > 0) {
    const before = reached;
    reached += left;
    left = holidaysBetween(before, reached, calendar);
  }
  return left === null ? null : dayNumbered(dayOfWeekday(reached));
}

/**
 * The working days from one day to a later one, the first not counted; null when the bank holidays of a year between are
 * not known, 0 when the second is not later. In: two real days, the calendar. Source: as above; the converse of
 * `workingDaysLater`.
 */
export function workingDaysBetween(from: string, to: string, calendar: Calendar = releaseCalendar): number | null {
  const [after, upTo] = [weekdayAt(numberOf(from)), weekdayAt(numberOf(to))];
  if (upTo <= after) return 0;
  const holidays = holidaysBetween(after, upTo, calendar);
  return holidays === null ? null : upTo - after - holidays;
}

/**
 * The last day from which so many working days are over by a day; null when a year on the way is not known.
 * In: a real day, a number, the calendar. Out: the day for which `workingDaysLater` is not after `day`. Source: as above.
 */
export function workingDaysBefore(day: string, count: number, calendar: Calendar = releaseCalendar): string | null {
  let left = count;
  const reached = atNoon(day);
  while (left > 0) {
    const isOne = works(reached, calendar);
    if (isOne === null) return null;
    if (isOne) left -= 1;
    step(reached, -1);
  }
  return dayOf(reached);
}
