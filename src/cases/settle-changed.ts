import sql, { join } from 'sql-template-tag';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';
import { caseSubject } from './visible-cases.js';

/** Settles what news reopened of sections that were just written anew; part of the unit of work that wrote them. */
export async function settleChanged(
  { tx, actor, now, record }: Work,
  found: { readonly id: string; readonly panelAreaId: string },
  sections: readonly string[],
): Promise<void> {
  if (sections.length === 0) return;
  const settled = await rows<{ section: string }>(
    tx,
    sql`update reopened_sections set "settledAt" = ${now}, "settledBy" = ${actor.personId}, "settledAs" = 'CHANGED'
        where "caseId" = ${found.id} and "settledAt" is null and section in (${join([...sections])}) returning section`,
  );
  for (const section of new Set(settled.map((one) => one.section))) {
    record(caseSubject(found), { type: 'LATE_NEWS_CONSIDERED', section, settledAs: 'CHANGED' });
  }
}
