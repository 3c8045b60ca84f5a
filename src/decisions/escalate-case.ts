import { Injectable } from '@nestjs/common';
import { claimCase, moveCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { CaseState } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { beginStep, type StepBegun } from './begin-step.js';
import { Escalation } from './escalation.entity.js';
import type { EscalationInput } from './escalation.input.js';

export type CaseEscalated = {
  caseId: string;
  escalationId: string;
  state: CaseState;
  version: number;
  step: StepBegun;
};

@Injectable()
export class EscalateCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** For a case the panel cannot settle, or a recommendation that police cannot follow: the first step of the ladder begins. */
  execute(actor: Actor, caseId: string, input: EscalationInput): Promise<CaseEscalated> {
    return this.unitOfWork.run(actor, async (work) => {
      const { reason } = input;
      const found = await claimCase(work, 'case.escalate', caseId, input.version);
      const { state } = await moveCase(work, found, 'ESCALATE');
      const [escalatedBy, escalatedAt, escalationId] = [actor.personId, work.now, newId()];
      await work.tx.insert(Escalation, { id: escalationId, caseId, reason, escalatedBy, escalatedAt });
      work.record(caseSubject(found), { type: 'CASE_ESCALATED' });
      const step = await beginStep(work, found, { escalationId, escalatedAt, step: 1 }, input);
      return { caseId, escalationId, state, version: found.version, step };
    });
  }
}
