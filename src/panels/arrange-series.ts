import { Injectable } from '@nestjs/common';
import { calendarOf } from '../access/bank-holidays.queries.js';
import type { Calendar } from '../policy/bank-holidays.js';
import { isWithinAYear, seriesDays, unknownYear } from '../policy/meeting-series.js';
import { type Actor, may } from '../platform/actor.js';
import { faultIf, type FieldError, Invalid, refuse } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { arrangingReasons } from './arranging.js';
import { meetingSubject } from './find-meeting.js';
import { Meeting } from './meeting.entity.js';
import { MeetingSeries } from './meeting-plans.entity.js';
import type { SeriesInput } from './meeting-plans.input.js';
import { bringWaitingBack } from './return-to-agenda.js';
import { instantOf, paddedTime } from './starts-at.js';

export type SeriesArranged = { id: string; meetings: { id: string; startsAt: string; meetingDay: string }[] };

@Injectable()
export class ArrangeSeries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** All its meetings at once: each is a meeting like any other, moved or cancelled on its own. */
  execute(actor: Actor, input: SeriesInput): Promise<SeriesArranged> {
    return this.unitOfWork.run(actor, async (work) => {
      const { tx, now, today, record } = work;
      const time = paddedTime(input.time) ?? input.time;
      const calendar = await calendarOf(tx);
      const faults = [
        ...faultIf(
          !may(actor, 'meeting.arrange', input.panelAreaId),
          'panelAreaId',
          'Select a panel area in which you arrange meetings',
        ),
        ...dayFaults(input, today, calendar),
      ];
      refuse(faults);
      const days = seriesDays(input, calendar).flatMap(({ heldOn }) => heldOn ?? []);
      if (days.length === 0) throw new Invalid([{ field: 'untilDay', message: 'No meeting would fall in this time' }]);
      const { panelAreaId, place = null, capacity = null, closesHoursBefore = null } = input;
      const shared = { panelAreaId, place, capacity, closesHoursBefore, createdBy: actor.personId, createdAt: now };
      const { frequency, weekday, fromDay, untilDay, onBankHoliday } = input;
      const id = newId();
      await tx.insert(MeetingSeries, { id, frequency, weekday, time, fromDay, untilDay, onBankHoliday, ...shared });
      const meetings = days.map((meetingDay) => ({
        ...{ id: newId(), startsAt: instantOf(`${meetingDay}T${time}`) ?? '', meetingDay },
      }));
      const asked = { panelAreaId, startsAt: meetings.map(({ startsAt }) => startsAt), overrides: input.overrides };
      const overrides = await arrangingReasons(work, calendar, asked);
      for (const meeting of meetings) {
        await tx.insert(Meeting, { ...meeting, ...shared, seriesId: id, overrides, version: 1 });
      }
      for (const { id: one, meetingDay: day } of meetings) {
        record(meetingSubject({ id: one, panelAreaId }), { type: 'MEETING_ARRANGED', day });
      }
      const area = { type: 'PANEL_AREA', id: panelAreaId, panelAreaId } as const;
      for (const { code } of overrides) record(area, { type: 'GATE_OVERRIDDEN', code });
      record(area, { type: 'MEETING_SERIES_ARRANGED', meetings: meetings.length, from: fromDay, until: untilDay });
      await bringWaitingBack(work, panelAreaId);
      return { id, meetings };
    });
  }
}

function dayFaults({ fromDay, untilDay }: SeriesInput, today: string, calendar: Calendar): FieldError[] {
  if (fromDay < today) return [{ field: 'fromDay', message: 'Enter a first day that has not passed' }];
  if (untilDay < fromDay) return [{ field: 'untilDay', message: 'The last day must be on or after the first' }];
  if (!isWithinAYear(fromDay, untilDay)) {
    const message = 'Enter a last day less than a year after the first: a longer series is arranged again';
    return [{ field: 'untilDay', message }];
  }
  const unknown = unknownYear(fromDay, untilDay, calendar);
  const message = `The bank holidays of ${unknown} are not known yet: an administrator adds them`;
  return faultIf(unknown !== null, 'untilDay', message);
}
