import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { Session } from './credentials.entity.js';

@Injectable()
export class EndSessions {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Signs a person out everywhere, at once. */
  execute(actor: Actor, personId: string): Promise<void> {
    return this.unitOfWork.run(actor, async ({ tx, record }) => {
      await tx.delete(Session, { personId });
      record({ type: 'PERSON', id: personId, panelAreaId: null }, { type: 'SESSIONS_ENDED' });
    });
  }
}
