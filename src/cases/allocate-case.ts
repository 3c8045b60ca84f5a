import { Injectable } from '@nestjs/common';
import { unableTo } from '../access/people-of-area.js';
import { blocker } from '../policy/gate.js';
import { openStates } from '../policy/lifecycle.js';
import type { Actor } from '../platform/actor.js';
import { Blocked, faultIf, refuse } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { Case } from './case.entity.js';
import type { AllocationInput } from './case-moves.input.js';
import { type CaseMoved, claimCase, movedTo } from './move-case.js';
import { caseSubject } from './visible-cases.js';

export type CaseAllocated = CaseMoved & { readonly allocatedTo: string };

const preparing = {
  permission: 'case.assess',
  stranger: 'Select somebody who may assess children in this panel area',
} as const;

/** Gives a case to whoever prepares it; nobody is given one who may not assess in its panel area. */
@Injectable()
export class AllocateCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { personId, version }: AllocationInput): Promise<CaseAllocated> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'case.manage', id, version);
      if (!openStates.includes(found.state)) {
        const ended = { ...blocker('WRONG_STATE', `/cases/${id}`), message: 'The case has ended' };
        throw new Blocked([ended]);
      }
      const unable = await unableTo(work.tx, found, personId, preparing);
      refuse(faultIf(unable !== null, 'personId', unable ?? ''));
      await work.tx.update(Case, { id }, { allocatedTo: personId, allocatedAt: work.now });
      work.record(caseSubject(found), { type: 'CASE_ALLOCATED', personId, again: found.allocatedTo !== null });
      return { ...movedTo(found), allocatedTo: personId };
    });
  }
}
