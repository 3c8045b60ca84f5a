import { Controller, HttpCode, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { By, Requires, SignedIn } from '../platform/web/requires.js';
import { MakeCalendarFeed, RevokeCalendarFeed } from './calendar-feeds.js';

@Controller('account/calendar-feeds')
export class CalendarFeedsPages {
  constructor(
    private readonly make: MakeCalendarFeed,
    private readonly revoke: RevokeCalendarFeed,
  ) {}

  @Post()
  @Requires('meeting.read')
  @HttpCode(200)
  @Render('access/views/calendar-feed')
  async add(@By() actor: Actor, @Req() request: Request): Promise<object> {
    const { path } = await this.make.execute(actor);
    const address = `${request.protocol}://${request.get('host') ?? ''}${path}`;
    return { title: 'Your calendar’s address', back: '/account', address };
  }

  @Post(':id/revocation')
  @SignedIn()
  async end(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.revoke.execute(actor, id);
    response.redirect(303, '/account');
  }
}
