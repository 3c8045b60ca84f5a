import sql from 'sql-template-tag';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';
import { Case } from './case.entity.js';
import { Offence } from './offence.entity.js';
import { PreparationAuthor } from './preparation.entity.js';
import { CaseStage } from './stage.entity.js';
import { caseSubject } from './visible-cases.js';

type Unused = { readonly id: string; readonly panelAreaId: string; readonly reference: string };

/** Removes a case that was brought in by mistake and that nobody has worked on; part of a unit of work. */
export async function removeCase({ tx, record }: Work, { id, panelAreaId, reference }: Unused): Promise<void> {
  await rows(
    tx,
    sql`delete from gravity_scorings where "offenceId" in (select o.id from offences o where o."caseId" = ${id})`,
  );
  await tx.delete(Offence, { caseId: id });
  await tx.delete(PreparationAuthor, { caseId: id });
  await tx.delete(CaseStage, { caseId: id });
  await tx.delete(Case, { id });
  record(caseSubject({ id, panelAreaId }), { type: 'CASE_REMOVED', reference });
}
