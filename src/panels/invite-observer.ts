import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { holdsIn } from '../access/people-of-area.js';
import type { Actor } from '../platform/actor.js';
import { lockOne } from '../platform/database/claim.js';
import { row } from '../platform/database/read.js';
import { faultIf, NotFound, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { A_DAY } from '../policy/days.js';
import { lockMeeting, meetingSubject, refuseCancelled } from './find-meeting.js';
import { ObserverInvitation } from './meeting-plans.entity.js';
import type { ObserverInput } from './meeting-plans.input.js';
import { instantOf } from './starts-at.js';

const LONGEST = 31 * A_DAY;

export type ObserverInvited = { id: string; from: string; until: string };

@Injectable()
export class InviteObserver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Lets an observer of the area see one meeting, without identities, between two instants at most 31 days apart. */
  execute(actor: Actor, meetingId: string, input: ObserverInput): Promise<ObserverInvited> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const meeting = await lockMeeting(work, 'meeting.run', meetingId);
      const { personId } = input;
      const [from, until] = [instantOf(input.from) ?? '', instantOf(input.until) ?? ''];
      const isOrdered = from < until;
      refuseCancelled(meeting);
      const isObserver = await holdsIn(tx, meeting.panelAreaId, 'meeting.observe', personId);
      const faults = [
        ...faultIf(!isObserver, 'personId', 'Select an observer of this panel area'),
        ...faultIf(!isOrdered, 'until', 'The end must be after the beginning'),
        ...faultIf(isOrdered && until <= now, 'until', 'Enter an end that is still to come'),
        ...faultIf(
          isOrdered && Date.parse(until) - Date.parse(from) > LONGEST,
          'until',
          'Enter an end at most 31 days after the beginning',
        ),
        ...faultIf(
          isOrdered && (await isInvited(work, meetingId, personId, { from, until })),
          'personId',
          'They are invited for some of that time already: end that invitation first',
        ),
      ];
      refuse(faults);
      const id = newId();
      const invited = { id, meetingId, personId, fromAt: from, untilAt: until };
      await tx.insert(ObserverInvitation, { ...invited, invitedBy: actor.personId, invitedAt: now, endedAt: null });
      record(meetingSubject(meeting), { type: 'OBSERVER_INVITED', personId, from, until });
      return { id, from, until };
    });
  }
}

@Injectable()
export class EndObserverInvitation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, meetingId: string, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const meeting = await lockMeeting(work, 'meeting.run', meetingId);
      const invitation = await lockOne(work.tx, ObserverInvitation, { id, meetingId });
      if (!invitation) throw new NotFound();
      await work.tx.update(ObserverInvitation, { id }, { endedAt: invitation.endedAt ?? work.now });
      work.record(meetingSubject(meeting), { type: 'OBSERVER_INVITATION_ENDED' });
    });
  }
}

/** An invitation that holds at some of that time. */
const isInvited = async (
  { tx }: Work,
  meetingId: string,
  personId: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<boolean> =>
  (await row(
    tx,
    sql`select v.id from observer_invitations v where v."meetingId" = ${meetingId} and v."personId" = ${personId}
        and v."endedAt" is null and v."fromAt" < ${until} and v."untilAt" > ${from} limit 1`,
  )) !== null;
