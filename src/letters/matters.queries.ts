import sql, { type Sql } from 'sql-template-tag';
import { letterKindRow, type LetterKind, type Matter } from '../policy/letters.js';
import { row, type Source } from '../platform/database/read.js';

/** For each matter the row on record of which a letter is written; null while there is none. */
export type MatterIds = { readonly [One in Matter]: string | null };

/** Something was agreed: an action, or a condition that the child signed. `y` is the delivery and `o` the outcome. */
export const isAgreed: Sql = sql`(coalesce(y.actions, '[]') <> '[]' or coalesce(o.conditions, '[]') <> '[]')`;

/** The latest of each that stands. `source` is `read.source`, or the `tx` of a unit. */
export async function matterIds(source: Source, caseId: string): Promise<MatterIds> {
  const found = await row<MatterIds>(
    source,
    sql`select o.id as "OUTCOME", case when ${isAgreed} then d.id end as "AGREEMENT", r.id as "RECOMMENDATION"
        from cases c
        left join standing_outcomes o on o.id = (select max(oo.id) from standing_outcomes oo where oo."caseId" = c.id)
        left join standing_police_decisions d on d.id = (
          select max(dd.id) from standing_police_decisions dd where dd."caseId" = c.id)
        left join standing_recommendations r on r.id = (
          select max(rr.id) from standing_recommendations rr where rr."caseId" = c.id)
        left join deliveries y on y."caseId" = c.id
        where c.id = ${caseId}`,
  );
  return found ?? { OUTCOME: null, AGREEMENT: null, RECOMMENDATION: null };
}

/** What a letter of this kind is about; null for one that is about nothing on record, or whose matter is not there. */
export function matterOf(ids: MatterIds, kind: LetterKind): string | null {
  const { matter } = letterKindRow(kind);
  return matter && ids[matter];
}
