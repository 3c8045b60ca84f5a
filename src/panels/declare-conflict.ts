import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { recordConflict } from '../cases/access/record-conflict.js';
import { findCase } from '../cases/find-case.js';
import { type Actor, may } from '../platform/actor.js';
import { row } from '../platform/database/read.js';
import { type FieldError, faultIf, NotPermitted } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { lockMeeting, type MeetingFound } from './find-meeting.js';
import type { ConflictInput } from './meeting.input.js';

@Injectable()
export class DeclareConflict {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By the person themselves, or for them by whoever runs the meeting. It can be told again without harm. */
  execute(actor: Actor, meetingId: string, input: ConflictInput): Promise<{ caseId: string; personId: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const meeting = await lockMeeting(work, 'meeting.sit', meetingId);
      const { caseId, personId, reason } = input;
      if (personId !== actor.personId && !may(actor, 'meeting.run', meeting.panelAreaId)) {
        throw new NotPermitted('Only whoever runs the meeting records somebody else’s conflict of interest.');
      }
      const found = await findCase(work.tx, actor, 'conflict.declare', caseId);
      await recordConflict(work, found, { personId, reason, meetingId }, await faultsOf(work, meeting, caseId));
      return { caseId, personId };
    });
  }
}

async function faultsOf({ tx }: Work, meeting: MeetingFound, caseId: string): Promise<FieldError[]> {
  const listed = await row(
    tx,
    sql`select i.id from agenda_items i where i."caseId" = ${caseId} and i."meetingId" = ${meeting.id} limit 1`,
  );
  return faultIf(!listed, 'caseId', 'Select a case from the agenda of this meeting');
}
