import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { isDecided } from '../cases/case-clocks.queries.js';
import { keepDuties } from '../cases/keep-duties.js';
import { type CaseMoved, claimCase, moveCase, movedTo } from '../cases/move-case.js';
import { setDeliveryAside } from '../outcomes/set-delivery-aside.js';
import { errorBlockers } from '../policy/amendments.js';
import { withdrawReasons } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { faultIf, refuse } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { whyWithdrawn, type CaseWithdrawalInput } from './amendment.input.js';
import { decisionRecords, standingRecord } from './decision-records.js';
import { undoRecord } from './undo-record.js';

@Injectable()
export class WithdrawCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Ends a case that was entered in error or transferred; it stays on record. With what was entered in error fall an outcome
   * that is recorded, what is delivered and every duty; of a case that was transferred they are true and stand.
   */
  execute(actor: Actor, caseId: string, { reasonCode, reason, version }: CaseWithdrawalInput): Promise<CaseMoved> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'case.manage', caseId, version);
      const isAsked = await isDecided(work.tx, caseId);
      refuse(faultIf(isAsked && reasonCode === undefined, 'reasonCode', whyWithdrawn));
      const records = await decisionRecords(work.tx, caseId);
      const isError = reasonCode === 'ENTERED_IN_ERROR';
      const falling = isError ? standingRecord(records, 'OUTCOME') : null;
      const who = { actorId: actor.personId, recordedBy: falling ? [falling.madeBy.id] : [] };
      const blockers = falling ? errorBlockers({ caseId, ...who }) : [];
      const moved = await moveCase(work, found, 'WITHDRAW', { blockers, reasonCode, reason });
      if (isError) {
        // First, so that what was delivered is kept, and not what was planned before the outcome.
        const decisionId = standingRecord(records, 'POLICE_DECISION')?.id ?? null;
        await setDeliveryAside(work, caseId, { because: 'WITHDRAWAL', decisionId });
        if (falling) await undoRecord(work, found, falling, withdrawReasons.ENTERED_IN_ERROR);
        await keepDuties(work, caseId, sql`1 = 1`);
      }
      return movedTo(moved);
    });
  }
}
