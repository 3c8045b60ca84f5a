import { expect, test } from '@jest/globals';
import { workingDaysLater } from './days.js';
import { elapsed } from './elapsed.js';

test.each([
  ['2026-11-23', '2026-11-23', 0, 0],
  ['2026-11-23', '2026-11-24', 1, 1],
  ['2026-11-20', '2026-11-23', 3, 1],
  ['2026-12-24', '2026-12-29', 5, 1],
  ['2026-11-24', '2026-11-23', 0, 0],
  ['not a day', '2026-11-23', 0, 0],
])('from %s to %s it is %i days, of which %i are working days', (from, to, days, workingDays) => {
  expect(elapsed(from, to)).toEqual({ days, workingDays });
});

test.each([1, 5, 10, 23])('what is due in %i working days is that many away', (count) => {
  expect(elapsed('2026-12-18', workingDaysLater('2026-12-18', count) ?? '').workingDays).toBe(count);
});

test('working days through a year whose bank holidays are not known are not counted', () => {
  expect(elapsed('2028-12-20', '2029-01-10')).toEqual({ days: 21, workingDays: null });
  const known = { 2028: ['2028-12-25', '2028-12-26'], 2029: ['2029-01-01'] };
  expect(elapsed('2028-12-20', '2029-01-10', known)).toEqual({ days: 21, workingDays: 12 });
});
