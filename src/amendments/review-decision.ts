import { Injectable } from '@nestjs/common';
import type { CaseFound } from '../cases/find-case.js';
import { claimCase, moveCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { DecisionReview, RecordSuperseding } from '../decisions/amendment.entity.js';
import { seniorsHeard } from '../decisions/seniors.js';
import { dropConditions } from '../outcomes/given-conditions.js';
import { setDeliveryAside } from '../outcomes/set-delivery-aside.js';
import { setOutcomeAside } from '../outcomes/set-outcome-aside.js';
import { recordKinds, type RecordKind, reviewBlockers, reviewed } from '../policy/amendments.js';
import { stateBlockers, type CaseState } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { Invalid, refuseShut } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import type { DecisionReviewInput } from './amendment.input.js';
import { type DecisionRecord, decisionRecords, standingRecord } from './decision-records.js';
import { openReviewDuties, victimsToTellOf } from './review-duties.js';

export type DecisionReviewed = {
  reviewId: string;
  caseId: string;
  anew: RecordKind;
  superseded: string[];
  state: CaseState;
  version: number;
  duties: { code: string; dueOn: string | null }[];
};

@Injectable()
export class ReviewDecision {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What was decided wrongly falls, with all that stood on it, and is made anew through its own gates. */
  execute(actor: Actor, caseId: string, input: DecisionReviewInput): Promise<DecisionReviewed> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx } = work;
      const { anew } = input;
      const found = await claimCase(work, 'record.review', caseId, input.version);
      const notNow = stateBlockers('REVIEW', found.state, caseId);
      refuseShut(notNow);
      const falling = await fallingWith(work, caseId, anew);
      const recordedBy = [...falling.map(({ madeBy }) => madeBy.id), ...(await seniorsHeard(tx, caseId))];
      const blockers = reviewBlockers({ caseId, actorId: actor.personId, recordedBy });
      const victims = await victimsToTellOf(tx, caseId);
      if (victims.count > 0 && !input.tellVictim) {
        throw new Invalid([{ field: 'tellVictim', message: 'Enter what the victim is to be told' }]);
      }
      const { to } = reviewed[anew];
      const { state } = await moveCase(work, found, 'REVIEW', { blockers, wanted: to });
      const reviewId = await keep(work, caseId, input, falling);
      await setAsideWith(work, found, falling, to);
      const duties = await openReviewDuties(work, caseId, victims);
      work.record(caseSubject(found), { type: 'RECORD_REVIEWED', kind: anew, reasonCode: input.reasonCode });
      const superseded = falling.map(({ id }) => id);
      return { reviewId, caseId, anew, superseded, state, version: found.version, duties };
    });
  }
}

/** The record that is made anew, and those that stand on it. */
async function fallingWith({ tx }: Work, caseId: string, anew: RecordKind): Promise<DecisionRecord[]> {
  const records = await decisionRecords(tx, caseId);
  if (!standingRecord(records, anew)) {
    throw new Invalid([{ field: 'anew', message: `${recordKinds[anew]} is not recorded, or does not stand` }]);
  }
  return reviewed[anew].falls.flatMap((kind) => standingRecord(records, kind) ?? []);
}

async function keep(
  { tx, actor, now }: Work,
  caseId: string,
  { anew, reasonCode, reason, tellChild, tellCarer, tellVictim }: DecisionReviewInput,
  falling: readonly DecisionRecord[],
): Promise<string> {
  const id = newId();
  const told = { tellChild, tellCarer, tellVictim: tellVictim || null };
  const by = { reviewedBy: actor.personId, reviewedAt: now };
  await tx.insert(DecisionReview, { id, caseId, anew, reasonCode, reason, ...told, ...by });
  const fallen = falling.map(({ id: subjectId, kind }) => ({ subjectId, caseId, record: kind, reviewId: id }));
  await tx.insert(RecordSuperseding, fallen);
  return id;
}

async function setAsideWith(
  work: Work,
  found: CaseFound,
  falling: readonly DecisionRecord[],
  to: CaseState,
): Promise<void> {
  const fallen = (which: RecordKind): string | null => falling.find(({ kind }) => kind === which)?.id ?? null;
  const outcomeId = fallen('OUTCOME');
  if (outcomeId) await setOutcomeAside(work, found, 'SUPERSEDED');
  if (to !== 'DECIDED') {
    await setDeliveryAside(work, found.id, { because: 'DECISION', decisionId: fallen('POLICE_DECISION') });
  } else if (outcomeId) {
    await dropConditions(work, found, outcomeId);
  }
  if (to === 'PREPARING') work.record(caseSubject(found), { type: 'SIGN_OFF_REMOVED', because: 'REVIEW' });
}
