import { Injectable } from '@nestjs/common';
import { type Actor, withoutKey } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { lockOne } from '../platform/database/claim.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { A_DAY } from '../policy/days.js';
import { AccessToken } from './credentials.entity.js';
import { newSecret, secretHash } from './secrets.js';

const LONGEST = 366;

@Injectable()
export class MakeAccessToken {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** A token for the person themselves, with their roles as they are at each request. It is shown once. */
  execute(
    actor: Actor,
    { label, days = 30 }: { label: string; days?: number },
  ): Promise<{ token: string; expiresAt: string }> {
    if (!Number.isInteger(days) || days < 1 || days > LONGEST) {
      throw new Invalid([{ field: 'days', message: `Enter a whole number of days from 1 to ${LONGEST}` }]);
    }
    return this.unitOfWork.run(withoutKey(actor), async ({ tx, now, record }) => {
      const token = newSecret();
      const { personId } = actor;
      const expiresAt = new Date(this.clock.milliseconds() + days * A_DAY).toISOString();
      const tokenHash = secretHash(token);
      await tx.insert(AccessToken, {
        id: newId(),
        personId,
        label,
        tokenHash,
        createdAt: now,
        expiresAt,
        revokedAt: null,
      });
      record({ type: 'PERSON', id: personId, panelAreaId: null }, { type: 'ACCESS_TOKEN_MADE', expiresAt });
      return { token, expiresAt };
    });
  }
}

@Injectable()
export class RevokeAccessToken {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(withoutKey(actor), async ({ tx, now, record }) => {
      const token = await lockOne(tx, AccessToken, { id, personId: actor.personId });
      if (!token) throw new NotFound();
      await tx.update(AccessToken, { id }, { revokedAt: now });
      record({ type: 'PERSON', id: actor.personId, panelAreaId: null }, { type: 'ACCESS_TOKEN_REVOKED' });
    });
  }
}
