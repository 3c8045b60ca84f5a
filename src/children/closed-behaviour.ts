import { withHidden } from './closed-disposal.js';

/** Said in place of what is known, where the case in which it was written down is closed to the reader. */
export const closedBehaviour = 'Written down in a case closed to you';

const hidden = {
  ...{ childId: '', caseId: null, panelAreaId: null, panelArea: null, what: `${closedBehaviour}.`, source: '' },
  ...{ sourceGrade: null, informationGrade: null, handling: null, conditions: null, because: null },
  ...{ recordedBy: '', recordedByName: '', recordedAt: '', withdrawnBy: null, withdrawnByName: null },
  withdrawnBecause: null,
} as const;

/** An item with its kind and its day and nothing else of it; what a case makes of it stays, since that is the case's own. */
export const withoutWords = <Item extends object>(item: Item): Item & { readonly isClosed: true } =>
  withHidden(item, hidden);
