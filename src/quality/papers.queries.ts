import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { nameHeld } from '../disposals/disposal-book.queries.js';
import { Read } from '../platform/database/read.js';

export type Papers = {
  readonly referredOn: string;
  readonly responsibilityStance: string;
  readonly recommended: string | null;
  readonly recommendedName: string | null;
  readonly meetingDay: string | null;
  readonly decided: string | null;
  readonly decidedName: string | null;
  readonly decidedOn: string | null;
  readonly outcome: string | null;
  readonly outcomeName: string | null;
  readonly givenOn: string | null;
  readonly delivery: string | null;
  readonly offences: readonly {
    readonly date: string;
    readonly description: string;
    readonly gravityFinal: number | null;
  }[];
};

/** What an auditor needs at hand beside the questions; the rest is on the pages of the case. */
@Injectable()
export class PapersQueries {
  constructor(private readonly read: Read) {}

  async of(caseId: string): Promise<Papers | null> {
    const found = await this.read.row<Omit<Papers, 'offences'>>(
      sql`select c."referredOn", c."responsibilityStance", r.disposal as "recommended", m."meetingDay",
            d.disposal as "decided", d."decidedOn", o.disposal as "outcome", o."givenOn", v.status as "delivery",
            ${nameHeld(sql`r.disposal`, sql`m."meetingDay"`, sql`r."recordedAt"`)} as "recommendedName",
            ${nameHeld(sql`d.disposal`, sql`d."decidedOn"`, sql`d."decidedAt"`)} as "decidedName",
            ${nameHeld(sql`o.disposal`, sql`d."decidedOn"`, sql`d."decidedAt"`)} as "outcomeName"
          from cases c
          left join standing_recommendations r on r.id = (
            select max(l.id) from standing_recommendations l where l."caseId" = c.id)
          left join meetings m on m.id = r."meetingId"
          left join standing_police_decisions d on d."recommendationId" = r.id
          left join standing_outcomes o on o."caseId" = c.id
          left join deliveries v on v."caseId" = c.id
          where c.id = ${caseId}`,
    );
    if (!found) return null;
    const offences = await this.read.rows<Papers['offences'][number]>(
      sql`select o.date, o.description, o."gravityFinal" from offences o where o."caseId" = ${caseId} order by o.position`,
    );
    return { ...found, offences };
  }
}
