import { Entity } from 'typeorm';
import { Id, Instant, Reference, Text } from '../../platform/database/columns.js';

/** A conflict of interest in one case. It holds for that case everywhere, until the manager lifts it. */
@Entity('conflicts')
export class Conflict {
  @Id() id: string;
  /** The meeting at which it was told; null where it was told on the case itself. */
  @Reference({ nullable: true }) meetingId: string | null;
  @Reference() caseId: string;
  @Reference() personId: string;
  @Text() reason: string;
  @Reference() declaredBy: string;
  @Instant() declaredAt: string;
  @Reference({ nullable: true }) liftedBy: string | null;
  @Instant({ nullable: true }) liftedAt: string | null;
  @Text({ nullable: true }) liftReason: string | null;
}
