/** The bank holidays of England and Wales as they regularly fall; days proclaimed for one year alone are not foreseen. */
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

/** The eight bank holidays of a year. In: a year. Out: days. Source: Banking and Financial Dealings Act 1971 s1. */
export function bankHolidays(year: number): string[] {
  const easter = 21 + daysToEaster(year);
  return [
    ...substitutes(year),
    dayOf(year, 3, easter - 2),
    dayOf(year, 3, easter + 1),
    dayOf(year, 5, firstMonday(year, 5)),
    dayOf(year, 5, lastMonday(year, 5)),
    dayOf(year, 8, lastMonday(year, 8)),
  ];
}

/** True when banks are shut that day. In: a real day. Source: as above. */
export const isBankHoliday = (day: string): boolean => bankHolidays(Number(day.slice(0, 4))).includes(day);
