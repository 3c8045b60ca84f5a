import sql from 'sql-template-tag';
import { rows } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';

/**
 * Who was told of an outcome that falls is to be told of the next one. That they were told stays to be read; who did not
 * want to be is left alone. Part of a unit of work.
 */
export async function tellAnew({ tx, now }: Work, caseId: string): Promise<void> {
  const told = await rows<{ victimId: string; toldOn: string | null; how: string | null }>(
    tx,
    sql`select t."victimId", t."toldOn", t.how from victim_tellings t
        where t."caseId" = ${caseId} and t.status = 'TOLD'`,
  );
  for (const { victimId, toldOn, how } of told) {
    await rows(
      tx,
      sql`insert into past_tellings (id, "victimId", "caseId", "toldOn", how, "keptAt")
          values (${newId()}, ${victimId}, ${caseId}, ${toldOn}, ${how}, ${now})`,
    );
  }
  await rows(
    tx,
    sql`update victim_tellings set status = 'WANTS_TO_BE_TOLD', "toldOn" = null, how = null, version = version + 1
        where "caseId" = ${caseId} and status = 'TOLD'`,
  );
}
