import type { EntityManager } from 'typeorm';
import { NotFound } from '../platform/errors.js';
import { Victim } from './victim.entity.js';

/** The victim that an address names, of the case that it names. */
export async function victimOf(tx: EntityManager, caseId: string, id: string): Promise<Victim> {
  const victim = await tx.findOneBy(Victim, { id, caseId });
  if (!victim) throw new NotFound();
  return victim;
}

/** Said of a day that is still to come. */
export const inFuture = 'The day cannot be in the future';
export const isAfter = (day: string | undefined, today: string): boolean => day !== undefined && day > today;
