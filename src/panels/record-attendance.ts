import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { agenciesOfHolders } from '../access/people-of-area.js';
import { agencies } from '../policy/agencies.js';
import type { Actor } from '../platform/actor.js';
import { type FieldError, faultIf, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { claimMeeting, meetingSubject, refuseCancelled } from './find-meeting.js';
import { Attendance, AttendancesBefore } from './meeting.entity.js';
import { hasRecommended } from './meeting-held.queries.js';
import { Apology } from './meeting-plans.entity.js';
import { isHere } from './record-apologies.js';
import type { AttendanceInput, AttendancesInput } from './meeting.input.js';
import { seatsOf } from './meetings.queries.js';

@Injectable()
export class RecordAttendance {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Replaces the list of who sat at a meeting; the list as it was is kept. */
  execute(actor: Actor, id: string, { attendances, reason, version }: AttendancesInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, today, record } = work;
      const meeting = await claimMeeting(work, 'meeting.run', id, version);
      refuseCancelled(meeting);
      refuse([
        ...faultIf(
          meeting.meetingDay > today,
          'attendances',
          'Record who is here on the day of the meeting, not before',
        ),
        ...twice(attendances),
        ...(await strangers(tx, meeting.panelAreaId, attendances)),
        ...faultIf(
          !reason && (await hasRecommended(tx, id)),
          'reason',
          'The panel has recommended at this meeting: enter why the list of who is here changes',
        ),
      ]);
      await keepBefore(work, id, reason ?? null);
      await tx.delete(Attendance, { meetingId: id });
      const seats = attendances.map(({ personId, agency, deputyFor = null }) => ({ personId, agency, deputyFor }));
      for (const seat of seats) await tx.insert(Attendance, { id: newId(), meetingId: id, ...seat });
      const apologised = await tx.findBy(Apology, { meetingId: id });
      const came = apologised.filter((apology) => seats.some((seat) => isHere(seat, apology)));
      for (const { id: apology } of came) await tx.delete(Apology, { id: apology });
      record(meetingSubject(meeting), { type: 'ATTENDANCE_RECORDED', present: seats.length });
      return { version: meeting.version };
    });
  }
}

/** With the names as they were: the first list replaces none. */
async function keepBefore({ tx, actor, now }: Work, meetingId: string, reason: string | null): Promise<void> {
  const seats = await seatsOf(tx, meetingId);
  if (seats.length === 0) return;
  const replaced = { id: newId(), meetingId, seats, reason };
  await tx.insert(AttendancesBefore, { ...replaced, replacedBy: actor.personId, replacedAt: now });
}

const twice = (attendances: readonly AttendanceInput[]): FieldError[] =>
  attendances.flatMap(({ personId }, index) =>
    attendances.findIndex((other) => other.personId === personId) < index
      ? [{ field: `attendances[${index}].personId`, message: 'This person is on the list already' }]
      : [],
  );

/** Whoever sits has a role of the panel, and sits for their own agency or as a deputy for another. */
async function strangers(
  tx: EntityManager,
  panelAreaId: string,
  attendances: readonly AttendanceInput[],
): Promise<FieldError[]> {
  const people = attendances.map(({ personId }) => personId);
  const known = await agenciesOfHolders(tx, panelAreaId, 'meeting.sit', people);
  return attendances.flatMap(({ personId, agency }, index) => {
    const [own, field] = [known.get(personId), `attendances[${index}]`];
    return [
      ...faultIf(own === undefined, `${field}.personId`, 'Select somebody who sits on the panel of this area'),
      ...faultIf(
        own !== undefined && own !== agency,
        `${field}.agency`,
        `Select their own agency${own ? `, ${agencies[own]}` : ''}: if they sit for another, name it as the one they deputise for`,
      ),
    ];
  });
}
