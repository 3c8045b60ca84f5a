import sql, { join, raw, type Sql } from 'sql-template-tag';
import { endedStatuses } from '../policy/delivery.js';
import { undecidedDuty } from '../policy/duties.js';
import type { Blocker } from '../policy/gate.js';
import { isOutdated, letterBlockers, type Told, toldIn } from '../policy/letter-gates.js';
import { letterKindRow, type LetterKind, type Matter, matterCodes } from '../policy/letters.js';
import { beforeMeeting } from '../policy/lifecycle.js';
import { row, type Source } from '../platform/database/read.js';

/** The row on record of which a letter is written, and when it changed last; null while there is none. */
type MatterFound = { readonly id: string | null; readonly changedAt: string | null };

/**
 * Every matter of a case, and what else its letters tell of: the meeting, and of one victim the offer; and whether nothing of
 * what was agreed is asked any more, and since when.
 */
export type MattersFound = { readonly [One in Matter]: MatterFound } & {
  readonly [One in Exclude<Told, Matter>]: Pick<MatterFound, 'changedAt'>;
} & {
  readonly isOver: boolean;
  readonly endedAt: string | null;
};

/**
 * Something was agreed with the child: a condition, as it stands in the delivery; in the outcome while nothing is planned.
 * `y` is the delivery and `o` the outcome.
 */
export const isAgreed: Sql = sql`case when y."caseId" is null then coalesce(o.conditions, '[]') <> '[]'
  else y.actions like '%"object":"%' end`;

/** As `v` the latest variation of what was agreed under the decision `d` of a case `c`. */
export const latestVariation: Sql = sql`left join delivery_variations v on v.id = (
  select max(vv.id) from delivery_variations vv where vv."caseId" = c.id and vv."decisionId" = d.id)`;

/** When an outcome was recorded with which something was agreed. */
const givenAt: Sql = sql`case when coalesce(o.conditions, '[]') <> '[]' then o."recordedAt" end`;

/** The row by which what was agreed holds. */
export const agreementId: Sql = sql`coalesce(v.id, d.id)`;

/** When a record was corrected last, in the fields of `which`. */
export const correctedAt = (id: Sql, which: Sql = sql``): Sql =>
  sql`(select max(k."correctedAt") from record_corrections k where k."subjectId" = ${id} ${which})`;

/** The latest of several instants, of which each may be null. */
export const latestOf = (...instants: readonly Sql[]): Sql =>
  sql`(select max(t.at) from (${join(
    instants.map((instant) => sql`select ${instant} as at`),
    ' union all ',
  )}) t)`;

export const isOfCondition = sql`k.field like 'conditions.%'`;
/** What letters tell of an outcome beside its conditions. */
export const isTold = sql`k.field in ('givenOn', 'givenBy', 'place')`;

/** Of the latest that stand: their rows, and when each changed last. A condition is told of as what was agreed. */
export const matterRows: Readonly<Record<Matter, { readonly id: Sql; readonly changedAt: Sql }>> = {
  OUTCOME: {
    id: sql`o.id`,
    changedAt: latestOf(sql`o."recordedAt"`, correctedAt(sql`o.id`, sql`and ${isTold}`)),
  },
  AGREEMENT: {
    id: sql`case when ${isAgreed} then ${agreementId} end`,
    changedAt: latestOf(
      sql`v."recordedAt"`,
      sql`y."agreedAt"`,
      givenAt,
      correctedAt(sql`o.id`, sql`and ${isOfCondition}`),
    ),
  },
  RECOMMENDATION: { id: sql`r.id`, changedAt: latestOf(sql`r."recordedAt"`, correctedAt(sql`r.id`)) },
  FAILURE: { id: sql`u.id`, changedAt: sql`y."endRecordedAt"` },
};

/** Until the panel has met: when the case was taken from a meeting last, or a meeting of its own moved or cancelled. */
const meetingAt: Sql = sql`case when c.state in (${join([...beforeMeeting])}) then ${latestOf(
  sql`(select max(s."leftAt") from case_stages s
       where s."caseId" = c.id and s.subject = 'CASE' and s.stage = 'LISTED')`,
  sql`(select max(h."changedAt") from agenda_items g join meeting_changes h on h."meetingId" = g."meetingId"
       where g."caseId" = c.id and g."adjournedAt" is null)`,
)} end`;

type Row = Readonly<Record<Matter | `${Told}_AT` | 'status' | 'endedAt', string | null>>;

const columns = join(
  matterCodes.flatMap((matter) => {
    const { id, changedAt } = matterRows[matter];
    return [sql`${id} as ${raw(`"${matter}"`)}`, sql`${changedAt} as ${raw(`"${matter}_AT"`)}`];
  }),
);

/**
 * Of each the latest that stands; of the offer, for letters to one victim. `source` is `read.source`, or the `tx` of a unit.
 */
export async function mattersOf(source: Source, caseId: string, victimId: string | null = null): Promise<MattersFound> {
  const found = await row<Row>(
    source,
    sql`select ${columns}, ${meetingAt} as "MEETING_AT",
               (select f."wayChangedAt" from victim_offers f
                where f."victimId" = ${victimId} and f."caseId" = c.id) as "OFFER_AT", y.status, case when ${isAgreed} then y."endRecordedAt" end as "endedAt"
        from cases c
        left join standing_outcomes o on o.id = (select max(oo.id) from standing_outcomes oo where oo."caseId" = c.id)
        left join standing_police_decisions d on d.id = (
          select max(dd.id) from standing_police_decisions dd where dd."caseId" = c.id)
        left join standing_recommendations r on r.id = (
          select max(rr.id) from standing_recommendations rr where rr."caseId" = c.id)
        left join deliveries y on y."caseId" = c.id
        left join duties u on u."caseId" = c.id and u.code = ${undecidedDuty}
        ${latestVariation}
        where c.id = ${caseId}`,
  );
  const matter = (one: Matter) => ({ id: found?.[one] ?? null, changedAt: found?.[`${one}_AT`] ?? null });
  return {
    ...{ OUTCOME: matter('OUTCOME'), AGREEMENT: matter('AGREEMENT') },
    ...{ RECOMMENDATION: matter('RECOMMENDATION'), FAILURE: matter('FAILURE') },
    ...{ MEETING: { changedAt: found?.MEETING_AT ?? null }, OFFER: { changedAt: found?.OFFER_AT ?? null } },
    ...{ isOver: endedStatuses.some((ended) => ended === found?.status), endedAt: found?.endedAt ?? null },
  };
}

export type MatterFacts = {
  readonly matterId: string | null;
  readonly changedAt: string | null;
} & Pick<MattersFound, 'isOver' | 'endedAt'>;

/** What a letter of this kind is about; no row for one that is about nothing on record, or whose matter is not there. */
export function matterFacts(found: MattersFound, kind: LetterKind): MatterFacts {
  const { matter } = letterKindRow(kind);
  const changes = toldIn(kind).flatMap((told) => found[told].changedAt ?? []);
  return {
    ...{ matterId: matter && found[matter].id, changedAt: changes.toSorted().at(-1) ?? null },
    ...{ isOver: found.isOver, endedAt: found.endedAt },
  };
}

type Drafted = { readonly kind: LetterKind; readonly aboutId: string | null; readonly writtenAt: string };

/** Why what was drafted cannot be printed or sent as it is, whoever it is for. */
export const draftBlockers = (
  caseId: string,
  matters: MattersFound,
  { kind, aboutId, writtenAt }: Drafted,
): Blocker[] =>
  letterBlockers({ caseId, kind, ...matterFacts(matters, kind), draftedOf: aboutId, draftedAt: writtenAt });

type Sent = { readonly kind: LetterKind; readonly aboutId: string | null; readonly recordedAt: string };

/** Whether what a letter that was sent is about stands no more, or changed since. */
export const isOutdatedIn = (caseId: string, matters: MattersFound, { kind, aboutId, recordedAt }: Sent): boolean =>
  isOutdated({ caseId, kind, ...matterFacts(matters, kind), draftedOf: aboutId, draftedAt: recordedAt });
