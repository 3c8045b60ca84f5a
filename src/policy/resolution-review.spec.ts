import { describe, expect, test } from '@jest/globals';
import { isMonth, monthAfter, monthsBetween, resolutionReviewBlockers } from './resolution-review.js';

describe('a reviewer of a police-issued resolution', () => {
  const reviewer = { id: 'p1', name: 'Rowan Ashdown', collarNumber: '4471' };
  const said = (recordedBy: string, officer: string | null) =>
    resolutionReviewBlockers({ recordedBy, officer }, reviewer, '/resolution-samples/x').map(({ message }) => message);

  test.each([
    ['another registered and issued it', 'p2', 'PC Idris Coldwell (5120)', []],
    ['they registered it', 'p1', 'PC Idris Coldwell (5120)', ['you registered it']],
    ['they issued it, by name', 'p2', 'PC ROWAN ASHDOWN', ['you issued it']],
    ['they issued it, by collar number', 'p2', 'PC R. Ashdown (4471)', ['you issued it']],
    ['they did both', 'p1', 'Rowan Ashdown', ['you issued and registered it']],
    ['their number is part of another', 'p2', 'PC Coldwell 14471', []],
    ['the officer is not known', 'p2', null, []],
  ])('is refused or not where %s', (_, recordedBy, officer, expected) => {
    expect(said(recordedBy, officer).map((message) => message.replace(/^.*: /, ''))).toEqual(expected);
  });

  test('without a collar number is known by name alone', () => {
    const plain = { ...reviewer, collarNumber: null };
    expect(resolutionReviewBlockers({ recordedBy: 'p2', officer: 'PC Coldwell' }, plain, '/x')).toEqual([]);
  });
});

test('a month is a month of the calendar', () => {
  expect(['2026-01', '2026-12'].map(isMonth)).toEqual([true, true]);
  expect(['2026-00', '2026-13', '2026-1', '26-01', '2026-01-01', ''].map(isMonth)).not.toContain(true);
  expect([monthAfter('2026-09'), monthAfter('2026-12')]).toEqual(['2026-10', '2027-01']);
  expect(monthsBetween('2026-11', '2027-01')).toEqual(['2027-01', '2026-12', '2026-11']);
  expect(monthsBetween('2026-11', '2026-10')).toEqual([]);
  expect(monthsBetween('2000-01', '2999-12')).toHaveLength(60);
});
