import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { ReasonInput } from '../cases/case-moves.input.js';
import { type CaseMoved, claimCase, moveCase, movedTo } from '../cases/move-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import { decisionOf } from '../decisions/decision-of.js';
import type { Actor } from '../platform/actor.js';
import { rows } from '../platform/database/read.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';

@Injectable()
export class ReturnToPanel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** For a child who refused, or an activity that was not completed: the panel considers the case anew. */
  execute(actor: Actor, id: string, { reason, version }: ReasonInput): Promise<CaseMoved> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'outcome.record', id, version);
      const moved = await moveCase(work, found, 'RETURN_TO_PANEL', { reason });
      await setDeliveryAside(work, id, (await decisionOf(work.tx, id))?.decision?.id ?? null);
      work.record(caseSubject(found), { type: 'SIGN_OFF_REMOVED', because: 'RETURN_TO_PANEL' });
      return movedTo(moved);
    });
  }
}

/** What was done under the decision that is given up stays to be read, and completes nothing of the next one. */
async function setDeliveryAside({ tx, now }: Work, caseId: string, decisionId: string | null): Promise<void> {
  await rows(
    tx,
    sql`insert into past_deliveries (id, "caseId", "decisionId", status, "startedOn", "dueOn", "endedOn", "endReason",
                                     "endedBy", actions, "notCompletedReason", "keptAt")
        select ${newId()}, y."caseId", ${decisionId}, y.status, y."startedOn", y."dueOn", y."endedOn", y."endReason",
               y."endedBy", y.actions, y."notCompletedReason", ${now}
        from deliveries y where y."caseId" = ${caseId}`,
  );
  await rows(tx, sql`delete from deliveries where "caseId" = ${caseId}`);
}
