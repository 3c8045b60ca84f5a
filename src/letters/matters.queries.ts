import sql, { type Sql } from 'sql-template-tag';
import { letterKindRow, type LetterKind, type Matter } from '../policy/letters.js';
import { row, type Source } from '../platform/database/read.js';

/** For each matter the row on record of which a letter is written; null while there is none. */
export type MatterIds = { readonly [One in Matter]: string | null };

/** And since when what was agreed holds: what was written of it before says what was agreed then. */
export type MattersFound = MatterIds & { readonly agreedAt: string | null };

/**
 * Something was agreed with the child: a condition, as it stands in the delivery; in the outcome while nothing is planned.
 * `y` is the delivery and `o` the outcome.
 */
export const isAgreed: Sql = sql`case when y."caseId" is null then coalesce(o.conditions, '[]') <> '[]'
  else y.actions like '%"object":"%' end`;

/** As `v` the latest variation of what was agreed under the decision `d` of a case `c`. */
export const latestVariation: Sql = sql`left join delivery_variations v on v.id = (
  select max(vv.id) from delivery_variations vv where vv."caseId" = c.id and vv."decisionId" = d.id)`;

/** The row by which what was agreed holds. */
export const agreementId: Sql = sql`coalesce(v.id, d.id)`;

type Found = MatterIds & { readonly variedAt: string | null; readonly givenAt: string | null };

/** The latest of each that stands. `source` is `read.source`, or the `tx` of a unit. */
export async function matterIds(source: Source, caseId: string): Promise<MattersFound> {
  const found = await row<Found>(
    source,
    sql`select o.id as "OUTCOME", case when ${isAgreed} then ${agreementId} end as "AGREEMENT",
               r.id as "RECOMMENDATION", u.id as "FAILURE", v."recordedAt" as "variedAt",
               case when coalesce(o.conditions, '[]') <> '[]' then o."recordedAt" end as "givenAt"
        from cases c
        left join standing_outcomes o on o.id = (select max(oo.id) from standing_outcomes oo where oo."caseId" = c.id)
        left join standing_police_decisions d on d.id = (
          select max(dd.id) from standing_police_decisions dd where dd."caseId" = c.id)
        left join standing_recommendations r on r.id = (
          select max(rr.id) from standing_recommendations rr where rr."caseId" = c.id)
        left join deliveries y on y."caseId" = c.id
        left join duties u on u."caseId" = c.id and u.code = 'DECIDE_AFTER_FAILURE'
        ${latestVariation}
        where c.id = ${caseId}`,
  );
  if (!found) return { OUTCOME: null, AGREEMENT: null, RECOMMENDATION: null, FAILURE: null, agreedAt: null };
  const { variedAt, givenAt, ...ids } = found;
  return { ...ids, agreedAt: [variedAt ?? '', givenAt ?? ''].toSorted().at(-1) || null };
}

/** What a letter of this kind is about; null for one that is about nothing on record, or whose matter is not there. */
export function matterOf(ids: MatterIds, kind: LetterKind): string | null {
  const { matter } = letterKindRow(kind);
  return matter && ids[matter];
}
