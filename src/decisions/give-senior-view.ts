import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import { settingsOf } from '../access/area-settings.queries.js';
import { claimCase, moveCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { refuseUnknown } from '../disposals/known-disposal.js';
import { rowIn } from '../policy/disposal-book.js';
import { isInForce } from '../policy/disposals.js';
import { rules } from '../policy/rules.js';
import { endOfStep, type EscalationResult, seniorBlockers, sideOf, type StepEnd } from '../policy/escalation.js';
import { type CaseState, stateBlockers } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { row } from '../platform/database/read.js';
import { Blocked, faultIf, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { beginStep, type StepBegun } from './begin-step.js';
import { EscalationEnd, EscalationStep, EscalationView } from './escalation.entity.js';
import { disposalToSelect, type SeniorViewInput } from './escalation.input.js';
import { escalationsOf, type EscalationFound, type StepFound } from './escalations.queries.js';
import { keptOutOf } from './seniors.js';

export type SeniorViewGiven = {
  caseId: string;
  side: string;
  ended: StepEnd['kind'];
  result: EscalationResult | null;
  next: StepBegun | null;
  state: CaseState;
  version: number;
};

@Injectable()
export class GiveSeniorView {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Each of the two seniors of a step says what they come to; with the second the step ends. */
  execute(actor: Actor, caseId: string, input: SeniorViewInput): Promise<SeniorViewGiven> {
    return this.unitOfWork.run(actor, async (work) => {
      const { result, reason, version } = input;
      const disposal = disposalIn(input);
      const found = await claimCase(work, 'escalation.settle', caseId, version);
      if (disposal) await refuseNotNow(work, found, disposal);
      const notNow = stateBlockers('SETTLE', found.state, caseId);
      const [escalation] = await escalationsOf(work.tx, caseId);
      const step = escalation?.steps.find(({ endedAt }) => endedAt === null);
      const given = (step?.views ?? []).map((view) => ({ side: view.side, personId: view.by.id }));
      const keptOut = await keptOutOf(work.tx, caseId);
      const asked = { ...step, caseId, actorId: actor.personId, given: step ? given : null, keptOut };
      const side = sideOf(asked);
      if (notNow.length > 0 || !escalation || !step || !side) {
        throw new Blocked(notNow.length > 0 ? notNow : seniorBlockers(asked));
      }
      const said = { stepId: step.id, caseId, side, result, disposal, reason };
      await work.tx.insert(EscalationView, { id: newId(), ...said, personId: actor.personId, givenAt: work.now });
      work.record(caseSubject(found), { type: 'ESCALATION_VIEW_GIVEN', side, result });
      const end = endOfStep([...step.views, { side, result, disposal }], step.step >= step.steps);
      const after = await follow(work, found, { escalation, step, end });
      return { caseId, side, ended: end.kind, ...after, version: found.version };
    });
  }
}

/** What the seniors come to can be recommended: it is in force in the area today. */
async function refuseNotNow({ tx, today }: Work, { panelAreaId }: CaseFound, code: string): Promise<void> {
  const book = await disposalBook(tx, today);
  refuseUnknown(book, [{ field: 'disposal', code, message: disposalToSelect }]);
  const { outcome23From } = await settingsOf(tx, panelAreaId, today);
  const isNow = isInForce(rowIn(book, code), today, outcome23From);
  refuse(faultIf(!isNow, 'disposal', `${rules.DISPOSAL_NOT_IN_FORCE.message}: select another`));
}

/** A disposal belongs to the first of the results alone. */
function disposalIn({ result, disposal }: SeniorViewInput): string | null {
  const isWanted = result === 'AGREED_DISPOSAL';
  const faults = faultIf(isWanted && !disposal, 'disposal', disposalToSelect);
  refuse(faults);
  return isWanted ? (disposal ?? null) : null;
}

type Ending = { readonly escalation: EscalationFound; readonly step: StepFound; readonly end: StepEnd };
type After = Pick<SeniorViewGiven, 'result' | 'next' | 'state'>;

async function follow(work: Work, found: CaseFound, { escalation, step, end }: Ending): Promise<After> {
  const { state } = found;
  if (end.kind === 'WAITS') return { result: null, next: null, state };
  await work.tx.update(EscalationStep, { id: step.id }, { endedAt: work.now });
  const { id: escalationId, escalatedAt } = escalation;
  if (end.kind === 'NEXT_STEP') {
    const next = await beginStep(work, found, { escalationId, escalatedAt, step: step.step + 1 });
    return { result: null, next, state };
  }
  const agreed = end.kind === 'SETTLED';
  const result = agreed ? end.result : 'STAYS_WITH_POLICE';
  const outcome = { result, disposal: agreed ? end.disposal : null, agreed: Number(agreed), settledAt: work.now };
  const blank = { acknowledgedBy: null, acknowledgedAt: null, note: null };
  await work.tx.insert(EscalationEnd, { escalationId, caseId: found.id, ...outcome, ...blank });
  work.record(caseSubject(found), { type: 'ESCALATION_SETTLED', result, agreed });
  const wanted = await destinationOf(work, found, result);
  const moved = wanted ? await moveCase(work, found, 'SETTLE', { wanted }) : found;
  return { result, next: null, state: moved.state };
}

/**
 * Where the case goes: to police with the recommendation they were asked to decide on; back to the panel; or nowhere, where
 * the panel is to recommend what the seniors agreed, or has recommended nothing on which police could decide.
 */
async function destinationOf({ tx }: Work, { id }: CaseFound, result: EscalationResult): Promise<CaseState | null> {
  if (result === 'AGREED_DISPOSAL') return null;
  if (result === 'RETURN_TO_PANEL') return 'READY';
  const left = await row<{ stage: string }>(
    tx,
    sql`select s.stage from case_stages s
        where s."caseId" = ${id} and s.subject = 'CASE' and s."leftAt" is not null
        order by s."leftAt" desc, s.id desc limit 1`,
  );
  const standing = await row<{ id: string }>(
    tx,
    sql`select r.id from standing_recommendations r where r."caseId" = ${id} limit 1`,
  );
  return left?.stage === 'RECOMMENDED' && standing ? 'RECOMMENDED' : null;
}
