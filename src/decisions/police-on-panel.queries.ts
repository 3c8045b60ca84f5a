import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { limitedColumn } from '../access/open-cases.js';
import { visibleCases } from '../cases/visible-cases.js';
import { nameHeld } from '../disposals/disposal-book.queries.js';
import type { EscalationResult } from '../policy/escalation.js';
import type { DivergenceReason } from '../policy/divergence.js';
import type { MeetingFound } from '../panels/find-meeting.js';
import type { Actor } from '../platform/actor.js';
import { Read, row } from '../platform/database/read.js';

export type DecidedSince = {
  readonly caseId: string;
  readonly reference: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly recommended: string;
  /** What it was called then; null where nobody had changed the name. */
  readonly recommendedName: string | null;
  readonly meetingDay: string;
  readonly decided: string;
  readonly decidedName: string | null;
  readonly decidedOn: string;
  readonly divergenceCode: DivergenceReason | null;
  readonly reason: string | null;
  /** It is limited to named people, of whom whoever reads it is one: 1, or 0. */
  readonly isLimited: number;
};

export type DecidedSinceLast = {
  /** The start of the ordinary meeting before that was not cancelled, or null where this is the first. */
  readonly since: string | null;
  readonly items: readonly DecidedSince[];
  /** How seniors settled disagreements meanwhile. */
  readonly settled: readonly SettledSince[];
};

export type SettledSince = Pick<DecidedSince, 'caseId' | 'reference' | 'givenName' | 'familyName' | 'isLimited'> & {
  readonly result: EscalationResult;
  readonly disposal: string | null;
  /** What it was called then; null where nobody had changed the name. */
  readonly disposalName: string | null;
  readonly settledAt: string;
  /** What the chair said in taking note. */
  readonly note: string | null;
};

/**
 * What police decided on the panel’s recommendations between the meeting before and this one: the panel learns from it. A
 * meeting that was cancelled read nothing, and an extraordinary sitting meets for what cannot wait: neither is the one before.
 */
@Injectable()
export class PoliceOnPanelQueries {
  constructor(private readonly read: Read) {}

  /** Cases that are closed to the reader are not among them. */
  async before(actor: Actor, { panelAreaId, startsAt }: MeetingFound): Promise<DecidedSinceLast> {
    const last = await row<{ startsAt: string }>(
      this.read.source,
      sql`select m."startsAt" from meetings m
          where m."panelAreaId" = ${panelAreaId} and m."startsAt" < ${startsAt}
            and m."cancelledAt" is null and m."extraordinaryBecause" is null
          order by m."startsAt" desc limit 1`,
    );
    const since = last?.startsAt ?? '';
    const isTold = sql`c."panelAreaId" = ${panelAreaId} and ${visibleCases(actor, 'case.read')}`;
    const items = await this.read.rows<DecidedSince>(
      sql`select c.id as "caseId", c.reference, k."givenName", k."familyName", r.disposal as "recommended",
                 m."meetingDay", d.disposal as "decided", d."decidedOn", w."divergenceCode", w.reason,
                 ${limitedColumn(sql`c.id`)},
                 ${nameHeld(sql`r.disposal`, sql`m."meetingDay"`, sql`r."recordedAt"`)} as "recommendedName",
                 ${nameHeld(sql`d.disposal`, sql`d."decidedOn"`, sql`d."decidedAt"`)} as "decidedName"
          from cases c join children k on k.id = c."childId"
          join standing_police_decisions d on d."caseId" = c.id join police_decisions w on w.id = d.id
          join recommendations r on r.id = d."recommendationId" join meetings m on m.id = r."meetingId"
          where ${isTold} and d."decidedAt" > ${since} and d."decidedAt" <= ${startsAt}
          order by d."decidedAt", d.id`,
    );
    const settled = await this.read.rows<SettledSince>(
      sql`select c.id as "caseId", c.reference, k."givenName", k."familyName", r.result, r.disposal, r."settledAt", r.note,
                 ${limitedColumn(sql`c.id`)},
                 ${nameHeld(sql`r.disposal`, sql`substr(r."settledAt", 1, 10)`, sql`r."settledAt"`)} as "disposalName"
          from cases c join children k on k.id = c."childId" join escalation_results r on r."caseId" = c.id
          where ${isTold} and r."settledAt" > ${since} and r."settledAt" <= ${startsAt}
          order by r."settledAt", r."escalationId"`,
    );
    return { since: last?.startsAt ?? null, items, settled };
  }
}
