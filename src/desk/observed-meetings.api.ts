import { Controller, Get, Param } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { observedMeeting } from './observed-meeting.view.js';
import { ObservedMeetings } from './observed-meetings.queries.js';

@Controller('api/observed-meetings')
export class ObservedMeetingsApi {
  constructor(private readonly meetings: ObservedMeetings) {}

  @Get()
  @Requires('meeting.observe')
  async list(@By() actor: Actor): Promise<object> {
    const found = await this.meetings.open(actor);
    const items = found.map(({ id, panelArea, startsAt, untilAt, cancelledAt }) => ({
      ...{ id, panelArea, startsAt, openUntil: untilAt, cancelledAt },
    }));
    return { items, next: null };
  }

  @Get(':id')
  @Requires('meeting.observe')
  async show(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return observedMeeting(await this.meetings.observe(actor, id));
  }
}
