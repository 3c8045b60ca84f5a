import { Injectable } from '@nestjs/common';
import { linksOf } from '../cases/links/links.queries.js';
import { type Actor } from '../platform/actor.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { claimMeeting, meetingSubject } from './find-meeting.js';
import { AgendaItem } from './meeting.entity.js';
import type { HearingTogetherInput } from './meeting.input.js';
import { type AgendaCase, agendaOf, isForHearing } from './meetings.queries.js';
import { placeInOrder } from './place-in-order.js';

export type HeardTogether = { readonly caseIds: readonly string[]; readonly version: number };

/** Places linked cases next to each other on the agenda, so that they are heard together; each is decided alone. */
@Injectable()
export class HearTogether {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The cases linked with this one follow it in the order they had. What is closed to the actor keeps its order too. */
  execute(actor: Actor, meetingId: string, { caseId, version }: HearingTogetherInput): Promise<HeardTogether> {
    return this.unitOfWork.run(actor, async (work) => {
      const meeting = await claimMeeting(work, 'meeting.arrange', meetingId, version);
      const agenda = await agendaOf(work.tx, meetingId, actor);
      const hearing = agenda.filter((item) => !item.closed && isForHearing(item, meetingId));
      const first = hearing.find((item) => item.id === caseId);
      if (!first) throw new Invalid([{ field: 'caseId', message: 'Select a case from the agenda of this meeting' }]);
      const links = await linksOf(work.tx, actor, caseId);
      const others = hearing.filter((item) => links.some((link) => link.caseId === item.id));
      if (others.length === 0) throw new Invalid([{ field: 'caseId', message: NONE }]);
      const together = [first, ...others];
      await placeInOrder(work, nextTo(agenda, first, others));
      for (const { itemId } of together) {
        await work.tx.update(AgendaItem, { id: itemId }, { togetherWith: first.itemId });
      }
      work.record(meetingSubject(meeting), { type: 'HEARD_TOGETHER', cases: together.length });
      return { caseIds: together.map(({ id }) => id), version: meeting.version };
    });
  }

  /** Each is heard by itself again; the running order stays. */
  undo(actor: Actor, meetingId: string, { caseId, version }: HearingTogetherInput): Promise<HeardTogether> {
    return this.unitOfWork.run(actor, async (work) => {
      const meeting = await claimMeeting(work, 'meeting.arrange', meetingId, version);
      const agenda = await agendaOf(work.tx, meetingId, actor);
      const item = agenda.find(({ id, closed }) => id === caseId && !closed);
      if (!item?.togetherWith) throw new NotFound();
      const apart = agenda.filter(({ togetherWith }) => togetherWith === item.togetherWith);
      // Those who may read them all see that they are heard together; for anybody else they are not.
      if (apart.some(({ closed }) => closed)) throw new NotFound();
      for (const { itemId } of apart) await work.tx.update(AgendaItem, { id: itemId }, { togetherWith: null });
      work.record(meetingSubject(meeting), { type: 'HEARD_APART' });
      return { caseIds: apart.map(({ id }) => id), version: meeting.version };
    });
  }
}

const NONE = 'No case that is linked with this one is for hearing at this meeting';

/** The agenda with the others next after the first. */
function nextTo(agenda: readonly AgendaCase[], first: AgendaCase, others: readonly AgendaCase[]): AgendaCase[] {
  const rest = agenda.filter((item) => !others.includes(item));
  return rest.flatMap((item) => (item === first ? [item, ...others] : [item]));
}
