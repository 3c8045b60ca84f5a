import { actionsFrom, type CaseAction, lifecycle, openStates } from '../policy/lifecycle.js';
import { closingBlockers } from '../policy/outcome-gates.js';
import { type Actor, may } from '../platform/actor.js';
import type { CaseFound } from '../cases/find-case.js';
import type { CaseDetails } from './case-details.queries.js';

/** Something the actor may do with the case now, and the page where it is done (the API under `/api`). */
export type ActionOpen = {
  readonly code: CaseAction | 'ALLOCATE' | 'NAME_SENIOR';
  readonly name: string;
  readonly href: string;
};

const pages: Readonly<Record<CaseAction, string>> = {
  ACCEPT: 'acceptance',
  SIGN_OFF: 'assessment/sign-off',
  REOPEN: 'reopening',
  LIST: 'listing',
  ADJOURN: 'adjournment',
  RECOMMEND: 'recommendation',
  ESCALATE: 'escalation',
  DECIDE: 'police-decision',
  RECORD_OUTCOME: 'outcome',
  RETURN_TO_PANEL: 'return-to-panel',
  RETURN_TO_POLICE: 'return-to-police',
  WITHDRAW: 'withdrawal',
  UNDO: 'undoing',
  REVIEW: 'decision-review',
  SETTLE: 'escalations',
  CLOSE: 'closure',
};

/** What takes a case further; it stands first, and what holds it up or ends it after. */
const onward: readonly string[] = ['ACCEPT', 'SIGN_OFF', 'LIST', 'RECOMMEND', 'DECIDE', 'RECORD_OUTCOME', 'CLOSE'];

/** While seniors are asked about a disagreement, their answer takes the case further, and nothing else. */
const whileAsked: readonly string[] = ['SETTLE', 'NAME_SENIOR'];

/** What decides which action takes a case further: whether seniors are asked, and how far the delivery has come. */
type Standing = Pick<CaseDetails, 'escalationStep' | 'deliveryStatus'>;

/** Whether an action takes the case further now, and stands first on its page. A case is not closed while it is delivered. */
export function isNext({ code }: Pick<ActionOpen, 'code'>, { escalationStep, deliveryStatus }: Standing): boolean {
  if (code === 'CLOSE' && closingBlockers({ deliveryStatus }).length > 0) return false;
  return (escalationStep === null ? onward : whileAsked).includes(code);
}

/**
 * What the table of the lifecycle allows and the actor may do: the buttons of the page. In: case, actor. A slip is taken
 * back from the page of what was decided, which knows whether it still can be; seniors settle while they are asked.
 */
export function actionsOpen(found: CaseFound, actor: Actor, standing: Standing): ActionOpen[] {
  const seniorsAsked = standing.escalationStep !== null;
  const { id, state, panelAreaId, allocatedTo } = found;
  const rank = (action: ActionOpen): number => Number(!isNext(action, standing));
  const mayDo = (action: CaseAction): boolean => may(actor, lifecycle[action].permission, panelAreaId);
  const isShown = (action: CaseAction): boolean => action !== 'UNDO' && (action !== 'SETTLE' || seniorsAsked);
  const moves: ActionOpen[] = actionsFrom(state)
    .filter((action) => isShown(action) && mayDo(action))
    .map((code) => ({ code, name: lifecycle[code].name, href: `/cases/${id}/${pages[code]}` }));
  if (seniorsAsked && may(actor, 'escalation.name-senior', panelAreaId)) {
    const name = 'See the disagreement, who is asked and by when';
    moves.push({ code: 'NAME_SENIOR', name, href: `/cases/${id}/escalations` });
  }
  if (openStates.includes(state) && may(actor, 'case.manage', panelAreaId)) {
    const name = allocatedTo ? 'Allocate to somebody else' : 'Allocate';
    moves.push({ code: 'ALLOCATE', name, href: `/cases/${id}/allocation` });
  }
  return moves.toSorted((one, other) => rank(one) - rank(other));
}
