import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import type { ReturnToPoliceInput } from './case-moves.input.js';
import { type CaseMoved, claimCase, moveCase, movedTo } from './move-case.js';

/** Sends a case back to police without a recommendation of the panel: at once, with no preparation needed. */
@Injectable()
export class ReturnToPolice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { reasonCode, reason, version }: ReturnToPoliceInput): Promise<CaseMoved> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'case.return', id, version);
      return movedTo(await moveCase(work, found, 'RETURN_TO_POLICE', { reasonCode, reason }));
    });
  }
}
