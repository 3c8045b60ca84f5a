import { createHash } from 'node:crypto';
import sql, { join, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { TrailEvent } from '../../policy/events.js';
import { row } from '../database/read.js';
import { forUpdate } from '../database/options.js';

export type SubjectType = 'SERVICE' | 'PANEL_AREA' | 'PERSON' | 'CHILD' | 'CASE' | 'MEETING' | 'AUDIT_PLAN' | 'IMPORT';

/** What an event is about, and the panel area in whose chain it stands (null: the chain of the service). */
export type Subject = { readonly type: SubjectType; readonly id: string; readonly panelAreaId: string | null };

export type NewEntry = {
  readonly at: string;
  readonly actorId: string | null;
  readonly subject: Subject;
  readonly event: TrailEvent;
};

export type Entry = {
  chain: string;
  sequence: number;
  at: string;
  actorId: string | null;
  subjectType: string;
  subjectId: string;
  type: string;
  details: string;
};

type Head = { sequence: number; hash: string };

export const SERVICE_CHAIN = 'SERVICE';
export const FIRST_HASH = '0'.repeat(64);

/** Of ten values each, which both databases take in one statement. */
const AT_A_TIME = 500;

export const hashOf = (previousHash: string, entry: Entry): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        previousHash,
        entry.chain,
        entry.sequence,
        entry.at,
        entry.actorId,
        entry.subjectType,
        entry.subjectId,
        entry.type,
        entry.details,
      ]),
    )
    .digest('hex');

/** Adds entries to their chains, always in the same order of chains, so that two units never wait for each other. */
export async function appendToTrail(tx: EntityManager, entries: readonly NewEntry[]): Promise<void> {
  const chainOf = ({ subject }: NewEntry): string => subject.panelAreaId ?? SERVICE_CHAIN;
  for (const chain of [...new Set(entries.map(chainOf))].toSorted()) {
    await appendToChain(
      tx,
      chain,
      entries.filter((entry) => chainOf(entry) === chain),
    );
  }
}

async function appendToChain(tx: EntityManager, chain: string, entries: readonly NewEntry[]): Promise<void> {
  let head = await lockHead(tx, chain);
  const links: Sql[] = [];
  for (const { at, actorId, subject, event } of entries) {
    const { type, ...details } = event;
    const sequence = head.sequence + 1;
    const about = { subjectType: subject.type, subjectId: subject.id, type, details: JSON.stringify(details) };
    const hash = hashOf(head.hash, { chain, sequence, at, actorId, ...about });
    links.push(
      sql`(${chain}, ${sequence}, ${at}, ${actorId}, ${subject.type}, ${subject.id}, ${type}, ${about.details}, ${head.hash}, ${hash})`,
    );
    head = { sequence, hash };
  }
  for (let first = 0; first < links.length; first += AT_A_TIME) {
    await row(
      tx,
      sql`insert into trail_entries (chain, sequence, at, "actorId", "subjectType", "subjectId", type, details, "previousHash", hash)
          values ${join(links.slice(first, first + AT_A_TIME))}`,
    );
  }
  await row(tx, sql`update trail_heads set sequence = ${head.sequence}, hash = ${head.hash} where chain = ${chain}`);
}

async function lockHead(tx: EntityManager, chain: string): Promise<Head> {
  const read = (): Promise<Head[]> =>
    tx.query(`select sequence, hash from trail_heads where chain = $1${forUpdate(tx.connection)}`, [chain]);
  const [head] = await read();
  if (head) return head;
  await row(
    tx,
    sql`insert into trail_heads (chain, sequence, hash) values (${chain}, 0, ${FIRST_HASH}) on conflict do nothing`,
  );
  const [made] = await read();
  return made ?? { sequence: 0, hash: FIRST_HASH };
}
