import { describe, expect, test } from '@jest/globals';
import type { DisposalCode } from './disposals.js';
import {
  type Counted,
  newReferralCounts,
  type OutcomeGiven,
  type WindowCount,
  windowsAfter,
  withoutSmall,
} from './new-referrals.js';

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

  test('of children with two outcomes hide the rows of a window with a total that is too small', () => {
    const early = given(5, 'OUTCOME_22', '2026-06-01');
    const late = given(9, 'YOUTH_CAUTION', '2026-10-01');
    const counted = newReferralCounts([...early, ...late], [], TODAY);
    expect(counted.map(({ windows }) => windows[0])).toEqual(
      counted.map(() => ({ months: 3, children: null, referred: null, notYetDue: null })),
    );
    expect(counted.map(({ windows }) => windows[1])).toMatchObject([
      { notYetDue: 5 },
      { notYetDue: 9 },
      { notYetDue: 9 },
    ]);
  });

  test('hide with few children those who wait, which the next window would tell', () => {
    const [row] = newReferralCounts(given(3, 'OUTCOME_22', '2026-07-01'), [], TODAY);
    expect(row?.windows.flatMap(({ children, notYetDue }) => [children, notYetDue])).toEqual(Array(6).fill(null));
  });

  test('of nobody are no rows', () => expect(newReferralCounts([], [], TODAY)).toEqual([]));
});

const NUMBERS = ['children', 'referred', 'notYetDue'] as const;

/** Every way in which so many children can have been followed and referred: who was followed for longer was for less. */
function* ways(most: number): Generator<Counted[]> {
  for (let all = 1; all <= most; all += 1)
    for (let third = 0; third <= all; third += 1)
      for (let second = third; second <= all; second += 1)
        for (let first = second; first <= all; first += 1)
          for (const [one, two, three] of referredOf(first, second, third))
            yield [
              { months: 3, children: first, referred: one, notYetDue: all - first },
              { months: 6, children: second, referred: two, notYetDue: all - second },
              { months: 12, children: third, referred: three, notYetDue: all - third },
            ];
}

/** Who was followed for a year and referred within six months was referred within twelve. */
function* referredOf(first: number, second: number, third: number): Generator<[number, number, number]> {
  for (let three = 0; three <= third; three += 1)
    for (let two = 0; two <= three + second - third; two += 1)
      for (let one = 0; one <= two + first - second; one += 1) yield [one, two, three];
}

const textOf = (windows: readonly WindowCount[]): string =>
  windows.map((window) => NUMBERS.map((name) => window[name] ?? '-').join(' ')).join(', ');

describe('what is shown of new referrals', () => {
  test('leaves more than one way for every number that is not shown, whatever the windows', () => {
    const seen = new Map<string, Set<number>[]>();
    for (const windows of ways(12)) {
      const [shown = []] = withoutSmall([windows], windows);
      const text = textOf(shown);
      const numbers = windows.flatMap((window) => NUMBERS.map((name) => window[name]));
      const found = seen.get(text) ?? numbers.map(() => new Set<number>());
      numbers.forEach((number, place) => found[place]?.add(number));
      seen.set(text, found);
    }
    const known = [...seen].filter(([text, numbers]) => {
      const shown = text.split(/,? /);
      return numbers.some((possible, place) => shown[place] === '-' && possible.size < 2);
    });
    expect(known.map(([text]) => text)).toEqual([]);
    for (const text of seen.keys()) expect(text).not.toMatch(/\b[1-4]\b/);
  });
});
