import { isDeepStrictEqual } from 'node:util';
import type { CaseFound } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { storedEditions } from '../disposals/disposal-book.queries.js';
import type { ConditionFacts } from '../policy/conditions.js';
import { type DeliveryStatus, endedStatuses, hasBegun } from '../policy/delivery.js';
import { editionAt } from '../policy/disposal-book.js';
import type { Disposal } from '../policy/disposal.js';
import { areSameConditions, changeBlockers, mayHavePenalty } from '../policy/variation-gates.js';
import { lockOne } from '../platform/database/claim.js';
import { faultIf, refuse, refuseShut } from '../platform/errors.js';
import type { Work } from '../platform/unit-of-work.js';
import {
  actionFrom,
  actionsFromConditions,
  inShort,
  isCondition,
  lastDayOf,
  penaltyMisplaced,
  withConditions,
} from './actions-of.js';
import { Delivery, type DeliveryAction, PastDelivery } from './delivery.entity.js';
import type { DeliveryInput } from './delivery.input.js';
import { Outcome } from './outcome.entity.js';
import { type OutcomeFound, outcomesOf } from './outcomes.queries.js';
import { keepDelivery, noEnd, putBack, setDeliveryAside, type WholeDelivery, wholeOf } from './set-delivery-aside.js';

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
  const carried = withGiven(stored, given);
  await work.tx.update(Delivery, { caseId }, { ...carried, version: stored.version + 1 });
  work.record(caseSubject(found), { type: 'DELIVERY_RECORDED', status: carried.status });
  return carried.status;
}

/** A delivery with the conditions that are given; what had ended before their day, or without them, begins with them. */
function withGiven(before: WholeDelivery, { conditions, givenOn, isDone }: Omit<Given, 'outcomeId'>): WholeDelivery {
  const given = actionsFromConditions(conditions);
  const actions = withConditions(before.actions, given);
  const dueOn = [before.dueOn ?? '', lastDayOf(actions) ?? ''].toSorted().at(-1) || null;
  const wasPlanned = given.every((one) => before.actions.some((other) => inShort(other) === inShort(one)));
  const wereTheirs = wasPlanned && (before.endedOn ?? '') >= givenOn;
  const isAnew = !isDone && !wereTheirs && endedStatuses.includes(before.status);
  return { ...wholeOf(before), actions, dueOn, ...(isAnew ? { status: 'PLANNED', startedOn: null, ...noEnd } : {}) };
}

/**
 * Takes the conditions of an outcome that fell, while its decision stands, out of the delivery: nobody is to keep them, nor is
 * written to of them. How it stood with them is kept to be read. Part of a unit of work.
 */
export async function dropConditions(work: Work, found: CaseFound, outcomeId: string): Promise<void> {
  const { tx } = work;
  const { id: caseId } = found;
  const stored = await lockOne(tx, Delivery, { caseId });
  // As it was recorded: what is compared was carried over before anything in it was corrected.
  const outcome = await tx.findOneByOrFail(Outcome, { id: outcomeId });
  if (!stored || outcome.conditions.length === 0) return;
  const kept = await tx.findOneBy(PastDelivery, { caseId, outcomeId, because: 'OUTCOME' });
  const { disposal, evaluation } = outcome;
  const isDone = editionAt(await storedEditions(tx), disposal, evaluation.disposalEdition)?.row.activity ?? false;
  const without = withoutGiven(stored, kept, { ...outcome, isDone });
  if (!without) return setDeliveryAside(work, caseId, { because: 'REVIEW', outcomeId });
  await keepDelivery(work, stored, { because: 'REVIEW', outcomeId });
  await putBack(work, found, stored, without);
}

/**
 * What is left of a delivery without the conditions of an outcome: as it stood before them where nothing changed since; of an
 * activity that was done, all but them; else what is done for the child, which goes on unless it had ended before them. Null
 * where that is nothing.
 */
function withoutGiven(
  stored: Delivery,
  kept: WholeDelivery | null,
  given: Omit<Given, 'outcomeId'>,
): WholeDelivery | null {
  if (kept && isDeepStrictEqual(wholeOf(stored), withGiven(kept, given))) return wholeOf(kept);
  if (kept && given.isDone) return { ...wholeOf(stored), actions: kept.actions, dueOn: kept.dueOn };
  const actions = stored.actions.filter((one) => !isCondition(one));
  const wasDone = kept && endedStatuses.includes(kept.status) && isDeepStrictEqual(kept.actions, actions);
  if (wasDone) return { ...wholeOf(kept), ownerId: stored.ownerId };
  if (actions.length === 0) return null;
  const goesOn = { status: stored.startedOn === null ? 'PLANNED' : 'UNDER_WAY', ...noEnd } as const;
  const hasEnded = endedStatuses.includes(stored.status);
  return { ...wholeOf(stored), actions, dueOn: lastDayOf(actions), ...(hasEnded ? goesOn : {}) };
}
