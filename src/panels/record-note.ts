import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { isOpenFor } from '../access/open-cases.js';
import { type CaseFound, findCase } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { Agency } from '../policy/agencies.js';
import { noteBlockers } from '../policy/listing-gates.js';
import type { Actor } from '../platform/actor.js';
import { row } from '../platform/database/read.js';
import { faultIf, Invalid, NotFound, refuse, refuseShut } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { lockMeeting, refuseCancelled } from './find-meeting.js';
import { isRead } from './around-meeting.queries.js';
import { ContributorNote, ContributorNoteTakenBack } from './meeting-plans.entity.js';
import type { NoteInput, NoteTakenBackInput } from './meeting-plans.input.js';
import { currentItem } from './meetings.queries.js';

@Injectable()
export class RecordNote {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What an agency sent about a case instead of coming. It is read in the meeting and gives the agency no seat. */
  execute(actor: Actor, meetingId: string, { caseId, agency, note }: NoteInput): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const meeting = await lockMeeting(work, 'meeting.run', meetingId);
      refuseCancelled(meeting);
      const found = await findCase(tx, actor, 'meeting.run', caseId);
      const item = await currentItem(tx, caseId);
      const isHere = item?.meetingId === meetingId && item.adjournedAt === null;
      if (!isHere) throw new Invalid([{ field: 'caseId', message: 'Select a case from the agenda of this meeting' }]);
      refuseOnceRecommended(meetingId, found);
      const isAtTable = await takesPart(work, meetingId, caseId, agency);
      refuse(faultIf(isAtTable, 'agency', 'Recorded as here: a note is from an agency that is not'));
      const id = newId();
      const by = { recordedBy: actor.personId, recordedAt: now };
      await tx.insert(ContributorNote, { id, meetingId, caseId, agency, note, ...by });
      record(caseSubject(found), { type: 'CONTRIBUTOR_NOTE_RECORDED', agency });
      return { id };
    });
  }
}

type NoteFound = { readonly caseId: string; readonly agency: Agency };

@Injectable()
export class TakeBackNote {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** For a note on the wrong case, or written wrongly: it is no longer read, and stays on record with the reason. */
  execute(actor: Actor, meetingId: string, noteId: string, { reason }: NoteTakenBackInput): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      await lockMeeting(work, 'meeting.run', meetingId);
      const note = await row<NoteFound>(
        tx,
        sql`select n."caseId", n.agency from contributor_notes n
            where n.id = ${noteId} and n."meetingId" = ${meetingId} and ${isRead(sql`n.id`)}`,
      );
      if (!note) throw new NotFound();
      const found = await findCase(tx, actor, 'meeting.run', note.caseId);
      refuseOnceRecommended(meetingId, found);
      await tx.insert(ContributorNoteTakenBack, { noteId, reason, takenBackBy: actor.personId, takenBackAt: now });
      record(caseSubject(found), { type: 'CONTRIBUTOR_NOTE_TAKEN_BACK', agency: note.agency });
      return { id: noteId };
    });
  }
}

function refuseOnceRecommended(meetingId: string, { state }: CaseFound): void {
  const shut = noteBlockers({ meetingId, state });
  refuseShut(shut);
}

/**
 * Somebody of the agency itself is here for the case: whoever stepped out of it, or is not named where it is restricted, is
 * not, and neither is an agency for which a deputy of another sits. What was sent before they came stands.
 */
const takesPart = async ({ tx }: Work, meetingId: string, caseId: string, agency: Agency): Promise<boolean> =>
  (await row(
    tx,
    sql`select s.id from attendances s where s."meetingId" = ${meetingId} and s.agency = ${agency}
        and ${isOpenFor(sql`${caseId}`, sql`s."personId"`)} limit 1`,
  )) !== null;
