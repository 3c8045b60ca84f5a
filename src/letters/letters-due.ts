import sql, { join, type Sql } from 'sql-template-tag';
import { undecidedDuty } from '../policy/duties.js';
import { caseLetterKinds, letterKindRow, type Matter } from '../policy/letters.js';
import { afterDecision } from '../policy/lifecycle.js';
import {
  agreementId,
  correctedAt,
  isAgreed,
  isOfCondition,
  isTold,
  latestOf,
  latestVariation,
  matterRows,
} from './matters.queries.js';

/** The kinds of a matter, each a row of `one`. */
const kindsOf = (matter: Matter): Sql =>
  join(
    caseLetterKinds.filter((kind) => letterKindRow(kind).matter === matter).map((kind) => sql`select ${kind} as kind`),
    ' union all ',
  );

/** Not sent of this matter since it changed; and nobody writes to a carer where there is none. */
const isUnsent = (aboutId: Sql, changedAt: Sql): Sql => sql`
  not exists (select 1 from letters l where l."caseId" = c.id and l.kind = one.kind and l."aboutId" = ${aboutId}
    and l."recordedAt" >= coalesce(${changedAt}, ''))
  and (one.kind not like 'CARER%' or not exists (
    select 1 from voices v where v."caseId" = c.id and v.who = 'CARER' and v.status = 'NO_CARER'))`;

const { AGREEMENT, RECOMMENDATION, FAILURE } = matterRows;

/** When an outcome was corrected last in whatever its letters tell of it, and when it, or the end of its delivery, changed. */
const outcomeCorrectedAt = correctedAt(sql`o.id`, sql`and (${isTold} or ${isOfCondition})`);
const outcomeAt = latestOf(sql`o."recordedAt"`, outcomeCorrectedAt);
const failedAt = latestOf(FAILURE.changedAt, outcomeCorrectedAt);

/** As `o` the outcome of a case `c` that counts. */
const standingOutcome = sql`standing_outcomes o on o.id = (
  select max(oo.id) from standing_outcomes oo where oo."caseId" = c.id)`;

/**
 * The letters of cases (as `c`, within `scope`) that are due: their matter is on record, and none of it was sent since it
 * changed.
 * Columns caseId, kind and since. Whoever reads it sets order and limit.
 */
export const lettersDue = (scope: Sql): Sql => sql`(
  select c.id as "caseId", one.kind, ${outcomeAt} as "since"
  from cases c join ${standingOutcome}
  cross join (${kindsOf('OUTCOME')}) one
  where ${scope} and ${isUnsent(sql`o.id`, outcomeAt)}
  union all
  select c.id, one.kind, cast(coalesce(${AGREEMENT.changedAt}, d."decidedAt") as text)
  from cases c join standing_police_decisions d on d.id = (
    select max(dd.id) from standing_police_decisions dd where dd."caseId" = c.id)
  left join deliveries y on y."caseId" = c.id
  ${latestVariation}
  left join ${standingOutcome}
  cross join (${kindsOf('AGREEMENT')}) one
  where ${scope} and c.state in (${join([...afterDecision, 'CLOSED'])}) and ${isAgreed}
    and coalesce(y.status, 'PLANNED') in ('PLANNED', 'UNDER_WAY') and ${isUnsent(agreementId, AGREEMENT.changedAt)}
  union all
  select c.id, one.kind, ${RECOMMENDATION.changedAt}
  from cases c join standing_recommendations r on r.id = (
    select max(rr.id) from standing_recommendations rr where rr."caseId" = c.id)
  cross join (${kindsOf('RECOMMENDATION')}) one
  where ${scope} and c.state = 'RECOMMENDED' and ${isUnsent(RECOMMENDATION.id, RECOMMENDATION.changedAt)}
  union all
  select c.id, one.kind, ${failedAt}
  from cases c join duties u on u."caseId" = c.id and u.code = ${undecidedDuty} and u."doneOn" is null
  join deliveries y on y."caseId" = c.id
  left join ${standingOutcome}
  cross join (${kindsOf('FAILURE')}) one
  where ${scope} and ${isUnsent(FAILURE.id, failedAt)})`;
