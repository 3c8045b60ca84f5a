import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { type Actor, withoutKey } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { lockOne } from '../platform/database/claim.js';
import { NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { type LinkPurpose, PasswordLink, Session } from './credentials.entity.js';
import { Person } from './person.entity.js';
import { newSecret, secretHash } from './secrets.js';

const MINUTE = 60_000;
/** ASVS 5.0 6.4: short lived and single use. The first administrator has an hour to find the console. */
const validFor: Record<LinkPurpose, number> = { FIRST_ADMINISTRATOR: 60 * MINUTE, SET_PASSWORD: 20 * MINUTE };

/** Inserts a link and gives its token, which is shown once and kept nowhere. */
export async function insertLink(
  tx: EntityManager,
  purpose: LinkPurpose,
  personId: string | null,
  now: number,
): Promise<string> {
  const token = newSecret();
  const expiresAt = new Date(now + validFor[purpose]).toISOString();
  await tx.update(PasswordLink, { personId: personId ?? IsNull(), usedAt: IsNull() }, { usedAt: expiresAt });
  await tx.insert(PasswordLink, {
    id: newId(),
    personId,
    purpose,
    tokenHash: secretHash(token),
    expiresAt,
    usedAt: null,
  });
  return token;
}

/** Finds a link that still opens something, and uses it up. */
export async function useLink(
  tx: EntityManager,
  token: string,
  purpose: LinkPurpose,
  now: string,
): Promise<PasswordLink> {
  const link = await lockOne(tx, PasswordLink, { tokenHash: secretHash(token), purpose });
  if (!link || link.usedAt !== null || link.expiresAt <= now) throw new NotFound();
  await tx.update(PasswordLink, { id: link.id }, { usedAt: now });
  return link;
}

@Injectable()
export class MakePasswordLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** An administrator starts a password and can never choose one. Earlier links and open sessions end. */
  execute(actor: Actor, personId: string): Promise<{ token: string }> {
    return this.unitOfWork.run(withoutKey(actor), async ({ tx, record }) => {
      if (!(await tx.existsBy(Person, { id: personId, state: 'ACTIVE' }))) throw new NotFound();
      const token = await insertLink(tx, 'SET_PASSWORD', personId, this.clock.milliseconds());
      await tx.delete(Session, { personId });
      record({ type: 'PERSON', id: personId, panelAreaId: null }, { type: 'PASSWORD_LINK_SENT' });
      return { token };
    });
  }
}
