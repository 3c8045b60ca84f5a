import type { EventType } from './events.js';
import { blocker, type Blocker } from './gate.js';

/** What a person had to do with a case, with the words that follow “you”. */
export const involvements = {
  REFERRAL: 'referred it',
  PREPARATION: 'wrote part of its preparation',
  ALLOCATION: 'are the one it is allocated to',
  SIGN_OFF: 'signed it off',
  MEETING: 'attended a meeting that had it on its agenda',
  CONFLICT: 'have a conflict of interest recorded in it',
  RECOMMENDATION: 'recorded the panel’s recommendation',
  POLICE_DECISION: 'recorded the police decision',
  OUTCOME: 'recorded its outcome',
  CHILD: 'worked on the child’s record',
  RECORD: 'worked on its record',
} as const;

export type Involvement = keyof typeof involvements;

/** What needs not be said in general of whoever is known to have done something more exact. */
const inGeneral: readonly Involvement[] = ['CHILD', 'RECORD'];

/**
 * What can be on record of a case, or of its child, without its author having worked on it. Every other event counts as
 * work, one of a later version too. To look, to be shown a list or a pack, and to open a restricted case in an emergency
 * change nothing in it, and an auditor may have to do each; to look into such an opening is assurance, as audits and reviews
 * of what was done are. A conflict counts while it stands, by its own record. But whoever limits a case, names or takes off
 * who may see it, keeps it limited or lifts that, decides who can take part in it, and works on it.
 * In: nothing. Out: types of events. Source: Leicester City Youth Justice Plan 2025 to 2030, section 8 (whoever assures did
 * not do); house rule on what is doing.
 */
export const apartFromWork = [
  'CASE_VIEWED',
  'CHILD_VIEWED',
  'CASES_LISTED',
  'CASES_SEARCHED',
  'RESOLUTIONS_LISTED',
  'POSSIBLE_MATCHES_SHOWN',
  'PACK_ISSUED',
  'RESTRICTED_CASE_OPENED',
  'OPENING_ACKNOWLEDGED',
  'CONFLICT_DECLARED',
  'CONFLICT_LIFTED',
  'AUDIT_SAVED',
  'AUDIT_COMPLETED',
  'RESOLUTION_REVIEWED',
  'POLICE_TOLD_OF_REVIEW',
] as const satisfies readonly EventType[];

/**
 * Nobody audits a case they worked on. In: what the person had to do with it, the page of its audit plan.
 * Out: the blocker, or none. Source: Leicester City Youth Justice Plan 2025 to 2030, section 8 (whoever assures did not do).
 */
export function auditBlockers(involved: readonly Involvement[], mend: string): Blocker[] {
  if (involved.length === 0) return [];
  const known = (Object.keys(involvements) as Involvement[]).filter((each) => involved.includes(each));
  const exact = known.filter((each) => !inGeneral.includes(each));
  const did = (exact.length > 0 ? exact : known).map((each) => involvements[each]);
  return [
    {
      ...blocker('CONFLICT_OF_INTEREST', mend),
      message: `Somebody else must audit this case: you ${did.join(', you ')}`,
    },
  ];
}
