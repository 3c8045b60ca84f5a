import { Entity } from 'typeorm';
import { Id, Instant, Reference, Text, Version } from '../platform/database/columns.js';

/** What the child's ethnicity and identity mean in this case. What the ethnicity is stands with the child. */
@Entity('identities')
export class Identity {
  @Id() caseId: string;
  @Text() consideration: string;
  @Version() version: number;
  @Reference() updatedBy: string;
  @Instant() updatedAt: string;
}
