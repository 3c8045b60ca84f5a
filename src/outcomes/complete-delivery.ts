import { Injectable } from '@nestjs/common';
import type { CaseFound } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { completions, endReasons, goesWith } from '../policy/delivery.js';
import { isWritten } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { faultIf, type FieldError, refuse } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { lastDayOf } from './actions-of.js';
import { claimDelivery, faultsOfDay } from './claim-delivery.js';
import { Delivery } from './delivery.entity.js';
import type { CompletionInput } from './delivery.input.js';
import { planned } from './given-conditions.js';
import { type DeliveryRecorded, writeDelivery } from './record-delivery.js';

@Injectable()
export class CompleteDelivery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Says how a delivery ended, and why. Nothing ends by a day that passes: somebody says so, here. */
  execute(actor: Actor, caseId: string, input: CompletionInput): Promise<DeliveryRecorded> {
    return this.unitOfWork.run(actor, async (work) => {
      const { found, decision } = await claimDelivery(work, caseId);
      const stored = await work.tx.findOneBy(Delivery, { caseId });
      const faults = faultsIn(input, stored, decision.decidedOn, work.today);
      refuse(faults);
      const { completed, reasonCode, reason, endedOn, version } = input;
      const status = completions[completed];
      const said = { status, endedOn, endReason: reasonCode, endedBy: actor.personId, endRecordedAt: work.now };
      const kept = stored ? {} : await whatWasGiven(work, found);
      const notCompletedReason = completed === 'YES' ? null : (reason ?? null);
      const recorded = await writeDelivery(work, found, { ...kept, ...said, notCompletedReason }, version);
      work.record(caseSubject(found), { type: 'DELIVERY_ENDED', completed, reasonCode });
      return recorded;
    });
  }
}

/** Of a delivery that nobody planned: the conditions that were given, if any were. */
async function whatWasGiven(work: Work, found: CaseFound): Promise<Partial<Delivery>> {
  const actions = await planned(work, found, null, {});
  return { ownerId: null, startedOn: null, dueOn: lastDayOf(actions), actions };
}

function faultsIn(
  { completed, reasonCode, reason, endedOn }: CompletionInput,
  stored: Delivery | null,
  decidedOn: string,
  today: string,
): FieldError[] {
  const { name } = endReasons[reasonCode];
  const startedOn = stored?.startedOn ?? '';
  return [
    ...faultIf(!goesWith(reasonCode, completed), 'reasonCode', `“${name}” does not go with that answer`),
    ...faultIf(completed !== 'YES' && !isWritten(reason), 'reason', 'Enter why, in your own words'),
    ...faultsOfDay('endedOn', endedOn, startedOn && startedOn < decidedOn ? startedOn : decidedOn, today),
    ...faultIf(endedOn < startedOn, 'endedOn', 'The last day cannot be before the first'),
  ];
}
