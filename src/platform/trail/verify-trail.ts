import sql from 'sql-template-tag';
import type { Read } from '../database/read.js';
import { type Entry, FIRST_HASH, hashOf } from './append-to-trail.js';

export type Verdict = { entries: number; broken: { chain: string; sequence: number; why: string } | null };

type Stored = Entry & { previousHash: string; hash: string };
type Head = { chain: string; sequence: number; hash: string };

const AT_A_TIME = 5000;

/** Recomputes every chain and names the first entry that does not follow from the one before it. */
export async function verifyTrail(read: Read): Promise<Verdict> {
  let entries = 0;
  const heads = await read.rows<Head>(sql`select h.chain, h.sequence, h.hash from trail_heads h order by h.chain`);
  const [stray] = await read.rows<{ chain: string; sequence: number }>(
    sql`select e.chain, e.sequence from trail_entries e
        where not exists (select 1 from trail_heads h where h.chain = e.chain and h.sequence >= e.sequence)
        order by e.chain, e.sequence limit 1`,
  );
  if (stray) return { entries, broken: { ...stray, why: 'stands after the recorded end of its chain' } };
  for (const head of heads) {
    const broken = await firstBroken(read, head);
    if (broken) return { entries, broken: { chain: head.chain, ...broken } };
    entries += head.sequence;
  }
  return { entries, broken: null };
}

async function firstBroken(read: Read, head: Head): Promise<{ sequence: number; why: string } | null> {
  let previous = FIRST_HASH;
  for (let sequence = 1; sequence <= head.sequence; sequence += AT_A_TIME) {
    const found = await read.rows<Stored>(
      sql`select e.chain, e.sequence, e.at, e."actorId", e."subjectType", e."subjectId", e.type, e.details,
                 e."previousHash", e.hash
          from trail_entries e where e.chain = ${head.chain} and e.sequence >= ${sequence}
          order by e.sequence limit ${AT_A_TIME}`,
    );
    for (let step = 0; step < AT_A_TIME && sequence + step <= head.sequence; step += 1) {
      const entry = found[step];
      if (entry?.sequence !== sequence + step) return { sequence: sequence + step, why: 'is missing' };
      if (entry.previousHash !== previous) return { sequence: entry.sequence, why: 'does not follow the one before' };
      if (hashOf(previous, entry) !== entry.hash) return { sequence: entry.sequence, why: 'was altered' };
      previous = entry.hash;
    }
  }
  return previous === head.hash ? null : { sequence: head.sequence, why: 'is not the recorded end of its chain' };
}
