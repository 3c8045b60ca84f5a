import type { Work } from '../platform/unit-of-work.js';
import { Victim, VictimView } from './victim.entity.js';

/** Removes the victims of a case that is itself removed; part of a unit of work. */
export async function removeVictims({ tx }: Work, caseId: string): Promise<void> {
  await tx.delete(VictimView, { caseId });
  await tx.delete(Victim, { caseId });
}
