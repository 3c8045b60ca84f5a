import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { faultsInOrder } from '../cases/faults-in-order.js';
import type { CaseFound } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { storedEditions } from '../disposals/disposal-book.queries.js';
import type { CaseDays } from '../policy/case-days.js';
import { completions, endReasons, goesWith } from '../policy/delivery.js';
import { editionAt } from '../policy/disposal-book.js';
import { blocker, casePage, isWritten } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { row } from '../platform/database/read.js';
import { Blocked, faultIf, type FieldError, refuse } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { lastDayOf } from './actions-of.js';
import { claimDelivery, type Deliverable } from './claim-delivery.js';
import { Delivery } from './delivery.entity.js';
import type { CompletionInput } from './delivery.input.js';
import { outcomeOf, planned } from './given-conditions.js';
import { type DeliveryRecorded, writeDelivery } from './record-delivery.js';

@Injectable()
export class CompleteDelivery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Says how a delivery ended, and why. Nothing ends by a day that passes: somebody says so, here. */
  execute(actor: Actor, caseId: string, input: CompletionInput): Promise<DeliveryRecorded> {
    return this.unitOfWork.run(actor, async (work) => {
      const { found, decision } = await claimDelivery(work, caseId);
      const stored = await work.tx.findOneBy(Delivery, { caseId });
      const { decidedOn } = decision;
      const givenOn = await givenAfterActivity(work, caseId);
      const days = {
        decidedOn,
        startedOn: stored?.startedOn,
        givenOn,
        contactOn: await lastContact(work, decision.id),
      };
      const faults = faultsIn(input, days, work.today);
      refuse(faults);
      const kept = stored ? {} : await whatWasGiven(work, found);
      const known = { startedOn: null, actions: [], ...stored, ...kept };
      if (input.completed === 'YES') await refuseUnknown(work, caseId, decision, known);
      const { completed, reasonCode, reason, endedOn } = input;
      const status = completions[completed];
      const said = { status, endedOn, endReason: reasonCode, endedBy: actor.personId, endRecordedAt: work.now };
      const notCompletedReason = completed === 'YES' ? null : (reason ?? null);
      const recorded = await writeDelivery(work, found, { ...kept, ...said, notCompletedReason }, input);
      work.record(caseSubject(found), { type: 'DELIVERY_ENDED', completed, reasonCode });
      return recorded;
    });
  }
}

/** The day of the latest contact under a decision. */
async function lastContact({ tx }: Work, decisionId: string): Promise<string | null> {
  const found = await row<{ heldOn: string | null }>(
    tx,
    sql`select max(x."heldOn") as "heldOn" from delivery_contacts x where x."decisionId" = ${decisionId}`,
  );
  return found?.heldOn ?? null;
}

/**
 * What is completed is on record: something that was to be done, planned or given; and of an activity because of which an
 * outcome will be given also when it began.
 */
async function refuseUnknown(
  { tx }: Work,
  caseId: string,
  { disposal, edition }: Deliverable['decision'],
  { startedOn, actions }: Pick<Delivery, 'startedOn' | 'actions'>,
): Promise<void> {
  const isKnown = actions.length > 0;
  const isActivity = editionAt(await storedEditions(tx), disposal, edition)?.row.activity ?? false;
  if (!isActivity) {
    refuse(faultIf(!isKnown, 'completed', 'Nothing is written down that was to be done: record first what it was'));
    return;
  }
  if (startedOn !== null && isKnown) return;
  const message = 'Write down first what the activity is, and the day it began';
  throw new Blocked([{ ...blocker('ACTIVITY_NOT_COMPLETED', casePage({ caseId }, 'delivery')), message }]);
}

/** Of a delivery that nobody planned: the conditions that were given, if any were. */
async function whatWasGiven(work: Work, found: CaseFound): Promise<Partial<Delivery>> {
  const actions = await planned(work, found, null, {});
  return { ownerId: null, startedOn: null, dueOn: lastDayOf(actions), actions };
}

/** The day of an outcome that was given because an activity was completed; null where there is none. */
async function givenAfterActivity({ tx }: Work, caseId: string): Promise<string | null> {
  const outcome = await outcomeOf(tx, caseId);
  return outcome?.disposalThen?.row.activity ? outcome.givenOn : null;
}

function faultsIn(
  { completed, reasonCode, reason, endedOn }: CompletionInput,
  days: CaseDays,
  today: string,
): FieldError[] {
  const { name } = endReasons[reasonCode];
  return [
    ...faultIf(!goesWith(reasonCode, completed), 'reasonCode', `“${name}” does not go with that answer`),
    ...faultIf(completed !== 'YES' && !isWritten(reason), 'reason', 'Enter why, in your own words'),
    ...faultIf(endedOn > today, 'endedOn', 'The day must be today or in the past'),
    ...faultsInOrder(
      { ...days, endedOn, activityEndedOn: endedOn },
      { endedOn: 'endedOn', activityEndedOn: 'endedOn' },
    ),
  ];
}
