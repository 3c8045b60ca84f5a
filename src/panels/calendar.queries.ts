import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { settingsByArea } from '../access/area-settings.queries.js';
import { addDays } from '../policy/days.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import type { CalendarEvent } from './calendar.view.js';

const DAYS_BACK = 28;
const DAYS_AHEAD = 400;

type Row = Omit<CalendarEvent, 'isExtraordinary' | 'isCancelled'> & {
  readonly panelAreaId: string;
  readonly extraordinaryBecause: string | null;
  readonly cancelledAt: string | null;
};

/** Meetings for calendars, their place only where the area gives it there. */
@Injectable()
export class CalendarQueries {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  one(meetingId: string): Promise<CalendarEvent[]> {
    return this.events(sql`m.id = ${meetingId}`);
  }

  /** From four weeks ago on, so that a calendar learns of what was cancelled. */
  async ofAreas(panelAreaIds: readonly string[]): Promise<CalendarEvent[]> {
    if (panelAreaIds.length === 0) return [];
    const today = this.clock.today();
    return this.events(sql`m."panelAreaId" in (${join([...panelAreaIds])})
      and m."startsAt" >= ${addDays(today, -DAYS_BACK)} and m."startsAt" <= ${addDays(today, DAYS_AHEAD)}`);
  }

  private async events(which: ReturnType<typeof sql>): Promise<CalendarEvent[]> {
    const [found, settings] = await Promise.all([
      this.read.rows<Row>(
        sql`select m.id, m."panelAreaId", a.name as "panelArea", m."startsAt", m.place, m."extraordinaryBecause", m."cancelledAt",
                   (select cast(count(*) as integer) from meeting_changes h where h."meetingId" = m.id) as "changes"
            from meetings m join panel_areas a on a.id = m."panelAreaId" where ${which} order by m."startsAt", m.id`,
      ),
      settingsByArea(this.read.source, this.clock.today()),
    ]);
    return found.map(({ panelAreaId, extraordinaryBecause, cancelledAt, place, ...event }) => ({
      ...event,
      place: settings.get(panelAreaId)?.calendarPlace === 'PLACE' ? place : null,
      isExtraordinary: extraordinaryBecause !== null,
      isCancelled: cancelledAt !== null,
    }));
  }
}
