import { Injectable } from '@nestjs/common';
import { type Actor, may } from '../platform/actor.js';
import { dayOf } from '../platform/clock.js';
import { Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { meetingSubject } from './find-meeting.js';
import { Meeting } from './meeting.entity.js';
import type { MeetingInput } from './meeting.input.js';
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
    return this.unitOfWork.run(actor, async ({ tx, now, record }) => {
      const { panelAreaId, place = null } = input;
      const startsAt = instantOf(input.startsAt);
      if (!startsAt) throw new Invalid([{ field: 'startsAt', message: 'Enter when the meeting starts' }]);
      if (!may(actor, 'meeting.arrange', panelAreaId)) {
        throw new Invalid([{ field: 'panelAreaId', message: 'Select a panel area in which you arrange meetings' }]);
      }
      const arranged = { id: newId(), panelAreaId, startsAt, meetingDay: dayOf(startsAt), version: 1 };
      await tx.insert(Meeting, { ...arranged, place, createdBy: actor.personId, createdAt: now });
      record(meetingSubject(arranged), { type: 'MEETING_ARRANGED', day: arranged.meetingDay });
      return arranged;
    });
  }
}
