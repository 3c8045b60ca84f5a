import { faultsInOrder } from '../cases/faults-in-order.js';
import type { CaseFound } from '../cases/find-case.js';
import { claimCase } from '../cases/move-case.js';
import { type DecisionOf, decisionOf } from '../decisions/decision-of.js';
import { blocker, casePage } from '../policy/gate.js';
import { afterDecision } from '../policy/lifecycle.js';
import { Blocked, type FieldError, faultIf } from '../platform/errors.js';
import type { Work } from '../platform/unit-of-work.js';

type Decision = NonNullable<DecisionOf['decision']>;
export type Deliverable = { readonly found: CaseFound; readonly decision: Decision };

/** Claims a case in which something is delivered, with the decision under which it is. */
export async function claimDelivery(work: Work, caseId: string): Promise<Deliverable> {
  const found = await claimCase(work, 'delivery.record', caseId);
  const decision = (await decisionOf(work.tx, caseId))?.decision;
  if (!afterDecision.includes(found.state) || !decision) throw new Blocked([notNow(caseId)]);
  return { found, decision };
}

const notNow = (caseId: string) => ({
  ...blocker('WRONG_STATE', casePage({ caseId }, '').replace(/\/$/, '')),
  message: 'Delivery is recorded from the police decision until the case is closed',
});

/** What happened under a decision did not happen before it, nor tomorrow. */
export const faultsOfDay = (field: string, day: string, decidedOn: string, today: string): FieldError[] => [
  ...faultIf(day > today, field, 'The day must be today or in the past'),
  ...faultsInOrder({ decidedOn, happenedOn: day }, { happenedOn: field }),
];
