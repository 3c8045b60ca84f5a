import { Injectable } from '@nestjs/common';
import { changePreparation } from '../cases/change-preparation.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { Actor } from '../platform/actor.js';
import { lockOne, writeOne } from '../platform/database/claim.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { notInFuture } from './not-in-future.js';
import { DisposalCheck } from './earlier-disposals.entity.js';
import type { DisposalCheckInput } from './earlier-disposals.input.js';

/** Where earlier disposals were looked for. Looking again replaces it, unless the sender was shown an older one. */
@Injectable()
export class RecordDisposalCheck {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, input: DisposalCheckInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const part = { name: 'CHECK_FOR_EARLIER_DISPOSALS', isAuthored: true };
      const found = await changePreparation(work, 'case.assess', caseId, part);
      notInFuture('checkedOn', input.checkedOn, work.today);
      const shown = input.version ?? (await lockOne(work.tx, DisposalCheck, { caseId }))?.version;
      const changes = { places: input.places, checkedOn: input.checkedOn, checkedBy: actor.personId };
      const version = await writeOne(work.tx, DisposalCheck, { caseId }, changes, shown);
      work.record(caseSubject(found), { type: 'DISPOSALS_CHECKED' });
      return { version };
    });
  }
}
