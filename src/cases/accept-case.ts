import { Injectable } from '@nestjs/common';
import type { Blocker } from '../policy/gate.js';
import { routingFlags } from '../policy/routing.js';
import type { Actor } from '../platform/actor.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import type { AcceptanceInput } from './case-moves.input.js';
import { type CaseMoved, claimCase, moveCase, movedTo } from './move-case.js';
import { routingFacts } from './routing.queries.js';

/** What local rules say of the case informs whoever accepts it, and keeps nobody. */
export type CaseAccepted = CaseMoved & { readonly informed: readonly Blocker[] };

/** Screens a referral for the panel: preparation begins. */
@Injectable()
export class AcceptCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { version }: AcceptanceInput): Promise<CaseAccepted> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'case.manage', id, version);
      const moved = movedTo(await moveCase(work, found, 'ACCEPT'));
      return { ...moved, informed: routingFlags(await routingFacts(work.tx, actor, id, work.today)) };
    });
  }
}
