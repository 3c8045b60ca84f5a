import sql, { join } from 'sql-template-tag';
import { calendarOf } from '../access/bank-holidays.queries.js';
import { keepDuties } from '../cases/keep-duties.js';
import { Duty } from '../outcomes/outcome.entity.js';
import { dutiesAfterReview, reviewDuties } from '../policy/duties.js';
import type { Source } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { victimsToTell, type VictimsToTell } from '../victims/victims-to-tell.js';

/** Who was harmed and is to be told, those told of the first outcome among them; not those who want to be left alone. */
export const victimsToTellOf = (source: Source, caseId: string): Promise<VictimsToTell> =>
  victimsToTell(source, caseId, true);

/** Opens the duties after a review; those of an earlier review, done or not, are kept to be read: this one says it all. */
export async function openReviewDuties(
  work: Work,
  caseId: string,
  { count, enhancedRights }: VictimsToTell,
): Promise<{ code: string; dueOn: string | null }[]> {
  const { tx, today } = work;
  await keepDuties(work, caseId, sql`code in (${join([...reviewDuties])})`);
  const owed = dutiesAfterReview(today, count, enhancedRights, await calendarOf(tx));
  const blank = { doneOn: null, doneBy: null, note: null };
  await tx.insert(
    Duty,
    owed.map((duty) => ({ id: newId(), caseId, ...duty, ...blank })),
  );
  return owed;
}
