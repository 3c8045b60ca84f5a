import sql from 'sql-template-tag';
import { row, type Source } from '../platform/database/read.js';
import type { FieldError } from '../platform/errors.js';
import { faultsInOrder } from './faults-in-order.js';

/** The day of the first offence of a case; null where none is known. `source` is `read.source`, or the `tx` of a unit. */
export async function firstOffenceOn(source: Source, caseId: string): Promise<string | null> {
  const first = await row<{ offenceOn: string | null }>(
    source,
    sql`select min(o.date) as "offenceOn" from offences o where o."caseId" = ${caseId}`,
  );
  return first?.offenceOn ?? null;
}

/** Days on which somebody was heard, or on which that was tried, by the field in which each was entered. */
export type HeardDays = Readonly<Record<string, string | undefined>>;

/** The faults of days before the first offence of the case: nobody was heard of it, or asked, before it. */
export async function heardTooEarly(source: Source, caseId: string, days: HeardDays): Promise<FieldError[]> {
  const offenceOn = await firstOffenceOn(source, caseId);
  return Object.entries(days).flatMap(([field, heardOn]) => faultsInOrder({ offenceOn, heardOn }, { heardOn: field }));
}

/** The days of attempts as they were sent with what came of them. */
export const attemptDays = (attempts: readonly { readonly on: string }[] = []): HeardDays =>
  Object.fromEntries(attempts.map(({ on }, index) => [`attempts[${index}].on`, on]));
