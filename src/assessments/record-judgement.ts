import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import { highLevelForum } from '../policy/forums.js';
import { isHigh, isLower, isRated, type Judgement as JudgementCode, judgementCodes } from '../policy/judgements.js';
import type { Actor } from '../platform/actor.js';
import { lockOne, writeOne } from '../platform/database/claim.js';
import { row } from '../platform/database/read.js';
import { Invalid, NotFound, StaleVersion } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { EarlierJudgement, Judgement } from './judgement.entity.js';
import type { JudgementInput } from './judgement.input.js';
import { openReferral } from './open-forum-referral.js';

/** The judgement an address names; any other is not there. */
export function judgementNamed(code: string): JudgementCode {
  const found = judgementCodes.find((known) => known === code);
  if (!found) throw new NotFound();
  return found;
}

const withId = (): { id: string } => ({ id: newId() });

/** Gives a judgement. The one before is kept whole; a high level opens the referral that it asks for. */
@Injectable()
export class RecordJudgement {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, code: string, input: JudgementInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const judgement = judgementNamed(code);
      const found = await changePreparation(work, 'case.assess', caseId, { name: judgement, isAuthored: true });
      const before = await lockOne(tx, Judgement, { caseId, judgement });
      if ((before?.version ?? 0) !== (input.version ?? 0)) throw new StaleVersion(before?.version ?? 0);
      await refuseOldReasoning(work, before, input);
      if (before) await tx.insert(EarlierJudgement, { ...before, id: newId() });
      const changes = { ...partsOf(input), recordedBy: actor.personId, recordedAt: now };
      const version = await writeOne(tx, Judgement, { caseId, judgement }, changes, input.version, withId);
      record(caseSubject(found), { type: 'JUDGEMENT_RECORDED', judgement, level: input.level });
      if (isHigh(input) && isNew(before, input)) await openReferral(work, found, highLevelForum, judgement);
      return { version };
    });
  }
}

/** A level that was high already asks for nothing more, unless it rose. */
const isNew = (before: Judgement | null, { level }: JudgementInput): boolean =>
  !isHigh(before) || isLower(level, before?.level ?? level);

const partsOf = ({ level, reasoning, who, what, when, controls, contingency }: JudgementInput) => ({
  ...{ level, reasoning: reasoning || null, who: who || null, what: what || null, when: when || null },
  ...{ controls: controls || null, contingency: contingency || null },
});

/** A level that is lower than the last one given needs its reasoning anew: what changed, that it should be lower now? */
async function refuseOldReasoning({ tx }: Work, before: Judgement | null, input: JudgementInput): Promise<void> {
  const last = before === null || isRated(before) ? before : await lastRated(tx, before);
  if (!isLower(last?.level, input.level)) return;
  if (bare(input.reasoning) !== '' && bare(input.reasoning) !== bare(last?.reasoning)) return;
  const message = 'This level is lower than the last. Write the reasoning anew: what has changed, and how you know';
  throw new Invalid([{ field: 'reasoning', message }]);
}

/** "Not assessed" between two levels does not make the first forgotten. */
const lastRated = (
  tx: Work['tx'],
  { caseId, judgement }: Judgement,
): Promise<Pick<Judgement, 'level' | 'reasoning'> | null> =>
  row(
    tx,
    sql`select e.level, e.reasoning from earlier_judgements e
        where e."caseId" = ${caseId} and e.judgement = ${judgement} and e.level <> 'NOT_ASSESSED'
        order by e.version desc limit 1`,
  );

const bare = (text: string | null | undefined): string =>
  (text ?? '')
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim()
    .toLowerCase();
