import { Injectable } from '@nestjs/common';
import { blocker } from '../../policy/gate.js';
import type { Actor } from '../../platform/actor.js';
import { lockOne } from '../../platform/database/claim.js';
import { Blocked, NotFound, NotPermitted } from '../../platform/errors.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { claimCase } from '../move-case.js';
import { caseSubject } from '../visible-cases.js';
import { namedOn } from './named-people.js';
import { GlassBreak } from './restriction.entity.js';
import type { AcknowledgementInput } from './restriction.input.js';

/** A manager named on the case looked into why somebody opened it; until then it waits for them. Never one's own. */
@Injectable()
export class AcknowledgeOpening {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: Actor,
    caseId: string,
    openingId: string,
    { found: acknowledgement, version }: AcknowledgementInput,
  ): Promise<{ caseId: string; openingId: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const found = await claimCase(work, 'case.restrict', caseId, version);
      const opening = await lockOne(tx, GlassBreak, { id: openingId, caseId });
      if (!opening) throw new NotFound();
      if (opening.personId === actor.personId) throw new NotPermitted('Somebody else looks into what you opened.');
      if (!(await namedOn(tx, opening.restrictionId)).includes(actor.personId)) {
        throw new NotPermitted('Only a manager who is named on the restricted case looks into who opened it.');
      }
      if (opening.acknowledgedAt !== null) {
        const mend = `/cases/${caseId}/restriction`;
        throw new Blocked([{ ...blocker('WRONG_STATE', mend), message: 'This was looked into already' }]);
      }
      const looked = { acknowledgedBy: actor.personId, acknowledgedAt: now, acknowledgement };
      await tx.update(GlassBreak, { id: openingId }, looked);
      record(caseSubject(found), { type: 'OPENING_ACKNOWLEDGED' });
      return { caseId, openingId };
    });
  }
}
