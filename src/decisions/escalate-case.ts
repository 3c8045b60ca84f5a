import { Injectable } from '@nestjs/common';
import { claimCase, moveCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { CaseState } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { Escalation } from './decision.entity.js';
import type { EscalationInput } from './decision.input.js';

export type CaseEscalated = { caseId: string; state: CaseState; version: number };

@Injectable()
export class EscalateCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** For a case the panel cannot settle, or a recommendation that police cannot follow. It waits for another one. */
  execute(actor: Actor, caseId: string, { reason, version }: EscalationInput): Promise<CaseEscalated> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'case.escalate', caseId, version);
      const { state } = await moveCase(work, found, 'ESCALATE');
      const [escalatedBy, escalatedAt] = [actor.personId, work.now];
      await work.tx.insert(Escalation, { id: newId(), caseId, reason, escalatedBy, escalatedAt });
      work.record(caseSubject(found), { type: 'CASE_ESCALATED' });
      return { caseId, state, version: found.version };
    });
  }
}
