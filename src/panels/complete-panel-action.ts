import { Injectable } from '@nestjs/common';
import { claimCase } from '../cases/move-case.js';
import type { CaseFound } from '../cases/find-case.js';
import type { Way } from '../cases/open-by-any.js';
import { caseSubject } from '../cases/visible-cases.js';
import { type Actor, may } from '../platform/actor.js';
import { lockOne } from '../platform/database/claim.js';
import { Invalid, NotFound, NotPermitted } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { PanelAction } from './meeting-plans.entity.js';
import type { ActionDoneInput } from './panel-action.input.js';

type Owned = Pick<PanelAction, 'ownerId' | 'agency'>;

/** Whose it is to say that it is done: the owner, anybody of the agency, or whoever runs meetings there. */
export const mayComplete = ({ ownerId, agency }: Owned, actor: Actor, panelAreaId: string): boolean =>
  ownerId === actor.personId || agency === actor.agency || may(actor, 'meeting.run', panelAreaId);

/** Who comes to what the panel asked for in a case. The first that fits is taken. */
export const waysToActions: readonly Way[] = [
  { permission: 'case.read', part: 'WHAT_THE_PANEL_ASKED_FOR' },
  { permission: 'panel-action.complete', part: 'WHAT_THE_PANEL_ASKED_THEM_FOR' },
];

/** Whoever reads the case sees all that was asked for; others what was asked of them or their agency. */
export const actionsShown = <One extends Owned>(actor: Actor, found: CaseFound, all: readonly One[]): One[] =>
  may(actor, 'case.read', found.panelAreaId)
    ? [...all]
    : all.filter((action) => mayComplete(action, actor, found.panelAreaId));

@Injectable()
export class CompletePanelAction {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, id: string, { done, version }: ActionDoneInput): Promise<{ id: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const found = await claimCase(work, 'panel-action.complete', caseId, version);
      const action = await lockOne(tx, PanelAction, { id, caseId });
      if (!action) throw new NotFound();
      if (!mayComplete(action, actor, found.panelAreaId)) {
        throw new NotPermitted('Its owner, somebody of the agency or whoever runs the meetings says that it is done.');
      }
      if (action.doneAt !== null) throw new Invalid([{ field: 'done', message: 'This was recorded as done already' }]);
      await tx.update(PanelAction, { id }, { doneAt: now, doneBy: actor.personId, done });
      record(caseSubject(found), { type: 'PANEL_ACTION_DONE' });
      return { id };
    });
  }
}
