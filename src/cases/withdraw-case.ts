import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import type { ReasonInput } from './case-moves.input.js';
import { type CaseMoved, claimCase, moveCase, movedTo } from './move-case.js';

/** Ends a case that was entered in error or transferred; it stays on record. */
@Injectable()
export class WithdrawCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { reason, version }: ReasonInput): Promise<CaseMoved> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'case.manage', id, version);
      return movedTo(await moveCase(work, found, 'WITHDRAW', { reason }));
    });
  }
}
