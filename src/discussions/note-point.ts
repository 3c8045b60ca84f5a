import { Injectable } from '@nestjs/common';
import { caseSubject } from '../cases/visible-cases.js';
import { agenciesPresent, notingBlockers } from '../policy/discussion-gates.js';
import type { Actor } from '../platform/actor.js';
import { Invalid, NotFound, refuseShut } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { DiscussionPoint } from './discussion.entity.js';
import type { PointInput } from './discussion.input.js';
import { goingOn, lockHearing } from './lock-hearing.js';

@Injectable()
export class NotePoint {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** In short, under the agency that raised it; never word for word. */
  execute(actor: Actor, caseId: string, { agency, point }: PointInput): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const hearing = await lockHearing(work, 'discussion.note', caseId);
      const shut = notingBlockers(hearing.facts);
      refuseShut(shut);
      if (!agenciesPresent(hearing.facts).includes(agency)) {
        throw new Invalid([{ field: 'agency', message: 'Select an agency that sits on this case' }]);
      }
      const { itemId } = goingOn(hearing);
      const noted = { agency, point, notedBy: actor.personId, notedAt: now };
      const id = newId();
      await tx.insert(DiscussionPoint, { id, itemId, caseId, ...noted, withdrawnBy: null, withdrawnAt: null });
      record(caseSubject(hearing.found), { type: 'DISCUSSION_POINT_NOTED', agency });
      return { id };
    });
  }
}

@Injectable()
export class WithdrawPoint {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** For a slip of the pen, while the panel has not recommended: it is no longer shown, and the trail says that it was there. */
  execute(actor: Actor, caseId: string, pointId: string): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const hearing = await lockHearing(work, 'discussion.note', caseId);
      const shut = notingBlockers(hearing.facts);
      refuseShut(shut);
      const { itemId } = goingOn(hearing);
      const found = hearing.points.find((one) => one.id === pointId && one.itemId === itemId);
      if (!found) throw new NotFound();
      await tx.update(DiscussionPoint, { id: pointId }, { withdrawnBy: actor.personId, withdrawnAt: now });
      record(caseSubject(hearing.found), { type: 'DISCUSSION_POINT_WITHDRAWN' });
      return { id: pointId };
    });
  }
}
