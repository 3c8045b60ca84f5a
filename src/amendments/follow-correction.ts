import sql from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import { reopenForGiven } from '../cases/reopen-for-child.js';
import { outcomeFacts } from '../outcomes/outcome-facts.js';
import type { RecordKind } from '../policy/amendments.js';
import { dutiesAfter } from '../policy/duties.js';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';

/** The day of an outcome is also the day of an earlier disposal of the child, and its duties are due by it. */
export async function followCorrection(
  work: Work,
  found: CaseFound,
  { kind, field, after }: { kind: RecordKind; field: string; after: string },
): Promise<void> {
  if (kind !== 'OUTCOME' || field !== 'givenOn') return;
  const { tx, today } = work;
  await rows(
    tx,
    sql`update earlier_disposals set "givenOn" = ${after} where "caseId" = ${found.id} and "setAside" is null`,
  );
  const { duties } = await outcomeFacts(tx, found, { givenOn: after }, today);
  for (const { code, dueOn } of dutiesAfter({ ...duties, givenOn: after })) {
    await rows(
      tx,
      sql`update duties set "dueOn" = ${dueOn} where "caseId" = ${found.id} and code = ${code} and "doneOn" is null`,
    );
  }
  await reopenForGiven(work, found);
}
