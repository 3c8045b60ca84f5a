import sql, { type Sql } from 'sql-template-tag';
import { isOpenTo, type Reader } from '../access/open-cases.js';
import { closedDisposal } from '../policy/disposal.js';
import type { EarlierDisposal } from './earlier-disposal.entity.js';

/** Whether the case that gave the disposal `d` is closed to the reader; no case is closed where the service itself asks (null). */
export const closedColumn = (reader: Reader | null): Sql =>
  reader ? sql`case when ${isOpenTo(reader, sql`d."caseId"`)} then 0 else 1 end as "isClosed"` : sql`0 as "isClosed"`;

/**
 * A disposal as its reader may know it. It always counts: a gate that left it out would let one more be given as if it were
 * the first. Of one that a case closed to the reader gave, its kind and its day are told and nothing else.
 */
export function asKnown<One extends Partial<EarlierDisposal> & { readonly panelArea?: string | null }>({
  isClosed,
  ...disposal
}: One & { readonly isClosed: number }): Omit<One, 'isClosed'> & { readonly isClosed?: true } {
  return isClosed === 0 ? disposal : { ...disposal, ...hiddenOf(disposal) };
}

const hidden = {
  ...{ childId: '', offence: closedDisposal, source: '', completed: 'NOT_KNOWN', caseId: null, panelAreaId: null },
  ...{ panelArea: null, officer: null, recordedBy: '', recordedAt: '' },
} as const;

/** What stands in place of the particulars that are there. */
function hiddenOf(disposal: object): object {
  const told = Object.entries(hidden).filter(([key]) => key in disposal);
  return { ...Object.fromEntries(told), isClosed: true };
}
