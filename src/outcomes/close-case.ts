import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type CaseMoved, claimCase, moveCase, movedTo } from '../cases/move-case.js';
import { closingBlockers } from '../policy/outcome-gates.js';
import type { Actor } from '../platform/actor.js';
import { row } from '../platform/database/read.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import type { ClosureInput } from './closure.input.js';

@Injectable()
export class CloseCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Nothing is left to be delivered. Duties that are still open stay on their list. */
  execute(actor: Actor, caseId: string, { version }: ClosureInput): Promise<CaseMoved> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'delivery.record', caseId, version);
      const delivery = await row<{ status: string }>(
        work.tx,
        sql`select y.status from deliveries y where y."caseId" = ${caseId}`,
      );
      const blockers = closingBlockers({ caseId, deliveryStatus: delivery?.status });
      return movedTo(await moveCase(work, found, 'CLOSE', { blockers }));
    });
  }
}
