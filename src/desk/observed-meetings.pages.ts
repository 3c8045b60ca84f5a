import { Controller, Get, Param, Render } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { observedPage } from './observed-meeting.view.js';
import { ObservedMeetings } from './observed-meetings.queries.js';

/** What observers see while they are invited. */
@Controller('observed-meetings')
export class ObservedMeetingsPages {
  constructor(private readonly meetings: ObservedMeetings) {}

  @Get()
  @Requires('meeting.observe')
  @Render('desk/views/observed-meetings')
  async list(@By() actor: Actor): Promise<object> {
    return { title: 'Meetings that you observe', meetings: await this.meetings.open(actor) };
  }

  @Get(':id')
  @Requires('meeting.observe')
  @Render('desk/views/observed-meeting')
  async show(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return observedPage(await this.meetings.observe(actor, id));
  }
}
