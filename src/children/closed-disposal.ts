import { closedDisposal } from '../policy/disposal.js';
import type { EarlierDisposal } from './earlier-disposal.entity.js';

/**
 * A disposal as its reader may know it. It always counts: a gate that left it out would let one more be given as if it were
 * the first. Of one that is closed to the reader (`isPastClosed`) its kind and its day are told and nothing else.
 */
export function asKnown<One extends Partial<EarlierDisposal> & { readonly panelArea?: string | null }>({
  isClosed,
  ...disposal
}: One & { readonly isClosed: number }): Omit<One, 'isClosed'> & { readonly isClosed?: true } {
  return isClosed === 0 ? disposal : withHidden(disposal, hidden);
}

const hidden = {
  ...{ childId: '', offence: closedDisposal, source: '', completed: 'NOT_KNOWN', caseId: null, panelAreaId: null },
  ...{ panelArea: null, officer: null, recordedBy: '', recordedAt: '' },
} as const;

/** Something of a case that is closed to its reader, with what hides its particulars in place of those that are there. */
export const withHidden = <One extends object>(one: One, instead: object): One & { readonly isClosed: true } => ({
  ...one,
  ...Object.fromEntries(Object.entries(instead).filter(([key]) => key in one)),
  isClosed: true,
});
