import { Injectable } from '@nestjs/common';
import { calendarOf } from '../access/bank-holidays.queries.js';
import { type Actor, may } from '../platform/actor.js';
import { dayOf } from '../platform/clock.js';
import { faultIf, Invalid, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { arrangingReasons } from './arranging.js';
import { meetingSubject } from './find-meeting.js';
import { Meeting } from './meeting.entity.js';
import type { MeetingInput } from './meeting.input.js';
import { bringWaitingBack } from './return-to-agenda.js';
import { instantOf } from './starts-at.js';

export type MeetingArranged = {
  id: string;
  panelAreaId: string;
  startsAt: string;
  meetingDay: string;
  version: number;
};

@Injectable()
export class ArrangeMeeting {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** An area that is not there and one that is not the asker's are told apart by nothing. */
  execute(actor: Actor, input: MeetingInput): Promise<MeetingArranged> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const { panelAreaId, place = null, capacity = null, closesHoursBefore = null } = input;
      const startsAt = instantOf(input.startsAt);
      if (!startsAt) throw new Invalid([{ field: 'startsAt', message: 'Enter when the meeting starts' }]);
      if (!may(actor, 'meeting.arrange', panelAreaId)) {
        throw new Invalid([{ field: 'panelAreaId', message: 'Select a panel area in which you arrange meetings' }]);
      }
      refuse(faultIf(startsAt <= now, 'startsAt', 'Enter a time that is still to come'));
      const extraordinary = extraordinaryOf(input);
      const arranged = { id: newId(), panelAreaId, startsAt, meetingDay: dayOf(startsAt), version: 1 };
      const asked = { panelAreaId, startsAt: [startsAt], overrides: input.overrides };
      const overrides = await arrangingReasons(work, await calendarOf(tx), asked);
      const limits = { place, capacity, closesHoursBefore, ...extraordinary, overrides };
      await tx.insert(Meeting, { ...arranged, ...limits, createdBy: actor.personId, createdAt: now });
      record(meetingSubject(arranged), { type: 'MEETING_ARRANGED', day: arranged.meetingDay });
      for (const { code } of overrides) record(meetingSubject(arranged), { type: 'GATE_OVERRIDDEN', code });
      await bringWaitingBack(work, panelAreaId);
      return arranged;
    });
  }
}

type Extraordinary = {
  readonly [Part in 'extraordinaryBecause' | 'extraordinaryReason']?: Meeting[Part] | undefined;
};

/** A sitting between the meetings of a series says what kind of matter it is and why it cannot wait. */
function extraordinaryOf(input: MeetingInput) {
  const { extraordinaryBecause = null, extraordinaryReason = null }: Extraordinary = input;
  const faults = [
    ...faultIf(
      extraordinaryBecause !== null && extraordinaryReason === null,
      'extraordinaryReason',
      'Enter why it cannot wait for the next meeting',
    ),
    ...faultIf(
      extraordinaryBecause === null && extraordinaryReason !== null,
      'extraordinaryBecause',
      'Select what cannot wait for the next meeting',
    ),
  ];
  refuse(faults);
  return { extraordinaryBecause, extraordinaryReason };
}
