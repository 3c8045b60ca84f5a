import sql from 'sql-template-tag';
import type { Reader } from '../access/open-cases.js';
import type { Actor } from '../platform/actor.js';
import { row, rows, type Source } from '../platform/database/read.js';
import type { ChildMatch } from './child.entity.js';
import { folded, reasonsToMatch } from './compare-children.js';
import { isKnowable } from './known-children.js';
import { type Compared, type PossibleMatch, shown } from './matches.queries.js';

/**
 * Another child beside this one, as the actor may see it: one of the actor's own areas, or one of another area that
 * agrees with this one. Any other is not there.
 */
export async function comparedChild(
  source: Source,
  actor: Actor,
  child: Compared,
  otherId: string,
): Promise<PossibleMatch | null> {
  const record = await row<Compared>(
    source,
    sql`select k.id, k."identityId", k."givenName", k."familyName", k."dateOfBirth" from children k
        where k.id = ${otherId} and k.id <> ${child.id} and ${isKnowable(actor, sql`k.id`)}`,
  );
  if (!record) return null;
  const reasons = reasonsToMatch(folded(child), folded(record));
  const [[found] = []] = await shown(source, actor, [[{ record, reasons }]]);
  return found && (found.known || reasons.length > 0) ? found : null;
}

/** A decision; `decidedBy` and `undoneBy` are names. */
export type MatchDecided = Readonly<ChildMatch>;

/** What was decided about this record and others, undone or not, newest first; with the names of who decided. */
export const decidedMatches = (source: Source, reader: Reader, childId: string): Promise<MatchDecided[]> =>
  rows(
    source,
    sql`select m.id, m."childId", m."otherChildId", m.decision, m.reason, p.name as "decidedBy", m."decidedAt",
               u.name as "undoneBy", m."undoneAt", m."undoneReason"
        from (select a.* from child_matches a where a."childId" = ${childId} and ${isKnowable(reader, sql`a."otherChildId"`)}
              union all select b.* from child_matches b
              where b."otherChildId" = ${childId} and ${isKnowable(reader, sql`b."childId"`)}) m
        join people p on p.id = m."decidedBy" left join people u on u.id = m."undoneBy"
        order by m."decidedAt" desc, m.id desc`,
  );
