/** The bank holidays of England and Wales: those that are known, and those that regularly fall. */

/** Bank holidays by year. A year that is not among them is not known, and nothing is assumed of it. */
export type Calendar = Readonly<Record<string, readonly string[]>>;

const year = (number: number, ...days: readonly string[]): [string, string[]] => [
  String(number),
  days.map((day) => `${number}-${day}`),
];

/**
 * The years this release knows, all of them announced and none derived, with the days that were proclaimed or moved for
 * one year alone (8 May 2020, 2 and 3 June 2022, 19 September 2022, 8 May 2023). The list is published some two years
 * ahead, so that no later year is here; an administrator adds it when it is published, and can replace a year for which a
 * day is proclaimed afterwards. In: nothing. Out: days by year.
 * Source: GOV.UK, UK bank holidays, division england-and-wales (read in the list to 2028 that the Ministry of Justice’s
 * package govuk-bank-holidays holds of February 2026; compared day by day with England and with Wales in the package
 * `holidays`, 0.105, and with `bankHolidays` below).
 */
export const releaseCalendar: Calendar = Object.fromEntries([
  year(2019, '01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'),
  year(2020, '01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'),
  year(2021, '01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'),
  year(2022, '01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'),
  year(2023, '01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26'),
  year(2024, '01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'),
  year(2025, '01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'),
  year(2026, '01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'),
  year(2027, '01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'),
  year(2028, '01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'),
]);

/** Whether banks are shut on a day, or null when its year is not known. In: a real day, calendar. Source: the calendar. */
export const isBankHoliday = (day: string, calendar: Calendar = releaseCalendar): boolean | null =>
  calendar[day.slice(0, 4)]?.includes(day) ?? null;

/**
 * The last year up to which every year is known, from the first one on: nothing is counted past it. In: a calendar.
 * Out: a year. Source: the calendar.
 */
export function lastKnownYear(calendar: Calendar = releaseCalendar): number {
  let last = Math.min(...Object.keys(calendar).map(Number));
  while (Object.hasOwn(calendar, String(last + 1))) last += 1;
  return last;
}

const dayOf = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month - 1, date, 12)).toISOString().slice(0, 10);

const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay();

/** Easter Sunday as days after 21 March. Source: Oudin’s method (Explanatory Supplement to the Astronomical Almanac). */
function daysToEaster(year: number): number {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leaps = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century - 17) / 25)) / 3);
  const moon = (leaps + 19 * golden + 15) % 30;
  const fullMoon = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const sunday = (year + Math.floor(year / 4) + fullMoon + 2 - century + Math.floor(century / 4)) % 7;
  return fullMoon - sunday + 7;
}

const firstMonday = (year: number, month: number): number => 1 + ((8 - weekdayOf(dayOf(year, month, 1))) % 7);
const lastMonday = (year: number, month: number): number => 31 - ((weekdayOf(dayOf(year, month, 31)) + 6) % 7);

/** A holiday at a weekend is kept on the Monday after; Christmas and Boxing Day on Monday and Tuesday. */
function substitutes(year: number): string[] {
  const newYear = weekdayOf(dayOf(year, 1, 1));
  const christmas = weekdayOf(dayOf(year, 12, 25));
  return [
    dayOf(year, 1, newYear === 6 ? 3 : newYear === 0 ? 2 : 1),
    dayOf(year, 12, christmas === 6 || christmas === 0 ? 27 : 25),
    dayOf(year, 12, christmas === 5 || christmas === 6 ? 28 : 26),
  ];
}

/**
 * The eight bank holidays of a year as they regularly fall, to be compared with what is published; days proclaimed for one
 * year alone are not foreseen, so nothing is counted by them. In: a year. Out: days in their order.
 * Source: Banking and Financial Dealings Act 1971 s1.
 */
export function bankHolidays(year: number): string[] {
  const easter = 21 + daysToEaster(year);
  return [
    ...substitutes(year),
    dayOf(year, 3, easter - 2),
    dayOf(year, 3, easter + 1),
    dayOf(year, 5, firstMonday(year, 5)),
    dayOf(year, 5, lastMonday(year, 5)),
    dayOf(year, 8, lastMonday(year, 8)),
  ].toSorted();
}
