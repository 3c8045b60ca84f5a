import { A_DAY } from '../policy/days.js';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Actor } from './actor.js';
import { row, rows } from './database/read.js';
import { KeyReused } from './errors.js';

/** An answer is given again for a day; longer it is not kept, since it may hold what somebody wrote. */
const dayBefore = (at: string): string => new Date(Date.parse(at) - A_DAY).toISOString();

type Kept = { fingerprint: string; result: string | null };

/**
 * Takes the submission's key for this unit. Null: it is new, go on. Otherwise the answer given the first time.
 * Two at once: the second waits for the first to commit, then finds its answer.
 */
export async function answeredBefore<Result>(
  tx: EntityManager,
  { personId, submission }: Actor,
  at: string,
): Promise<{ answer: Result } | null> {
  if (!submission) return null;
  await rows(tx, sql`delete from idempotency_keys where at < ${dayBefore(at)}`);
  const taken = await rows<{ key: string }>(
    tx,
    sql`insert into idempotency_keys ("personId", key, fingerprint, at)
        values (${personId}, ${submission.key}, ${submission.fingerprint}, ${at})
        on conflict do nothing returning key`,
  );
  if (taken.length > 0) return null;
  const kept = await row<Kept>(
    tx,
    sql`select k.fingerprint, k.result from idempotency_keys k
        where k."personId" = ${personId} and k.key = ${submission.key}`,
  );
  if (kept?.fingerprint !== submission.fingerprint) throw new KeyReused();
  return { answer: (kept.result === null ? undefined : JSON.parse(kept.result)) as Result };
}

export async function keepAnswer(tx: EntityManager, { personId, submission }: Actor, result: unknown): Promise<void> {
  if (!submission) return;
  await rows(
    tx,
    sql`update idempotency_keys set result = ${JSON.stringify(result) ?? null}
        where "personId" = ${personId} and key = ${submission.key}`,
  );
}
