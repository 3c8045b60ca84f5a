import { describe, expect, test } from '@jest/globals';
import type { DisposalCode } from './disposals.js';
import { newReferralCounts, type OutcomeGiven, windowsAfter } from './new-referrals.js';

const TODAY = '2026-11-23';
const given = (count: number, disposal: DisposalCode, givenOn: string, from = 0): OutcomeGiven[] =>
  Array.from({ length: count }, (_, place) => ({ identity: `c${from + place}`, disposal, givenOn }));
const referred = (from: number, to: number, referredOn: string) =>
  Array.from({ length: to - from }, (_, place) => ({ identity: `c${from + place}`, referredOn }));

describe('the months after an outcome', () => {
  test('begin on the day after it and end with the corresponding day', () => {
    const days = ['2025-08-31', '2025-09-01', '2025-11-30', '2025-12-01', '2026-08-31', '2026-09-01'];
    expect(windowsAfter('2025-08-31', days, TODAY)).toEqual([
      { months: 3, lastDay: '2025-11-30', isOver: true, referrals: 2 },
      { months: 6, lastDay: '2026-02-28', isOver: true, referrals: 3 },
      { months: 12, lastDay: '2026-08-31', isOver: true, referrals: 4 },
    ]);
  });

  test.each([
    ['2026-08-22', true],
    ['2026-08-23', false],
  ])('of an outcome on %s have passed when their last day has: %s', (day, isOver) => {
    expect(windowsAfter(day, [], TODAY)[0]?.isOver).toBe(isOver);
  });

  test('of a day that is none are not counted', () => expect(windowsAfter('soon', [], TODAY)).toEqual([]));
});

describe('new referrals', () => {
  test('count each child once, by the first outcome, and only children whose months have passed', () => {
    const old = given(10, 'COMMUNITY_RESOLUTION', '2025-10-01');
    const again = given(10, 'COMMUNITY_RESOLUTION', '2025-12-01');
    const late = given(6, 'COMMUNITY_RESOLUTION', '2026-10-01', 20);
    const made = [...referred(0, 5, '2025-12-24'), ...referred(5, 7, '2026-07-01'), ...referred(20, 26, '2026-10-02')];
    const [row, all] = newReferralCounts([...again, ...old, ...late], made, TODAY);
    expect(row).toEqual({
      disposal: 'COMMUNITY_RESOLUTION',
      windows: [
        { months: 3, children: 10, referred: 5, notYetDue: 6 },
        { months: 6, children: 10, referred: 5, notYetDue: 6 },
        { months: 12, children: 10, referred: 7, notYetDue: 6 },
      ],
    });
    expect(all).toMatchObject({ disposal: null, windows: row?.windows });
  });

  test.each([
    [4, 0, { children: null, referred: null }],
    [5, 0, { children: 5, referred: 0 }],
    [5, 1, { children: 5, referred: null }],
    [9, 4, { children: 9, referred: null }],
    [9, 5, { children: 9, referred: 5 }],
  ])('of %i children of whom %i were referred show %j', (children, anew, expected) => {
    const made = referred(0, anew, '2025-02-01');
    const [row] = newReferralCounts(given(children, 'OUTCOME_22', '2025-01-01'), made, TODAY);
    expect(row?.windows[0]).toMatchObject(expected);
  });

  test('give no total from which a number that is not shown could be worked out', () => {
    const both = [...given(6, 'OUTCOME_22', '2025-01-01'), ...given(8, 'YOUTH_CAUTION', '2025-01-01', 50)];
    const made = [...referred(0, 2, '2025-02-01'), ...referred(50, 56, '2025-02-01')];
    const all = newReferralCounts(both, made, TODAY).at(-1);
    expect(all?.windows[0]).toEqual({ months: 3, children: 14, referred: null, notYetDue: 0 });
  });

  test('count a disposal that was added in a row of its own after the rule book’s, and hide with it what it would give away', () => {
    const both = [...given(6, 'ADDED_SINCE', '2025-01-01'), ...given(8, 'YOUTH_CAUTION', '2025-01-01', 50)];
    const made = [...referred(0, 2, '2025-02-01'), ...referred(50, 56, '2025-02-01')];
    const counted = newReferralCounts(both, made, TODAY);
    expect(counted.map(({ disposal }) => disposal)).toEqual(['YOUTH_CAUTION', 'ADDED_SINCE', null]);
    expect(counted.map(({ windows }) => windows[0])).toMatchObject([
      { children: 8, referred: 6 },
      { children: 6, referred: null },
      { children: 14, referred: null },
    ]);
  });

  test('of nobody are no rows', () => expect(newReferralCounts([], [], TODAY)).toEqual([]));
});
