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
  RECORD: 'worked on its record',
} as const;

export type Involvement = keyof typeof involvements;

/** Events of a case whose author took part in it, whatever else the record still says of them. */
export const workingEvents = [
  'ASSESSMENT_SIGNED_OFF',
  'VOICE_APPROVED',
  'AGENCY_ANSWERED',
  'VICTIM_ADDED',
  'VICTIM_CHANGED',
  'VICTIM_VIEW_RECORDED',
  'CASE_ALLOCATED',
  'CASE_ESCALATED',
  'CASE_MOVED',
  'DELIVERY_RECORDED',
] as const;

/**
 * Nobody audits a case they worked on. In: what the person had to do with it, the page of its audit plan.
 * Out: the blocker, or none. Source: Leicester City Youth Justice Plan 2025 to 2030, section 8 (whoever assures did not do).
 */
export function auditBlockers(involved: readonly Involvement[], mend: string): Blocker[] {
  if (involved.length === 0) return [];
  const known = (Object.keys(involvements) as Involvement[]).filter((each) => involved.includes(each));
  // What is known more exactly need not be said again in general.
  const told = known.length > 1 ? known.filter((each) => each !== 'RECORD') : known;
  const did = told.map((each) => involvements[each]);
  return [
    {
      ...blocker('CONFLICT_OF_INTEREST', mend),
      message: `Somebody else must audit this case: you ${did.join(', you ')}`,
    },
  ];
}
