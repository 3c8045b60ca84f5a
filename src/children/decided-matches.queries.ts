import sql from 'sql-template-tag';
import type { Actor } from '../platform/actor.js';
import { row, rows, type Source } from '../platform/database/read.js';
import type { ChildMatch } from './child.entity.js';
import { earlierDisposalsOfMany } from './children.queries.js';
import type { Compared } from './children-alike.queries.js';
import { type Described, folded, reasonsToMatch } from './compare-children.js';
import { isKnowable } from './known-children.js';
import { inBrief, ownRecords, type PossibleMatch, shown } from './matches.queries.js';

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
export type MatchDecided = Readonly<ChildMatch> & {
  /** The record that was compared with this one, as a possible match would show it: of another area, what was given alone. */
  readonly other: {
    readonly childId: string;
    readonly known: Described | null;
    readonly disposals: PossibleMatch['disposals'];
  };
};

type Row = ChildMatch & Described & { readonly otherId: string; readonly identityId: string };

/** What was decided about this record and others, undone or not, newest first; with the names of who decided. */
export async function decidedMatches(source: Source, actor: Actor, childId: string): Promise<MatchDecided[]> {
  const found = await rows<Row>(
    source,
    sql`select m.id, m."childId", m."otherChildId", m.decision, m.reason, p.name as "decidedBy", m."decidedAt",
               u.name as "undoneBy", m."undoneAt", m."undoneReason",
               k.id as "otherId", k."identityId", k."givenName", k."familyName", k."dateOfBirth"
        from (select a.*, a."otherChildId" as "otherId" from child_matches a
              where a."childId" = ${childId} and ${isKnowable(actor, sql`a."otherChildId"`)}
              union all select b.*, b."childId" as "otherId" from child_matches b
              where b."otherChildId" = ${childId} and ${isKnowable(actor, sql`b."childId"`)}) m
        join children k on k.id = m."otherId"
        join people p on p.id = m."decidedBy" left join people u on u.id = m."undoneBy"
        order by m."decidedAt" desc, m.id desc`,
  );
  const own = await ownRecords(
    source,
    actor,
    found.map(({ otherId }) => otherId),
  );
  const given = await earlierDisposalsOfMany(source, actor, [...new Set(found.map(({ identityId }) => identityId))]);
  return found.map(({ otherId, identityId, givenName, familyName, dateOfBirth, ...decided }) => {
    const known = own.has(otherId) ? { givenName, familyName, dateOfBirth } : null;
    const disposals = (given.get(identityId) ?? []).filter((one) => one.childId === otherId).map(inBrief);
    return { ...decided, other: { childId: otherId, known, disposals } };
  });
}
