import { Entity } from 'typeorm';
import type { FirstCheckCode } from '../policy/routing.js';
import { Id, Instant, Reference, Text } from '../platform/database/columns.js';

/** What was looked at before anything else, in somebody's words. Added to, never changed; the latest counts. */
@Entity('first_checks')
export class FirstCheck {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() code: FirstCheckCode;
  @Text() words: string;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}
