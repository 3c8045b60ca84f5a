import { Injectable } from '@nestjs/common';
import { type CaseShown, OpenedCases } from '../cases/find-case.js';
import type { Permission } from '../policy/permissions.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { type Hearing, hearingOf } from './hearing.js';

/** The way in which a page or an answer of the API opens the discussion of a case; to whoever has a conflict it is not there. */
@Injectable()
export class OpenHearing {
  constructor(
    private readonly opened: OpenedCases,
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  async open(
    actor: Actor,
    id: string,
    permission: Permission = 'case.read',
  ): Promise<Hearing & { readonly found: CaseShown }> {
    const found = await this.opened.open(actor, permission, id, 'THE_DISCUSSION');
    return { ...(await hearingOf(this.read.source, found, actor, this.clock.today())), found };
  }
}
