import { actionsFrom, type CaseAction, lifecycle, openStates } from '../policy/lifecycle.js';
import { type Actor, may } from '../platform/actor.js';
import type { CaseFound } from '../cases/find-case.js';

/** Something the actor may do with the case now, and the page where it is done (the API under `/api`). */
export type ActionOpen = { readonly code: CaseAction | 'ALLOCATE'; readonly name: string; readonly href: string };

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
export const onward: readonly string[] = [
  'ACCEPT',
  'SIGN_OFF',
  'LIST',
  'RECOMMEND',
  'DECIDE',
  'RECORD_OUTCOME',
  'CLOSE',
];

/**
 * What the table of the lifecycle allows and the actor may do: the buttons of the page. In: case, actor. A slip is taken
 * back from the page of what was decided, which knows whether it still can be.
 */
export function actionsOpen({ id, state, panelAreaId, allocatedTo }: CaseFound, actor: Actor): ActionOpen[] {
  const rank = (code: CaseAction): number => Number(!onward.includes(code));
  const mayDo = (action: CaseAction): boolean => may(actor, lifecycle[action].permission, panelAreaId);
  const moves = actionsFrom(state)
    .filter((action) => action !== 'UNDO' && mayDo(action))
    .toSorted((one, other) => rank(one) - rank(other))
    .map((code) => ({ code, name: lifecycle[code].name, href: `/cases/${id}/${pages[code]}` }));
  const mayAllocate = openStates.includes(state) && may(actor, 'case.manage', panelAreaId);
  const name = allocatedTo ? 'Allocate to somebody else' : 'Allocate';
  return mayAllocate ? [...moves, { code: 'ALLOCATE', name, href: `/cases/${id}/allocation` }] : moves;
}
