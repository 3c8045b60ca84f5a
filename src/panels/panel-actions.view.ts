import { agencies } from '../policy/agencies.js';
import { type Actor, may } from '../platform/actor.js';
import type { CaseFound } from '../cases/find-case.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import { mayComplete } from './complete-panel-action.js';
import type { PanelActionFound } from './panel-actions.queries.js';

/** What the panel asked for as its page prints it; `href` where the reader may say that it is done. */
export const actionsView = (
  found: readonly PanelActionFound[],
  actor: Actor,
  { id: caseId, panelAreaId }: Pick<CaseFound, 'id' | 'panelAreaId'>,
  today: string,
) =>
  found.map((action) => {
    const { id, what, ownerName, agency, dueOn, createdByName, meetingDay, doneAt, doneByName, done } = action;
    const isOpen = doneAt === null;
    const mayHere = may(actor, 'panel-action.complete', panelAreaId) && mayComplete(action, actor, panelAreaId);
    return {
      what,
      owner: ownerName ?? (agency ? agencies[agency] : ''),
      due: dayInWords(dueOn),
      isOverdue: isOpen && dueOn < today,
      asked: `${createdByName}${meetingDay ? `, meeting of ${dayInWords(meetingDay)}` : ''}`,
      done: isOpen ? '' : `${done ?? ''} (${doneByName ?? ''}, ${instantInWords(doneAt)})`,
      href: isOpen && mayHere ? `/cases/${caseId}/panel-actions/${id}/completion` : '',
    };
  });
