import { Entity } from 'typeorm';
import { Id, Instant, Reference, Text } from '../platform/database/columns.js';

export type LinkPurpose = 'FIRST_ADMINISTRATOR' | 'SET_PASSWORD';

/** A single-use address at which a password is set. Only the hash of its token is kept. */
@Entity('password_links')
export class PasswordLink {
  @Id() id: string;
  @Reference({ nullable: true }) personId: string | null;
  @Text() purpose: LinkPurpose;
  @Text() tokenHash: string;
  @Instant() expiresAt: string;
  @Instant({ nullable: true }) usedAt: string | null;
}

/** A personal access token for the API, with its person's roles. Only its hash is kept. */
@Entity('access_tokens')
export class AccessToken {
  @Id() id: string;
  @Reference() personId: string;
  @Text() label: string;
  @Text() tokenHash: string;
  @Instant() createdAt: string;
  @Instant() expiresAt: string;
  @Instant({ nullable: true }) revokedAt: string | null;
}

/** A browser signed in. Only the hash of its id is kept, so a copy of this table opens nothing. */
@Entity('sessions')
export class Session {
  @Id() idHash: string;
  @Reference({ nullable: true }) personId: string | null;
  @Text() data: string;
  @Instant() createdAt: string;
  @Instant() lastSeenAt: string;
}

/** A secret address at which a calendar reads when its owner's panels meet, and nothing else. Only its hash is kept. */
@Entity('calendar_feeds')
export class CalendarFeed {
  @Id() id: string;
  @Reference() personId: string;
  @Text() secretHash: string;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) revokedAt: string | null;
}
