import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { type Actor, areasWhere } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';

export type CoverFound = {
  readonly id: string;
  readonly panelAreaId: string;
  readonly personId: string;
  readonly personName: string;
  readonly coveredBy: string;
  readonly coveredByName: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly reason: string;
};

/** Of the case `c`: whoever is named in a column is the actor, or somebody whom the actor covers on a day. */
export const ownCases = (column: Sql, { personId }: Actor, day: string): Sql => sql`${column} in (
  select ${personId} union all
  select v."personId" from covers v where v."coveredBy" = ${personId} and v."panelAreaId" = c."panelAreaId"
    and v."fromDay" <= ${day} and v."toDay" >= ${day})`;

const MOST = 100;

@Injectable()
export class CoverQueries {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  /** Covers of today and to come, in the areas whose cases the actor manages. */
  async covers(actor: Actor): Promise<CoverFound[]> {
    const areas = areasWhere(actor, 'case.manage');
    if (areas.length === 0) return [];
    return this.read.rows<CoverFound>(
      sql`select v.id, v."panelAreaId", v."personId", p.name as "personName", v."coveredBy", q.name as "coveredByName",
                 v."fromDay", v."toDay", v.reason
          from covers v join people p on p.id = v."personId" join people q on q.id = v."coveredBy"
          where v."panelAreaId" in (${join(areas)}) and v."toDay" >= ${this.clock.today()}
          order by v."toDay", v.id limit ${MOST}`,
    );
  }
}
