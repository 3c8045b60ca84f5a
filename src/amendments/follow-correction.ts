import sql from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import { reopenForGiven } from '../cases/reopen-for-child.js';
import { conditionIn, correctCondition } from '../outcomes/correct-condition.js';
import { outcomeFacts } from '../outcomes/outcome-facts.js';
import type { RecordKind } from '../policy/amendments.js';
import { dutiesAfter } from '../policy/duties.js';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';

/** What was corrected in an outcome is corrected where it is carried out, and where its day stands. */
export async function followCorrection(
  work: Work,
  found: CaseFound,
  { kind, field, before, after }: { kind: RecordKind; field: string; before: string; after: string },
): Promise<void> {
  if (kind !== 'OUTCOME') return;
  const condition = conditionIn(field);
  if (condition) await correctCondition(work, found, { ...condition, before, after });
  if (field === 'givenOn') await moveDay(work, found, after);
}

/** The day of an outcome is also the day of an earlier disposal of the child, and its duties are due by it. */
async function moveDay(work: Work, found: CaseFound, after: string): Promise<void> {
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
