import { Injectable } from '@nestjs/common';
import { caseSubject } from '../cases/visible-cases.js';
import { agenciesPresent, openingBlockers, stillToAnswer } from '../policy/discussion-gates.js';
import { type Lifted, openWith } from '../policy/gate.js';
import { type Actor, may } from '../platform/actor.js';
import { refuseShut } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { CaseDiscussion } from './discussion.entity.js';
import type { DiscussionOpeningInput } from './discussion.input.js';
import { goingOn, lockHearing } from './lock-hearing.js';

export type DiscussionOpened = { caseId: string; openedAt: string; overridden: Lifted[] };

@Injectable()
export class OpenDiscussion {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** From here on those who sit read every view, and none can change. */
  execute(actor: Actor, caseId: string, { overrides = [] }: DiscussionOpeningInput): Promise<DiscussionOpened> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const hearing = await lockHearing(work, 'discussion.open', caseId);
      const { found, facts } = hearing;
      const mayOverride = may(actor, 'gate.override', found.panelAreaId);
      const { shut, overridden } = openWith(openingBlockers(facts), overrides, mayOverride);
      refuseShut(shut);
      const { itemId } = goingOn(hearing);
      const lifted = overridden.map(({ code, reason }) => ({ code, reason }));
      const opening = { itemId, caseId, overrides: lifted, openedBy: actor.personId, openedAt: now };
      await tx.insert(CaseDiscussion, opening);
      const present = agenciesPresent(facts).length;
      const given = present - stillToAnswer(facts).length;
      record(caseSubject(found), { type: 'DISCUSSION_OPENED', given, present });
      for (const { code } of overridden) record(caseSubject(found), { type: 'GATE_OVERRIDDEN', code });
      return { caseId, openedAt: now, overridden };
    });
  }
}
