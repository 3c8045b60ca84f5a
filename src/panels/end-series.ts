import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { openStates } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { row, rows, type Source } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { callOff } from './change-meeting.js';
import { claimMeeting, lockMeeting, meetingSubject, visibleMeetings } from './find-meeting.js';
import { isHeld } from './meeting-held.queries.js';
import type { SeriesEndingInput } from './meeting-plans.input.js';
import { placesTaken } from './places.queries.js';

/**
 * `kept` are the meetings to come that have cases, or to which one comes back: each is cancelled on its own, where it is said
 * where they go; and one at which something was recorded already.
 */
export type SeriesEnded = { id: string; cancelled: string[]; kept: string[] };

@Injectable()
export class EndSeries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A series that was a mistake, or is no longer needed: its meetings to come without cases are cancelled at once. */
  execute(actor: Actor, id: string, { reason }: SeriesEndingInput): Promise<SeriesEnded> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const series = await row<{ panelAreaId: string }>(
        tx,
        sql`select m."panelAreaId" from meeting_series m where m.id = ${id} and ${visibleMeetings(actor, 'meeting.arrange')}`,
      );
      if (!series) throw new NotFound();
      const [cancelled, kept]: [string[], string[]] = [[], []];
      for (const meetingId of await comingOf(tx, id, now)) {
        const found = await lockMeeting(work, 'meeting.arrange', meetingId);
        if (found.cancelledAt !== null) continue;
        const isKept = (await isAwaited(tx, meetingId)) || (await isHeld(tx, found));
        (isKept ? kept : cancelled).push(meetingId);
        if (isKept) continue;
        const meeting = await claimMeeting(work, 'meeting.arrange', meetingId);
        await callOff(work, meeting, reason);
        record(meetingSubject(meeting), { type: 'MEETING_CANCELLED', day: meeting.meetingDay, cases: 0 });
      }
      const { panelAreaId } = series;
      const event = { type: 'MEETING_SERIES_ENDED', meetings: cancelled.length } as const;
      record({ type: 'PANEL_AREA', id: panelAreaId, panelAreaId }, event);
      return { id, cancelled, kept };
    });
  }
}

async function comingOf(source: Source, seriesId: string, now: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    source,
    sql`select m.id from meetings m
        where m."seriesId" = ${seriesId} and m."cancelledAt" is null and m."startsAt" > ${now}
        order by m."startsAt", m.id`,
  );
  return found.map(({ id }) => id);
}

/** Whether a case is for hearing at a meeting that is locked, or comes back to it, whoever may read it. */
const isAwaited = async (source: Source, meetingId: string): Promise<boolean> =>
  (await row(
    source,
    sql`select m.id from meetings m where m.id = ${meetingId} and (${placesTaken(meetingId)} > 0
        or exists (select 1 from agenda_returns r join cases c on c.id = r."caseId"
          where r."meetingId" = m.id and r."settledAt" is null and c.state in (${join([...openStates])})))`,
  )) !== null;
