import sql, { join } from 'sql-template-tag';
import { endStates } from '../policy/lifecycle.js';
import type { Telling } from '../policy/victim-telling.js';
import { rows } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { isLeftAlone } from './victims-to-tell.js';

type Told = {
  readonly victimId: string;
  readonly toldOn: string | null;
  readonly how: string | null;
  /** What holds from now on; nothing where the case ended with the outcome, so that none comes. */
  readonly next: Extract<Telling, 'WANTS_TO_BE_TOLD' | 'CONSENT_WITHDRAWN'> | null;
};

/**
 * Who was told of an outcome that falls is to be told of the next one, but for whoever took their agreement back; who did not
 * want to be told is left alone. That they were told stays to be read. Part of a unit of work, after the case was moved.
 */
export async function tellAnew({ tx, now }: Work, caseId: string): Promise<void> {
  const told = await rows<Told>(
    tx,
    sql`select t."victimId", t."toldOn", t.how,
               case when ${isLeftAlone} then 'CONSENT_WITHDRAWN'
                    when c.state not in (${join([...endStates])}) then 'WANTS_TO_BE_TOLD' end as "next"
        from victim_tellings t join victims v on v.id = t."victimId" join people_harmed h on h.id = v."harmedId"
        join cases c on c.id = t."caseId"
        where t."caseId" = ${caseId} and t.status = 'TOLD'`,
  );
  for (const { victimId, toldOn, how, next } of told) {
    await rows(
      tx,
      sql`insert into past_tellings (id, "victimId", "caseId", "toldOn", how, "keptAt")
          values (${newId()}, ${victimId}, ${caseId}, ${toldOn}, ${how}, ${now})`,
    );
    await rows(
      tx,
      next === null
        ? sql`delete from victim_tellings where "victimId" = ${victimId}`
        : sql`update victim_tellings set status = ${next}, "toldOn" = null, how = null, version = version + 1
              where "victimId" = ${victimId}`,
    );
  }
}
