import sql from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { areSameConditions } from '../policy/variation-gates.js';
import { lockOne } from '../platform/database/claim.js';
import { rows } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { isCondition } from './actions-of.js';
import { Delivery, type KeptBecause, PastDelivery } from './delivery.entity.js';

type Kept = { readonly because: KeptBecause } & Partial<
  Pick<PastDelivery, 'decisionId' | 'outcomeId' | 'changedBecause'>
>;

/** What is said of a delivery as it stands, or stood. */
export type WholeDelivery = Pick<
  Delivery,
  | ('status' | 'ownerId' | 'startedOn' | 'dueOn' | 'actions')
  | ('endedOn' | 'endReason' | 'endedBy' | 'endRecordedAt' | 'notCompletedReason')
>;

export const wholeOf = (of: WholeDelivery): WholeDelivery => {
  const { status, ownerId, startedOn, dueOn, actions } = of;
  const { endedOn, endReason, endedBy, endRecordedAt, notCompletedReason } = of;
  return {
    ...{ status, ownerId, startedOn, dueOn, actions },
    ...{ endedOn, endReason, endedBy, endRecordedAt, notCompletedReason },
  };
};

/** Of a delivery that begins, or is under way again. */
export const noEnd = {
  ...{ endedOn: null, endReason: null, endedBy: null, endRecordedAt: null },
  notCompletedReason: null,
} as const;

/** Keeps a delivery as it stands, before it is changed; part of a unit of work. */
export async function keepDelivery({ tx, now, actor }: Work, stored: Delivery, kept: Kept): Promise<void> {
  const { version: _, agreedAt: __, ...whole } = stored;
  const why = { decisionId: null, outcomeId: null, changedBecause: null, ...kept };
  await tx.insert(PastDelivery, { ...whole, ...why, id: newId(), keptBy: actor.personId || null, keptAt: now });
}

/** What was done under a decision or an outcome that counts no more stays to be read, and completes nothing of the next one. */
export async function setDeliveryAside(work: Work, caseId: string, kept: Kept): Promise<void> {
  const stored = await lockOne(work.tx, Delivery, { caseId });
  if (!stored) return;
  await keepDelivery(work, stored, kept);
  await rows(work.tx, sql`delete from deliveries where "caseId" = ${caseId}`);
}

/** Puts back a delivery as it was before an outcome that is taken back; part of a unit of work. */
export async function restoreDelivery(work: Work, found: CaseFound, outcomeId: string): Promise<void> {
  const { id: caseId } = found;
  const stored = await lockOne(work.tx, Delivery, { caseId });
  const kept = await work.tx.findOneBy(PastDelivery, { caseId, outcomeId, because: 'OUTCOME' });
  if (!stored || !kept) return;
  await putBack(work, found, stored, wholeOf(kept));
}

/** Makes a delivery what is left of it without an outcome; what was agreed is dated where that changes it. */
export async function putBack(
  { tx, now, record }: Work,
  found: CaseFound,
  stored: Delivery,
  whole: WholeDelivery,
): Promise<void> {
  const isSame = areSameConditions(stored.actions.filter(isCondition), whole.actions.filter(isCondition));
  const dated = isSame ? {} : { agreedAt: now };
  await tx.update(Delivery, { caseId: found.id }, { ...whole, ...dated, version: stored.version + 1 });
  record(caseSubject(found), { type: 'DELIVERY_RECORDED', status: whole.status });
}
