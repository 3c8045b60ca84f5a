import sql, { type Sql } from 'sql-template-tag';
import { endedStatuses } from '../policy/delivery.js';
import type { Blocker } from '../policy/gate.js';
import { isOutdated, letterBlockers } from '../policy/letter-gates.js';
import { letterKindRow, type LetterKind, type Matter } from '../policy/letters.js';
import { row, type Source } from '../platform/database/read.js';

/** For each matter the row on record of which a letter is written; null while there is none. */
export type MatterIds = { readonly [One in Matter]: string | null };

/**
 * And since when what was agreed holds, since what was written of it before says what was agreed then; and whether nothing
 * of it is asked any more.
 */
export type MattersFound = MatterIds & { readonly agreedAt: string | null; readonly isOver: boolean };

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

type Found = MatterIds & Record<'variedAt' | 'correctedAt' | 'givenAt' | 'status', string | null>;

const nothing = { OUTCOME: null, AGREEMENT: null, RECOMMENDATION: null, FAILURE: null } as const;

/** The latest of each that stands. `source` is `read.source`, or the `tx` of a unit. */
export async function matterIds(source: Source, caseId: string): Promise<MattersFound> {
  const found = await row<Found>(
    source,
    sql`select o.id as "OUTCOME", case when ${isAgreed} then ${agreementId} end as "AGREEMENT",
               r.id as "RECOMMENDATION", u.id as "FAILURE", v."recordedAt" as "variedAt", y.status,
               (select max(k."correctedAt") from record_corrections k
                where k."caseId" = c.id and k."subjectId" = o.id and k.field like 'conditions.%') as "correctedAt",
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
  if (!found) return { ...nothing, agreedAt: null, isOver: false };
  const { variedAt, correctedAt, givenAt, status, ...ids } = found;
  const agreedAt = [variedAt ?? '', correctedAt ?? '', givenAt ?? ''].toSorted().at(-1) || null;
  return { ...ids, agreedAt, isOver: endedStatuses.some((ended) => ended === status) };
}

type MatterFacts = { readonly matterId: string | null } & Pick<MattersFound, 'agreedAt' | 'isOver'>;

/** What a letter of this kind is about; no row for one that is about nothing on record, or whose matter is not there. */
export function matterFacts({ agreedAt, isOver, ...ids }: MattersFound, kind: LetterKind): MatterFacts {
  const { matter } = letterKindRow(kind);
  return { matterId: matter && ids[matter], agreedAt, isOver };
}

type Drafted = { readonly kind: LetterKind; readonly aboutId: string | null; readonly writtenAt: string };

/** Why what was drafted cannot be printed or sent as it is, whoever it is for. */
export const draftBlockers = (caseId: string, ids: MattersFound, { kind, aboutId, writtenAt }: Drafted): Blocker[] =>
  letterBlockers({ caseId, kind, ...matterFacts(ids, kind), draftedOf: aboutId, draftedAt: writtenAt });

type Sent = { readonly kind: LetterKind; readonly aboutId: string | null; readonly recordedAt: string };

/** Whether what a letter that was sent is about stands no more, or changed since. */
export const isOutdatedIn = (caseId: string, ids: MattersFound, { kind, aboutId, recordedAt }: Sent): boolean =>
  isOutdated({ caseId, kind, ...matterFacts(ids, kind), draftedOf: aboutId, draftedAt: recordedAt });
