import sql from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import type { AdviceFacts } from '../policy/prosecutor-advice.js';
import { row, type Source } from '../platform/database/read.js';
import { failureColumn } from './last-advice.js';

export type Advised = AdviceFacts & { readonly advisedOn?: string | null };

/** What the prosecutor answered last of what ends a referral, and the police decision that stands. One statement. */
export async function advisedOn(source: Source, { id, state }: Pick<CaseFound, 'id' | 'state'>): Promise<Advised> {
  const found = await row<Omit<Advised, 'state'>>(
    source,
    sql`select a.result as "advised", a."receivedOn" as "advisedOn", a."recordedAt" as "advisedAt",
               d.disposal as "decided", d."decidedAt", ${failureColumn(sql`a."caseId"`)}
        from prosecutor_answers a
        left join standing_recommendations r on r.id = (
          select max(rr.id) from standing_recommendations rr where rr."caseId" = a."caseId")
        left join standing_police_decisions d on d."recommendationId" = r.id
        where a."caseId" = ${id} and a.ends = 1 order by a.id desc limit 1`,
  );
  return { ...found, state };
}
