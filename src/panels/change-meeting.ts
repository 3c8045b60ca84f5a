import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { IsNull } from 'typeorm';
import { calendarOf } from '../access/bank-holidays.queries.js';
import { closedAmong } from '../cases/access/closed-cases.js';
import { changingBlockers } from '../policy/listing-gates.js';
import type { Actor } from '../platform/actor.js';
import { dayOf } from '../platform/clock.js';
import { rows } from '../platform/database/read.js';
import { Invalid, refuseShut } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { adjournItem } from './adjourn-case.js';
import { arrangingReasons } from './arranging.js';
import { claimMeeting, type MeetingFound, meetingSubject } from './find-meeting.js';
import { Meeting } from './meeting.entity.js';
import { isHeld } from './meeting-held.queries.js';
import { MeetingChange, ObserverInvitation } from './meeting-plans.entity.js';
import type { CancellationInput, MoveInput } from './meeting-plans.input.js';
import { type AgendaCase, agendaOf, isStanding } from './meetings.queries.js';
import { instantOf } from './starts-at.js';

export type MeetingMoved = {
  id: string;
  startsAt: string;
  meetingDay: string;
  version: number;
  /** How many invitations of observers moved with it. */
  observers: number;
};
export type MeetingCancelled = { id: string; version: number; cases: { caseId: string; state: string }[] };

@Injectable()
export class MoveMeeting {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** To another time, with its agenda, and to another place where one is given. */
  execute(actor: Actor, id: string, input: MoveInput): Promise<MeetingMoved> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, record } = work;
      const startsAt = instantOf(input.startsAt);
      const meeting = await claimMeeting(work, 'meeting.arrange', id, input.version);
      await refuseUnlessOpen(work, meeting);
      if (!startsAt || startsAt <= now) {
        throw new Invalid([{ field: 'startsAt', message: 'Enter a time that is still to come' }]);
      }
      const meetingDay = dayOf(startsAt);
      const place = input.place === undefined ? {} : { place: input.place };
      const { panelAreaId } = meeting;
      const asked = { panelAreaId, startsAt: [startsAt], overrides: input.overrides, moving: id };
      const overrides = await arrangingReasons(work, await calendarOf(tx), asked);
      await tx.update(Meeting, { id }, { startsAt, meetingDay, ...place, overrides });
      await keepChange(work, meeting, { change: 'MOVED', toStartsAt: startsAt, reason: input.reason });
      const observers = await moveObservers(work, meeting, startsAt);
      record(meetingSubject(meeting), { type: 'MEETING_MOVED', from: meeting.meetingDay, to: meetingDay });
      for (const { code } of overrides) record(meetingSubject(meeting), { type: 'GATE_OVERRIDDEN', code });
      return { id, startsAt, meetingDay, version: meeting.version, observers };
    });
  }
}

@Injectable()
export class CancelMeeting {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Its cases are ready to be listed again, or go on to the next meeting where their gates allow. */
  execute(actor: Actor, id: string, { reason, casesGo, version }: CancellationInput): Promise<MeetingCancelled> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, record } = work;
      const meeting = await claimMeeting(work, 'meeting.arrange', id, version);
      const standing = await refuseUnlessOpen(work, meeting);
      await callOff(work, meeting, reason);
      const listed = standing.filter(({ state }) => state === 'LISTED');
      const returning = casesGo === 'NEXT' ? { meetingId: null, fromDay: meeting.meetingDay } : null;
      const adjourned = { reasonCode: 'MEETING_CANCELLED', reason: null, until: null, returning } as const;
      await claimAll(work, listed);
      const closed = await closedAmong(
        tx,
        actor,
        listed.map((item) => item.id),
      );
      const cases: MeetingCancelled['cases'] = [];
      for (const item of listed) {
        const { state } = await adjournItem(work, item, item.itemId, adjourned);
        if (!closed.has(item.id)) cases.push({ caseId: item.id, state });
      }
      record(meetingSubject(meeting), { type: 'MEETING_CANCELLED', day: meeting.meetingDay, cases: listed.length });
      return { id, version: meeting.version, cases };
    });
  }
}

/** A meeting that was cancelled, or at which something was recorded, stays as it is. Gives the cases on its agenda. */
async function refuseUnlessOpen({ tx }: Work, meeting: MeetingFound): Promise<AgendaCase[]> {
  const { id: meetingId, cancelledAt } = meeting;
  const standing = (await agendaOf(tx, meetingId)).filter((item) => isStanding(item, meetingId));
  // Only a listed case can be adjourned: one about which seniors are asked would stay on an agenda that there is not.
  const isEscalated = standing.some(({ state }) => state === 'ESCALATED');
  const shut = changingBlockers({
    ...{ meetingId, isCancelled: cancelledAt !== null },
    isHeld: isEscalated || (await isHeld(tx, meeting)),
  });
  refuseShut(shut);
  return standing;
}

/** Whoever may watch the meeting may watch it when it is held: their time moves by as much. */
async function moveObservers({ tx, record }: Work, meeting: MeetingFound, startsAt: string): Promise<number> {
  const by = Date.parse(startsAt) - Date.parse(meeting.startsAt);
  const later = (instant: string): string => new Date(Date.parse(instant) + by).toISOString();
  const invited = await tx.findBy(ObserverInvitation, { meetingId: meeting.id, endedAt: IsNull() });
  for (const { id, personId, fromAt, untilAt } of invited) {
    const window = { fromAt: later(fromAt), untilAt: later(untilAt) };
    await tx.update(ObserverInvitation, { id }, window);
    const told = { personId, from: window.fromAt, until: window.untilAt };
    record(meetingSubject(meeting), { type: 'OBSERVER_WINDOW_MOVED', ...told });
  }
  return invited.length;
}

/** Whoever cancels a meeting takes every case from it, also one that is not theirs to open. */
const claimAll = async ({ tx }: Work, cases: readonly AgendaCase[]): Promise<unknown> =>
  cases.length === 0
    ? undefined
    : rows(tx, sql`update cases set version = version + 1 where id in (${join(cases.map(({ id }) => id))})`);

/** A meeting that is not held, with why; what becomes of its cases is the caller’s. Part of a unit of work. */
export async function callOff(work: Work, meeting: MeetingFound, reason: string): Promise<void> {
  await work.tx.update(Meeting, { id: meeting.id }, { cancelledAt: work.now, cancelReason: reason });
  await keepChange(work, meeting, { change: 'CANCELLED', toStartsAt: null, reason });
}

/** What becomes of a meeting, kept. Part of a unit of work. */
const keepChange = (
  { tx, actor, now }: Work,
  { id: meetingId, startsAt: fromStartsAt }: MeetingFound,
  change: Pick<MeetingChange, 'change' | 'toStartsAt' | 'reason'>,
): Promise<unknown> =>
  tx.insert(MeetingChange, {
    ...{ id: newId(), meetingId, fromStartsAt, ...change },
    ...{ changedBy: actor.personId, changedAt: now },
  });
