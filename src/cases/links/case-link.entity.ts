import { Entity } from 'typeorm';
import { Id, Instant, Reference, Text } from '../../platform/database/columns.js';

/** Two cases of different children in one incident. The lesser id stands first; one that was undone stays on record. */
@Entity('case_links')
export class CaseLink {
  @Id() id: string;
  @Reference() caseId: string;
  @Reference() otherCaseId: string;
  @Text() reason: string;
  @Reference() linkedBy: string;
  @Instant() linkedAt: string;
  @Reference({ nullable: true }) unlinkedBy: string | null;
  @Instant({ nullable: true }) unlinkedAt: string | null;
  @Text({ nullable: true }) unlinkReason: string | null;
}
