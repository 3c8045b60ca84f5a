import { Injectable } from '@nestjs/common';
import type { Blocker } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { disposalBook } from '../disposals/disposal-book.queries.js';
import { refuseNeverKnown } from '../disposals/known-disposal.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { earlierDisposals } from '../children/children.queries.js';
import type { DisposalInput } from '../children/disposal.input.js';
import { findChild } from '../children/find-child.js';
import { addDisposal, oddIn, refuseDayOf } from '../children/record-disposal.js';
import { reopenForChild } from './reopen-for-child.js';

export type DisposalRecorded = {
  readonly id: string;
  readonly warnings: readonly Pick<Blocker, 'code' | 'message'>[];
};

/** Records what a child had before, from any source; a preparation that was signed off without it is opened again. */
@Injectable()
export class RecordEarlierDisposal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, childId: string, input: DisposalInput): Promise<DisposalRecorded> {
    return this.unitOfWork.run(actor, async (work) => {
      const { identityId, panelAreaId, dateOfBirth } = await findChild(work.tx, actor, 'disposal.record', childId);
      refuseNeverKnown(await disposalBook(work.tx, work.today), 'disposal', input.disposal);
      refuseDayOf(input.givenOn, dateOfBirth, work.today);
      const earlier = await earlierDisposals(work.tx, actor, identityId);
      const odd = await oddIn(work.tx, { ...input, dateOfBirth, earlier, mend: `/children/${childId}` });
      const { disposal, givenOn, offence, route, source, completed } = input;
      const given = { disposal, givenOn, offence, route, source, completed };
      const id = await addDisposal(work, { childId, panelAreaId, ...given });
      await reopenForChild(work, identityId, 'EARLIER_DISPOSAL');
      return { id, warnings: odd.map(({ code, message }) => ({ code, message })) };
    });
  }
}
