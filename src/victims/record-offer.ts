import { Injectable } from '@nestjs/common';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { isWritten } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { writeOne } from '../platform/database/claim.js';
import { faultIf, type FieldError, refuse } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { VictimOffer } from './victim-care.entity.js';
import type { OfferInput } from './victim-care.input.js';
import { inFuture, isAfter, takenBack, victimOf } from './victim-of.js';

@Injectable()
export class RecordOffer {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The offer is made by the youth justice service at any time, before the panel or after it; the panel reads the wish. */
  execute(actor: Actor, caseId: string, victimId: string, input: OfferInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today, now, record } = work;
      const found = await claimCase(work, 'victim.record', caseId);
      const { harmedId } = await victimOf(tx, caseId, victimId);
      refuse(faultsIn(input, today));
      const isOffer = input.offered === 'YES';
      if (isOffer) refuse(await takenBack(tx, harmedId, 'offered'));
      const before = await tx.findOneBy(VictimOffer, { victimId });
      const offer = offerFrom(input);
      const isChanged = before !== null && before.way !== null && before.way !== offer.way;
      const wayChangedAt = isChanged ? now : (before?.wayChangedAt ?? null);
      const version = await writeOne(tx, VictimOffer, { victimId }, { caseId, ...offer, wayChangedAt }, input.version);
      const answer = isOffer ? (input.answer ?? 'OFFERED') : 'NOT_OFFERED';
      record(caseSubject(found), { type: 'VICTIM_OFFER_RECORDED', answer });
      return { version };
    });
  }
}

function offerFrom(input: OfferInput): Omit<VictimOffer, 'victimId' | 'caseId' | 'wayChangedAt' | 'version'> {
  const { offered, offeredOn, way, notOfferedReason, answer, answeredOn, tookPlaceOn } = input;
  const none = { offeredOn: null, way: null, answer: null, answeredOn: null, tookPlaceOn: null };
  if (offered === 'NO') return { ...none, notOfferedReason: notOfferedReason || null };
  return {
    ...{ offeredOn: offeredOn ?? null, way: way ?? null, notOfferedReason: null, answer: answer ?? null },
    ...{ answeredOn: (answer && answeredOn) ?? null, tookPlaceOn: tookPlaceOn ?? null },
  };
}

function faultsIn(input: OfferInput, today: string): FieldError[] {
  const { offered, offeredOn, notOfferedReason, answer, answeredOn, tookPlaceOn } = input;
  if (offered === 'NO')
    return faultIf(!isWritten(notOfferedReason), 'notOfferedReason', 'Enter why it was not offered');
  const before = (day: string | undefined): boolean => Boolean(day && offeredOn && day < offeredOn);
  const early = 'The day cannot be before the day of the offer';
  return [
    ...faultIf(!offeredOn, 'offeredOn', 'Enter the day on which it was offered'),
    ...faultIf(isAfter(offeredOn, today), 'offeredOn', inFuture),
    ...faultIf(answer !== undefined && !answeredOn, 'answeredOn', 'Enter the day on which they answered'),
    ...faultIf(isAfter(answeredOn, today), 'answeredOn', inFuture),
    ...faultIf(before(answeredOn), 'answeredOn', early),
    ...faultIf(Boolean(tookPlaceOn) && answer !== 'ACCEPTED', 'tookPlaceOn', 'It takes place only when they accepted'),
    ...faultIf(isAfter(tookPlaceOn, today), 'tookPlaceOn', inFuture),
    ...faultIf(before(tookPlaceOn), 'tookPlaceOn', early),
  ];
}
