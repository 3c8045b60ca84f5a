import sql, { join } from 'sql-template-tag';
import { faultsInOrder } from '../cases/faults-in-order.js';
import type { CaseFound } from '../cases/find-case.js';
import { claimCase } from '../cases/move-case.js';
import { type DecisionOf, decisionOf } from '../decisions/decision-of.js';
import { blocker, casePage } from '../policy/gate.js';
import { afterDecision } from '../policy/lifecycle.js';
import { carries, roleCodes } from '../policy/permissions.js';
import { row } from '../platform/database/read.js';
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

const delivering = roleCodes.filter((role) => carries(role, 'delivery.record'));

/** Whether somebody may see to a delivery in a panel area. */
export async function mayDeliver({ tx }: Work, personId: string, panelAreaId: string): Promise<boolean> {
  const found = await row(
    tx,
    sql`select r.id from role_assignments r join people p on p.id = r."personId" and p.state = 'ACTIVE'
        where r."personId" = ${personId} and r."panelAreaId" = ${panelAreaId} and r.role in (${join(delivering)})`,
  );
  return found !== null;
}
