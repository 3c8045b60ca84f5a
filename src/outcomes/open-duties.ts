import type { CaseFound } from '../cases/find-case.js';
import { type DutyCode, dutiesAfter, type DutyFacts } from '../policy/duties.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { Duty } from './outcome.entity.js';

export type DutyOpened = { code: DutyCode; dueOn: string | null; doneOn: string | null };

/**
 * Opens the duties after an outcome. The duty to assess is put on record even where it is met: the assessment of this
 * case, which the panel read, meets it on the day it was signed off (Crime and Disorder Act 1998 s66ZB(2)).
 */
export async function openDuties({ tx }: Work, found: CaseFound, facts: DutyFacts): Promise<DutyOpened[]> {
  const { id: caseId, signedOffOn, signedOffBy } = found;
  const owed = dutiesAfter(facts).map(({ code, dueOn }) => {
    const isDone = code === 'ASSESSMENT_DUTY' && signedOffOn !== null;
    const done = isDone
      ? { doneOn: signedOffOn, doneBy: signedOffBy, note: 'The assessment of this case was signed off on that day' }
      : { doneOn: null, doneBy: null, note: null };
    return { id: newId(), caseId, code, dueOn, ...done };
  });
  if (owed.length > 0) await tx.insert(Duty, owed);
  return owed.map(({ code, dueOn, doneOn }) => ({ code, dueOn, doneOn }));
}
