import { describe, expect, test } from '@jest/globals';
import { areaBegins, sourceHere } from './area-first-day.js';
import { disposalBlockers } from './disposal-gates.js';
import { disposals } from './disposals.js';

describe('the first day of Outcome 23 in a panel area', () => {
  const row = disposals.OUTCOME_23;
  const words = (day: string, outcome23From: string | null, of: keyof typeof disposals = 'OUTCOME_23') =>
    areaBegins(disposals[of], { day, outcome23From });
  const source = (day: string, outcome23From: string | null) =>
    sourceHere('DISPOSAL_NOT_IN_FORCE', row, { day, outcome23From }).citation;

  test('is named where the area chose one of its own and it has not come', () => {
    expect(words('2026-11-23', '2027-04-01')).toBe('this panel area uses it from 2027-04-01');
    expect(source('2026-11-23', '2027-04-01')).toMatch(/^Setting of the panel area: the first day on which Outcome 23/);
    const facts = { disposal: 'OUTCOME_23', day: '2026-11-23', outcome23From: '2027-04-01' };
    const [found] = disposalBlockers(facts, 'RECOMMEND').filter(({ code }) => code === 'DISPOSAL_NOT_IN_FORCE');
    expect(found?.message).toContain('(this panel area uses it from 2027-04-01)');
  });

  test.each([
    ['the usual day', '2026-01-31', '2026-02-01'],
    ['none', '2026-01-31', null],
    ['a day before it is in force', '2025-05-31', '2025-06-01'],
    ['a day that has come', '2027-04-01', '2027-04-01'],
  ])('is not named where it is %s', (_, day, from) => {
    expect(words(day, from)).toBeNull();
    expect(source(day, from)).toMatch(/^Home Office crime outcomes framework/);
  });

  test('is nothing of another disposal', () => {
    expect(words('2026-11-23', '2027-04-01', 'OUTCOME_22')).toBeNull();
  });
});
