import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { type FieldError, faultIf, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { claimMeeting, meetingSubject, refuseCancelled } from './find-meeting.js';
import { Apology } from './meeting-plans.entity.js';
import type { ApologiesInput, ApologyInput } from './meeting-plans.input.js';
import { type Seat, seatsOf } from './meetings.queries.js';
import { agenciesOfHolders } from '../access/people-of-area.js';

@Injectable()
export class RecordApologies {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Replaces the list of who said beforehand that they cannot come; whoever is neither here nor on it is absent. */
  execute(actor: Actor, id: string, { apologies, version }: ApologiesInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const meeting = await claimMeeting(work, 'meeting.run', id, version);
      refuseCancelled(meeting);
      const people = apologies.flatMap(({ personId }) => personId ?? []);
      refuse([
        ...faultsIn(apologies, await agenciesOfHolders(tx, meeting.panelAreaId, 'meeting.sit', people)),
        ...hereFaults(apologies, await seatsOf(tx, id)),
      ]);
      await tx.delete(Apology, { meetingId: id });
      for (const { agency, personId = null, reason } of apologies) {
        const by = { recordedBy: actor.personId, recordedAt: now };
        await tx.insert(Apology, { id: newId(), meetingId: id, agency, personId, reason, ...by });
      }
      record(meetingSubject(meeting), { type: 'APOLOGIES_RECORDED', apologies: apologies.length });
      return { version: meeting.version };
    });
  }
}

const faultsIn = (apologies: readonly ApologyInput[], known: ReadonlyMap<string, string>): FieldError[] =>
  apologies.flatMap(({ agency, personId }, index) => {
    const same = (other: ApologyInput): boolean => other.agency === agency && other.personId === personId;
    return [
      ...faultIf(
        apologies.findIndex(same) < index,
        `apologies[${index}].agency`,
        'This apology is on the list already',
      ),
      ...faultIf(
        personId !== undefined && !known.has(personId),
        `apologies[${index}].personId`,
        'Select somebody who sits on the panel of this area',
      ),
      ...faultIf(
        personId !== undefined && known.has(personId) && known.get(personId) !== agency,
        `apologies[${index}].personId`,
        'Select somebody of that agency',
      ),
    ];
  });

/** Whoever is recorded as here has not sent apologies, nor has an agency whose own people are. */
const hereFaults = (apologies: readonly ApologyInput[], seats: readonly Seat[]): FieldError[] =>
  apologies.flatMap((apology, index) =>
    faultIf(
      seats.some((seat) => isHere(seat, apology)),
      `apologies[${index}].${apology.personId === undefined ? 'agency' : 'personId'}`,
      'Recorded as here: an apology is from somebody who is not',
    ),
  );

/** A deputy sits instead of the agency that sent apologies: those stand. */
export const isHere = (seat: Pick<Seat, 'personId' | 'agency'>, { agency, personId }: Apologised): boolean =>
  personId ? seat.personId === personId : seat.agency === agency;

type Apologised = { readonly agency: string; readonly personId?: string | null };
