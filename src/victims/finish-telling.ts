import sql, { join } from 'sql-template-tag';
import { caseSubject } from '../cases/visible-cases.js';
import { settledTellings } from '../policy/victim-telling.js';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';

/**
 * Marks the duty to tell the victim done once every victim of the case was told or does not want to be; part of a unit
 * of work. A victim of whom nothing is recorded keeps it open. Gives whether it was done now.
 */
export async function finishTelling(
  { tx, actor, today, record }: Work,
  found: { id: string; panelAreaId: string },
): Promise<boolean> {
  const done = await rows(
    tx,
    sql`update duties set "doneOn" = ${today}, "doneBy" = ${actor.personId}
        where "caseId" = ${found.id} and code = 'TELL_VICTIM' and "doneOn" is null
          and exists (select 1 from victims v where v."caseId" = ${found.id})
          and not exists (
            select 1 from victims v left join victim_tellings t on t."victimId" = v.id
            where v."caseId" = ${found.id} and (t.status is null or t.status not in (${join([...settledTellings])})))
        returning id`,
  );
  if (done.length > 0) record(caseSubject(found), { type: 'DUTY_DONE', code: 'TELL_VICTIM' });
  return done.length > 0;
}
