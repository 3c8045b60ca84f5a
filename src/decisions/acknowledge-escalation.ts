import { Injectable } from '@nestjs/common';
import { claimCase } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { blocker, casePage } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { Blocked } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { EscalationEnd } from './escalation.entity.js';
import type { EscalationAcknowledgementInput } from './escalation.input.js';
import { escalationsOf } from './escalations.queries.js';

export type EscalationAcknowledged = { caseId: string; acknowledged: number; version: number };

@Injectable()
export class AcknowledgeEscalation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The chair takes note, for the panel, of how its escalations ended, perhaps with words. */
  execute(actor: Actor, caseId: string, input: EscalationAcknowledgementInput): Promise<EscalationAcknowledged> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'escalation.acknowledge', caseId, input.version);
      const ended = await escalationsOf(work.tx, caseId);
      const fresh = ended.filter(({ end }) => end && end.acknowledgedAt === null);
      if (fresh.length === 0) throw new Blocked([nothingNew(caseId)]);
      const noted = { acknowledgedBy: actor.personId, acknowledgedAt: work.now, note: input.note || null };
      for (const { id } of fresh) await work.tx.update(EscalationEnd, { escalationId: id }, noted);
      work.record(caseSubject(found), { type: 'ESCALATION_ACKNOWLEDGED' });
      return { caseId, acknowledged: fresh.length, version: found.version };
    });
  }
}

const nothingNew = (caseId: string) => ({
  ...blocker('WRONG_STATE', casePage({ caseId }, 'escalations')),
  message: 'There is no end of an escalation of which the panel has not taken note',
});
