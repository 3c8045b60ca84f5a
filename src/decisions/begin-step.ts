import { calendarOf } from '../access/bank-holidays.queries.js';
import type { CaseFound } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { stepDue } from '../policy/escalation.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { EscalationStep } from './escalation.entity.js';
import type { EscalationInput } from './escalation.input.js';
import { chooseSeats } from './choose-seats.js';
import { ladderOf } from './ladder-of.js';
import { keptOutOf, seatsByLadder, seniorsFor } from './seniors.js';

export type StepBegun = {
  readonly step: number;
  readonly steps: number;
  readonly name: string;
  readonly dueOn: string | null;
};

type Which = { readonly escalationId: string; readonly escalatedAt: string; readonly step: number };

/**
 * The next step of an escalation begins, on the ladder that held when the case was escalated. In the first whoever
 * escalates names whom it does not; in a later one that may be nobody, until somebody is named. Part of a unit of work.
 */
export async function beginStep(
  work: Work,
  found: CaseFound,
  which: Which,
  chosen?: EscalationInput,
): Promise<StepBegun> {
  const { tx, now, today } = work;
  const ladder = await ladderOf(tx, found.panelAreaId, which.escalatedAt);
  const asked = ladder[which.step - 1];
  if (!asked) throw new Error('A ladder has no such step');
  const [seniors, keptOut] = [await seniorsFor(tx, found), await keptOutOf(tx, found.id)];
  const byLadder = seatsByLadder(asked, seniors, keptOut);
  const seats = chosen ? chooseSeats(byLadder, chosen, { caseId: found.id, seniors, keptOut }) : byLadder;
  const { name, workingDays } = asked;
  const begun = {
    step: which.step,
    steps: ladder.length,
    name,
    dueOn: stepDue(today, workingDays, await calendarOf(tx)),
  };
  await tx.insert(EscalationStep, {
    ...{ id: newId(), escalationId: which.escalationId, caseId: found.id, ...begun },
    ...{ ...seats, begunAt: now, endedAt: null },
  });
  work.record(caseSubject(found), { type: 'ESCALATION_STEP_BEGUN', step: begun.step, dueOn: begun.dueOn });
  return begun;
}
