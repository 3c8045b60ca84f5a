import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CalendarFeeds } from '../access/calendar-feeds.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, OpenToAll, Requires } from '../platform/web/requires.js';
import { CalendarQueries } from './calendar.queries.js';
import { type CalendarEvent, calendarFile } from './calendar.view.js';
import { TakenCalendars } from './find-meeting.js';

/** Meetings in calendars: one as a file, and all of somebody's panels under an address of their own. */
@Controller()
export class CalendarPages {
  constructor(
    private readonly taken: TakenCalendars,
    private readonly calendars: CalendarQueries,
    private readonly feeds: CalendarFeeds,
    private readonly clock: Clock,
  ) {}

  @Get('meetings/:id/calendar')
  @Requires('meeting.read')
  async file(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.taken.take(actor, id);
    this.send(response, await this.calendars.one(id));
  }

  @Get('api/meetings/:id/calendar')
  @Requires('meeting.read')
  async answer(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.file(actor, id, response);
  }

  /** The secret in the address is all there is to show, so it opens nothing about anybody. */
  @Get('calendar-feeds/:secret')
  @OpenToAll()
  async feed(@Param('secret') secret: string, @Res() response: Response): Promise<void> {
    this.send(response, await this.calendars.ofAreas(await this.feeds.areasOf(secret)));
  }

  private send(response: Response, events: readonly CalendarEvent[]): void {
    response.type('text/calendar; charset=utf-8');
    response.setHeader('Content-Disposition', 'attachment; filename="panel-meetings.ics"');
    response.send(calendarFile(events, this.clock.now()));
  }
}
