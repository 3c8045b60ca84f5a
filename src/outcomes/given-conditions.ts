import { isDeepStrictEqual } from 'node:util';
import type { CaseFound } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { ConditionFacts } from '../policy/conditions.js';
import { type DeliveryStatus, endedStatuses, hasBegun } from '../policy/delivery.js';
import type { Disposal } from '../policy/disposal.js';
import { areSameConditions, changeBlockers, mayHavePenalty } from '../policy/variation-gates.js';
import { lockOne } from '../platform/database/claim.js';
import { faultIf, refuse, refuseShut } from '../platform/errors.js';
import type { Work } from '../platform/unit-of-work.js';
import {
  actionFrom,
  actionsFromConditions,
  isCondition,
  lastDayOf,
  penaltyMisplaced,
  withConditions,
} from './actions-of.js';
import { Delivery, type DeliveryAction, PastDelivery } from './delivery.entity.js';
import type { DeliveryInput } from './delivery.input.js';
import { type OutcomeFound, outcomesOf } from './outcomes.queries.js';
import { keepDelivery, restoreDelivery, setDeliveryAside } from './set-delivery-aside.js';

/** The outcome that stands on a case, as it reads with what was corrected in it, and what was given with it. */
export async function outcomeOf(tx: Work['tx'], caseId: string): Promise<OutcomeFound | null> {
  return (await outcomesOf(tx, caseId)).find(({ standing }) => standing === 'STANDING') ?? null;
}

/**
 * What is to be done. Conditions stand from the day they are given, or the delivery is under way; from then on they stay
 * whatever else is sent, and are changed by a variation alone.
 */
export async function planned(
  { tx }: Work,
  { id: caseId }: CaseFound,
  stored: Delivery | null,
  { actions = [] }: Pick<DeliveryInput, 'actions'>,
): Promise<DeliveryAction[]> {
  const sent = actions.map(actionFrom);
  const given = await outcomeOf(tx, caseId);
  if (given === null && !hasBegun(stored?.status)) return sent;
  const agreed = stored?.status === 'NOT_NEEDED' ? null : stored;
  const standing = agreed ? agreed.actions.filter(isCondition) : actionsFromConditions(given?.conditions ?? []);
  const conditions = sent.filter(isCondition);
  if (agreed === null && standing.length === 0) return sent;
  const blockers = conditions.length > 0 ? changeBlockers({ caseId }, standing, conditions) : [];
  refuseShut(blockers);
  const kept = areSameConditions(standing, conditions) ? conditions : standing;
  return [...kept, ...sent.filter((one) => !isCondition(one))];
}

/** A penalty is given with a disposal that has a cap on it, and with no other. */
export function refusePenalties(conditions: readonly ConditionFacts[], row: Disposal): void {
  if (mayHavePenalty(row)) return;
  const faults = conditions.flatMap(({ penaltyPence }, place) =>
    faultIf(Boolean(penaltyPence), `conditions[${place}].penaltyPence`, penaltyMisplaced),
  );
  refuse(faults);
}

type Given = {
  readonly outcomeId: string;
  readonly conditions: readonly ConditionFacts[];
  readonly givenOn: string;
  /** It was given because what was agreed is done already. */
  readonly isDone: boolean;
};

/**
 * Brings the conditions that are given into the delivery that was recorded before them, so that what the child signed is
 * followed; part of a unit of work. What had ended before the day they were given was not these, and begins with them. How
 * it stood is kept, for the day on which the outcome is taken back. Gives how far the delivery has come; null where there
 * is none, which takes them up when it is begun (see `planned`).
 */
export async function carryConditions(work: Work, found: CaseFound, given: Given): Promise<DeliveryStatus | null> {
  const { id: caseId } = found;
  const { outcomeId, conditions } = given;
  const stored = await lockOne(work.tx, Delivery, { caseId });
  if (!stored || conditions.length === 0) return stored?.status ?? null;
  await keepDelivery(work, stored, { because: 'OUTCOME', outcomeId });
  const { actions, isAnew, status } = asGiven(stored, given);
  const dueOn = [stored.dueOn ?? '', lastDayOf(actions) ?? ''].toSorted().at(-1) || null;
  const begun = isAnew ? noEnd : {};
  await work.tx.update(Delivery, { caseId }, { actions, dueOn, status, ...begun, version: stored.version + 1 });
  work.record(caseSubject(found), { type: 'DELIVERY_RECORDED', status });
  return status;
}

const noEnd = { endedOn: null, endReason: null, endedBy: null, endRecordedAt: null, notCompletedReason: null } as const;

type Before = Pick<Delivery, 'actions' | 'status' | 'endedOn'>;
type AsGiven = Pick<Delivery, 'actions' | 'status'> & { readonly isAnew: boolean };

/** What is to be done once the conditions are given, and how far it has come; `isAnew` where it begins with them. */
function asGiven(
  { actions, status, endedOn }: Before,
  { conditions, givenOn, isDone }: Omit<Given, 'outcomeId'>,
): AsGiven {
  const isAnew = !isDone && endedStatuses.includes(status) && (endedOn ?? '') < givenOn;
  const all = withConditions(actions, actionsFromConditions(conditions));
  return { actions: all, status: isAnew ? 'PLANNED' : status, isAnew };
}

/**
 * Takes the conditions of an outcome that fell, while its decision stands, out of the delivery: nobody is to keep them, nor is
 * written to of them. It stands as before that outcome where nothing changed since; else what was done stays to be read. Part
 * of a unit of work.
 */
export async function dropConditions(work: Work, found: CaseFound, outcomeId: string): Promise<void> {
  const { id: caseId } = found;
  const stored = await lockOne(work.tx, Delivery, { caseId });
  const outcome = (await outcomesOf(work.tx, caseId)).find(({ id }) => id === outcomeId);
  if (!stored || !outcome || outcome.conditions.length === 0) return;
  const kept = await work.tx.findOneBy(PastDelivery, { caseId, outcomeId, because: 'OUTCOME' });
  if (kept && isUnchanged(stored, kept, outcome)) return restoreDelivery(work, found, outcomeId);
  const rest = stored.actions.filter((one) => !isCondition(one));
  if (rest.length === 0) return setDeliveryAside(work, caseId, { because: 'REVIEW', outcomeId });
  await keepDelivery(work, stored, { because: 'REVIEW', outcomeId });
  const without = { actions: rest, dueOn: lastDayOf(rest), agreedAt: work.now, version: stored.version + 1 };
  await work.tx.update(Delivery, { caseId }, without);
  work.record(caseSubject(found), { type: 'DELIVERY_RECORDED', status: stored.status });
}

/** Whether a delivery stands as the outcome left it that brought its conditions. */
function isUnchanged(stored: Delivery, kept: PastDelivery, outcome: OutcomeFound): boolean {
  const { actions, status } = asGiven(kept, { ...outcome, isDone: outcome.disposalThen?.row.activity ?? false });
  const told = ({ ownerId, startedOn }: Pick<Delivery, 'ownerId' | 'startedOn'>) => ({ ownerId, startedOn });
  return isDeepStrictEqual(
    { ...told(stored), actions: stored.actions, status: stored.status },
    { ...told(kept), actions, status },
  );
}
