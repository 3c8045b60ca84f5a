import sql from 'sql-template-tag';
import { storedEditions } from '../disposals/disposal-book.queries.js';
import { bookOn, type DisposalBook, type StoredEdition } from '../policy/disposal-book.js';
import { row, type Source } from '../platform/database/read.js';
import { beforeDecision } from '../policy/lifecycle.js';
import type { CaseFound } from './find-case.js';

/** The disposals of a day: what they are called on it, and which there are. */
export type OnDay = { readonly book: DisposalBook; readonly day: string };

/** On which day police decided, and when that was recorded. */
export type DecidedWhen = { readonly decidedOn: string | null; readonly decidedAt: string | null };

/** True where police decided: the case keeps the disposals as they were known then. */
export const isDecided = ({ state }: Pick<CaseFound, 'state'>): boolean => !beforeDecision.includes(state);

/** The disposals as they were known when police decided; where nothing was decided those of today. */
export const onDayOf = (stored: readonly StoredEdition[], decided: DecidedWhen | null, today: string): OnDay => {
  const day = decided?.decidedOn ?? today;
  return { book: bookOn(stored, day, decided?.decidedAt ?? undefined), day };
};

/** The same of a case: one statement, and one more where it was decided. */
export async function disposalsOfCase(source: Source, found: CaseFound, today: string): Promise<OnDay> {
  const decided = isDecided(found) ? await decidedWhen(source, found.id) : null;
  return onDayOf(await storedEditions(source), decided, today);
}

const decidedWhen = (source: Source, caseId: string): Promise<DecidedWhen | null> =>
  row<DecidedWhen>(
    source,
    sql`select d."decidedOn", d."decidedAt" from standing_police_decisions d where d."recommendationId" = (
          select max(r.id) from standing_recommendations r where r."caseId" = ${caseId})`,
  );
