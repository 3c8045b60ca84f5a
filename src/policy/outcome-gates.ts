import { isRealDay } from './days.js';
import { endedStatuses } from './delivery.js';
import { divergenceReasons } from './divergence.js';
import { disposalOf, type Disposal } from './disposals.js';
import { blocker, casePage, isWritten, type Blocker, type Facts } from './gate.js';
import type { RuleCode } from './rules.js';

/** What the child agreed to. A youth conditional caution must be signed. Source: Crime and Disorder Act 1998 s66B(5). */
export const childConsents = {
  SIGNED: 'Given and signed',
  GIVEN: 'Given',
  REFUSED: 'Refused',
  WITHDRAWN: 'Withdrawn',
  NOT_REQUIRED: 'Not required',
  NOT_YET_SOUGHT: 'Not asked yet',
  NOT_RECORDED: 'Not recorded',
} as const;

/** Why no further action, with the outcome number each reason has. Source: Home Office crime outcomes framework. */
export const nfaReasons = {
  NOT_IN_PUBLIC_INTEREST_CPS: { outcome: '9', name: 'Not in the public interest (prosecutor)' },
  NOT_IN_PUBLIC_INTEREST_POLICE: { outcome: '10', name: 'Not in the public interest (police)' },
  SUSPECT_UNDER_AGE: { outcome: '11', name: 'The child was under 10' },
  SUSPECT_TOO_ILL: { outcome: '12', name: 'The child is too ill' },
  VICTIM_OR_WITNESS_DEAD_OR_TOO_ILL: { outcome: '13', name: 'The victim or a key witness is dead or too ill' },
  EVIDENTIAL_NO_SUSPECT_VICTIM_DOES_NOT_SUPPORT: {
    outcome: '14',
    name: 'Nobody identified; the victim does not support action',
  },
  EVIDENTIAL_VICTIM_SUPPORTS: { outcome: '15', name: 'Evidential difficulties; the victim supports action' },
  EVIDENTIAL_VICTIM_DOES_NOT_SUPPORT: {
    outcome: '16',
    name: 'Evidential difficulties; the victim does not support action',
  },
  TIME_LIMIT_EXPIRED: { outcome: '17', name: 'The time limit for prosecution has passed' },
  NO_SUSPECT: { outcome: '18', name: 'Investigation complete; nobody identified' },
  FURTHER_INVESTIGATION_NOT_IN_PUBLIC_INTEREST: {
    outcome: '21',
    name: 'Further investigation not in the public interest',
  },
} as const;

/**
 * The outcome number to report. In: disposal, reason for no further action, the disposal's row when it is not the
 * book's own. Out: number or null. Source: as above.
 */
export function homeOfficeOutcome(
  disposal: string,
  nfaReason?: string | null,
  row: Disposal | null = disposalOf(disposal),
): string | null {
  const found = Object.entries(nfaReasons).find(([code]) => code === nfaReason);
  return disposal === 'NO_FURTHER_ACTION' ? (found?.[1].outcome ?? null) : (row?.homeOfficeOutcome ?? null);
}

export type OutcomeFacts = Facts<{
  caseId: string;
  /** The disposal of the outcome about to be recorded, and the one police decided. */
  disposal: string;
  decidedDisposal: string;
  givenOn: string;
  givenBy: string;
  place: string;
  appropriateAdult: string;
  consent: string;
  explained: boolean | number;
  deliveryStatus: string;
  victimInformedOn: string;
  noIdentifiableVictimReason: string;
  nfaReason: string;
}>;

type Known = OutcomeFacts;
type Rule = { readonly isOpen: (facts: Known) => boolean; readonly page: string };

const agreed = ({ disposal, consent }: Known): boolean =>
  consent === 'SIGNED' || (disposal !== 'YOUTH_CONDITIONAL_CAUTION' && consent === 'GIVEN');

// prettier-ignore
const gates: Partial<Record<RuleCode, Rule>> = {
  POLICE_DECISION_MISSING: { isOpen: ({ decidedDisposal }) => isWritten(decidedDisposal), page: 'police-decision' },
  OUTCOME_DIFFERS_FROM_DECISION: { isOpen: ({ disposal, decidedDisposal }) => isWritten(disposal) && disposal === decidedDisposal, page: 'outcome' },
  GIVEN_BY_MISSING: { isOpen: ({ givenBy, givenOn, place }) => isWritten(givenBy) && isRealDay(givenOn) && isWritten(place), page: 'outcome' },
  APPROPRIATE_ADULT_MISSING: { isOpen: ({ appropriateAdult }) => isWritten(appropriateAdult), page: 'outcome' },
  CONSENT_MISSING: { isOpen: agreed, page: 'outcome' },
  EXPLANATION_MISSING: { isOpen: ({ explained }) => explained === true || explained === 1, page: 'outcome' },
  ACTIVITY_NOT_COMPLETED: { isOpen: ({ deliveryStatus }) => deliveryStatus === 'COMPLETED', page: 'delivery' },
  VICTIM_NOT_INFORMED: {
    isOpen: ({ victimInformedOn, noIdentifiableVictimReason }) => isRealDay(victimInformedOn) || isWritten(noIdentifiableVictimReason),
    page: 'outcome',
  },
  NFA_REASON_MISSING: { isOpen: ({ nfaReason }) => Object.hasOwn(nfaReasons, nfaReason ?? ''), page: 'outcome' },
};

/** The rules that can be looked at for an outcome. In: nothing. Out: codes. Source: the gates above. */
export const outcomeRuleCodes = Object.keys(gates) as RuleCode[];

const unknownDisposal = ['POLICE_DECISION_MISSING', 'OUTCOME_DIFFERS_FROM_DECISION'] as const;

/** The rules looked at for an outcome, to be stored with it. In: the disposal or its row. Source: the row. */
export const rulesOfOutcome = (disposal: string | null | undefined, row = disposalOf(disposal)): readonly RuleCode[] =>
  row?.outcomeRules ?? unknownDisposal;

/**
 * Everything that keeps an outcome from being recorded; its conditions are looked at by `disposalBlockers` at
 * RECORD_OUTCOME. In: facts, and the disposal's row when it is not the book's own. Out: every blocker at once.
 * Source: Crime and Disorder Act 1998 ss66ZA to 66B; Home Office crime outcomes framework; each rule's row.
 */
export function outcomeBlockers(facts: OutcomeFacts, row: Disposal | null = disposalOf(facts.disposal)): Blocker[] {
  return rulesOfOutcome(facts.disposal, row).flatMap((code) => {
    const found = gates[code];
    if (!found || found.isOpen(facts)) return [];
    return [blocker(code, casePage(facts, found.page), { disposal: facts.disposal })];
  });
}

/** A case closes when delivery ended or was not needed. In: facts. Out: blockers. Source: house rule. */
export const closingBlockers = (facts: Pick<OutcomeFacts, 'caseId' | 'deliveryStatus'>): Blocker[] =>
  (endedStatuses as readonly string[]).includes(facts.deliveryStatus ?? '')
    ? []
    : [blocker('DELIVERY_NOT_ENDED', casePage(facts, 'delivery'))];

/**
 * Police may decide otherwise than the panel, choosing a reason from the list and writing it. In: both disposals, the code
 * and the reason. Out: blockers, none where they are the same. Source: NPCC Child Gravity Matrix 2025; each rule's row.
 */
export function differenceBlockers(
  facts: Facts<{ caseId: string; recommended: string; disposal: string; reasonCode: string; reason: string }>,
): Blocker[] {
  if (isWritten(facts.recommended) && facts.recommended === facts.disposal) return [];
  const page = casePage(facts, 'police-decision');
  return [
    ...(isWritten(facts.reason) ? [] : [blocker('DIFFERENCE_UNEXPLAINED', page)]),
    ...(Object.hasOwn(divergenceReasons, facts.reasonCode ?? '') ? [] : [blocker('DIFFERENCE_NOT_CODED', page)]),
  ];
}
