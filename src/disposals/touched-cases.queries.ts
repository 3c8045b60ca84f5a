import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { openTo } from '../access/open-cases.js';
import { beforeOutcome, type CaseState } from '../policy/lifecycle.js';
import { Read } from '../platform/database/read.js';

/** How many open cases of a panel area stand where a disposal can still be chosen or given; no case is named. */
export type Touched = {
  readonly panelArea: string;
  readonly state: CaseState;
  /** Open cases at this point. */
  readonly cases: number;
  /** Of these, where it is what the panel recommended (RECOMMENDED) or police decided (DECIDED). */
  readonly withIt: number;
};

/** Nobody is named on a case by nobody: restricted ones are not among the numbers. */
export const nobody = { personId: '' };

/** What a change of a disposal touches. Whoever administers disposals sees no case: these are numbers of cases alone. */
@Injectable()
export class TouchedCases {
  constructor(private readonly read: Read) {}

  of(code: string): Promise<Touched[]> {
    return this.read.rows(
      sql`select a.name as "panelArea", c.state, cast(count(*) as integer) as cases,
                 cast(sum(case when c.state = 'RECOMMENDED' and r.disposal = ${code} then 1
                               when c.state = 'DECIDED' and d.disposal = ${code} then 1 else 0 end) as integer)
                   as "withIt"
          from cases c join panel_areas a on a.id = c."panelAreaId"
          left join standing_recommendations r on c.state in ('RECOMMENDED', 'DECIDED') and r.id = (
            select max(rr.id) from standing_recommendations rr where rr."caseId" = c.id)
          left join standing_police_decisions d on d."recommendationId" = r.id
          where c.state in (${join([...beforeOutcome])}) and ${openTo(nobody)}
          group by a.name, c.state order by a.name, c.state`,
    );
  }
}
