import sql from 'sql-template-tag';
import type { StageSubject } from '../policy/stages.js';
import { rows } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';

/**
 * Says that a case, or its assessment, enters a stage now and so leaves the one before; nothing when it stands in it
 * already. Part of the unit of work in which it does.
 */
export async function enterStage(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  caseId: string,
  subject: StageSubject,
  stage: string,
): Promise<void> {
  await rows(
    tx,
    sql`update case_stages set "leftAt" = ${now}
        where "caseId" = ${caseId} and subject = ${subject} and "leftAt" is null and stage <> ${stage}`,
  );
  await rows(
    tx,
    sql`insert into case_stages (id, "caseId", subject, stage, "enteredAt", "leftAt")
        select ${newId()}, ${caseId}, ${subject}, ${stage}, ${now}, null
        where not exists (
          select 1 from case_stages s
          where s."caseId" = ${caseId} and s.subject = ${subject} and s."leftAt" is null)`,
  );
}
