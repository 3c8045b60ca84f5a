import { addMonths, firstOfMonthsTo, isRealDay } from './days.js';
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
  from: firstOfMonthsTo(today, 24),
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

/** What is counted of one window before anything is hidden. */
export type Counted = {
  readonly months: number;
  readonly children: number;
  readonly referred: number;
  readonly notYetDue: number;
};

function countOf(
  given: readonly OutcomeGiven[],
  made: ReadonlyMap<string, readonly string[]>,
  today: string,
): Counted[] {
  const after = firstOfEach(given).map((one) => windowsAfter(one.givenOn, made.get(one.identity) ?? [], today));
  return referralMonths.map((months, place) => {
    const over = after.flatMap((windows) => (windows[place]?.isOver ? [windows[place]] : []));
    const referred = over.filter(({ referrals }) => referrals > 0).length;
    return { months, children: over.length, referred, notYetDue: after.length - over.length };
  });
}

const isSmall = (count: number): boolean => count > 0 && count < smallestShown;

/** Which numbers of a window are not shown. */
type Hidden = { readonly children: boolean; readonly referred: boolean };

/** Who was followed and who was not yet are the same children in every window: what is said of the one tells the other. */
function smallIn({ children, referred, notYetDue }: Counted): Hidden {
  const few = isSmall(children) || isSmall(notYetDue);
  return { children: few, referred: few || isSmall(referred) };
}

const hiddenByAny = (all: readonly Hidden[]): Hidden => ({
  children: all.some(({ children }) => children),
  referred: all.some(({ referred }) => referred),
});

/**
 * Where windows differ in who was followed, the new referrals of one bound those of another: they are shown in all or none.
 * Of nobody there are none, which bounds nothing.
 */
function alsoBetweenWindows(windows: readonly Counted[], hidden: readonly Hidden[]): Hidden[] {
  const isOneGroup = new Set(windows.map(({ children }) => children)).size === 1;
  const bounds = !isOneGroup && hidden.some(({ children, referred }) => referred && !children);
  return windows.map(({ children: followed }, place) => {
    const { children = false, referred = false } = hidden[place] ?? {};
    return { children, referred: referred || (bounds && followed > 0) };
  });
}

const without = (windows: readonly Counted[], hidden: readonly Hidden[]): WindowCount[] =>
  windows.map(({ months, children, referred, notYetDue }, place) => ({
    months,
    children: hidden[place]?.children ? null : children,
    referred: hidden[place]?.referred ? null : referred,
    notYetDue: hidden[place]?.children ? null : notYetDue,
  }));

/**
 * What can be shown of counted windows so that no number from 1 to 4 is, nor can be worked out: not from what is shown beside
 * it, of another window, of another row or of all of them. In: the windows of each row, those of all. Out: the same, those
 * of all last, null where nothing is shown. Source: house rule, as `smallestShown`.
 */
export function withoutSmall(rows: readonly (readonly Counted[])[], all: readonly Counted[]): WindowCount[][] {
  const ofAll = all.map(smallIn);
  const ofRows = rows.map((windows) => {
    const hidden = windows.map((window, place) => hiddenByAny([smallIn(window), ...ofAll.slice(place, place + 1)]));
    return alsoBetweenWindows(windows, hidden);
  });
  const total = ofAll.map((hidden, place) => hiddenByAny([hidden, ...ofRows.flatMap((row) => row[place] ?? [])]));
  return [
    ...rows.map((windows, row) => without(windows, ofRows[row] ?? [])),
    without(all, alsoBetweenWindows(all, total)),
  ];
}

/**
 * New referrals within 3, 6 and 12 months, by disposal and in all. Each child is counted once for a disposal, by the first
 * such outcome; children whose months have not fully passed stand apart and in no denominator. A number from 1 to 4 is not
 * shown, nor what one could be worked out from (see `withoutSmall`).
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
    .filter((one) => one.given.length > 0);
  if (rows.length === 0) return [];
  const counted = rows.map((one) => countOf(one.given, days, today));
  const shown = withoutSmall(counted, countOf(given, days, today));
  return [...rows, { disposal: null }].map(({ disposal }, place) => ({ disposal, windows: shown[place] ?? [] }));
}
