import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { CalendarFeeds, type FeedFound, MakeCalendarFeed, RevokeCalendarFeed } from './calendar-feeds.js';

@Controller('api/me/calendar-feeds')
export class CalendarFeedsApi {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly make: MakeCalendarFeed,
    private readonly revoke: RevokeCalendarFeed,
  ) {}

  @Get()
  @Requires('meeting.read')
  async list(@By() actor: Actor): Promise<{ items: FeedFound[]; next: null }> {
    return { items: await this.feeds.ofPerson(actor.personId), next: null };
  }

  /** The address is answered once; nobody can read it again. */
  @Post()
  @Requires('meeting.read')
  add(@By() actor: Actor): Promise<{ id: string; path: string }> {
    return this.make.execute(actor);
  }

  @Delete(':id')
  @Requires('meeting.read')
  @HttpCode(204)
  end(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.revoke.execute(actor, id);
  }
}
