import { randomBytes, randomUUID } from 'node:crypto';
import type sqlite3 from 'sqlite3';
import { ask, type Statement } from './captured-statements.js';

/** How many values an entry of the trail has: its chain first, its place second, its hash last. */
const OF_AN_ENTRY = 10;

/**
 * The same reads and writes as recording a recommendation, as bare statements in one durable transaction: what was
 * captured for one case is sent for another. What must differ does: ids, and the place and hash in the trail.
 */
export async function bareRecommendation(
  connection: sqlite3.Database,
  statements: readonly Statement[],
  captured: { caseId: string; childId: string },
  wanted: { caseId: string; childId: string },
): Promise<void> {
  const ids = new Map([
    [captured.caseId, wanted.caseId],
    [captured.childId, wanted.childId],
  ]);
  let head = 0;
  await ask(connection, 'begin immediate');
  for (const { text, values } of statements) {
    const sent = values.map((value) => ids.get(value as string) ?? value);
    if (/^insert into trail_entries/.test(text.trim())) {
      for (let first = 0; first < sent.length; first += OF_AN_ENTRY) {
        head += 1;
        sent[first + 1] = head;
        sent[first + OF_AN_ENTRY - 1] = randomBytes(32).toString('hex');
      }
    }
    if (/^insert into (recommendations|case_stages)/.test(text.trim())) sent[0] = randomUUID();
    if (/^update trail_heads set sequence = \$1|^update trail_heads set sequence = \?/.test(text.trim()))
      sent[0] = head;
    const found = await ask(connection, text, sent);
    if (/^select sequence, hash from trail_heads/.test(text.trim())) head = (found[0] as { sequence: number }).sequence;
    if (/from cases c join children k on k.id/.test(text) && found.length !== 1)
      throw new Error('The copied case is not there');
  }
  await ask(connection, 'commit');
}
