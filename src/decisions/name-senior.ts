import { Injectable } from '@nestjs/common';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { apartBlockers, type Side, sides } from '../policy/escalation.js';
import { blocker, casePage } from '../policy/gate.js';
import { stateBlockers } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { Blocked, Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { whoToSelect } from './choose-seats.js';
import { EscalationNaming, EscalationStep } from './escalation.entity.js';
import type { SeniorNamingInput } from './escalation.input.js';
import { escalationsOf } from './escalations.queries.js';
import { ableFor, keptOutOf, seatOf, seniorsFor } from './seniors.js';

export type SeniorNamed = { caseId: string; step: number; side: Side; personId: string; version: number };

@Injectable()
export class NameSenior {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Who is asked for a side of the step under way: where nobody is named, or instead of a senior who is away. */
  execute(actor: Actor, caseId: string, input: SeniorNamingInput): Promise<SeniorNamed> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now } = work;
      const { side, personId, reason } = input;
      const found = await claimCase(work, 'escalation.name-senior', caseId, input.version);
      const [escalation] = await escalationsOf(tx, caseId);
      const step = escalation?.steps.find(({ endedAt }) => endedAt === null);
      const isAnswered = step?.views.some((view) => view.side === side) ?? false;
      const keptOut = await keptOutOf(tx, caseId);
      const shut = [...stateBlockers('SETTLE', found.state, caseId), ...apartBlockers({ caseId, keptOut }, [personId])];
      if (!step || isAnswered) shut.push(nothingToName(caseId, side));
      if (shut.length > 0 || !step) throw new Blocked(shut);
      const able = ableFor(side, await seniorsFor(tx, found), keptOut);
      if (!able.some(({ id }) => id === personId)) {
        throw new Invalid([{ field: 'personId', message: whoToSelect(side, able.length > 0) }]);
      }
      const insteadOf = step[seatOf[side]];
      if (insteadOf === personId) {
        throw new Invalid([{ field: 'personId', message: 'They are asked already: select somebody else' }]);
      }
      await tx.update(EscalationStep, { id: step.id }, { [seatOf[side]]: personId });
      const named = { stepId: step.id, caseId, side, personId, insteadOf, reason };
      await tx.insert(EscalationNaming, { id: newId(), ...named, namedBy: actor.personId, namedAt: now });
      work.record(caseSubject(found), { type: 'ESCALATION_SENIOR_NAMED', step: step.step, side });
      return { caseId, step: step.step, side, personId, version: found.version };
    });
  }
}

const nothingToName = (caseId: string, side: Side) => ({
  ...blocker('WRONG_STATE', casePage({ caseId }, 'escalations')),
  message: `Nobody is waited for on the side of ${sides[side].toLowerCase()}`,
});
