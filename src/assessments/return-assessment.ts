import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import { blocker, casePage } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { lockOne, writeOne } from '../platform/database/claim.js';
import { Blocked } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { Assessment } from './assessment.entity.js';
import type { ReturnInput } from './assessment.input.js';

/** Sends a submitted assessment back to its authors with reasons. */
@Injectable()
export class ReturnAssessment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, { reasons, version }: ReturnInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const part = { name: 'ASSESSMENT', isAuthored: false };
      const found = await changePreparation(work, 'case.sign-off', caseId, part);
      const kept = await lockOne(tx, Assessment, { caseId });
      if (kept?.status !== 'SUBMITTED') {
        throw new Blocked([blocker('ASSESSMENT_NOT_SUBMITTED', casePage({ caseId }, 'assessment/submission'))]);
      }
      const changes = { status: 'RETURNED' as const, returnReasons: reasons, changeNote: null, updatedAt: now };
      const moved = await writeOne(tx, Assessment, { caseId }, changes, version ?? kept.version);
      record(caseSubject(found), { type: 'ASSESSMENT_RETURNED' });
      return { version: moved };
    });
  }
}
