import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Actor } from '../platform/actor.js';
import { row } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { earlierDisposals } from '../children/children.queries.js';
import { decideMatch, identityOf, undoMatch } from '../children/decide-match.js';
import { type ChildFound, findChild } from '../children/find-child.js';
import type { MatchInput, UndoMatchInput } from '../children/match.input.js';
import { comparedChild, decidedMatches } from '../children/decided-matches.queries.js';
import { refuseOpener } from './access/closed-cases.js';
import { reopenForChild } from './reopen-for-child.js';

const BECAUSE = 'WHO_THE_CHILD_IS' as const;

/** Records a person's decision whether two records are the same child, across panel areas. */
@Injectable()
export class MatchChildren {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, childId: string, input: MatchInput): Promise<{ matchId: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await findChild(work.tx, actor, 'child.match', childId);
      if (!(await comparedChild(work.tx, actor, found, input.sameAs))) throw new NotFound();
      await refuseOpener(work.tx, actor, [childId, input.sameAs]);
      const theirs = await identityOf(work.tx, input.sameAs);
      if (input.decision === 'SAME') await reopenForEachOther(work, found.identityId, theirs);
      return { matchId: await decideMatch(work, found, input) };
    });
  }
}

/** Undoes such a decision: each record is again the child it was without it. */
@Injectable()
export class UndoMatch {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, childId: string, { matchId, reason }: UndoMatchInput): Promise<{ matchId: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const found: ChildFound = await findChild(work.tx, actor, 'child.match', childId);
      const known = await decidedMatches(work.tx, actor, childId);
      const decided = known.find(({ id }) => id === matchId);
      if (!decided) throw new NotFound();
      await refuseOpener(work.tx, actor, [childId, decided.other.childId]);
      const match = await undoMatch(work, found, matchId, reason);
      const [one, other] = [await identityOf(work.tx, match.childId), await identityOf(work.tx, match.otherChildId)];
      if (match.decision === 'SAME') await reopenForEachOther(work, one, other);
      return { matchId };
    });
  }
}

/** What one had before becomes, or is no longer, what the other had before. */
async function reopenForEachOther(work: Work, one: string, other: string): Promise<void> {
  if (one === other) return;
  const [hasOne, hasOther] = [await hasPast(work, one), await hasPast(work, other)];
  if (hasOther) await reopenForChild(work, one, BECAUSE);
  if (hasOne) await reopenForChild(work, other, BECAUSE);
}

/** Whether anything is known of a child from before: what was given, or what happened. */
async function hasPast({ tx }: Work, identityId: string): Promise<boolean> {
  if ((await earlierDisposals(tx, null, identityId)).length > 0) return true;
  const behaviour = await row(
    tx,
    sql`select b.id from earlier_behaviour b join children k on k.id = b."childId"
        where k."identityId" = ${identityId} and b."withdrawnAt" is null limit 1`,
  );
  return behaviour !== null;
}
