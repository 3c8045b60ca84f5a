import { Injectable } from '@nestjs/common';
import { type Actor, may } from '../../platform/actor.js';
import { NotPermitted } from '../../platform/errors.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { claimCase } from '../move-case.js';
import type { CaseConflictInput } from './conflict.input.js';
import { recordConflict } from './record-conflict.js';

/** Who may tell of somebody else's conflict in this panel area: whoever manages its cases or runs its meetings. */
export const maySpeakForOthers = (actor: Actor, panelAreaId: string): boolean =>
  may(actor, 'case.manage', panelAreaId) || may(actor, 'meeting.run', panelAreaId);

/** A conflict of interest told on the case itself, whether it is on an agenda or not. */
@Injectable()
export class StepOut {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: Actor,
    caseId: string,
    { personId, reason, version }: CaseConflictInput,
  ): Promise<{ caseId: string; personId: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await claimCase(work, 'conflict.declare', caseId, version);
      if (personId !== actor.personId && !maySpeakForOthers(actor, found.panelAreaId)) {
        throw new NotPermitted(
          'Only a manager, or whoever runs meetings, records somebody else’s conflict of interest.',
        );
      }
      await recordConflict(work, found, { personId, reason, meetingId: null });
      return { caseId, personId };
    });
  }
}
