import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { calendarOf } from '../access/bank-holidays.queries.js';
import { isNamedOn } from '../access/open-cases.js';
import { linksAmong } from '../cases/links/links.queries.js';
import type { Agency } from '../policy/agencies.js';
import type { Calendar } from '../policy/bank-holidays.js';
import type { Actor } from '../platform/actor.js';
import { fromJson, idsIn, Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { type Carried, carriedAmong, carriedFrom, type CarriedRow } from './adjournments.queries.js';
import { visibleMeetings } from './find-meeting.js';
import { type ConflictFound, type NewsOnAgenda, type Seat } from './meetings.queries.js';
import type { MeetingChange, MeetingSeries } from './meeting-plans.entity.js';

export type ApologyFound = {
  readonly agency: Agency;
  readonly personId: string | null;
  readonly name: string | null;
  readonly reason: string;
};

export type NoteFound = {
  readonly id: string;
  readonly caseId: string;
  readonly agency: Agency;
  readonly note: string;
  readonly recordedByName: string;
  readonly recordedAt: string;
};

/** A list of who sat that was written anew since, and why. */
export type SeatsBefore = {
  readonly seats: readonly Seat[];
  readonly reason: string | null;
  readonly replacedByName: string;
  readonly replacedAt: string;
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

/** The note in the column `noteId` was not taken back. */
export const isRead = (noteId: Sql): Sql =>
  sql`not exists (select 1 from contributor_notes_taken_back tb where tb."noteId" = ${noteId})`;

/** The invitation `v` lets the person watch now. */
export const holdsFor = (personId: string, now: string): Sql =>
  sql`v."personId" = ${personId} and v."endedAt" is null and v."fromAt" <= ${now} and v."untilAt" > ${now}`;

export type SeriesFound = MeetingSeries & { readonly panelArea: string };

/** A series with its meetings, and the bank holidays as they are known now. */
export type SeriesKnown = {
  readonly series: SeriesFound;
  readonly meetings: readonly SeriesMeeting[];
  readonly calendar: Calendar;
};

export type SeriesMeeting = {
  readonly id: string;
  readonly startsAt: string;
  readonly meetingDay: string;
  readonly cancelledAt: string | null;
};

/** What is seen of a meeting beside its agenda; news and changes the latest first. */
export type AroundMeeting = {
  readonly seats: readonly Seat[];
  readonly seatsBefore: readonly SeatsBefore[];
  readonly apologies: readonly ApologyFound[];
  readonly notes: readonly NoteFound[];
  readonly changes: readonly ChangeFound[];
  readonly news: readonly NewsOnAgenda[];
  readonly conflicts: readonly ConflictFound[];
  /** Who sits and is not named on a restricted case: they take no part in it. */
  readonly unnamed: readonly Pick<ConflictFound, 'caseId' | 'personId'>[];
  /** The cases that are linked with another one on this agenda. */
  readonly linked: ReadonlySet<string>;
  /** What its cases bring with them from earlier meetings, and what was asked for at this one. */
  readonly carried: Carried;
};

const aroundOf = (meetingId: string, cases: Sql): Sql => sql`
  select * from (
    select 'SEAT' as "list", s.id, s."personId" as "a", p.name as "b", s.agency as "c", s."deputyFor" as "d",
           null as "e", null as "f"
    from attendances s join people p on p.id = s."personId" where s."meetingId" = ${meetingId}
    union all
    select 'BEFORE', e.id, e.seats, e.reason, p.name, e."replacedAt", null, null
    from attendances_before e join people p on p.id = e."replacedBy" where e."meetingId" = ${meetingId}
    union all
    select 'APOLOGY', o.id, o.agency, o.reason, o."personId", p.name, null, null
    from apologies o left join people p on p.id = o."personId" where o."meetingId" = ${meetingId}
    union all
    select 'NOTE', n.id, n."caseId", n.agency, n.note, p.name, n."recordedAt", null
    from contributor_notes n join people p on p.id = n."recordedBy" where n."meetingId" = ${meetingId}
      and ${isRead(sql`n.id`)}
    union all
    select 'CHANGE', h.id, h.change, h."fromStartsAt", h.reason, h."toStartsAt", p.name, h."changedAt"
    from meeting_changes h join people p on p.id = h."changedBy" where h."meetingId" = ${meetingId}
    union all
    select 'NEWS', r.id, r."caseId", r.news, r."cameAt", r.about, null, null
    from reopened_sections r where r."meetingId" = ${meetingId}
    union all
    select 'CONFLICT', x.id, x."caseId", x."personId", p.name, x.reason, null, null
    from conflicts x join people p on p.id = x."personId" where x."caseId" in (${cases}) and x."liftedAt" is null
    union all
    select 'UNNAMED', s.id, t."caseId", s."personId", null, null, null, null
    from case_restrictions t join attendances s on s."meetingId" = ${meetingId}
    where t."caseId" in (${cases}) and t."liftedAt" is null
      and not ${isNamedOn(sql`t.id`, sql`s."personId"`)}
    union all
    select 'LINK', l.id, l."caseId", l."otherCaseId", null, null, null, null from (${linksAmong(cases)}) l
    union all
    ${carriedAmong(cases)}
  ) one order by one.id`;

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

  /**
   * Who sits, who cannot come, what agencies sent, what became of the meeting, what came late, who takes no part in which
   * case and which cases are linked, and what they bring from earlier meetings, in one statement: short lists, each of which puts its parts into the same columns. Of the
   * cases named alone, which the reader may see.
   */
  async around(meetingId: string, caseIds: readonly string[]): Promise<AroundMeeting> {
    const found = await this.read.rows<CarriedRow>(aroundOf(meetingId, idsIn(caseIds)));
    const of = (list: string) => found.filter((row) => row.list === list);
    return {
      seats: of('SEAT').map(({ a, b, c, d }) => ({ personId: a, name: b, agency: c, deputyFor: d }) as Seat),
      seatsBefore: of('BEFORE').map(({ a, b, c, d }) => {
        return { seats: fromJson<Seat[]>(a, []), reason: b, replacedByName: c, replacedAt: d } as SeatsBefore;
      }),
      apologies: of('APOLOGY').map(
        ({ a, b, c, d }) => ({ agency: a, reason: b, personId: c, name: d }) as ApologyFound,
      ),
      notes: of('NOTE').map(({ id, a, b, c, d, e }) => {
        return { id, caseId: a, agency: b, note: c, recordedByName: d, recordedAt: e } as NoteFound;
      }),
      changes: of('CHANGE')
        .map(({ a, b, c, d, e, f }) => {
          const when = { fromStartsAt: b, toStartsAt: d, changedAt: f };
          return { change: a, ...when, reason: c, changedByName: e } as ChangeFound;
        })
        .toReversed(),
      news: of('NEWS')
        .map(({ a, b, c, d }) => ({ caseId: a, news: b, about: d, cameAt: c }) as NewsOnAgenda)
        .toSorted((one, other) => (one.cameAt < other.cameAt ? 1 : -1)),
      conflicts: of('CONFLICT').map(
        ({ a, b, c, d }) => ({ caseId: a, personId: b, name: c, reason: d }) as ConflictFound,
      ),
      unnamed: of('UNNAMED').map(({ a, b }) => ({ caseId: a ?? '', personId: b ?? '' })),
      linked: new Set(of('LINK').flatMap(({ a, b }) => [a ?? '', b ?? ''])),
      carried: carriedFrom(found),
    };
  }

  invitations(meetingId: string): Promise<InvitationFound[]> {
    return this.read.rows<InvitationFound>(
      sql`select v.id, v."personId", p.name, v."fromAt", v."untilAt", v."endedAt"
          from observer_invitations v join people p on p.id = v."personId"
          where v."meetingId" = ${meetingId} order by v.id desc`,
    );
  }

  async series(actor: Actor, id: string): Promise<SeriesKnown> {
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
    return { series, meetings, calendar: await calendarOf(this.read.source) };
  }
}
