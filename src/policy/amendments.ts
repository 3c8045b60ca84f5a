import { blocker, type Blocker, casePage, type Facts } from './gate.js';
import { type CaseState, states } from './lifecycle.js';
import { reasonParts } from './reasons.js';

/** The records of a decision that can be taken back, corrected or reviewed, with the words people read. */
export const recordKinds = {
  RECOMMENDATION: 'The panel’s recommendation',
  POLICE_DECISION: 'The police decision',
  OUTCOME: 'The outcome',
} as const;

export type RecordKind = keyof typeof recordKinds;
export const recordKindCodes = Object.keys(recordKinds) as RecordKind[];

/** How a record stands. Only one that stands is counted or shown as what was decided. Source: house rule on the record. */
export const standings = {
  STANDING: 'Stands',
  EARLIER: 'A later one followed',
  UNDONE: 'Taken back as a slip',
  SUPERSEDED: 'Replaced after a review',
} as const;

export type RecordStanding = keyof typeof standings;

/** What a slip in a state is about: the record made last, and the first that a review can ask for anew. */
export const recordOfState: Partial<Record<CaseState, RecordKind>> = {
  RECOMMENDED: 'RECOMMENDATION',
  DECIDED: 'POLICE_DECISION',
  OUTCOME_RECORDED: 'OUTCOME',
  CLOSED: 'OUTCOME',
};

export type Correctable = {
  readonly name: string;
  readonly kind: 'DAY' | 'NAME' | 'TEXT' | 'LONG_TEXT';
  readonly limit: number;
};

const day = (name: string): Correctable => ({ name, kind: 'DAY', limit: 10 });
const text = (name: string, limit: number): Correctable => ({ name, kind: 'TEXT', limit });
const name = (of: string): Correctable => ({ name: of, kind: 'NAME', limit: 200 });
const words = (name: string): Correctable => ({ name, kind: 'LONG_TEXT', limit: 4000 });

/** What was written about a victim goes out of sight when they take their agreement back: no second copy is kept of it. */
const plainReasons = Object.entries(reasonParts).filter(([part]) => part !== 'victim');

/** What may be wrong by a slip of the pen. A disposal never is: that is a decision, and a review’s. Source: house rule. */
const correctable: Readonly<Record<RecordKind, Readonly<Record<string, Correctable>>>> = {
  RECOMMENDATION: {
    ...Object.fromEntries(plainReasons.map(([part, name]) => [`reasons.${part}`, words(name)])),
    gravityDeparture: words('Why the panel departs from the gravity score'),
    whyNow: words('Why this will work now'),
    'leastCriminalising.reason': words('Why the least criminalising option was not enough'),
    'missingInformation.reason': words('Why the panel went on without what was missing'),
    'optionsConsidered.*.reason': words('Why an option was or was not chosen'),
    'dissents.*.reason': words('Why an agency disagreed'),
  },
  POLICE_DECISION: {
    ...{ decidedOn: day('Day of the decision'), reason: words('Why it differs from the recommendation') },
    whyNow: words('Why this will work now'),
  },
  OUTCOME: {
    ...{ givenOn: day('Day of the outcome'), givenBy: name('Who gave it'), place: text('Where', 500) },
    'appropriateAdult.name': name('Name of the appropriate adult'),
    'appropriateAdult.relationship': text('How the appropriate adult is related', 200),
    ...{ consentOn: day('Day of the agreement'), victimInformedOn: day('Day the victim was told') },
    'conditions.*.description': words('What a condition asks'),
    'conditions.*.due': day('Day by which a condition is to be met'),
  },
};

/** A field of a record that can be corrected, or null. In: record, path of the field. Source: the table above. */
export function correctableField(record: RecordKind, field: string): Correctable | null {
  const place = /\.(\d+)\./.exec(field)?.[1];
  const row = correctable[record][place === undefined ? field : field.replace(`.${place}.`, '.*.')];
  if (!row || field.includes('*')) return null;
  return place === undefined ? row : { ...row, name: `${row.name} (number ${Number(place) + 1})` };
}

/** The words of a decision that is what the panel recommended: they say of nothing why it differs. */
const note = 'Note';

/**
 * What a field of a record is called where it stands. In: record, path of the field, whether the disposal is what the panel
 * recommended. Out: the words, or null where it cannot be corrected. Source: the table above.
 */
export function correctableName(record: RecordKind, field: string, isAsRecommended: boolean): string | null {
  if (record === 'POLICE_DECISION' && field === 'reason' && isAsRecommended) return note;
  return correctableField(record, field)?.name ?? null;
}

/** The paths of a record that may be corrected, `*` for each of a list. In: record. Source: the table above. */
export const correctablePaths = (record: RecordKind): string[] => Object.keys(correctable[record]);

/** Why a decision is reviewed. Source: house rule; a list of this project, with room for another reason. */
export const reviewReasons = {
  NEW_INFORMATION: 'Something came to light that would have changed it',
  INFORMATION_WRONG: 'It rested on information that was wrong',
  RULE_NOT_FOLLOWED: 'A rule was not followed',
  NOT_WHAT_WAS_DECIDED: 'What was recorded is not what was decided or given',
  COMPLAINT: 'The child, a carer or a victim asked for it to be looked at again',
  COURT_OR_PROSECUTOR: 'A court or the prosecutor sent it back',
  OTHER: 'Another reason',
} as const;

export type ReviewReason = keyof typeof reviewReasons;

/** Where a case goes when this record is to be made anew, and which records fall with it. Source: house rule. */
export const reviewed: Readonly<Record<RecordKind, { readonly to: CaseState; readonly falls: readonly RecordKind[] }>> =
  {
    RECOMMENDATION: { to: 'PREPARING', falls: ['RECOMMENDATION', 'POLICE_DECISION', 'OUTCOME'] },
    POLICE_DECISION: { to: 'RECOMMENDED', falls: ['POLICE_DECISION', 'OUTCOME'] },
    OUTCOME: { to: 'DECIDED', falls: ['OUTCOME'] },
  };

export type UndoFacts = Facts<{
  caseId: string;
  actorId: string;
  recordedBy: string;
  recordedAt: string;
  now: string;
  /** How long a slip can be taken back, in minutes. */
  minutes: number;
  /** What was done since that rests on the record, in words; empty when nothing was. */
  builtUpon: string;
}>;

/** Until when a slip can be taken back. In: when it was recorded, minutes. Out: an instant. Source: the area’s setting. */
export const undoUntil = (recordedAt: string, minutes: number): string =>
  new Date(Date.parse(recordedAt) + minutes * 60_000).toISOString();

const decisionPage = (facts: Facts<{ caseId: string }>): string => casePage(facts, 'decision-history');

/**
 * What keeps a slip from being taken back: somebody else’s, too late, or something rests on it. In: facts, of which a
 * missing one leaves its gate shut. Out: every blocker. Source: house rule; the time is a setting of the panel area.
 */
export function undoBlockers(facts: UndoFacts): Blocker[] {
  const { actorId, recordedBy, recordedAt, now, minutes, builtUpon } = facts;
  const isOwn = Boolean(actorId) && actorId === recordedBy;
  const isInTime = Boolean(recordedAt && now && minutes) && (now ?? '') <= undoUntil(recordedAt ?? '', minutes ?? 0);
  const mend = decisionPage(facts);
  return [
    ...(isOwn ? [] : [blocker('UNDO_NOT_YOURS', mend)]),
    ...(isInTime ? [] : [blocker('UNDO_TOO_LATE', mend)]),
    ...(builtUpon === '' ? [] : [blocker('BUILT_UPON', mend, builtUpon ? { about: builtUpon } : {})]),
  ];
}

/**
 * Nobody reviews what they recorded themselves or settled as a senior. In: who reviews, who did that of what falls. Out: the blocker, or none.
 * Source: Leicester City Youth Justice Plan 2025 to 2030, section 8 (whoever assures did not do).
 */
export function reviewBlockers(
  facts: Facts<{ caseId: string; actorId: string; recordedBy: readonly string[] }>,
): Blocker[] {
  const { actorId, recordedBy } = facts;
  const isOther = Boolean(actorId && recordedBy?.length) && !recordedBy?.includes(actorId ?? '');
  return isOther ? [] : [blocker('REVIEWER_NOT_INDEPENDENT', decisionPage(facts))];
}

/**
 * What keeps an outcome from falling with a case that was entered in error: it falls as by a review. In: who withdraws the
 * case, who recorded the outcome. Out: the blocker, or none. Source: as for a review.
 */
export const errorBlockers = (facts: Parameters<typeof reviewBlockers>[0]): Blocker[] =>
  reviewBlockers(facts).map((found) => ({
    ...found,
    message: 'Somebody who did not record the outcome must withdraw the case as entered in error',
  }));

/** What a review leads to, in words. In: the record to be made anew. Source: the tables above. */
export const reviewInWords = (record: RecordKind): string =>
  `${recordKinds[record]} is made anew: the case goes back to “${states[reviewed[record].to].toLowerCase()}”`;
