import { blocker, casePage, type Blocker } from './gate.js';
import type { Permission } from './permissions.js';

/** The states of a case, with the words people read; the last three end it. Source: house rule. */
export const states = {
  REFERRED: 'Referred',
  PREPARING: 'Preparing',
  READY: 'Ready for panel',
  LISTED: 'Listed',
  ESCALATED: 'Escalated',
  RECOMMENDED: 'Recommended',
  DECIDED: 'Decided',
  OUTCOME_RECORDED: 'Outcome recorded',
  CLOSED: 'Closed',
  RETURNED_TO_POLICE: 'Returned to police',
  WITHDRAWN: 'Withdrawn',
} as const;

export type CaseState = keyof typeof states;
export const stateCodes = Object.keys(states) as CaseState[];
export const firstState: CaseState = 'REFERRED';
export const endStates: readonly CaseState[] = ['CLOSED', 'RETURNED_TO_POLICE', 'WITHDRAWN'];

/** States in which the case is still somebody's work: those that have not ended. */
export const openStates: readonly CaseState[] = stateCodes.filter((state) => !endStates.includes(state));

/** States in which the case was accepted and the panel has not heard it. Source: the moves below. */
export const beforeMeeting: readonly CaseState[] = ['PREPARING', 'READY', 'LISTED'];

/** States in which the panel has not recommended, and in which police have not decided. Source: the moves below. */
export const beforeRecommendation: readonly CaseState[] = ['REFERRED', 'PREPARING', 'READY', 'LISTED', 'ESCALATED'];
export const beforeDecision: readonly CaseState[] = [...beforeRecommendation, 'RECOMMENDED'];
/** States in which the child was given nothing yet. Source: the moves below. */
export const beforeOutcome: readonly CaseState[] = [...beforeDecision, 'DECIDED'];

/** States in which a police decision stands and something may be left to do. Source: the moves below. */
export const afterDecision: readonly CaseState[] = ['DECIDED', 'OUTCOME_RECORDED'];

export type GateGroup = 'PREPARATION' | 'MEETING' | 'DISPOSAL' | 'OUTCOME' | 'DELIVERY';
export type Asks = 'REASON' | 'CODED_REASON' | 'REASON_CODED_AFTER_DECISION' | 'REASON_IF_DIFFERENT' | null;

/** Why a case is adjourned, and where it goes: back to preparation when something in it is missing. */
export const adjournReasons = {
  MISSING_CHILD_VOICE: { name: 'The child has not been heard', to: 'PREPARING' },
  MISSING_PARENT_VOICE: { name: 'The parent or carer has not been heard', to: 'PREPARING' },
  MISSING_VICTIM_VIEW: { name: 'A victim’s view is missing', to: 'PREPARING' },
  MISSING_AGENCY_INFO: { name: 'An agency’s information is missing', to: 'PREPARING' },
  NOT_QUORATE: { name: 'The panel was not quorate', to: 'READY' },
  SAFEGUARDING_ENQUIRY: { name: 'A safeguarding enquiry is under way', to: 'READY' },
  LEGAL_ADVICE: { name: 'Legal advice is needed', to: 'READY' },
  MEETING_CANCELLED: { name: 'The meeting was cancelled', to: 'READY' },
  NRM_PENDING: { name: 'A National Referral Mechanism decision is awaited', to: 'READY' },
  OTHER: { name: 'Another reason', to: 'READY' },
} as const satisfies Record<string, { name: string; to: CaseState }>;

/** Why a case goes back to police without a panel's recommendation. */
export const returnReasons = {
  EVIDENCE: 'The evidence is not sufficient',
  PUBLIC_INTEREST: 'Action is not in the public interest',
  TIME_LIMIT: 'The time limit has passed or is near',
  CHARGE_NEEDED: 'A charge is needed',
  NOT_ELIGIBLE: 'The case is not eligible',
  DECLINED: 'The child or family declined',
} as const;

/**
 * Why a case is withdrawn: which of the two is asked once police decided, since an outcome falls, and the case is in no
 * audit, where it was entered in error alone. Source: rules of a case’s life.
 */
export const withdrawReasons = {
  ENTERED_IN_ERROR: 'It was entered in error',
  TRANSFERRED: 'It was transferred elsewhere',
} as const;

export type WithdrawReason = keyof typeof withdrawReasons;
export type AdjournReason = keyof typeof adjournReasons;

/** The reasons that a person gives for one case; cancelling the meeting gives its own to every case. Source: house rule. */
export const adjournReasonsGiven = (Object.keys(adjournReasons) as AdjournReason[]).filter(
  (code) => code !== 'MEETING_CANCELLED',
);
export type ReturnReason = keyof typeof returnReasons;

export type Move = {
  readonly name: string;
  readonly from: readonly CaseState[];
  readonly to: readonly CaseState[];
  readonly gates: readonly GateGroup[];
  readonly asks: Asks;
  readonly permission: Permission;
};

/**
 * A case's life: each action, the states it is taken from, where it leads, what it asks and who may take it.
 * Beyond the table of rules: REOPEN from ESCALATED and RETURN_TO_POLICE from RECOMMENDED, so that no case is stuck.
 * Source: house rule; Leicestershire and Leicester City practice as described in HMIP 2021 section 3.4.
 */
// prettier-ignore
export const lifecycle = {
  ACCEPT:           { name: 'Accept for panel',       from: ['REFERRED'],              to: ['PREPARING'],          gates: [],                                   asks: null,                  permission: 'case.manage' },
  SIGN_OFF:         { name: 'Sign off',               from: ['PREPARING'],             to: ['READY'],              gates: ['PREPARATION'],                      asks: null,                  permission: 'case.sign-off' },
  REOPEN:           { name: 'Reopen preparation',     from: ['READY', 'LISTED', 'ESCALATED'], to: ['PREPARING'],   gates: [],                                   asks: 'REASON',              permission: 'case.manage' },
  LIST:             { name: 'List for a meeting',     from: ['READY'],                 to: ['LISTED'],             gates: ['PREPARATION'],                      asks: null,                  permission: 'meeting.arrange' },
  ADJOURN:          { name: 'Adjourn',                from: ['LISTED'],                to: ['READY', 'PREPARING'], gates: [],                                   asks: 'CODED_REASON',        permission: 'meeting.run' },
  RECOMMEND:        { name: 'Record recommendation',  from: ['LISTED', 'ESCALATED'],   to: ['RECOMMENDED'],        gates: ['PREPARATION', 'MEETING', 'DISPOSAL'], asks: null,                permission: 'recommendation.record' },
  ESCALATE:         { name: 'Escalate',               from: ['LISTED', 'RECOMMENDED'], to: ['ESCALATED'],          gates: [],                                   asks: 'REASON',              permission: 'case.escalate' },
  DECIDE:           { name: 'Record police decision', from: ['RECOMMENDED'],           to: ['DECIDED'],            gates: ['DISPOSAL'],                         asks: 'REASON_IF_DIFFERENT', permission: 'police-decision.record' },
  RECORD_OUTCOME:   { name: 'Record outcome',         from: ['DECIDED'],               to: ['OUTCOME_RECORDED'],   gates: ['OUTCOME'],                          asks: null,                  permission: 'outcome.record' },
  RETURN_TO_PANEL:  { name: 'Return to panel',        from: ['DECIDED'],               to: ['PREPARING'],          gates: [],                                   asks: 'REASON',              permission: 'outcome.record' },
  RETURN_TO_POLICE: { name: 'Return to police',       from: [...beforeDecision, 'DECIDED'], to: ['RETURNED_TO_POLICE'], gates: [],           asks: 'CODED_REASON',        permission: 'case.return' },
  WITHDRAW:         { name: 'Withdraw',               from: openStates,                to: ['WITHDRAWN'],          gates: [],                                   asks: 'REASON_CODED_AFTER_DECISION', permission: 'case.manage' },
  UNDO:             { name: 'Take back',              from: ['RECOMMENDED', 'DECIDED', 'OUTCOME_RECORDED'], to: ['LISTED', 'ESCALATED', 'RECOMMENDED', 'DECIDED'], gates: [], asks: null, permission: 'record.undo' },
  REVIEW:           { name: 'Review a decision',      from: ['RECOMMENDED', 'DECIDED', 'OUTCOME_RECORDED', 'CLOSED'], to: ['PREPARING', 'RECOMMENDED', 'DECIDED'], gates: [], asks: 'CODED_REASON', permission: 'record.review' },
  SETTLE:           { name: 'Settle a disagreement',  from: ['ESCALATED'],             to: ['RECOMMENDED', 'READY'], gates: [],                                 asks: null,                  permission: 'escalation.settle' },
  CLOSE:            { name: 'Close',                  from: ['OUTCOME_RECORDED'],      to: ['CLOSED'],             gates: ['DELIVERY'],                         asks: null,                  permission: 'delivery.record' },
} as const satisfies Record<string, Move>;

export type CaseAction = keyof typeof lifecycle;
export const caseActions = Object.keys(lifecycle) as CaseAction[];

/**
 * Where those actions lead that lead to several states, by the state they are taken from: whoever acts says to which.
 * What is taken back goes where the case was; what a review found wrong is made anew through its own gates, and so is all
 * that stood on it; a disagreement is settled for police, who go on with the recommendation that stands, or for the panel.
 * Source: house rule; NPCC Child Gravity Matrix 2025 (the decision is for the police).
 */
const leadsTo: Partial<Record<CaseAction, Partial<Record<CaseState, readonly CaseState[]>>>> = {
  UNDO: { RECOMMENDED: ['LISTED', 'ESCALATED'], DECIDED: ['RECOMMENDED'], OUTCOME_RECORDED: ['DECIDED'] },
  REVIEW: {
    ...{ RECOMMENDED: ['PREPARING'], DECIDED: ['PREPARING', 'RECOMMENDED'] },
    ...{ OUTCOME_RECORDED: ['PREPARING', 'RECOMMENDED', 'DECIDED'], CLOSED: ['PREPARING', 'RECOMMENDED', 'DECIDED'] },
  },
  SETTLE: { ESCALATED: ['RECOMMENDED', 'READY'] },
};

/** Where an action may lead from a state. In: action, state. Out: states, none where it is not allowed. Source: the tables. */
export const destinations = (action: CaseAction, state: CaseState): readonly CaseState[] =>
  leadsTo[action]?.[state] ?? (moveOf(action).from.includes(state) ? moveOf(action).to : []);

const moveOf = (action: CaseAction): Move => lifecycle[action];
const isAdjournReason = (code: string | null | undefined): code is AdjournReason =>
  Object.hasOwn(adjournReasons, code ?? '');

/** What may be done with a case in a state, permissions apart. In: state. Out: actions. Source: the table. */
export const actionsFrom = (state: CaseState): CaseAction[] =>
  caseActions.filter((action) => moveOf(action).from.includes(state));

/**
 * Where an action leads. In: action, state, for an adjournment its reason, and the state that is wanted where an action
 * leads to several. Out: the state, or null when the tables do not allow it or the reason is not known. Source: the tables.
 */
export function destination(
  action: CaseAction,
  state: CaseState,
  reasonCode?: string | null,
  wanted?: CaseState,
): CaseState | null {
  const { from, to } = moveOf(action);
  if (!from.includes(state)) return null;
  if (leadsTo[action]) return wanted && destinations(action, state).includes(wanted) ? wanted : null;
  if (action === 'ADJOURN') return isAdjournReason(reasonCode) ? adjournReasons[reasonCode].to : null;
  return to[0] ?? null;
}

/** The blocker of a move the table does not allow. In: action, state, case. Out: it or none. Source: the table. */
export const stateBlockers = (action: CaseAction, state: CaseState, caseId: string): Blocker[] =>
  moveOf(action).from.includes(state)
    ? []
    : [
        {
          ...blocker('WRONG_STATE', casePage({ caseId }, '').replace(/\/$/, '')),
          message: `A case that is “${states[state].toLowerCase()}” is not at the stage for “${moveOf(action).name.toLowerCase()}”`,
        },
      ];
