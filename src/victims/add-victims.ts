import sql from 'sql-template-tag';
import { row } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { caseSubject } from '../cases/visible-cases.js';
import { Victim } from './victim.entity.js';
import type { VictimInput } from './victim.input.js';

type Details = Omit<Victim, 'id' | 'caseId' | 'position' | 'version'>;

export const detailsFrom = (input: VictimInput): Details => ({
  kind: input.kind,
  name: input.name || null,
  contactDetails: input.contactDetails || null,
  statement: input.statement || null,
  consentToShare: input.consentToShare,
  consentReason: input.consentReason || null,
  sameSchoolOrHome: input.sameSchoolOrHome ?? 'NOT_KNOWN',
});

/** Adds victims to a case, after those it has; part of a unit of work. Gives their ids in order. */
export async function addVictims(
  { tx, record }: Work,
  caseId: string,
  panelAreaId: string,
  victims: readonly VictimInput[],
): Promise<string[]> {
  const last = await row<{ position: number | null }>(
    tx,
    sql`select max(v.position) as "position" from victims v where v."caseId" = ${caseId}`,
  );
  const ids: string[] = [];
  for (const input of victims) {
    const id = newId();
    ids.push(id);
    await tx.insert(Victim, {
      ...{ id, caseId, position: (last?.position ?? 0) + ids.length, version: 1 },
      ...detailsFrom(input),
    });
    record(caseSubject({ id: caseId, panelAreaId }), { type: 'VICTIM_ADDED' });
  }
  return ids;
}
