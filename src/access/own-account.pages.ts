import { Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type Actor, may } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, SignedIn } from '../platform/web/requires.js';
import { RevokeAccessToken } from './access-tokens.js';
import { AccessQueries } from './access.queries.js';
import { CalendarFeeds } from './calendar-feeds.js';
import { EndSessions } from './end-sessions.js';

/** What a person can see and end of their own: where they are signed in, and the tokens that act for them. */
@Controller('account')
export class OwnAccountPages {
  constructor(
    private readonly queries: AccessQueries,
    private readonly feeds: CalendarFeeds,
    private readonly clock: Clock,
    private readonly endSessions: EndSessions,
    private readonly revokeToken: RevokeAccessToken,
  ) {}

  @Get()
  @SignedIn()
  @Render('access/views/account')
  async show(@By() actor: Actor): Promise<object> {
    const [account, feeds] = await Promise.all([
      this.queries.account(actor.personId, this.clock.now()),
      this.feeds.ofPerson(actor.personId),
    ]);
    return { title: 'Your account', ...account, feeds, mayReadMeetings: may(actor, 'meeting.read') };
  }

  @Post('sessions/end')
  @SignedIn()
  async end(@By() actor: Actor, @Res() response: Response): Promise<void> {
    await this.endSessions.execute(actor, actor.personId);
    response.redirect(303, '/sign-in');
  }

  @Post('tokens/:id/revocation')
  @SignedIn()
  async revoke(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.revokeToken.execute(actor, id);
    response.redirect(303, '/account');
  }
}
