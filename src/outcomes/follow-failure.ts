import sql from 'sql-template-tag';
import { calendarOf } from '../access/bank-holidays.queries.js';
import type { CaseFound } from '../cases/find-case.js';
import { keepDuties } from '../cases/keep-duties.js';
import type { DeliveryStatus } from '../policy/delivery.js';
import { dutyAfterFailure, undecidedDuty } from '../policy/duties.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { Duty } from './outcome.entity.js';

/**
 * Asks police what follows conditions that were not kept, or asks no longer when it is put right that they were; part of a
 * unit of work. The case stays where it is: what was given stands until proceedings begin (Crime and Disorder Act 1998 s66E).
 */
export async function followFailure(
  work: Work,
  { id: caseId }: CaseFound,
  disposal: string,
  status: DeliveryStatus | null,
): Promise<void> {
  const { tx, today } = work;
  const owed = dutyAfterFailure(disposal, status, today, await calendarOf(tx));
  if (!owed) return keepDuties(work, caseId, sql`code = ${undecidedDuty}`);
  const { code, dueOn } = owed;
  if (await tx.existsBy(Duty, { caseId, code })) return;
  await tx.insert(Duty, { id: newId(), caseId, code, dueOn, doneOn: null, doneBy: null, note: null });
}
