import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import type { AcceptanceInput } from './case-moves.input.js';
import { type CaseMoved, claimCase, moveCase, movedTo } from './move-case.js';

/** Screens a referral for the panel: preparation begins. */
@Injectable()
export class AcceptCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { version }: AcceptanceInput): Promise<CaseMoved> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'case.manage', id, version);
      return movedTo(await moveCase(work, found, 'ACCEPT'));
    });
  }
}
