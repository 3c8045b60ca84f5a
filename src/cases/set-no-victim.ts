import sql from 'sql-template-tag';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';
import type { CaseFound } from './find-case.js';
import { caseSubject } from './visible-cases.js';

/** Says that a case has no identifiable victim, and why; or, with null, takes it back. Part of a unit of work. */
export async function setNoVictim({ tx, record }: Work, found: CaseFound, reason: string | null): Promise<void> {
  await rows(tx, sql`update cases set "noIdentifiableVictimReason" = ${reason} where id = ${found.id}`);
  if (reason !== null) record(caseSubject(found), { type: 'NO_VICTIM_RECORDED' });
}
