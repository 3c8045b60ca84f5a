import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { findCase } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { Actor } from '../platform/actor.js';
import { row } from '../platform/database/read.js';
import { Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { lockMeeting } from './find-meeting.js';
import { ContributorNote } from './meeting-plans.entity.js';
import type { NoteInput } from './meeting-plans.input.js';

@Injectable()
export class RecordNote {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What an agency sent about a case instead of coming. It is read in the meeting and gives the agency no seat. */
  execute(actor: Actor, meetingId: string, { caseId, agency, note }: NoteInput): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      await lockMeeting(work, 'meeting.run', meetingId);
      const found = await findCase(tx, actor, 'meeting.run', caseId);
      const listed = await row(
        tx,
        sql`select i.id from agenda_items i where i."caseId" = ${caseId} and i."meetingId" = ${meetingId} limit 1`,
      );
      if (!listed) throw new Invalid([{ field: 'caseId', message: 'Select a case from the agenda of this meeting' }]);
      const id = newId();
      const by = { recordedBy: actor.personId, recordedAt: now };
      await tx.insert(ContributorNote, { id, meetingId, caseId, agency, note, ...by });
      record(caseSubject(found), { type: 'CONTRIBUTOR_NOTE_RECORDED', agency });
      return { id };
    });
  }
}
