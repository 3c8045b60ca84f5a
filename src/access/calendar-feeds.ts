import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { carries, type Role } from '../policy/permissions.js';
import { type Actor, withoutKey } from '../platform/actor.js';
import { lockOne } from '../platform/database/claim.js';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { CalendarFeed } from './credentials.entity.js';
import { newSecret, secretHash } from './secrets.js';

const own = ({ personId }: Actor) => ({ type: 'PERSON', id: personId, panelAreaId: null }) as const;

/** Where a calendar reads the meetings of its owner. */
export const feedPath = (secret: string): string => `/calendar-feeds/${secret}`;

@Injectable()
export class MakeCalendarFeed {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A secret address that opens when the panel meets, and nothing else. It is shown once; only its hash is kept. */
  execute(actor: Actor): Promise<{ id: string; path: string }> {
    return this.unitOfWork.run(withoutKey(actor), async ({ tx, now, record }) => {
      const [id, secret] = [newId(), newSecret()];
      const feed = { id, personId: actor.personId, secretHash: secretHash(secret), createdAt: now, revokedAt: null };
      await tx.insert(CalendarFeed, feed);
      record(own(actor), { type: 'CALENDAR_FEED_MADE' });
      return { id, path: feedPath(secret) };
    });
  }
}

@Injectable()
export class RevokeCalendarFeed {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(withoutKey(actor), async ({ tx, now, record }) => {
      const feed = await lockOne(tx, CalendarFeed, { id, personId: actor.personId });
      if (!feed) throw new NotFound();
      await tx.update(CalendarFeed, { id }, { revokedAt: feed.revokedAt ?? now });
      record(own(actor), { type: 'CALENDAR_FEED_REVOKED' });
    });
  }
}

export type FeedFound = { readonly id: string; readonly createdAt: string };

@Injectable()
export class CalendarFeeds {
  constructor(private readonly read: Read) {}

  /** A person's own addresses that still open something. */
  ofPerson(personId: string): Promise<FeedFound[]> {
    return this.read.rows<FeedFound>(
      sql`select f.id, f."createdAt" from calendar_feeds f
          where f."personId" = ${personId} and f."revokedAt" is null order by f.id`,
    );
  }

  /** The panel areas whose meetings the owner of an address may read now; an address that opens nothing is not there. */
  async areasOf(secret: string): Promise<string[]> {
    const found = await this.read.rows<{ role: Role | null; panelAreaId: string | null }>(
      sql`select r.role, r."panelAreaId" from calendar_feeds f
          join people p on p.id = f."personId" and p.state = 'ACTIVE'
          left join role_assignments r on r."personId" = p.id
          where f."secretHash" = ${secretHash(secret)} and f."revokedAt" is null`,
    );
    if (found.length === 0) throw new NotFound();
    const areas = found.flatMap(({ role, panelAreaId }) =>
      role !== null && panelAreaId !== null && carries(role, 'meeting.read') ? [panelAreaId] : [],
    );
    return [...new Set(areas)];
  }
}
