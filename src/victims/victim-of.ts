import type { EntityManager } from 'typeorm';
import { faultIf, type FieldError, NotFound } from '../platform/errors.js';
import { PersonHarmed, Victim } from './victim.entity.js';

/** The victim that an address names, of the case that it names. */
export async function victimOf(tx: EntityManager, caseId: string, id: string): Promise<Victim> {
  const victim = await tx.findOneBy(Victim, { id, caseId });
  if (!victim) throw new NotFound();
  return victim;
}

/** Said of a field by which something would be recorded for somebody who took their agreement back; nothing of others. */
export async function takenBack(tx: EntityManager, harmedId: string, field: string): Promise<FieldError[]> {
  const isWithdrawn = await tx.existsBy(PersonHarmed, { id: harmedId, consent: 'WITHDRAWN' });
  const message = 'They took their agreement back: record what they say now on the page of the agreement first';
  return faultIf(isWithdrawn, field, message);
}

/** Said of a day that is still to come. */
export const inFuture = 'The day cannot be in the future';
export const isAfter = (day: string | undefined, today: string): boolean => day !== undefined && day > today;
