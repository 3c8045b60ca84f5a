import type { Work } from '../platform/unit-of-work.js';
import { childSubject } from './add-child.js';
import { EarlierDisposal } from './earlier-disposal.entity.js';

type Registered = { readonly id: string; readonly childId: string };

/** Removes a resolution that was brought in by mistake and on which nothing was built; part of a unit of work. */
export async function removeResolution({ tx, record }: Work, { id, childId }: Registered, panelAreaId: string) {
  await tx.delete(EarlierDisposal, { id });
  record(childSubject(childId, panelAreaId), { type: 'RESOLUTION_REMOVED' });
}
