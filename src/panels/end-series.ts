import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Actor } from '../platform/actor.js';
import { row, rows, type Source } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { callOff } from './change-meeting.js';
import { claimMeeting, meetingSubject, visibleMeetings } from './find-meeting.js';
import { isHeld } from './meeting-held.queries.js';
import type { SeriesEndingInput } from './meeting-plans.input.js';
import { placesTaken } from './places.queries.js';

/**
 * `kept` are the meetings to come that have cases, each of which is cancelled on its own, where it is said where they go;
 * and one at which something was recorded already.
 */
export type SeriesEnded = { id: string; cancelled: string[]; kept: string[] };

type Coming = { readonly id: string; readonly cases: number };

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
      for (const { id: meetingId, cases } of await comingOf(tx, id, now)) {
        const meeting = await claimMeeting(work, 'meeting.arrange', meetingId);
        const isKept = cases > 0 || (await isHeld(tx, meeting));
        (isKept ? kept : cancelled).push(meetingId);
        if (isKept) continue;
        await callOff(work, meeting, reason);
        record(meetingSubject(meeting), { type: 'MEETING_CANCELLED', day: meeting.meetingDay, cases: 0 });
      }
      const { panelAreaId } = series;
      record(
        { type: 'PANEL_AREA', id: panelAreaId, panelAreaId },
        { type: 'MEETING_SERIES_ENDED', meetings: cancelled.length },
      );
      return { id, cancelled, kept };
    });
  }
}

/** With how many cases are for hearing at each, whoever may read them. */
const comingOf = (source: Source, seriesId: string, now: string): Promise<Coming[]> =>
  rows<Coming>(
    source,
    sql`select m.id, ${placesTaken(sql`m.id`)} as "cases" from meetings m
        where m."seriesId" = ${seriesId} and m."cancelledAt" is null and m."startsAt" > ${now}
        order by m."startsAt", m.id`,
  );
