import sql from 'sql-template-tag';
import { caseSubject } from '../cases/visible-cases.js';
import type { DutyCode } from '../policy/duties.js';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';
import { isLeftAlone, isSettled } from './victims-to-tell.js';

/**
 * Marks the duty to tell the victim done once every victim of the case was told or is left alone, and the one to tell of a review
 * once all are left alone: that somebody was told of it is said by hand. A victim of whom nothing is recorded keeps both open.
 * Part of a unit of work. Gives whether the first was done now.
 */
export async function finishTelling(
  { tx, actor, today, record }: Work,
  found: { id: string; panelAreaId: string },
): Promise<boolean> {
  const done = await rows<{ code: DutyCode }>(
    tx,
    sql`update duties set "doneOn" = ${today}, "doneBy" = ${actor.personId}
        where "caseId" = ${found.id} and code in ('TELL_VICTIM', 'TELL_VICTIM_OF_REVIEW') and "doneOn" is null
          and exists (select 1 from victims v where v."caseId" = ${found.id})
          and not exists (
            select 1 from victims v join people_harmed h on h.id = v."harmedId"
            left join victim_tellings t on t."victimId" = v.id
            where v."caseId" = ${found.id}
              and not case when duties.code = 'TELL_VICTIM' then ${isSettled} else ${isLeftAlone} end)
        returning code`,
  );
  for (const { code } of done) record(caseSubject(found), { type: 'DUTY_DONE', code });
  return done.some(({ code }) => code === 'TELL_VICTIM');
}
