import sql, { join } from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import { reopenForGiven } from '../cases/reopen-for-child.js';
import { reviewDuties } from '../policy/duties.js';
import { rows } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { tellAnew } from '../victims/tell-anew.js';

type DutyRow = {
  readonly id: string;
  readonly code: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly doneBy: string | null;
  readonly note: string | null;
};

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

/** Moves duties of a case to those that are past: they are read there and asked of nobody. */
export async function keepDuties({ tx, now }: Work, caseId: string, which: ReturnType<typeof sql>): Promise<void> {
  const kept = await rows<DutyRow>(
    tx,
    sql`delete from duties where "caseId" = ${caseId} and ${which}
        returning id, code, "dueOn", "doneOn", "doneBy", note`,
  );
  for (const { code, dueOn, doneOn, doneBy, note } of kept) {
    await rows(
      tx,
      sql`insert into past_duties (id, "caseId", code, "dueOn", "doneOn", "doneBy", note, "keptAt")
          values (${newId()}, ${caseId}, ${code}, ${dueOn}, ${doneOn}, ${doneBy}, ${note}, ${now})`,
    );
  }
}
