import sql from 'sql-template-tag';
import { peopleOfArea } from '../../access/people-of-area.js';
import { rows } from '../../platform/database/read.js';
import { faultIf, type FieldError, refuse } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import type { Work } from '../../platform/unit-of-work.js';
import type { CaseFound } from '../find-case.js';
import { caseSubject } from '../visible-cases.js';
import { refuseUnnamed } from './closed-cases.js';
import { isLastManager } from './named-people.js';

export type NewConflict = {
  readonly personId: string;
  readonly reason: string;
  /** Where it was told; null on the case itself. */
  readonly meetingId: string | null;
};

/**
 * Takes somebody off a case: from now on it is not there for them. It can be told again without harm. Part of a unit of work;
 * `faults` are those of whoever calls, told together with its own.
 */
export async function recordConflict(
  work: Work,
  found: CaseFound,
  { personId, reason, meetingId }: NewConflict,
  faults: readonly FieldError[] = [],
): Promise<void> {
  const { tx, actor, now, record } = work;
  if (personId !== actor.personId) await refuseUnnamed(tx, actor, found.id);
  const isKnown = (await peopleOfArea(tx, found.panelAreaId, [personId])).has(personId);
  const isLast = await isLastManager(work, found, personId);
  const wrong = [
    ...faults,
    ...faultIf(!isKnown, 'personId', 'Select somebody who has a role in this panel area'),
    ...faultIf(isLast, 'personId', 'Name another manager on this restricted case first: no other manager can see it'),
  ];
  refuse(wrong);
  await rows(
    tx,
    sql`insert into conflicts (id, "meetingId", "caseId", "personId", reason, "declaredBy", "declaredAt")
        values (${newId()}, ${meetingId}, ${found.id}, ${personId}, ${reason}, ${actor.personId}, ${now})
        on conflict do nothing`,
  );
  record(caseSubject(found), { type: 'CONFLICT_DECLARED' });
}
