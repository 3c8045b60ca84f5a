import sql, { join } from 'sql-template-tag';
import { rows, type Source } from '../platform/database/read.js';
import { inParts } from './in-parts.js';

/** Of each child its own identity, and those that a person decided are somebody else. */
export async function decidedIdentities(
  source: Source,
  childIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const decided = new Map<string, Set<string>>();
  for (const ids of inParts(childIds)) {
    const found = await rows<{ childId: string; identityId: string }>(
      source,
      sql`select k.id as "childId", other."identityId" from children k
          join children mine on mine."identityId" = k."identityId"
          join child_matches m on m."childId" = mine.id join children other on other.id = m."otherChildId"
          where k.id in (${join(ids)}) and m."undoneAt" is null
          union select k.id, other."identityId" from children k join children mine on mine."identityId" = k."identityId"
          join child_matches m on m."otherChildId" = mine.id join children other on other.id = m."childId"
          where k.id in (${join(ids)}) and m."undoneAt" is null
          union select k.id, k."identityId" from children k where k.id in (${join(ids)})`,
    );
    for (const { childId, identityId } of found) {
      decided.set(childId, (decided.get(childId) ?? new Set()).add(identityId));
    }
  }
  return decided;
}
