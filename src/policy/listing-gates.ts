import { blocker, blockersOf, type Blocker, type Facts, gate, type Gate } from './gate.js';
import { beforeRecommendation, type CaseState } from './lifecycle.js';
import type { RuleCode } from './rules.js';

/** What the gates of a meeting's agenda look at, as stored now. */
export type ListingFacts = Facts<{
  meetingId: string;
  meetingDay: string;
  isCancelled: boolean;
  /** The day of the meeting has passed. */
  isOver: boolean;
  /** How many cases the meeting is meant for; null for no limit. */
  capacity: number;
  /** How many are on its agenda. */
  listed: number;
  /** How many versions of its pack were issued. */
  packsIssued: number;
  /** When the agenda closes, as an instant; null for not before the meeting. */
  closesAt: string;
  /** The day until which the case was adjourned when it was last on an agenda; null where it was not, or until no day. */
  adjournedUntil: string;
  now: string;
}>;

type OfMeeting = { readonly meetingId?: string | null | undefined };

/** A gate that is mended on the page of its meeting. */
const meetingGate =
  <Known extends OfMeeting>(code: RuleCode, isOpen: (facts: Known) => boolean): Gate<Known> =>
  (facts) =>
    isOpen(facts) ? [] : [blocker(code, `/meetings/${facts.meetingId ?? ':id'}`)];

const isOnTime = ({ packsIssued, closesAt, now }: ListingFacts): boolean =>
  packsIssued === 0 && Boolean(now) && (!closesAt || String(now) <= closesAt);

const listingGates: readonly Gate<ListingFacts>[] = [
  meetingGate('MEETING_CANCELLED', ({ isCancelled }) => isCancelled === false),
  meetingGate('MEETING_OVER', ({ isOver }) => isOver === false),
  meetingGate('MEETING_FULL', ({ capacity, listed }) => !capacity || Number(listed ?? Number.NaN) < capacity),
  meetingGate('LISTED_LATE', isOnTime),
  meetingGate(
    'LISTED_BEFORE_ITS_DAY',
    ({ adjournedUntil, meetingDay }) => !adjournedUntil || adjournedUntil <= (meetingDay ?? ''),
  ),
];

/**
 * Everything about a meeting that keeps a case from being listed there without more.
 * In: facts. Out: every blocker at once. Source: each rule's row.
 */
export const listingBlockers = (facts: ListingFacts): Blocker[] => blockersOf(listingGates, facts);

/** What the gates of arranging meetings look at. */
export type ArrangingFacts = Facts<{
  /** Meetings of the area at the same times that were not cancelled. */
  sameTime: number;
  /** One of the days is a bank holiday; null where that is not known. */
  isBankHoliday: boolean;
}>;

const arranged =
  (code: RuleCode, isOpen: (facts: ArrangingFacts) => boolean): Gate<ArrangingFacts> =>
  (facts) =>
    isOpen(facts) ? [] : [blocker(code, '/meetings')];

const arrangingGates: readonly Gate<ArrangingFacts>[] = [
  arranged('MEETING_AT_SAME_TIME', ({ sameTime }) => sameTime === 0),
  arranged('MEETING_ON_BANK_HOLIDAY', ({ isBankHoliday }) => isBankHoliday === false),
];

/** What is said before meetings are arranged. In: facts. Out: every warning at once. Source: each rule's row. */
export const arrangingBlockers = (facts: ArrangingFacts): Blocker[] => blockersOf(arrangingGates, facts);

/** What the gates of moving or cancelling a meeting look at. */
export type ChangingFacts = Facts<{ meetingId: string; isCancelled: boolean; isHeld: boolean }>;

const changingGates: readonly Gate<ChangingFacts>[] = [
  meetingGate('MEETING_CANCELLED', ({ isCancelled }) => isCancelled === false),
  meetingGate('MEETING_HELD', ({ isHeld }) => isHeld === false),
];

/** What keeps a meeting where it is. In: facts. Out: every blocker at once. Source: each rule's row. */
export const changingBlockers = (facts: ChangingFacts): Blocker[] => blockersOf(changingGates, facts);

const returnGates: readonly Gate<Facts<{ caseId: string; meetingId: string }>>[] = [
  gate(
    'NO_LATER_MEETING',
    ({ meetingId }) => Boolean(meetingId),
    ({ caseId }) => `/cases/${caseId ?? ':id'}/listing`,
  ),
];

/** What keeps an adjourned case from coming back: no meeting to come back to. In: case, meeting. Source: the rule's row. */
export const returnBlockers = (facts: Facts<{ caseId: string; meetingId: string }>): Blocker[] =>
  blockersOf(returnGates, facts);

/**
 * What keeps a case from one meeting and not from another: a case that waits because of it is tried again whenever a meeting
 * is arranged. Source: house rule, `docs/decisions/0020`.
 */
export const waitsForMeeting: readonly RuleCode[] = [
  'NO_LATER_MEETING',
  'MEETING_CANCELLED',
  'MEETING_FULL',
  'LISTED_LATE',
];

type NoteFacts = Facts<{ meetingId: string; state: CaseState }>;

const noteGates: readonly Gate<NoteFacts>[] = [
  meetingGate('NOTE_STANDS', ({ state }) => Boolean(state && beforeRecommendation.includes(state))),
];

/**
 * What keeps a note of an agency from being added or taken back: it is part of what the panel had before it.
 * In: where the case stands. Out: blockers. Source: the rule's row.
 */
export const noteBlockers = (facts: NoteFacts): Blocker[] => blockersOf(noteGates, facts);
