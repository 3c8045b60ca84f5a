import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Agency } from '../policy/agencies.js';
import type { Actor } from '../platform/actor.js';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { visibleMeetings } from './find-meeting.js';
import type { MeetingChange, MeetingSeries } from './meeting-plans.entity.js';

export type ApologyFound = {
  readonly agency: Agency;
  readonly personId: string | null;
  readonly name: string | null;
  readonly reason: string;
};

export type NoteFound = {
  readonly caseId: string;
  readonly agency: Agency;
  readonly note: string;
  readonly recordedByName: string;
  readonly recordedAt: string;
};

export type ChangeFound = Pick<MeetingChange, 'change' | 'fromStartsAt' | 'toStartsAt' | 'reason' | 'changedAt'> & {
  readonly changedByName: string;
};

export type InvitationFound = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly fromAt: string;
  readonly untilAt: string;
  readonly endedAt: string | null;
};

export type SeriesFound = MeetingSeries & { readonly panelArea: string };

export type SeriesMeeting = {
  readonly id: string;
  readonly startsAt: string;
  readonly meetingDay: string;
  readonly cancelledAt: string | null;
};

/** What surrounds a meeting: who cannot come, who wrote, who watches, what became of it, and its series. */
@Injectable()
export class AroundMeetings {
  constructor(private readonly read: Read) {}

  apologies(meetingId: string): Promise<ApologyFound[]> {
    return this.read.rows<ApologyFound>(
      sql`select o.agency, o."personId", p.name, o.reason from apologies o left join people p on p.id = o."personId"
          where o."meetingId" = ${meetingId} order by o.id`,
    );
  }

  notes(meetingId: string): Promise<NoteFound[]> {
    return this.read.rows<NoteFound>(
      sql`select n."caseId", n.agency, n.note, p.name as "recordedByName", n."recordedAt"
          from contributor_notes n join people p on p.id = n."recordedBy"
          where n."meetingId" = ${meetingId} order by n.id`,
    );
  }

  changes(meetingId: string): Promise<ChangeFound[]> {
    return this.read.rows<ChangeFound>(
      sql`select h.change, h."fromStartsAt", h."toStartsAt", h.reason, h."changedAt", p.name as "changedByName"
          from meeting_changes h join people p on p.id = h."changedBy"
          where h."meetingId" = ${meetingId} order by h.id desc`,
    );
  }

  invitations(meetingId: string): Promise<InvitationFound[]> {
    return this.read.rows<InvitationFound>(
      sql`select v.id, v."personId", p.name, v."fromAt", v."untilAt", v."endedAt"
          from observer_invitations v join people p on p.id = v."personId"
          where v."meetingId" = ${meetingId} order by v.id desc`,
    );
  }

  async series(actor: Actor, id: string): Promise<{ series: SeriesFound; meetings: SeriesMeeting[] }> {
    const series = await this.read.row<SeriesFound>(
      sql`select m.id, m."panelAreaId", a.name as "panelArea", m.frequency, m.weekday, m."time", m."fromDay",
                 m."untilDay", m."onBankHoliday", m.place, m.capacity, m."closesHoursBefore", m."createdBy", m."createdAt"
          from meeting_series m join panel_areas a on a.id = m."panelAreaId"
          where m.id = ${id} and ${visibleMeetings(actor, 'meeting.read')}`,
    );
    if (!series) throw new NotFound();
    const meetings = await this.read.rows<SeriesMeeting>(
      sql`select m.id, m."startsAt", m."meetingDay", m."cancelledAt" from meetings m
          where m."seriesId" = ${id} order by m."startsAt", m.id`,
    );
    return { series, meetings };
  }
}
