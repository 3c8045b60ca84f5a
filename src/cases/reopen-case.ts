import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import type { ReasonInput } from './case-moves.input.js';
import { type CaseMoved, claimCase, moveCase, movedTo } from './move-case.js';
import { caseSubject } from './visible-cases.js';

/** Takes a signed-off case back to preparation on late news; the sign-off goes. */
@Injectable()
export class ReopenCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { reason, version }: ReasonInput): Promise<CaseMoved> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'case.manage', id, version);
      const moved = await moveCase(work, found, 'REOPEN', { reason });
      work.record(caseSubject(found), { type: 'SIGN_OFF_REMOVED', because: 'LATE_NEWS' });
      return movedTo(moved);
    });
  }
}
