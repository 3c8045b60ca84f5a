import { Injectable } from '@nestjs/common';
import type { ReasonInput } from '../cases/case-moves.input.js';
import { type CaseMoved, claimCase, moveCase, movedTo } from '../cases/move-case.js';
import { reopenSections } from '../cases/reopen-sections.js';
import { caseSubject } from '../cases/visible-cases.js';
import { decisionOf } from '../decisions/decision-of.js';
import type { Actor } from '../platform/actor.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { setDeliveryAside } from './set-delivery-aside.js';

@Injectable()
export class ReturnToPanel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * For a child who refused, or an activity that was not completed: the panel considers the case anew, and what was planned
   * is looked at again before anybody signs.
   */
  execute(actor: Actor, id: string, { reason, version }: ReasonInput): Promise<CaseMoved> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'outcome.record', id, version);
      await reopenSections(work, found, { news: 'NOT_CARRIED_OUT' });
      const moved = await moveCase(work, found, 'RETURN_TO_PANEL', { reason });
      const decisionId = (await decisionOf(work.tx, id))?.decision?.id ?? null;
      await setDeliveryAside(work, id, { because: 'DECISION', decisionId });
      work.record(caseSubject(found), { type: 'SIGN_OFF_REMOVED', because: 'RETURN_TO_PANEL' });
      return movedTo(moved);
    });
  }
}
