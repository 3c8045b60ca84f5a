import type { CaseFound } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { RecordUndoing } from '../decisions/amendment.entity.js';
import { restoreDelivery } from '../outcomes/set-delivery-aside.js';
import { setOutcomeAside } from '../outcomes/set-outcome-aside.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import type { DecisionRecord } from './decision-records.js';

/** Takes a record back: it stays to be read and never counts, nor does what followed from it. Part of a unit of work. */
export async function undoRecord(
  work: Work,
  found: CaseFound,
  { id: subjectId, kind }: Pick<DecisionRecord, 'id' | 'kind'>,
  note: string | null,
): Promise<void> {
  const { tx, actor, now } = work;
  const undone = { id: newId(), caseId: found.id, record: kind, subjectId, note };
  await tx.insert(RecordUndoing, { ...undone, undoneBy: actor.personId, undoneAt: now });
  if (kind === 'OUTCOME') {
    await setOutcomeAside(work, found, 'UNDONE');
    await restoreDelivery(work, found, subjectId);
  }
  work.record(caseSubject(found), { type: 'RECORD_UNDONE', kind });
}
