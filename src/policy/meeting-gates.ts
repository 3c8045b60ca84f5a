import { agencies } from './agencies.js';
import { agenciesPresent, type AttendanceFacts, type DiscussionFacts, viewsGiven } from './discussion-gates.js';
import { pointsTo } from './gravity.js';
import { blocker, blockersOf, casePage, gate, isWritten, type Blocker, type Facts, type Gate } from './gate.js';
import type { OffenceGravityFacts } from './preparation-facts.js';
import { type ReasonFacts, reasonGates } from './reasons.js';

/** What the meeting gates look at, as stored and, for the recommendation itself, as about to be stored. */
export type MeetingFacts = Facts<{
  caseId: string;
  meetingId: string;
  /** The day on which it sits, and the day on which this is asked. */
  meetingDay: string;
  today: string;
  /** On the agenda of the meeting, not adjourned from it. */
  onAgenda: boolean;
  quorumAgencies: readonly string[];
  /** Who attends the meeting and is named where the case is restricted; those with a conflict do not count for it. */
  attendances: readonly AttendanceFacts[];
  /** Conflicts declared or given on this case. */
  conflicts: readonly { readonly personId: string }[];
  /** Who takes part in this recommendation besides the one who records; those with a conflict step out. */
  takingPart: readonly string[];
  /** Who records. */
  actorId: string;
  actorIsPanelAdministrator: boolean;
  offences: readonly OffenceGravityFacts[];
  gravityDeparture: string;
}> &
  ReasonFacts &
  Pick<DiscussionFacts, 'viewsBefore' | 'viewsGivenBy'>;

type Known = MeetingFacts;

const meetingPage = ({ meetingId }: Known, rest = ''): string => `/meetings/${meetingId ?? ':id'}${rest}`;
const recommendationPage = (facts: Known): string => casePage(facts, 'recommendation');

const conflicted = ({ conflicts }: Known): string[] => (conflicts ?? []).map(({ personId }) => personId);

/**
 * Agencies that the area needs and that nobody sits for who takes part in a case; null where that cannot be told.
 * In: the agencies needed, who sits, who has a conflict. Out: codes, none when the panel is quorate for the case.
 * Source: NOT_QUORATE.
 */
export function quorumMissing(facts: Pick<Known, 'quorumAgencies' | 'attendances' | 'conflicts'>): string[] | null {
  const { quorumAgencies, attendances } = facts;
  if (!quorumAgencies || !attendances) return null;
  const seats = agenciesPresent(facts);
  return quorumAgencies.filter((agency) => !seats.includes(agency));
}

const quorum: Gate<Known> = (facts) => {
  const missing = quorumMissing(facts);
  const mend = meetingPage(facts, '/attendance');
  if (missing === null) return [blocker('NOT_QUORATE', mend)];
  const about = missing.map((agency) => (agencies as Record<string, string>)[agency] ?? agency).join(', ');
  return missing.length ? [blocker('NOT_QUORATE', mend, { about })] : [];
};

function isWithoutConflict(facts: Known): boolean {
  const { conflicts, actorId, takingPart } = facts;
  if (!conflicts || !isWritten(actorId)) return false;
  return ![actorId, ...(takingPart ?? [])].some((personId) => conflicted(facts).includes(personId));
}

function isRecorderThere({ actorId, actorIsPanelAdministrator, attendances }: Known): boolean {
  if (actorIsPanelAdministrator) return true;
  return isWritten(actorId) && (attendances ?? []).some(({ personId }) => personId === actorId);
}

/** By its day and no hour: a panel may sit down earlier than was planned. */
const hasBegun = ({ meetingDay, today }: Known): boolean => Boolean(meetingDay && today && meetingDay <= today);

/** With several offences the gravest counts: what it points to is what the panel departs from. */
function isWithinGravity({ offences, disposal }: Known): boolean {
  const scored = offences ?? [];
  if (!disposal || scored.length === 0 || scored.some(({ gravityFinal }) => !gravityFinal)) return false;
  const gravest = Math.max(...scored.map(({ gravityFinal }) => gravityFinal ?? 0));
  return scored
    .filter(({ gravityFinal }) => gravityFinal === gravest)
    .some(({ gravityEdition }) => (pointsTo(gravityEdition ?? '', gravest) as readonly string[]).includes(disposal));
}

const meetingGates: readonly Gate<Known>[] = [
  gate(
    'NOT_ON_AGENDA',
    ({ onAgenda }) => onAgenda,
    (facts) => meetingPage(facts),
  ),
  gate('MEETING_NOT_BEGUN', hasBegun, (facts) => meetingPage(facts)),
  quorum,
  gate('CONFLICT_OF_INTEREST', isWithoutConflict, (facts) => meetingPage(facts)),
  gate('RECORDER_NOT_PRESENT', isRecorderThere, (facts) => meetingPage(facts, '/attendance')),
  viewsGiven,
  ...reasonGates,
  gate(
    'GRAVITY_DEPARTURE_UNEXPLAINED',
    (facts) => isWritten(facts.gravityDeparture) || isWithinGravity(facts),
    recommendationPage,
  ),
];

/**
 * Everything about the meeting and its reasons that keeps a recommendation from being recorded.
 * In: facts. Out: every blocker at once. Source: HMIP 2021 section 3.4; NPCC Child Gravity Matrix; each rule's row.
 */
export const meetingBlockers = (facts: MeetingFacts): Blocker[] => blockersOf(meetingGates, facts);
