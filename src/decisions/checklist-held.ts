import { forPanel, readCase } from '../assessments/reading/read-case.js';
import { clocksOfCases } from '../cases/case-clocks.queries.js';
import type { CaseShown } from '../cases/find-case.js';
import { rowIn } from '../policy/disposal-book.js';
import { disposalName } from '../policy/disposals.js';
import type { Source } from '../platform/database/read.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { checklistHeld, type ItemHeld } from './checklist-held.view.js';
import { decisionOf } from './decision-of.js';

/** What a case holds of each item of the prosecutor’s checklist, as the panel may read it. */
export async function checklistOf(source: Source, found: CaseShown, today: string): Promise<ItemHeld[]> {
  const [read, clocks, decided, book] = await Promise.all([
    readCase(source, found, today),
    clocksOfCases(source, [found], today),
    decisionOf(source, found.id),
    disposalBook(source, today),
  ]);
  return checklistHeld({
    ...{ caseId: found.id, read: forPanel(read) },
    recommended:
      decided && disposalName(decided.recommendation.disposal, rowIn(book, decided.recommendation.disposal)?.name),
    clocks: clocks.get(found.id) ?? [],
  });
}
