import { Injectable } from '@nestjs/common';
import { faultsInOrder } from '../cases/faults-in-order.js';
import { caseSubject } from '../cases/visible-cases.js';
import { isWritten } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { faultIf, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { claimDelivery, faultsOfDay } from './claim-delivery.js';
import { Delivery } from './delivery.entity.js';
import { DeliveryContact, DeliveryStep } from './delivery-log.entity.js';
import type { DeliveryContactInput, StepInput } from './delivery-log.input.js';

/** Adds to what is known of a delivery. What was added stays: what was wrong is put right by adding what was right. */
@Injectable()
export class LogDelivery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** One contact with the child, kept or missed. What a missed one means is for people to say. */
  addContact(actor: Actor, caseId: string, input: DeliveryContactInput): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { found, decision } = await claimDelivery(work, caseId);
      const stored = await work.tx.findOneBy(Delivery, { caseId });
      const { heldOn, way, who, result, note } = input;
      const isMissed = result === 'MISSED';
      const faults = [
        ...faultsOfDay('heldOn', heldOn, decision.decidedOn, work.today),
        ...faultsInOrder({ contactOn: heldOn, endedOn: stored?.endedOn }, { contactOn: 'heldOn' }),
        ...faultIf(isMissed && !isWritten(input.reason), 'reason', 'Enter why it was missed, or that nobody knows'),
        ...faultIf(isMissed && !input.excuse, 'excuse', 'Select whether that is a reasonable excuse'),
      ];
      refuse(faults);
      const missed = {
        reason: isMissed ? (input.reason ?? null) : null,
        excuse: isMissed ? (input.excuse ?? null) : null,
      };
      const id = newId();
      await work.tx.insert(DeliveryContact, {
        ...{ id, caseId, decisionId: decision.id, heldOn, way, who, result, ...missed, note: note || null },
        ...{ recordedBy: actor.personId, recordedAt: work.now },
      });
      work.record(caseSubject(found), { type: 'DELIVERY_CONTACT_ADDED', result, heldOn });
      return { id };
    });
  }

  /** What was done because the child did not take part. */
  addStep(actor: Actor, caseId: string, { takenOn, step, note }: StepInput): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { found, decision } = await claimDelivery(work, caseId);
      const faults = [
        ...faultsOfDay('takenOn', takenOn, decision.decidedOn, work.today),
        ...faultIf(step === 'OTHER' && !isWritten(note), 'note', 'Enter what was done'),
      ];
      refuse(faults);
      const id = newId();
      await work.tx.insert(DeliveryStep, {
        ...{ id, caseId, decisionId: decision.id, takenOn, step, note: note || null },
        ...{ recordedBy: actor.personId, recordedAt: work.now },
      });
      work.record(caseSubject(found), { type: 'ENGAGEMENT_STEP_ADDED', step });
      return { id };
    });
  }
}
