import sql, { type Sql } from 'sql-template-tag';
import { rows, type Source } from '../platform/database/read.js';
import type { Judgement } from './judgement.entity.js';

/** A judgement as somebody gave it. */
export type JudgementGiven = Omit<Judgement, 'id' | 'caseId'> & { readonly recordedByName: string | null };

/** A judgement as it stands, and every earlier one, newest first. */
export type JudgementFound = JudgementGiven & { readonly earlier: readonly JudgementGiven[] };

const givenIn = (table: Sql, caseId: string): Sql => sql`
  select j.judgement, j.level, j.reasoning, j.who, j.what, j."when", j.controls, j.contingency, j.version,
         j."recordedBy", p.name as "recordedByName", j."recordedAt"
  from ${table} j left join people p on p.id = j."recordedBy" where j."caseId" = ${caseId}`;

/** What stands in each judgement of a case that was given at all; one statement. */
export async function judgementsFound(source: Source, caseId: string): Promise<JudgementFound[]> {
  const all = await rows<JudgementGiven>(
    source,
    sql`${givenIn(sql`judgements`, caseId)} union all ${givenIn(sql`earlier_judgements`, caseId)}`,
  );
  const given = all.toSorted((one, other) => other.version - one.version);
  const latest = new Map(given.toReversed().map((one) => [one.judgement, one]));
  return [...latest.values()].map((one) => ({
    ...one,
    earlier: given.filter(({ judgement, version }) => judgement === one.judgement && version < one.version),
  }));
}
