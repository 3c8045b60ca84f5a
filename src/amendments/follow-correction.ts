import sql from 'sql-template-tag';
import { IsNull } from 'typeorm';
import type { CaseFound } from '../cases/find-case.js';
import { reopenForGiven } from '../cases/reopen-for-child.js';
import { conditionIn, correctCondition } from '../outcomes/correct-condition.js';
import { outcomeFacts } from '../outcomes/outcome-facts.js';
import { Duty } from '../outcomes/outcome.entity.js';
import type { RecordKind } from '../policy/amendments.js';
import { dutiesAfter, type DutyFacts } from '../policy/duties.js';
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
  if (field === 'givenOn') await moveDay(work, found, { before, after });
}

type Moved = { readonly before: string; readonly after: string };

/** The day of an outcome is also the day of an earlier disposal of the child, and its duties are due by it. */
async function moveDay(work: Work, found: CaseFound, { before, after }: Moved): Promise<void> {
  const { tx, today } = work;
  await rows(
    tx,
    sql`update earlier_disposals set "givenOn" = ${after} where "caseId" = ${found.id} and "setAside" is null`,
  );
  const { duties } = await outcomeFacts(tx, found, { givenOn: after }, today);
  for (const duty of await tx.findBy(Duty, { caseId: found.id, doneOn: IsNull() })) {
    const dueOn = movedDay(duty, duties, { before, after });
    if (dueOn !== null) await tx.update(Duty, { id: duty.id }, { dueOn });
  }
  await reopenForGiven(work, found);
}

/**
 * The day of a duty that ran from the day before; null of any other, as where a victim asked to be told later. Who is harmed
 * may have changed since the duty was opened, so that it is known by its day with which rights it was.
 */
function movedDay({ code, dueOn }: Duty, facts: DutyFacts, { before, after }: Moved): string | null {
  const dayBy = (givenOn: string, enhancedRights: boolean): string | null => {
    const owed = dutiesAfter({ ...facts, givenOn, enhancedRights, victims: null, victimInformedOn: null });
    return owed.find((one) => one.code === code)?.dueOn ?? null;
  };
  const rights = [true, false].find((enhanced) => dueOn !== null && dayBy(before, enhanced) === dueOn);
  return rights === undefined ? null : dayBy(after, rights);
}
