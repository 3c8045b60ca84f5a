import { Controller, Get, Req } from '@nestjs/common';
import { csrfToken } from '../platform/web/csrf.js';
import { OpenToAll, type RequestWithActor } from '../platform/web/requires.js';

/**
 * Whether the service can be reached, who it takes the sender for, and the token their forms need now: asked by a page
 * just before its form is sent, so that what was written is not lost with the line or the session. A page of another
 * site can ask it too, and is not given the answer to read.
 */
@Controller('session')
export class SessionPages {
  @Get()
  @OpenToAll()
  show(@Req() request: RequestWithActor): { person: string | null; token: string | null } {
    const { actor } = request;
    return actor ? { person: actor.personId, token: csrfToken(request) } : { person: null, token: null };
  }
}
