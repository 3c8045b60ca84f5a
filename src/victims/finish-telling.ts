import sql, { join } from 'sql-template-tag';
import { caseSubject } from '../cases/visible-cases.js';
import type { DutyCode } from '../policy/duties.js';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';
import { victimsToTell } from './victims-to-tell.js';

/**
 * Marks the duty to tell the victim done once every victim of the case was told or is left alone, and the one to tell of a review
 * once all are left alone: that somebody was told of it is said by hand. A victim of whom nothing is recorded keeps both open.
 * Part of a unit of work. Gives whether the first was done now.
 */
export async function finishTelling(work: Work, found: { id: string; panelAreaId: string }): Promise<boolean> {
  const { tx, actor, today, record } = work;
  const harmed = await rows(tx, sql`select v.id from victims v where v."caseId" = ${found.id} limit 1`);
  if (harmed.length === 0) return false;
  const codes: DutyCode[] = [];
  if ((await victimsToTell(tx, found.id)).count === 0) codes.push('TELL_VICTIM');
  if ((await victimsToTell(tx, found.id, true)).count === 0) codes.push('TELL_VICTIM_OF_REVIEW');
  if (codes.length === 0) return false;
  const done = await rows<{ code: DutyCode }>(
    tx,
    sql`update duties set "doneOn" = ${today}, "doneBy" = ${actor.personId}
        where "caseId" = ${found.id} and code in (${join(codes)}) and "doneOn" is null returning code`,
  );
  for (const { code } of done) record(caseSubject(found), { type: 'DUTY_DONE', code });
  return done.some(({ code }) => code === 'TELL_VICTIM');
}
