import sql from 'sql-template-tag';
import type { ProsecutorResult } from '../policy/prosecutor.js';

/** What the prosecutor answered last of what ends a referral: the day it came, and when it was recorded. */
export type LastAdvice = {
  readonly advised: ProsecutorResult | null;
  readonly advisedOn: string | null;
  readonly advisedAt: string | null;
};

export const adviceColumns = sql`av.result as "advised", av."receivedOn" as "advisedOn", av."recordedAt" as "advisedAt"`;

/** Of the case `c`, as `av`. */
export const lastAdvice = sql`left join prosecutor_answers av on av.id = (
  select max(aa.id) from prosecutor_answers aa where aa."caseId" = c.id and aa.ends = 1)`;
