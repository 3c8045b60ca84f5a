import sql from 'sql-template-tag';
import type { Blocker } from '../policy/gate.js';
import { rows } from '../platform/database/read.js';
import type { Work } from '../platform/unit-of-work.js';
import { enterStage } from './enter-stage.js';
import type { CaseFound } from './find-case.js';
import { moveCase } from './move-case.js';

/** Signs the preparation of a claimed case and moves it on; `blockers` are those of its gates that are still shut. */
export async function signOffCase(work: Work, found: CaseFound, blockers: readonly Blocker[]): Promise<CaseFound> {
  const { tx, actor, now, today } = work;
  const moved = await moveCase(work, found, 'SIGN_OFF', { blockers });
  await rows(
    tx,
    sql`update cases set "signedOffBy" = ${actor.personId}, "signedOffAt" = ${now}, "signedOffOn" = ${today}
        where id = ${found.id}`,
  );
  await rows(
    tx,
    sql`update reopened_sections set "signedAt" = ${now} where "caseId" = ${found.id} and "signedAt" is null`,
  );
  await enterStage(work, found.id, 'ASSESSMENT', 'SIGNED_OFF');
  return { ...moved, signedOffBy: actor.personId, signedOffOn: today };
}
