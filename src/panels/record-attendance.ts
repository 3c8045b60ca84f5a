import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { peopleOfArea } from '../access/people-of-area.js';
import type { Actor } from '../platform/actor.js';
import { type FieldError, Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { claimMeeting, meetingSubject } from './find-meeting.js';
import { Attendance } from './meeting.entity.js';
import type { AttendanceInput, AttendancesInput } from './meeting.input.js';

@Injectable()
export class RecordAttendance {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Replaces the list of who sat at a meeting. */
  execute(actor: Actor, id: string, { attendances, version }: AttendancesInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, record } = work;
      const meeting = await claimMeeting(work, 'meeting.run', id, version);
      const wrong = [...twice(attendances), ...(await strangers(tx, meeting.panelAreaId, attendances))];
      if (wrong.length > 0) throw new Invalid(wrong);
      await tx.delete(Attendance, { meetingId: id });
      const seats = attendances.map(({ personId, agency, deputyFor = null }) => ({ personId, agency, deputyFor }));
      for (const seat of seats) await tx.insert(Attendance, { id: newId(), meetingId: id, ...seat });
      record(meetingSubject(meeting), { type: 'ATTENDANCE_RECORDED', present: seats.length });
      return { version: meeting.version };
    });
  }
}

const twice = (attendances: readonly AttendanceInput[]): FieldError[] =>
  attendances.flatMap(({ personId }, index) =>
    attendances.findIndex((other) => other.personId === personId) < index
      ? [{ field: `attendances[${index}].personId`, message: 'This person is on the list already' }]
      : [],
  );

async function strangers(
  tx: EntityManager,
  panelAreaId: string,
  attendances: readonly AttendanceInput[],
): Promise<FieldError[]> {
  const known = await peopleOfArea(
    tx,
    panelAreaId,
    attendances.map(({ personId }) => personId),
  );
  return attendances.flatMap(({ personId }, index) =>
    known.has(personId)
      ? []
      : [{ field: `attendances[${index}].personId`, message: 'Select somebody who has a role in this panel area' }],
  );
}
