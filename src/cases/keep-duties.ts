import sql, { type Sql } from 'sql-template-tag';
import { rows } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';

type DutyRow = {
  readonly id: string;
  readonly code: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly doneBy: string | null;
  readonly note: string | null;
};

/** Moves duties of a case to those that are past: they are read there and asked of nobody. */
export async function keepDuties({ tx, now }: Work, caseId: string, which: Sql): Promise<void> {
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
