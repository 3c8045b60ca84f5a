import { createHash } from 'node:crypto';
import sql, { raw } from 'sql-template-tag';
import { blocker } from '../policy/gate.js';
import { row } from '../platform/database/read.js';
import { Blocked } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';

const tables = {
  'referral-imports': raw('referral_imports'),
  'resolution-imports': raw('resolution_imports'),
} as const;

type FileIn = { readonly text: string; readonly panelAreaId: string; readonly rows: number };

/** Puts a file on record as imported; the same one cannot be imported while its first import stands. Gives the id. */
export async function insertImport(
  { tx, actor, now }: Work,
  page: keyof typeof tables,
  { text, panelAreaId, rows: count }: FileIn,
): Promise<string> {
  const id = newId();
  const table = tables[page];
  const contentHash = createHash('sha256').update(text).digest('hex');
  const made = await row<{ id: string }>(
    tx,
    sql`insert into ${table} (id, "personId", "panelAreaId", rows, "contentHash", "createdAt")
        values (${id}, ${actor.personId}, ${panelAreaId}, ${count}, ${contentHash}, ${now})
        on conflict ("panelAreaId", "contentHash") where "undoneAt" is null do nothing returning id`,
  );
  if (made) return id;
  const first = await row<{ id: string }>(
    tx,
    sql`select i.id from ${table} i where i."panelAreaId" = ${panelAreaId}
        and i."contentHash" = ${contentHash} and i."undoneAt" is null`,
  );
  const mend = `/${page}/${first?.id ?? ''}`;
  throw new Blocked([{ ...blocker('WRONG_STATE', mend), message: 'This very file was imported already' }]);
}
