import { Injectable } from '@nestjs/common';
import { blocker } from '../../policy/gate.js';
import type { Actor } from '../../platform/actor.js';
import { lockOne } from '../../platform/database/claim.js';
import { Blocked, NotFound } from '../../platform/errors.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { claimCase } from '../move-case.js';
import { caseSubject } from '../visible-cases.js';
import { Conflict } from './conflict.entity.js';
import type { LiftingInput } from './conflict.input.js';

/** Opens a case again to somebody who had stepped out. Nobody lifts their own: the case is not there for them. */
@Injectable()
export class LiftConflict {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: Actor,
    caseId: string,
    conflictId: string,
    { reason, version }: LiftingInput,
  ): Promise<{ caseId: string; personId: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const found = await claimCase(work, 'conflict.lift', caseId, version);
      const conflict = await lockOne(tx, Conflict, { id: conflictId, caseId });
      if (!conflict) throw new NotFound();
      if (conflict.liftedAt !== null) {
        const mend = `/cases/${caseId}/conflicts`;
        throw new Blocked([
          { ...blocker('WRONG_STATE', mend), message: 'This conflict of interest was lifted already' },
        ]);
      }
      const lifted = { liftedBy: actor.personId, liftedAt: now, liftReason: reason };
      await tx.update(Conflict, { id: conflictId }, lifted);
      record(caseSubject(found), { type: 'CONFLICT_LIFTED' });
      return { caseId, personId: conflict.personId };
    });
  }
}
