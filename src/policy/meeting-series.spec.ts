import { describe, expect, test } from '@jest/globals';
import { releaseCalendar } from './bank-holidays.js';
import { isWithinAYear, seriesDays, type SeriesRule, unknownYear } from './meeting-series.js';

const rule = (more: Partial<SeriesRule>): SeriesRule => ({
  ...{ frequency: 'WEEKLY', weekday: 'TUESDAY', fromDay: '2026-11-23', untilDay: '2026-12-31' },
  ...{ onBankHoliday: 'SKIP', ...more },
});
const heldIn = (more: Partial<SeriesRule>): (string | null)[] => seriesDays(rule(more)).map(({ heldOn }) => heldOn);

describe('a series of meetings', () => {
  test('begins on the first such weekday and ends on or before its last day', () => {
    expect(heldIn({ untilDay: '2026-12-08' })).toEqual(['2026-11-24', '2026-12-01', '2026-12-08']);
    expect(heldIn({ fromDay: '2026-11-24', untilDay: '2026-11-24' })).toEqual(['2026-11-24']);
    expect(heldIn({ fromDay: '2026-11-25', untilDay: '2026-11-30' })).toEqual([]);
  });

  test('meets every two weeks from its first meeting on', () => {
    expect(heldIn({ frequency: 'FORTNIGHTLY' })).toEqual(['2026-11-24', '2026-12-08', '2026-12-22']);
  });

  test('keeps the place of its weekday in the month', () => {
    const monthly = { frequency: 'MONTHLY', fromDay: '2026-11-10', untilDay: '2027-03-31' } as const;
    expect(heldIn(monthly)).toEqual(['2026-11-10', '2026-12-08', '2027-01-12', '2027-02-09', '2027-03-09']);
  });

  test('that begins on a fifth weekday meets on the last of each month', () => {
    const last = { frequency: 'MONTHLY', fromDay: '2026-12-29', untilDay: '2027-03-31' } as const;
    expect(heldIn(last)).toEqual(['2026-12-29', '2027-01-26', '2027-02-23', '2027-03-30']);
  });

  test('leaves out a bank holiday, or goes on to the next working day, as was chosen', () => {
    const easter = { weekday: 'FRIDAY', fromDay: '2027-03-19', untilDay: '2027-04-02' } as const;
    expect(seriesDays(rule(easter))).toEqual([
      { day: '2027-03-19', heldOn: '2027-03-19' },
      { day: '2027-03-26', heldOn: null },
      { day: '2027-04-02', heldOn: '2027-04-02' },
    ]);
    expect(heldIn({ ...easter, onBankHoliday: 'NEXT_WORKING_DAY' })).toEqual([
      '2027-03-19',
      '2027-03-30',
      '2027-04-02',
    ]);
  });

  test('knows the bank holidays that were recorded, and says which year nobody knows', () => {
    const proclaimed = { ...releaseCalendar, '2026': [...(releaseCalendar['2026'] ?? []), '2026-12-01'] };
    const days = seriesDays(rule({ untilDay: '2026-12-08' }), proclaimed);
    expect(days.map(({ heldOn }) => heldOn)).toEqual(['2026-11-24', null, '2026-12-08']);
    expect(unknownYear('2028-06-01', '2029-03-01', releaseCalendar)).toBe('2029');
    expect(unknownYear('2026-11-24', '2027-06-01', releaseCalendar)).toBeNull();
  });

  test('is shorter than a year', () => {
    expect(isWithinAYear('2026-11-24', '2027-11-23')).toBe(true);
    expect(isWithinAYear('2026-11-24', '2027-11-24')).toBe(false);
  });
});
