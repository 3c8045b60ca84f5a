import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { findCase } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { type Actor, may } from '../platform/actor.js';
import { row, rows } from '../platform/database/read.js';
import { type FieldError, Invalid, NotPermitted } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { lockMeeting, type MeetingFound } from './find-meeting.js';
import type { ConflictInput } from './meeting.input.js';
import { peopleOfArea } from './record-attendance.js';

@Injectable()
export class DeclareConflict {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By the person themselves, or for them by whoever runs the meeting. It can be told again without harm. */
  execute(actor: Actor, meetingId: string, input: ConflictInput): Promise<{ caseId: string; personId: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const meeting = await lockMeeting(work, 'conflict.declare', meetingId);
      const { caseId, personId, reason } = input;
      if (personId !== actor.personId && !may(actor, 'meeting.run', meeting.panelAreaId)) {
        throw new NotPermitted('Only whoever runs the meeting records somebody else’s conflict of interest.');
      }
      const found = await findCase(tx, actor, 'conflict.declare', caseId);
      const wrong = await faultsOf(work, meeting, input);
      if (wrong.length > 0) throw new Invalid(wrong);
      await rows(
        tx,
        sql`insert into conflicts (id, "meetingId", "caseId", "personId", reason, "declaredBy", "declaredAt")
            values (${newId()}, ${meetingId}, ${caseId}, ${personId}, ${reason}, ${actor.personId}, ${now})
            on conflict do nothing`,
      );
      record(caseSubject(found), { type: 'CONFLICT_DECLARED' });
      return { caseId, personId };
    });
  }
}

async function faultsOf({ tx }: Work, meeting: MeetingFound, { caseId, personId }: ConflictInput) {
  const faults: FieldError[] = [];
  const listed = await row(
    tx,
    sql`select i.id from agenda_items i where i."caseId" = ${caseId} and i."meetingId" = ${meeting.id} limit 1`,
  );
  if (!listed) faults.push({ field: 'caseId', message: 'Select a case from the agenda of this meeting' });
  const known = await peopleOfArea(tx, meeting.panelAreaId, [personId]);
  if (!known.has(personId)) {
    faults.push({ field: 'personId', message: 'Select somebody who has a role in this panel area' });
  }
  return faults;
}
