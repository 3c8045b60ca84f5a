import { describe, expect, test } from '@jest/globals';
import { lifecyclePicture } from './lifecycle-picture.js';
import {
  actionsFrom,
  adjournReasons,
  caseActions,
  destination,
  destinations,
  endStates,
  firstState,
  lifecycle,
  stateBlockers,
  stateCodes,
  type CaseState,
  type Move,
} from './lifecycle.js';

const next = (state: CaseState): CaseState[] =>
  actionsFrom(state).flatMap((action) => [...destinations(action, state)]);

function reachableFrom(start: CaseState): Set<CaseState> {
  const seen = new Set<CaseState>([start]);
  for (const state of seen) for (const after of next(state)) seen.add(after);
  return seen;
}

describe('a case’s life', () => {
  test('reaches every state', () => {
    expect([...reachableFrom(firstState)].sort()).toEqual([...stateCodes].sort());
  });

  test('strands nobody: every state leads to an end, and an end leads nowhere but a closed case to a review', () => {
    for (const state of stateCodes) expect(endStates.some((end) => reachableFrom(state).has(end))).toBe(true);
    for (const end of endStates) expect(actionsFrom(end)).toEqual(end === 'CLOSED' ? ['REVIEW'] : []);
  });

  test('can be withdrawn while open, and returned to police until an outcome is recorded', () => {
    const from = (action: 'WITHDRAW' | 'RETURN_TO_POLICE') =>
      stateCodes.filter((state) => actionsFrom(state).includes(action));
    expect(from('WITHDRAW')).toEqual(stateCodes.filter((state) => !endStates.includes(state)));
    expect(from('RETURN_TO_POLICE')).toEqual(from('WITHDRAW').filter((state) => state !== 'OUTCOME_RECORDED'));
  });

  test('brings late news back to preparation, from an escalation too', () => {
    for (const state of ['READY', 'LISTED', 'ESCALATED'] as const)
      expect(destination('REOPEN', state)).toBe('PREPARING');
  });

  test.each([
    ['MISSING_CHILD_VOICE', 'PREPARING'],
    ['MISSING_AGENCY_INFO', 'PREPARING'],
    ['NOT_QUORATE', 'READY'],
    ['LEGAL_ADVICE', 'READY'],
    ['BECAUSE', null],
    [null, null],
  ])('adjourned for %s leads to %s', (reason, to) => {
    expect(destination('ADJOURN', 'LISTED', reason)).toBe(to);
  });

  test('adjourns only to where the table says', () => {
    for (const { to } of Object.values(adjournReasons)) expect(lifecycle.ADJOURN.to).toContain(to);
  });

  test('refuses a move the table does not allow, in words', () => {
    expect(destination('DECIDE', 'LISTED')).toBeNull();
    expect(stateBlockers('DECIDE', 'LISTED', 'c1')).toEqual([
      expect.objectContaining({ code: 'WRONG_STATE', severity: 'STOP', mend: '/cases/c1' }),
    ]);
  });

  test('lets no panel recommend, and no case be listed, past the preparation', () => {
    const guarded = caseActions.filter((action) => (lifecycle[action] as Move).gates.includes('PREPARATION'));
    expect(guarded).toEqual(['SIGN_OFF', 'LIST', 'RECOMMEND']);
    const into = caseActions.filter((action) => (lifecycle[action] as Move).to.includes('RECOMMENDED'));
    expect(into).toEqual(['RECOMMEND', 'UNDO', 'REVIEW', 'SETTLE']);
  });

  test('comes back to a recommendation only where one was made: from what followed it, or from its escalation', () => {
    const from = (action: 'UNDO' | 'REVIEW' | 'SETTLE') =>
      stateCodes.filter((state) => destinations(action, state).includes('RECOMMENDED'));
    expect(from('UNDO')).toEqual(['DECIDED']);
    expect(from('REVIEW')).toEqual(['DECIDED', 'OUTCOME_RECORDED', 'CLOSED']);
    expect(from('SETTLE')).toEqual(['ESCALATED']);
  });

  test.each([
    ['UNDO', 'RECOMMENDED', 'LISTED', 'LISTED'],
    ['UNDO', 'RECOMMENDED', 'DECIDED', null],
    ['UNDO', 'DECIDED', undefined, null],
    ['UNDO', 'CLOSED', 'DECIDED', null],
    ['REVIEW', 'CLOSED', 'PREPARING', 'PREPARING'],
    ['REVIEW', 'RECOMMENDED', 'RECOMMENDED', null],
    ['SETTLE', 'ESCALATED', 'CLOSED', null],
  ] as const)('%s from %s to %s leads to %s', (action, state, wanted, to) => {
    expect(destination(action, state, null, wanted)).toBe(to);
  });

  test('is drawn whole', () => {
    const picture = lifecyclePicture();
    for (const action of caseActions) expect(picture).toContain(`: ${action}\n`);
    for (const state of stateCodes) expect(picture).toContain(`| ${state} |`);
    expect(picture).toContain('stateDiagram-v2\n  [*] --> REFERRED\n');
  });
});
