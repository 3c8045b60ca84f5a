import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { visibleCases } from '../cases/visible-cases.js';
import type { AdjournReason, CaseState } from '../policy/lifecycle.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import type { DisposalBook } from '../policy/disposal-book.js';
import type { Actor } from '../platform/actor.js';
import { Clock, dayOf } from '../platform/clock.js';
import { fromJson, Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { Views } from '../platform/trail/views.js';
import { holdsFor } from '../panels/around-meeting.queries.js';
import { meetingSubject, visibleMeetings } from '../panels/find-meeting.js';
import { isStanding } from '../panels/meetings.queries.js';

export type MeetingToObserve = {
  readonly id: string;
  readonly panelAreaId: string;
  readonly panelArea: string;
  readonly startsAt: string;
  readonly fromAt: string;
  readonly untilAt: string;
  readonly cancelledAt: string | null;
};

/** What of a case leads to nobody: no id, no name, no day, nothing that was written. */
export type CaseObserved = {
  readonly dateOfBirth: string;
  readonly state: CaseState;
  readonly isStanding: boolean;
  readonly adjournReasonCode: AdjournReason | null;
  readonly offenceClasses: readonly string[];
  readonly considered: readonly string[];
  readonly recommended: string | null;
  readonly basis: string | null;
};

/** A meeting as its observer sees it, with the disposals of its day. */
export type MeetingObserved = {
  readonly meeting: MeetingToObserve;
  readonly cases: readonly CaseObserved[];
  readonly book: DisposalBook;
};

type Row = Omit<CaseObserved, 'offenceClasses' | 'considered' | 'isStanding'> & {
  readonly latestMeetingId: string;
  readonly adjournedAt: string | null;
  readonly offenceClasses: string;
  readonly optionsConsidered: string | null;
};

/** The meetings that somebody was invited to observe, while the invitation holds; at any other time they are not there. */
@Injectable()
export class ObservedMeetings {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
    private readonly views: Views,
  ) {}

  /** Those open to an observer now. */
  open(actor: Actor): Promise<MeetingToObserve[]> {
    return this.invited(actor, sql`1 = 1`);
  }

  /** One of them with its cases; that it was looked at is on record first. */
  async observe(actor: Actor, id: string): Promise<MeetingObserved> {
    const [meeting] = await this.invited(actor, sql`m.id = ${id}`);
    if (!meeting) throw new NotFound();
    const found = await this.casesOf(actor, id);
    await this.views.looked(actor, meetingSubject(meeting), { type: 'MEETING_OBSERVED', cases: found.length });
    const cases = found.map(({ latestMeetingId, adjournedAt, offenceClasses, optionsConsidered, ...one }) => ({
      ...one,
      isStanding: isStanding({ adjournedAt, latestMeetingId }, id),
      offenceClasses: [...new Set(offenceClasses.split('\n'))],
      considered: fromJson<{ disposal: string }[]>(optionsConsidered, []).map(({ disposal }) => disposal),
    }));
    return { meeting, cases, book: await disposalBook(this.read.source, dayOf(meeting.startsAt)) };
  }

  private invited(actor: Actor, which: ReturnType<typeof sql>): Promise<MeetingToObserve[]> {
    const now = this.clock.now();
    return this.read.rows<MeetingToObserve>(
      sql`select m.id, m."panelAreaId", a.name as "panelArea", m."startsAt", min(v."fromAt") as "fromAt",
                 max(v."untilAt") as "untilAt", m."cancelledAt"
          from observer_invitations v join meetings m on m.id = v."meetingId"
          join panel_areas a on a.id = m."panelAreaId"
          where ${holdsFor(actor.personId, now)} and ${visibleMeetings(actor, 'meeting.observe')} and ${which}
          group by m.id, m."panelAreaId", a.name, m."startsAt", m."cancelledAt" order by m."startsAt", m.id`,
    );
  }

  /** In their order, those of another time of the same case left out; what this meeting recommended and nothing later. */
  private casesOf(actor: Actor, meetingId: string): Promise<Row[]> {
    return this.read.rows<Row>(
      sql`select k."dateOfBirth", c.state, i."adjournedAt", i."adjournReasonCode",
                 (select l."meetingId" from agenda_items l
                  where l."caseId" = c.id order by l.id desc limit 1) as "latestMeetingId",
                 (select string_agg(o."homeOfficeClass", ${'\n'}) from offences o where o."caseId" = c.id) as "offenceClasses",
                 r."optionsConsidered", r.disposal as "recommended", r.basis
          from agenda_items i join cases c on c.id = i."caseId" join children k on k.id = c."childId"
          left join recommendations r on r.id = (
            select max(rr.id) from standing_recommendations rr where rr."caseId" = c.id and rr."meetingId" = i."meetingId")
          where i."meetingId" = ${meetingId} and ${visibleCases(actor, 'meeting.observe')} and not exists (
            select 1 from agenda_items s
            where s."caseId" = i."caseId" and s.id > i.id and s."meetingId" = i."meetingId")
          order by i.position`,
    );
  }
}
