import sql, { type Sql } from 'sql-template-tag';
import { isOpenTo, type Reader } from '../access/open-cases.js';
import { withHidden } from './closed-disposal.js';
import { isKnowable } from './known-children.js';

/** Said in place of what is known, where the case in which it was written down is closed to the reader. */
export const closedBehaviour = 'Written down in a case closed to you';

/**
 * Whether the item `b` is closed to the reader: the case in which it was written down is, or, of an item that was written
 * down before that was kept, its record; no item is closed where the service itself asks (null).
 */
export const closedItem = (reader: Reader | null): Sql =>
  reader
    ? sql`case when ${isKnowable(reader, sql`b."childId"`)} and (b."caseId" is null or ${isOpenTo(reader, sql`b."caseId"`)})
            then 0 else 1 end`
    : sql`0`;

const hidden = {
  ...{ childId: '', caseId: null, panelAreaId: null, panelArea: null, what: `${closedBehaviour}.`, source: '' },
  ...{ sourceGrade: null, informationGrade: null, handling: null, conditions: null, because: null },
  ...{ recordedBy: '', recordedByName: '', recordedAt: '', withdrawnBy: null, withdrawnByName: null },
  withdrawnBecause: null,
} as const;

/** An item with its kind and its day and nothing else of it; what a case makes of it stays, since that is the case's own. */
export const withoutWords = <Item extends object>(item: Item): Item & { readonly isClosed: true } =>
  withHidden(item, hidden);
