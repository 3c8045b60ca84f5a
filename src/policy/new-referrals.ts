import { addMonths, isRealDay } from './days.js';
import { type DisposalCode, disposalCodes } from './disposals.js';

/**
 * The words that stand wherever such a number does. A referral is not a finding, and most disposals here are outside what
 * the Ministry of Justice counts. Source: national statistics of proven reoffending count convictions and cautions.
 */
export const notReoffending = 'New referrals, not proven reoffending';

/** Months after an outcome within which new referrals are counted. Source: house rule, for local learning. */
export const referralMonths = [3, 6, 12] as const;

/** The outcomes that are counted where nobody chose: of the last two years, so that some were followed for twelve months. In: today. Source: house rule. */
export const usualPeriod = (today: string): { readonly from: string; readonly to: string } => ({
  from: addMonths(today, -24),
  to: today,
});

/** A number below this is not shown, unless it is nought. Source: house rule, so that no child can be made out. */
export const smallestShown = 5;

/** An outcome: whose, what and when. `identity` is the same for every record of one child. */
export type OutcomeGiven = { readonly identity: string; readonly disposal: DisposalCode; readonly givenOn: string };

/** A later referral of a child. A case that was withdrawn is none. */
export type ReferralMade = { readonly identity: string; readonly referredOn: string };

/** What is known of one window after an outcome: `isOver` when all of its days have passed. */
export type Window = {
  readonly months: number;
  readonly lastDay: string;
  readonly isOver: boolean;
  readonly referrals: number;
};

/**
 * The windows after an outcome, each with the new referrals within it: from the day after the outcome to the corresponding
 * day. In: day of the outcome, days of referrals, today. Out: windows; none when the day is not real. Source: house rule.
 */
export function windowsAfter(givenOn: string, referredOn: readonly string[], today: string): Window[] {
  if (!isRealDay(givenOn)) return [];
  return referralMonths.map((months) => {
    const lastDay = addMonths(givenOn, months);
    const within = referredOn.filter((day) => day > givenOn && day <= lastDay);
    return { months, lastDay, isOver: lastDay < today, referrals: within.length };
  });
}

/** One number of the measure; null when it is too small to be shown. */
export type Count = number | null;

/**
 * Of the children given a disposal: for how many the months have fully passed, how many of those were referred anew within
 * them, and for how many they have not passed yet.
 */
export type WindowCount = {
  readonly months: number;
  readonly children: Count;
  readonly referred: Count;
  readonly notYetDue: Count;
};

export type DisposalCount = { readonly disposal: DisposalCode | null; readonly windows: readonly WindowCount[] };

/** Each child once: by the first outcome. In: outcomes. Out: some of them. */
function firstOfEach(given: readonly OutcomeGiven[]): OutcomeGiven[] {
  const first = new Map<string, OutcomeGiven>();
  for (const one of given) {
    const known = first.get(one.identity);
    if (!known || one.givenOn < known.givenOn) first.set(one.identity, one);
  }
  return [...first.values()];
}

function countOf(given: readonly OutcomeGiven[], made: ReadonlyMap<string, readonly string[]>, today: string) {
  const after = firstOfEach(given).map((one) => windowsAfter(one.givenOn, made.get(one.identity) ?? [], today));
  return referralMonths.map((months, place) => {
    const over = after.flatMap((windows) => (windows[place]?.isOver ? [windows[place]] : []));
    const referred = over.filter(({ referrals }) => referrals > 0).length;
    return { months, children: over.length, referred, notYetDue: after.length - over.length };
  });
}

const isSmall = (count: number): boolean => count > 0 && count < smallestShown;

/** With fewer children than may be shown, nothing is said of them; otherwise what is too small is left out. */
function shown({ months, children, referred, notYetDue }: ReturnType<typeof countOf>[number]): WindowCount {
  const few = isSmall(children);
  return {
    months,
    children: few ? null : children,
    referred: few || isSmall(referred) ? null : referred,
    notYetDue: isSmall(notYetDue) ? null : notYetDue,
  };
}

const hides = (rows: readonly DisposalCount[], place: number, name: 'children' | 'referred' | 'notYetDue'): boolean =>
  rows.some(({ windows }) => windows[place]?.[name] === null);

/**
 * New referrals within 3, 6 and 12 months, by disposal and in all. Each child is counted once for a disposal, by the first
 * such outcome; children whose months have not fully passed stand apart and in no denominator. A number from 1 to 4 is not
 * shown, and no total from which one could be worked out.
 * In: outcomes, later referrals, today. Out: a row for each disposal that was given, the
 * rule book's in its order and added ones after them, and one for all (`disposal` null).
 * Source: house rule, for local learning; see `notReoffending`.
 */
export function newReferralCounts(
  given: readonly OutcomeGiven[],
  made: readonly ReferralMade[],
  today: string,
): DisposalCount[] {
  const days = new Map<string, string[]>();
  for (const { identity, referredOn } of made) days.set(identity, [...(days.get(identity) ?? []), referredOn]);
  const rows = [...new Set([...disposalCodes, ...given.map(({ disposal }) => disposal).toSorted()])]
    .map((disposal) => ({ disposal, given: given.filter((one) => one.disposal === disposal) }))
    .filter((one) => one.given.length > 0)
    .map((one) => ({ disposal: one.disposal, windows: countOf(one.given, days, today).map(shown) }));
  const all = countOf(given, days, today).map((count, place) => {
    const total = shown(count);
    return {
      months: total.months,
      children: hides(rows, place, 'children') ? null : total.children,
      referred: hides(rows, place, 'referred') ? null : total.referred,
      notYetDue: hides(rows, place, 'notYetDue') ? null : total.notYetDue,
    };
  });
  return rows.length === 0 ? [] : [...rows, { disposal: null, windows: all }];
}
