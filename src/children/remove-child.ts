import type { Work } from '../platform/unit-of-work.js';
import { childSubject } from './add-child.js';
import { Child, ChildEthnicity, ChildSearchName } from './child.entity.js';

/** Removes the record of a child who was brought in by mistake and of whom nothing else is known; part of a unit of work. */
export async function removeChild({ tx, record }: Work, id: string, panelAreaId: string): Promise<void> {
  await tx.delete(ChildEthnicity, { childId: id });
  await tx.delete(ChildSearchName, { childId: id });
  await tx.delete(Child, { id });
  record(childSubject(id, panelAreaId), { type: 'CHILD_REMOVED' });
}
