import { Injectable } from '@nestjs/common';
import { unableTo } from '../access/people-of-area.js';
import { isOpener, refuseUnnamed } from '../cases/access/closed-cases.js';
import type { CaseFound } from '../cases/find-case.js';
import { reopenForGiven } from '../cases/reopen-for-child.js';
import { caseSubject } from '../cases/visible-cases.js';
import { followCompletion } from '../children/follow-completion.js';
import { completionOf, type DeliveryStatus, endedStatuses, hasBegun } from '../policy/delivery.js';
import { type Blocker, blocker, casePage } from '../policy/gate.js';
import { areSameConditions, capBlockers, mayHavePenalty } from '../policy/variation-gates.js';
import type { Actor } from '../platform/actor.js';
import { lockOne, writeOne } from '../platform/database/claim.js';
import { Blocked, faultIf, refuse, StaleVersion } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import {
  actionsFromConditions,
  faultsInDeliveryDays,
  faultsInInterventions,
  faultsOfTerms,
  isCondition,
  lastDayOf,
} from './actions-of.js';
import { claimDelivery, type Deliverable } from './claim-delivery.js';
import { completedBy } from './completed-by.js';
import { Delivery, type DeliveryAction } from './delivery.entity.js';
import type { DeliveryInput } from './delivery.input.js';
import { followFailure } from './follow-failure.js';
import { outcomeOf, planned } from './given-conditions.js';
import { keepDelivery, noEnd } from './set-delivery-aside.js';
import { conditionFacts } from './vary-delivery.js';

/** `version` is that of the delivery, `caseVersion` that of the case, which every change moves on. */
export type DeliveryRecorded = { caseId: string; status: DeliveryStatus; version: number; caseVersion: number };

/** Warnings on what is agreed, which keep nothing from being recorded. */
export type Warned = { informed: Blocker[] };

@Injectable()
export class RecordDelivery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What was agreed, who sees to it, and how it went; an outcome that is recorded already follows it. */
  execute(actor: Actor, caseId: string, input: DeliveryInput): Promise<DeliveryRecorded & Warned> {
    return this.unitOfWork.run(actor, async (work) => {
      refuse(faultIf((input.startedOn ?? '') > work.today, 'startedOn', 'The day must be today or in the past'));
      const { found, decision } = await claimDelivery(work, caseId);
      const stored = await work.tx.findOneBy(Delivery, { caseId });
      refusePlanning(caseId, stored, input);
      const actions = await planned(work, found, stored, input);
      const before = stored?.actions ?? [];
      refuseVanishing(caseId, stored, actions, input);
      await refuseOwner(work, found, input);
      const informed = await refuseActions(work, { found, decision }, { before, actions }, input);
      const { status, startedOn = null } = input;
      const dueOn = lastDayOf(actions, input.dueOn);
      const ownerId = input.ownerId ?? null;
      const plan = { stored, actions, ownerId };
      const kept = (await isOpener(work.tx, actor, caseId)) ? await keptByOpener(work, caseId, plan) : { ownerId };
      const recorded = await writeDelivery(
        work,
        found,
        { ...noEnd, status, startedOn, actions, dueOn, ...kept },
        input,
      );
      return { ...recorded, informed };
    });
  }
}

type Sent = Pick<DeliveryInput, 'version' | 'changedBecause'>;

/**
 * Writes a delivery under the version rule, lets an outcome that is recorded already follow it, and says so. What was said
 * of its end before stays on record, with why it is said anew; an end is for those named on a restricted case to say.
 */
export async function writeDelivery(
  work: Work,
  found: CaseFound,
  changes: Partial<Delivery> & { readonly status: DeliveryStatus },
  { version, changedBecause = '' }: Sent,
): Promise<DeliveryRecorded> {
  const { id: caseId, state, version: caseVersion } = found;
  const { status } = changes;
  if (state === 'OUTCOME_RECORDED') await follow(work, found, status);
  const before = await lockOne(work.tx, Delivery, { caseId });
  if (before && before.version !== (version ?? 0)) throw new StaleVersion(before.version);
  const hadEnded = before !== null && completionOf(before.status) !== null;
  if (hadEnded || completionOf(status) !== null) await refuseUnnamed(work.tx, work.actor, caseId);
  if (hadEnded) {
    refuse(faultIf(changedBecause === '', 'changedBecause', 'Enter why what was said of its end is changed'));
    await keepDelivery(work, before, { because: 'CHANGE', changedBecause });
  }
  const conditions = (of: Partial<Delivery> | null) => (of?.actions ?? []).filter(isCondition);
  const isAgreedAnew = before && changes.actions && !areSameConditions(conditions(before), conditions(changes));
  const dated = isAgreedAnew ? { ...changes, agreedAt: work.now } : changes;
  const written = await writeOne(work.tx, Delivery, { caseId }, dated, version);
  work.record(caseSubject(found), { type: 'DELIVERY_RECORDED', status });
  return { caseId, status, version: written, caseVersion };
}

type Plan = Pick<Delivery, 'actions' | 'ownerId'> & { readonly stored: Delivery | null };

/**
 * What whoever opened a restricted case writes down of a delivery leaves what was agreed, and who sees to it, as those named said;
 * refuses anything else. Gives who sees to it.
 */
async function keptByOpener(
  { tx, actor }: Work,
  caseId: string,
  { stored, actions, ownerId }: Plan,
): Promise<Pick<Delivery, 'ownerId'>> {
  const given = actionsFromConditions((await outcomeOf(tx, caseId))?.conditions ?? []);
  const agreed = stored && stored.status !== 'NOT_NEEDED' ? stored.actions.filter(isCondition) : given;
  const isAgreed = areSameConditions(agreed, actions.filter(isCondition));
  const isHandedOver = ownerId !== null && ownerId !== stored?.ownerId;
  if (!isAgreed || isHandedOver) await refuseUnnamed(tx, actor, caseId);
  return { ownerId: stored?.ownerId ?? null };
}

/** What began is not planned again: its conditions stand, and a variation says why they change, a mistake included. */
function refusePlanning(caseId: string, stored: Delivery | null, { status }: DeliveryInput): void {
  if (status !== 'PLANNED' || !stored || !hasBegun(stored.status)) return;
  const hasEnded = endedStatuses.includes(stored.status);
  const message = hasEnded
    ? 'It was begun and has ended: say that it is under way, and then vary what was agreed'
    : 'It is under way: leave its first day empty where that was a mistake, and change what was agreed by a variation';
  const mend = casePage({ caseId }, hasEnded ? 'delivery' : 'delivery/variations');
  throw new Blocked([{ ...blocker('WRONG_STATE', mend), message }]);
}

/** What was agreed ends with a reason, or it is agreed still. */
function refuseVanishing(
  caseId: string,
  stored: Delivery | null,
  actions: readonly DeliveryAction[],
  { status }: DeliveryInput,
): void {
  if (status !== 'NOT_NEEDED' || !(hasBegun(stored?.status) || actions.some(isCondition))) return;
  const message = 'Something was agreed: say how it ended, and why';
  throw new Blocked([{ ...blocker('WRONG_STATE', casePage({ caseId }, 'delivery/completion')), message }]);
}

const seeingToIt = { permission: 'delivery.record', stranger: 'Select somebody who may see to it' } as const;

async function refuseOwner({ tx }: Work, found: CaseFound, { ownerId }: DeliveryInput): Promise<void> {
  const unable = ownerId === undefined ? null : await unableTo(tx, found, ownerId, seeingToIt);
  refuse(faultIf(unable !== null, 'ownerId', unable ?? ''));
}

type Actions = { readonly before: readonly DeliveryAction[]; readonly actions: readonly DeliveryAction[] };

/** Refuses what cannot be agreed, and conditions above the caps of the day they are given; gives what only warns. */
async function refuseActions(
  { tx, today }: Work,
  { found, decision: decided }: Deliverable,
  { before, actions }: Actions,
  { startedOn, dueOn }: DeliveryInput,
): Promise<Blocker[]> {
  const { facts, row } = await conditionFacts(tx, found, { decided, today, actions });
  const given = actionsFromConditions((await outcomeOf(tx, found.id))?.conditions ?? []);
  const faults = [
    ...faultsInDeliveryDays(actions, before, { decidedOn: decided.decidedOn, startedOn, dueOn }),
    ...faultsOfTerms(actions, [...before, ...given], { mayHavePenalty: mayHavePenalty(row) }),
    ...(await faultsInInterventions(tx, found.panelAreaId, actions, before)),
  ];
  refuse(faults);
  const over = capBlockers(facts, row);
  const shut = over.filter(({ severity }) => severity === 'STOP');
  const isNew = !areSameConditions(before.filter(isCondition), actions.filter(isCondition));
  if (isNew && shut.length > 0) throw new Blocked(shut);
  return over;
}

/** An outcome that stands on a completed activity cannot lose it; any other says from now on what delivery says. */
async function follow(work: Work, found: CaseFound, status: DeliveryStatus): Promise<void> {
  const { id: caseId, identityId } = found;
  const outcome = await outcomeOf(work.tx, caseId);
  if (outcome?.disposalThen?.row.activity && status !== 'COMPLETED') {
    const message = 'The outcome was recorded because the activity was completed';
    throw new Blocked([{ ...blocker('ACTIVITY_NOT_COMPLETED', casePage({ caseId }, 'outcome')), message }]);
  }
  if (outcome) await followFailure(work, found, outcome.disposal, status);
  const isNews = await followCompletion(work, caseId, completedBy(status));
  if (isNews) await reopenForGiven(work, { identityId });
}
