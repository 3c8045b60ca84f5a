import sql, { type Sql } from 'sql-template-tag';
import { undecidedDuty } from '../policy/duties.js';
import type { ProsecutorResult } from '../policy/prosecutor.js';

/** What the prosecutor answered last of what ends a referral: the day it came, and when it was recorded. */
export type LastAdvice = {
  readonly advised: ProsecutorResult | null;
  readonly advisedOn: string | null;
  readonly advisedAt: string | null;
  /** Conditions were not kept, and police were asked what follows: 1, or 0. */
  readonly failureAsked: number;
};

/** Conditions of a case were not kept, and police were asked what follows. */
export const isFailureAsked = (caseId: Sql): Sql => sql`exists (
  select 1 from duties fd where fd."caseId" = ${caseId} and fd.code = ${undecidedDuty})`;
export const failureColumn = (caseId: Sql): Sql =>
  sql`case when ${isFailureAsked(caseId)} then 1 else 0 end as "failureAsked"`;

/** Of the case `c`, with `lastAdvice`. */
export const adviceColumns = sql`av.result as "advised", av."receivedOn" as "advisedOn", av."recordedAt" as "advisedAt",
  ${failureColumn(sql`c.id`)}`;

/** Of the case `c`, as `av`. */
export const lastAdvice = sql`left join prosecutor_answers av on av.id = (
  select max(aa.id) from prosecutor_answers aa where aa."caseId" = c.id and aa.ends = 1)`;
