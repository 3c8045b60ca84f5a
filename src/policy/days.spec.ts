import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bankHolidays, type Calendar, isBankHoliday, lastKnownYear, releaseCalendar } from './bank-holidays.js';
import {
  addDays,
  addMonths,
  ageOn,
  birthday,
  daysBetween,
  firstOfMonthsTo,
  isRealDay,
  workingDaysBefore,
  workingDaysBetween,
  workingDaysLater,
} from './days.js';

/** By the calendar alone: null where the bank holidays of its year are not known. */
function isWorkingDay(day: string, calendar: Calendar): boolean | null {
  if ([0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())) return false;
  const isShut = isBankHoliday(day, calendar);
  return isShut === null ? null : !isShut;
}

describe('a day', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'today', '2026-04-31', '2026-04-30T00:00:00Z', null])(
    'is not real when it is %j',
    (text) => expect(isRealDay(text)).toBe(false),
  );

  test('is real when the calendar has it', () => {
    expect(['2024-02-29', '2026-12-31'].every(isRealDay)).toBe(true);
  });

  test('is counted on across months, years and clock changes', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2026-10-20', -12)).toBe('2025-10-20');
  });

  test.each([
    ['2026-11-23', 12, '2025-11-24'],
    ['2027-02-28', 12, '2026-03-01'],
    ['2028-02-29', 12, '2027-03-01'],
    ['2026-11-30', 3, '2026-09-01'],
    ['2026-12-30', 3, '2026-10-01'],
    ['2026-12-31', 3, '2026-10-01'],
  ])('%s is the last of %i months that begin on %s', (last, months, first) => {
    expect(firstOfMonthsTo(last, months)).toBe(first);
    expect(firstOfMonthsTo(addDays(first, -1), months) < first).toBe(true);
  });
});

describe('age', () => {
  test('is reached on the birthday', () => {
    expect(ageOn('2011-05-05', '2021-05-04')).toBe(9);
    expect(ageOn('2011-05-05', '2021-05-05')).toBe(10);
    expect(ageOn('2027-01-01', '2026-01-01')).toBe(-1);
  });

  test('of a child born on 29 February is reached on 1 March in other years', () => {
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
    expect(birthday('2008-02-29', 18)).toBe('2026-03-01');
  });

  test('is not known without both days', () => {
    expect(ageOn(null, '2026-01-01')).toBeNull();
    expect(ageOn('2011-05-05', 'soon')).toBeNull();
  });
});

describe('working days', () => {
  // the regular bank holidays of England and Wales as published; the one proclaimed for May 2023 apart
  test.each([
    [
      2021,
      ['2021-01-01', '2021-04-02', '2021-04-05', '2021-05-03', '2021-05-31', '2021-08-30', '2021-12-27', '2021-12-28'],
    ],
    [
      2023,
      ['2023-01-02', '2023-04-07', '2023-04-10', '2023-05-01', '2023-05-29', '2023-08-28', '2023-12-25', '2023-12-26'],
    ],
    [
      2026,
      ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
    ],
    [
      2027,
      ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
    ],
    [
      2028,
      ['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26'],
    ],
  ])('of %i leave out its bank holidays', (year, expected) => {
    expect(bankHolidays(year).sort()).toEqual([...expected].sort());
  });

  test.each([
    [2024, '2024-03-29'],
    [2025, '2025-04-18'],
    [2028, '2028-04-14'],
    [2038, '2038-04-23'],
    [2049, '2049-04-16'],
  ])('of %i leave out Good Friday', (year, day) => {
    expect(bankHolidays(year)).toContain(day);
  });

  test('pass over weekends and holidays', () => {
    expect(workingDaysLater('2026-10-23', 1)).toBe('2026-10-26');
    expect(workingDaysLater('2026-12-24', 1)).toBe('2026-12-29');
    expect(workingDaysLater('2026-10-20', 5)).toBe('2026-10-27');
    expect(workingDaysLater('2026-10-24', 0)).toBe('2026-10-24');
  });

  test('of every year in the release are the regular ones, but for those that were moved or proclaimed', () => {
    const proclaimed: Record<string, string[]> = {
      2020: ['2020-05-08'],
      2022: ['2022-06-02', '2022-06-03', '2022-09-19'],
      2023: ['2023-05-08'],
    };
    const moved: Record<string, string[]> = { 2020: ['2020-05-04'], 2022: ['2022-05-30'] };
    for (const [year, days] of Object.entries(releaseCalendar)) {
      const regular = bankHolidays(Number(year)).filter((day) => !moved[year]?.includes(day));
      expect([year, days]).toEqual([year, [...regular, ...(proclaimed[year] ?? [])].toSorted()]);
    }
    expect(Object.keys(releaseCalendar)).toHaveLength(10);
  });

  test('of a year that nobody published are not known, and nothing is counted by them', () => {
    expect(isBankHoliday('2029-01-01')).toBeNull();
    expect(workingDaysLater('2028-12-28', 2)).toBeNull();
    expect(workingDaysLater('2028-12-28', 1)).toBe('2028-12-29');
    expect(workingDaysBefore('2029-01-02', 1)).toBeNull();
    expect(workingDaysBetween('2028-12-28', '2029-01-02')).toBeNull();
    const calendar = { ...releaseCalendar, 2029: ['2029-01-01'] };
    expect(workingDaysLater('2028-12-28', 2, calendar)).toBe('2029-01-02');
  });

  test('are counted up to the last year before one that nobody knows', () => {
    expect(lastKnownYear()).toBe(2028);
    expect(lastKnownYear({ ...releaseCalendar, 2030: ['2030-01-01'] })).toBe(2028);
    expect(lastKnownYear({ ...releaseCalendar, 2029: ['2029-01-01'] })).toBe(2029);
  });

  test('are counted without walking as they would be by walking, near weekends, holidays and years that are not known', () => {
    const walked = (from: string, to: string): number | null => {
      let counted = 0;
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
        const isOne = isWorkingDay(day, calendar);
        if (isOne === null) return null;
        if (isOne) counted += 1;
      }
      return counted;
    };
    // A holiday at a weekend is no working day less.
    const calendar = { ...releaseCalendar, 2026: [...(releaseCalendar['2026'] ?? []), '2026-12-26'] };
    const days = fc.integer({ min: -20, max: 3700 }).map((from) => addDays('2019-01-01', from));
    fc.assert(
      fc.property(days, fc.integer({ min: -5, max: 400 }), (from, distance) => {
        const to = addDays(from, distance);
        const counted = workingDaysBetween(from, to, calendar);
        expect([from, to, counted]).toEqual([from, to, walked(from, to)]);
        if (counted === null || counted === 0) return;
        const reached = workingDaysLater(from, counted, calendar) ?? '';
        expect([from, reached <= to, isWorkingDay(reached, calendar), walked(from, reached)]).toEqual([
          ...[from, true, true, counted],
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  test('pass over Easter and the days proclaimed for one year', () => {
    expect(workingDaysLater('2026-04-02', 1)).toBe('2026-04-07');
    expect(workingDaysLater('2023-05-05', 1)).toBe('2023-05-09');
    expect(workingDaysLater('2024-02-28', 2)).toBe('2024-03-01');
  });
});

test('days between two days are counted across leap days and clock changes', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
  expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
});
