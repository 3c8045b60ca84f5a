import { Injectable } from '@nestjs/common';
import { blocker } from '../policy/gate.js';
import type { Actor } from '../platform/actor.js';
import { Blocked, Invalid } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { claimMeeting, meetingSubject } from './find-meeting.js';
import type { OrderInput } from './meeting-plans.input.js';
import { type AgendaCase, agendaOf, isStanding } from './meetings.queries.js';
import { placeInOrder } from './place-in-order.js';

@Injectable()
export class OrderAgenda {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The order in which the standing cases are heard, all that are open to the actor. What left the agenda, and what is closed
   * to them, keeps its place; cases that are heard together stay next to each other. The version is that of the meeting: of
   * two people who reorder at once the second is told.
   */
  execute(actor: Actor, meetingId: string, { caseIds, version }: OrderInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const meeting = await claimMeeting(work, 'meeting.run', meetingId, version);
      if (meeting.cancelledAt) throw new Blocked([blocker('MEETING_CANCELLED', `/meetings/${meetingId}`)]);
      const agenda = await agendaOf(work.tx, meetingId, actor);
      const standing = agenda.filter((item) => !item.closed && isStanding(item, meetingId));
      const items = caseIds.flatMap((caseId) => standing.find(({ id }) => id === caseId) ?? []);
      if (new Set(caseIds).size !== standing.length || items.length !== standing.length) {
        throw new Invalid([{ field: 'caseIds', message: 'Send every case that stands on the agenda, each once' }]);
      }
      if (isTornApart(items)) throw new Invalid([{ field: 'caseIds', message: TORN }]);
      await placeInOrder(work, items);
      work.record(meetingSubject(meeting), { type: 'AGENDA_ORDERED', cases: items.length });
      return { version: meeting.version };
    });
  }
}

const TORN = 'Cases that are heard together stay next to each other. Hear them one by one first';

/** Between two cases that are heard together there is another one. */
const isTornApart = (items: readonly AgendaCase[]): boolean =>
  items.some(({ togetherWith }, index) => {
    const before = items.findLastIndex((one, at) => at < index && one.togetherWith === togetherWith);
    return togetherWith !== null && before !== -1 && before !== index - 1;
  });
