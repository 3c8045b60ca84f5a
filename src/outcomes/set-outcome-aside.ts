import sql, { join } from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import { keepDuties } from '../cases/keep-duties.js';
import { reopenForGiven } from '../cases/reopen-for-child.js';
import { reviewDuties } from '../policy/duties.js';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';
import { tellAnew } from '../victims/tell-anew.js';

/**
 * An outcome that no longer counts is no earlier disposal of the child, its duties end with it, and who was told of it is to
 * be told of the next; all of it stays on record. Part of a unit of work, which says what happened.
 */
export async function setOutcomeAside(
  work: Work,
  { id, identityId }: CaseFound,
  because: 'UNDONE' | 'SUPERSEDED',
): Promise<void> {
  const fallen = await rows<{ id: string }>(
    work.tx,
    sql`update earlier_disposals set "setAside" = ${because}
        where "caseId" = ${id} and "setAside" is null returning id`,
  );
  await keepDuties(work, id, sql`code not in (${join([...reviewDuties])})`);
  await tellAnew(work, id);
  if (fallen.length > 0) await reopenForGiven(work, { identityId });
}
