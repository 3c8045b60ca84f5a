import { agencies } from './agencies.js';
import type { AreaSettings } from './area-settings.js';
import { disposalName } from './disposals.js';
import { blocker, type Blocker, blockersOf, casePage, gate, type Facts, type Gate, isWritten } from './gate.js';

export type AttendanceFacts = { readonly personId: string; readonly agency: string } & Facts<{ deputyFor: string }>;

/** That an agency has no view is an answer too. */
export const NO_VIEW = 'NO_VIEW';
/** What an agency says it would recommend: the code of a disposal, or NO_VIEW. */
export type ViewCode = string;

/**
 * The words people read for what an agency said. In: a code, the name of its edition then if there is one. Out: words.
 * Source: the table of disposals.
 */
export const viewName = (code: string, edited?: string | null): string =>
  code === NO_VIEW ? 'No view' : disposalName(code, edited);

/** Where the hearing of one case stands: who sits, who has answered, and whether the discussion is open. */
export type DiscussionFacts = Facts<{
  caseId: string;
  meetingId: string;
  /** On the agenda of the meeting, not adjourned from it. */
  onAgenda: boolean;
  attendances: readonly AttendanceFacts[];
  conflicts: readonly { readonly personId: string }[];
  actorId: string;
  actorIsPanelAdministrator: boolean;
  /** What the panel area chose. */
  viewsBefore: AreaSettings['viewsBeforeDiscussion'];
  /** Agencies that have answered. */
  viewsGivenBy: readonly string[];
  /** Who gave the view of the agency for which the actor sits; null where nobody has. */
  ownViewBy: string;
  openedAt: string;
  /** When the panel recommended at this hearing first, also where that was taken back: from then on views were read. */
  recommendedAt: string;
}>;

type Seated = Pick<DiscussionFacts, 'attendances' | 'conflicts'>;

/** One seat each: a deputy sits for the agency deputised for, everybody else for their own. In: a seat. Out: its agency. */
export const seatOf = ({ agency, deputyFor }: AttendanceFacts): string =>
  deputyFor && Object.hasOwn(agencies, deputyFor) ? deputyFor : agency;

/** Agencies that sit on a case, each once; whoever has a conflict does not count. In: facts. Source: the attendance. */
export function agenciesPresent({ attendances, conflicts }: Seated): string[] {
  const out = new Set((conflicts ?? []).map(({ personId }) => personId));
  return [...new Set((attendances ?? []).filter(({ personId }) => !out.has(personId)).map(seatOf))];
}

/** The agency for which a person sits on a case, or null. In: facts, the person. Source: the attendance. */
export function agencyOf(facts: Seated, personId: string): string | null {
  const seat = (facts.attendances ?? []).find((one) => one.personId === personId);
  return seat && !isConflicted(facts, personId) ? seatOf(seat) : null;
}

/** Whether a person sits for an agency that is not their own. In: facts, the person. Source: the attendance. */
export const deputises = ({ attendances }: Seated, personId: string): boolean =>
  (attendances ?? []).some((seat) => seat.personId === personId && seatOf(seat) !== seat.agency);

const isConflicted = ({ conflicts }: Seated, personId: string): boolean =>
  (conflicts ?? []).some((one) => one.personId === personId);

/** Agencies that are here and have not answered. In: facts. Out: their codes. Source: attendance and views. */
export const stillToAnswer = (facts: DiscussionFacts): string[] =>
  agenciesPresent(facts).filter((agency) => !(facts.viewsGivenBy ?? []).includes(agency));

const viewsPage = (facts: DiscussionFacts): string => casePage(facts, 'views');
const meetingPage = ({ meetingId }: DiscussionFacts, rest = ''): string => `/meetings/${meetingId ?? ':id'}${rest}`;
const named = (codes: readonly string[]): string =>
  codes.map((code) => (agencies as Record<string, string>)[code] ?? code).join(', ');

/**
 * Where the panel area requires views: shut until every agency present has answered. With no setting known it is shut.
 * In: facts. Out: a blocker that names who is left. Source: VIEWS_NOT_GIVEN.
 */
export const viewsGiven: Gate<DiscussionFacts> = (facts) => {
  const { viewsBefore, viewsGivenBy, attendances } = facts;
  if (viewsBefore === 'OFFERED' || viewsBefore === 'OFF') return [];
  const left = stillToAnswer(facts);
  if (viewsBefore === 'REQUIRED' && viewsGivenBy && attendances && left.length === 0) return [];
  return [blocker('VIEWS_NOT_GIVEN', viewsPage(facts), { about: named(left) })];
};

const onAgenda = gate<DiscussionFacts>(
  'NOT_ON_AGENDA',
  (facts) => facts.onAgenda,
  (facts) => meetingPage(facts),
);

const withoutConflict = gate<DiscussionFacts>(
  'CONFLICT_OF_INTEREST',
  (facts) => isWritten(facts.actorId) && facts.conflicts && !isConflicted(facts, facts.actorId),
  (facts) => meetingPage(facts),
);

const isHere = ({ actorId, attendances }: DiscussionFacts): boolean =>
  isWritten(actorId) && (attendances ?? []).some(({ personId }) => personId === actorId);

const recorderHere = gate<DiscussionFacts>(
  'RECORDER_NOT_PRESENT',
  (facts) => facts.actorIsPanelAdministrator || isHere(facts),
  (facts) => meetingPage(facts, '/attendance'),
);

const asked = gate<DiscussionFacts>(
  'VIEWS_NOT_ASKED',
  ({ viewsBefore }) => viewsBefore === 'REQUIRED' || viewsBefore === 'OFFERED',
  viewsPage,
);
const seated = gate<DiscussionFacts>('AGENCY_NOT_PRESENT', isHere, (facts) => meetingPage(facts, '/attendance'));
/** A deputy for another agency neither reads nor changes what its own people said before. */
const notAnothers = gate<DiscussionFacts>(
  'VIEW_GIVEN_BY_ANOTHER',
  (facts) => !deputises(facts, facts.actorId ?? '') || facts.ownViewBy === null || facts.ownViewBy === facts.actorId,
  viewsPage,
);
const notOpened = gate<DiscussionFacts>('DISCUSSION_OPENED', ({ openedAt }) => !isWritten(openedAt), viewsPage);
/** A view changed after others could be read would be no view of its own. */
const unread = gate<DiscussionFacts>(
  'DISCUSSION_OPENED',
  ({ openedAt, recommendedAt, ownViewBy }) => !isWritten(openedAt) && !(isWritten(recommendedAt) && ownViewBy !== null),
  viewsPage,
);
const opened = gate<DiscussionFacts>('DISCUSSION_NOT_OPENED', ({ openedAt }) => isWritten(openedAt), viewsPage);

const toGive: readonly Gate<DiscussionFacts>[] = [asked, onAgenda, withoutConflict, seated, notAnothers, unread];
const toOpen: readonly Gate<DiscussionFacts>[] = [onAgenda, withoutConflict, recorderHere, notOpened, viewsGiven];
const toNote: readonly Gate<DiscussionFacts>[] = [onAgenda, withoutConflict, recorderHere, opened];

/** What keeps somebody from giving or changing their agency’s view. In: facts. Out: every blocker. Source: each row. */
export const givingBlockers = (facts: DiscussionFacts): Blocker[] => blockersOf(toGive, facts);

/** What keeps the chair from opening the discussion. In: facts. Out: every blocker. Source: each rule’s row. */
export const openingBlockers = (facts: DiscussionFacts): Blocker[] => blockersOf(toOpen, facts);

/** What keeps a point from being noted. In: facts. Out: every blocker. Source: each rule’s row. */
export const notingBlockers = (facts: DiscussionFacts): Blocker[] => blockersOf(toNote, facts);

export type Reading = {
  /** The chair opened the discussion of this hearing. */
  readonly isOpened: boolean;
  /** The hearing is over: recommended on, adjourned, or listed since for another meeting. */
  readonly isOver: boolean;
  /** Whoever reads sits on the case without a conflict, or runs the meeting. */
  readonly sits: boolean;
};

/**
 * Whether somebody may read the views of other agencies. Until the discussion is open nobody may, whether or not their own
 * agency has answered: a view changed after another was read would be no view of its own. While it is open those may who
 * sit; once the hearing is over whoever may read the case. In: how it stands. Source: house rule (docs/decisions 0019).
 */
export const mayReadOthers = ({ isOpened, isOver, sits }: Reading): boolean => isOver || (isOpened && sits);
