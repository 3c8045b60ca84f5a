import { Injectable } from '@nestjs/common';
import { unableTo } from '../access/people-of-area.js';
import { claimCase } from '../cases/move-case.js';
import type { CaseFound } from '../cases/find-case.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { Actor } from '../platform/actor.js';
import type { Source } from '../platform/database/read.js';
import { faultIf, type FieldError, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { PanelAction } from './meeting-plans.entity.js';
import type { ActionInput, PanelActionInput } from './panel-action.input.js';
import { currentItem } from './meetings.queries.js';

@Injectable()
export class AddPanelAction {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Something the panel asks of a person or an agency; it hangs on the meeting at which the case was last. */
  execute(actor: Actor, caseId: string, input: PanelActionInput): Promise<{ id: string; version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { version, ...action } = input;
      const found = await claimCase(work, 'meeting.run', caseId, version);
      const faults = (await ownerFaults(work.tx, found, [action], work.today)).map(({ field, message }) => ({
        ...{ field: field.replace('actions[0].', ''), message },
      }));
      refuse(faults);
      const item = await currentItem(work.tx, caseId);
      const [id = ''] = await addActions(work, found, [action], item?.meetingId ?? null);
      return { id, version: found.version };
    });
  }
}

/** Each action has one owner, an agency or a person who can take it up, and a day to come. */
export async function ownerFaults(
  source: Source,
  found: CaseFound,
  actions: readonly ActionInput[],
  today: string,
): Promise<FieldError[]> {
  const faults: FieldError[] = [];
  for (const [index, { ownerId, agency, due }] of actions.entries()) {
    const at = (field: string): string => `actions[${index}].${field}`;
    const owners = [ownerId, agency].filter((owner) => owner !== undefined);
    const unable = ownerId === undefined ? null : await unableTo(source, found, ownerId, asking);
    faults.push(
      ...faultIf(owners.length !== 1, at('ownerId'), 'Select a person or an agency, one of the two'),
      ...faultIf(unable !== null, at('ownerId'), unable ?? ''),
      ...faultIf(due < today, at('due'), 'Enter a day that has not passed'),
    );
  }
  return faults;
}

const asking = {
  permission: 'panel-action.complete',
  stranger: 'Select somebody of this panel area who does what a panel asks for',
} as const;

export async function addActions(
  { tx, actor, now, record }: Work,
  found: CaseFound,
  actions: readonly ActionInput[],
  meetingId: string | null,
): Promise<string[]> {
  const ids: string[] = [];
  for (const { what, ownerId = null, agency = null, due } of actions) {
    const asked = { id: newId(), caseId: found.id, meetingId, what, ownerId, agency, dueOn: due };
    const open = { doneAt: null, doneBy: null, done: null };
    await tx.insert(PanelAction, { ...asked, ...open, createdBy: actor.personId, createdAt: now });
    record(caseSubject(found), { type: 'PANEL_ACTION_ADDED', due });
    ids.push(asked.id);
  }
  return ids;
}
