import sql from 'sql-template-tag';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';
import { VictimOffer, VictimSafety, VictimSafetyAction, VictimTelling } from './victim-care.entity.js';
import { Victim, VictimView } from './victim.entity.js';

/** Removes the victims of a case that is itself removed before anybody was told anything, and the records of people who are in no other case. */
export async function removeVictims({ tx }: Work, caseId: string): Promise<void> {
  const victims = await tx.findBy(Victim, { caseId });
  const parts = [VictimView, VictimSafety, VictimSafetyAction, VictimOffer, VictimTelling];
  for (const part of parts) await tx.delete(part, { caseId });
  await tx.delete(Victim, { caseId });
  for (const { harmedId } of victims) {
    await rows(
      tx,
      sql`delete from victim_needs where "harmedId" = ${harmedId}
          and not exists (select 1 from victims v where v."harmedId" = victim_needs."harmedId")`,
    );
    await rows(
      tx,
      sql`delete from people_harmed where id = ${harmedId}
          and not exists (select 1 from victims v where v."harmedId" = people_harmed.id)`,
    );
  }
}
