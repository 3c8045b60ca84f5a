import sql, { join } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { lockOne } from '../platform/database/claim.js';
import { rows } from '../platform/database/read.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { childSubject } from './add-child.js';
import { Child, ChildMatch } from './child.entity.js';
import type { ChildFound } from './find-child.js';
import type { MatchInput } from './match.input.js';

type Record = { readonly id: string; readonly identityId: string };

/** Records whether two records are one child, and joins their identities when they are; part of a unit of work. */
export async function decideMatch(work: Work, found: ChildFound, input: MatchInput): Promise<string> {
  const { tx, actor, now, record } = work;
  const { sameAs: otherChildId, decision, reason } = input;
  await lockConnected(tx, [found.id, otherChildId]);
  await refuseContradiction(tx, found.id, otherChildId, decision);
  const id = newId();
  await tx.insert(ChildMatch, {
    ...{ id, childId: found.id, otherChildId, decision, reason, decidedBy: actor.personId, decidedAt: now },
    ...{ undoneBy: null, undoneAt: null, undoneReason: null },
  });
  if (decision === 'SAME') await nameIdentity(tx, await connected(tx, [found.id]));
  for (const childId of [found.id, otherChildId]) {
    record(childSubject(childId, found.panelAreaId), { type: 'CHILD_MATCH_DECIDED', decision });
  }
  return id;
}

/** Undoes a decision about this child: it stays on record, and each record is the child it was without it. */
export async function undoMatch(work: Work, found: ChildFound, matchId: string, reason: string): Promise<ChildMatch> {
  const { tx, actor, now, record } = work;
  const match = await tx.findOneBy(ChildMatch, { id: matchId });
  if (!match || ![match.childId, match.otherChildId].includes(found.id)) throw new NotFound();
  const both = [match.childId, match.otherChildId];
  await lockConnected(tx, both);
  const undone = await rows(
    tx,
    sql`update child_matches set "undoneBy" = ${actor.personId}, "undoneAt" = ${now}, "undoneReason" = ${reason}
        where id = ${matchId} and "undoneAt" is null returning id`,
  );
  if (undone.length === 0) throw refusal('matchId', 'This decision was undone already');
  for (const childId of both) {
    await nameIdentity(tx, await connected(tx, [childId]));
    record(childSubject(childId, found.panelAreaId), { type: 'CHILD_MATCH_UNDONE' });
  }
  return match;
}

const refusal = (field: string, message: string): Invalid => new Invalid([{ field, message }]);

/** What was decided between any records of the two identities must be undone before the contrary can be said. */
async function refuseContradiction(
  tx: EntityManager,
  one: string,
  other: string,
  decision: MatchInput['decision'],
): Promise<void> {
  const [mine, theirs] = [await tx.findOneBy(Child, { id: one }), await tx.findOneBy(Child, { id: other })];
  if (!mine || !theirs) throw new NotFound();
  if (one === other) throw refusal('sameAs', 'This is the same record');
  if (mine.identityId === theirs.identityId) {
    throw refusal('decision', 'They are recorded as the same child already. Undo that decision first');
  }
  const both = [mine.identityId, theirs.identityId];
  const decided = await rows<{ childId: string; otherChildId: string }>(
    tx,
    sql`select m."childId", m."otherChildId" from children a
        join child_matches m on m."childId" = a.id join children b on b.id = m."otherChildId"
        where a."identityId" in (${join(both)}) and b."identityId" in (${join(both)})
          and m.decision = 'DIFFERENT' and m."undoneAt" is null`,
  );
  const isAboutThem = decided.some(({ childId, otherChildId }) =>
    [childId, otherChildId].every((id) => id === one || id === other),
  );
  if (decision === 'SAME' ? decided.length > 0 : isAboutThem) {
    throw refusal('decision', 'They are recorded as different children already. Undo that decision first');
  }
}

/** Every record that decisions which stand join to these, themselves included, oldest first. */
async function connected(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
  const known = new Set(ids);
  for (let edge = [...known]; edge.length > 0;) {
    const joined = await rows<Pick<ChildMatch, 'childId' | 'otherChildId'>>(
      tx,
      sql`select m."childId", m."otherChildId" from child_matches m
          where m.decision = 'SAME' and m."undoneAt" is null and m."childId" in (${join(edge)})
          union all select m."childId", m."otherChildId" from child_matches m
          where m.decision = 'SAME' and m."undoneAt" is null and m."otherChildId" in (${join(edge)})`,
    );
    edge = joined.flatMap(({ childId, otherChildId }) => [childId, otherChildId]).filter((id) => !known.has(id));
    for (const id of edge) known.add(id);
  }
  return [...known].toSorted();
}

/** Keeps others from joining or parting these records meanwhile, in one order, so that two units never wait crosswise. */
async function lockConnected(tx: EntityManager, ids: readonly string[]): Promise<void> {
  const locked = new Set<string>();
  for (;;) {
    const records = (await connected(tx, ids)).filter((id) => !locked.has(id));
    if (records.length === 0) return;
    for (const id of records) {
      await lockOne(tx, Child, { id });
      locked.add(id);
    }
  }
}

/** Records that are one child share the id of the oldest. */
async function nameIdentity(tx: EntityManager, records: readonly string[]): Promise<void> {
  const [identityId] = records;
  await rows(
    tx,
    sql`update children set "identityId" = ${identityId}, version = version + 1
        where id in (${join([...records])}) and "identityId" <> ${identityId}`,
  );
}

/** The identity of each record, now. */
export async function identityOf(tx: EntityManager, childId: string): Promise<string> {
  const [found] = await rows<Record>(tx, sql`select k.id, k."identityId" from children k where k.id = ${childId}`);
  if (!found) throw new NotFound();
  return found.identityId;
}
