import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import type { Agency } from '../policy/agencies.js';
import type { ExtraordinaryReason } from '../policy/extraordinary-sittings.js';
import type { NewsCome } from '../policy/late-news.js';
import type { AdjournReason } from '../policy/lifecycle.js';
import { isOpenTo, limitedColumn, type Reader } from '../access/open-cases.js';
import { type Closed, closedTo } from '../cases/access/closed-cases.js';
import { caseColumns, type CaseFound } from '../cases/find-case.js';
import { withSeniorsColumn } from '../cases/near-clocks.js';
import type { Actor } from '../platform/actor.js';
import { cursorFrom, type Listed, listed } from '../platform/database/keyset.js';
import { type ColumnsOf, listOf, Read, row, rows, type Source } from '../platform/database/read.js';
import { visibleMeetings } from './find-meeting.js';
import type { MeetingListInput } from './meeting.input.js';
import { notHeard, placesTaken } from './places.queries.js';

export type MeetingListed = {
  readonly id: string;
  readonly panelAreaId: string;
  readonly panelArea: string;
  readonly startsAt: string;
  readonly meetingDay: string;
  readonly place: string | null;
  readonly extraordinaryBecause: ExtraordinaryReason | null;
  readonly cancelledAt: string | null;
  readonly version: number;
  readonly cases: number;
};

export type Seat = {
  readonly personId: string;
  readonly name: string;
  readonly agency: Agency;
  readonly deputyFor: Agency | null;
};

/** A case on an agenda: the latest item of the case at that meeting, and where the case stands now. */
export type AgendaCase = CaseFound & {
  readonly itemId: string;
  readonly position: number;
  readonly adjournedAt: string | null;
  readonly adjournReasonCode: AdjournReason | null;
  readonly adjournReason: string | null;
  readonly adjournUntil: string | null;
  /** The meeting for which the case was listed last; another one once it was carried over. */
  readonly latestMeetingId: string;
  /** The item beside which it was put, to be heard together. */
  readonly togetherWith: string | null;
  /** Why nothing of the case is here but its place; null where the reader may read it. */
  readonly closed: Closed | null;
  /** It is limited to named people, of whom whoever reads it is one: 1, or 0. */
  readonly isLimited: number;
  /** Reasons given when it was listed, as JSON. */
  readonly overrides: string;
  /** How often the case was adjourned before it was listed here. */
  readonly carriedOver: number;
  /** Seniors are asked about a disagreement, and have not settled it: 1, or 0. */
  readonly withSeniors: number;
};

export type ConflictFound = {
  readonly caseId: string;
  readonly personId: string;
  readonly name: string;
  readonly reason: string;
};

/** News after which a case was no longer ready for the meeting for which it was listed. */
export type NewsOnAgenda = NewsCome & { readonly caseId: string; readonly cameAt: string };

type Page = Pick<MeetingListInput, 'panelAreaId' | 'when' | 'after'> & {
  readonly limit: number;
  readonly today: string;
};

@Injectable()
export class MeetingsQueries {
  constructor(private readonly read: Read) {}

  /** The meetings of the actor's areas, the latest first; of those that are still to come the nearest. */
  async meetings(actor: Actor, { panelAreaId, when, after, limit, today }: Page): Promise<Listed<MeetingListed>> {
    const isComing = when === 'COMING';
    const held = isComing ? sql`and m."meetingDay" >= ${today}` : sql`and m."meetingDay" < ${today}`;
    const area = panelAreaId === undefined ? empty : sql`and m."panelAreaId" = ${panelAreaId}`;
    const [startsAt, id] = cursorFrom(after, 2) ?? [];
    const beyond = isComing ? sql`>` : sql`<`;
    const further = startsAt === undefined ? empty : sql`and (m."startsAt", m.id) ${beyond} (${startsAt}, ${id})`;
    const order = isComing ? sql`m."startsAt", m.id` : sql`m."startsAt" desc, m.id desc`;
    const found = await this.read.rows<MeetingListed>(
      sql`select m.id, m."panelAreaId", a.name as "panelArea", m."startsAt", m."meetingDay", m.place, m."extraordinaryBecause",
                 m."cancelledAt", m.version,
                 ${placesTaken(sql`m.id`, isOpenTo(actor, sql`i."caseId"`))} as "cases"
          from meetings m join panel_areas a on a.id = m."panelAreaId"
          where ${visibleMeetings(actor, 'meeting.read')} ${area} ${when ? held : empty} ${further}
          order by ${order} limit ${limit + 1}`,
    );
    return listed(found, limit, (one) => [one.startsAt, one.id]);
  }

  /** The meetings of one area from a day on, the nearest first: where a case can be listed. */
  coming(panelAreaId: string, fromDay: string): Promise<Pick<MeetingListed, 'id' | 'startsAt' | 'place'>[]> {
    return this.read.rows(
      sql`select m.id, m."startsAt", m.place from meetings m
          where m."panelAreaId" = ${panelAreaId} and m."startsAt" >= ${fromDay} and m."cancelledAt" is null order by m."startsAt", m.id limit 50`,
    );
  }

  /** The agenda as the reader may see it: of a case that is closed to them there is the place alone, while it takes one. */
  async agenda(reader: Reader, meetingId: string): Promise<AgendaCase[]> {
    const agenda = await agendaOf(this.read.source, meetingId, reader);
    return agenda.flatMap((item) => {
      if (!item.closed) return [item];
      return isForHearing(item, meetingId) ? [placeOnly(item)] : [];
    });
  }

  /** The cases that stand on an agenda and are open to the reader, in their order. */
  async standing(reader: Reader, meetingId: string): Promise<AgendaCase[]> {
    const agenda = await this.agenda(reader, meetingId);
    return agenda.filter((item) => !item.closed && isStanding(item, meetingId));
  }

  seats(meetingId: string): Promise<Seat[]> {
    return seatsOf(this.read.source, meetingId);
  }
}

/** Who sits at a meeting, in the order in which they were written down. */
export const seatsOf = (source: Source, meetingId: string): Promise<Seat[]> =>
  rows<Seat>(
    source,
    sql`select s."personId", p.name, s.agency, s."deputyFor" from attendances s join people p on p.id = s."personId"
        where s."meetingId" = ${meetingId} order by s.id`,
  );

/** The agenda items that still stand: not adjourned, and not listed since for another meeting. */
export const isStanding = (
  { adjournedAt, latestMeetingId }: Pick<AgendaCase, 'adjournedAt' | 'latestMeetingId'>,
  meetingId: string,
): boolean => adjournedAt === null && latestMeetingId === meetingId;

/** The agenda items that a panel reads about: they stand, and the case is not back in preparation or ended. */
export const isForHearing = (item: AgendaCase, meetingId: string): boolean =>
  isStanding(item, meetingId) && !notHeard.includes(item.state);

/** Nothing by which a case or a child could be known. */
const placeOnly = (item: AgendaCase): AgendaCase => ({
  ...item,
  ...{ id: '', reference: '', stateSince: '', version: 0, childId: '', identityId: '', givenName: '', familyName: '' },
  ...{ dateOfBirth: '', referredOn: '', signedOffBy: null, signedOffOn: null, allocatedTo: null },
  ...{ state: 'LISTED', adjournReasonCode: null, adjournReason: null, adjournUntil: null, togetherWith: null },
  ...{ overrides: '[]', carriedOver: 0, isLimited: 0, withSeniors: 0 },
});

type AgendaRow = Omit<AgendaCase, 'reader'>;

const agendaColumns: ColumnsOf<AgendaRow> = {
  ...{ itemId: true, position: true, togetherWith: true, closed: true, adjournedAt: true, adjournReasonCode: true },
  ...{ adjournReason: true, adjournUntil: true, overrides: true, carriedOver: true, isLimited: true, id: true },
  ...{ reference: true, state: true, stateSince: true, version: true, panelAreaId: true, childId: true },
  ...{ identityId: true, givenName: true, familyName: true, dateOfBirth: true, referredOn: true, signedOffBy: true },
  ...{ signedOffOn: true, allocatedTo: true, latestMeetingId: true, withSeniors: true },
};

/**
 * The latest item of each case at a meeting, in their order; whole, with what is closed to the reader where there is one.
 * `source` is `read.source`, or the `tx` of a unit.
 */
export async function agendaOf(source: Source, meetingId: string, reader: Reader | null = null): Promise<AgendaCase[]> {
  const found = await listOf<AgendaRow>(
    source,
    agendaColumns,
    sql`select i.id as "itemId", i.position, i."togetherWith", ${reader ? closedTo(reader) : sql`null`} as "closed",
                 i."adjournedAt", i."adjournReasonCode", i."adjournReason", i."adjournUntil", i.overrides,
                 (select cast(count(*) as integer) from agenda_items b
                  where b."caseId" = i."caseId" and b.id < i.id and b."adjournedAt" is not null) as "carriedOver",
                 ${limitedColumn(sql`i."caseId"`)},
                 ${withSeniorsColumn},
                 ${caseColumns},
                 (select l."meetingId" from agenda_items l
                  where l."caseId" = i."caseId" order by l.id desc limit 1) as "latestMeetingId"
          from agenda_items i join cases c on c.id = i."caseId" join children k on k.id = c."childId"
          where i."meetingId" = ${meetingId} and not exists (
            select 1 from agenda_items s
            where s."caseId" = i."caseId" and s.id > i.id and s."meetingId" = i."meetingId")
          order by i.position`,
  );
  return found.map((item) => Object.assign(item, { reader }));
}

export type CurrentItem = { id: string; meetingId: string; adjournedAt: string | null };

/** The latest item of a case on any agenda: the one that counts. */
export const currentItem = (source: Source, caseId: string): Promise<CurrentItem | null> =>
  row<CurrentItem>(
    source,
    sql`select i.id, i."meetingId", i."adjournedAt" from agenda_items i
        where i."caseId" = ${caseId} order by i.id desc limit 1`,
  );
