import sql from 'sql-template-tag';
import { rows } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';

/** What was done under the decision that is given up stays to be read, and completes nothing of the next one. */
export async function setDeliveryAside({ tx, now }: Work, caseId: string, decisionId: string | null): Promise<void> {
  await rows(
    tx,
    sql`insert into past_deliveries (id, "caseId", "decisionId", status, "startedOn", "dueOn", "endedOn", "endReason",
                                     "endedBy", actions, "notCompletedReason", "keptAt")
        select ${newId()}, y."caseId", ${decisionId}, y.status, y."startedOn", y."dueOn", y."endedOn", y."endReason",
               y."endedBy", y.actions, y."notCompletedReason", ${now}
        from deliveries y where y."caseId" = ${caseId}`,
  );
  await rows(tx, sql`delete from deliveries where "caseId" = ${caseId}`);
}
