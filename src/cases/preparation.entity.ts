import { Entity } from 'typeorm';
import { Day, Id, Instant, Reference, Text } from '../platform/database/columns.js';

/** Somebody who wrote a part of the preparation, and so cannot sign it off. */
@Entity('preparation_authors')
export class PreparationAuthor {
  @Id() caseId: string;
  @Id() personId: string;
}

/** Somebody's absence, and who does their work meanwhile. */
@Entity('covers')
export class Cover {
  @Id() id: string;
  @Reference() panelAreaId: string;
  @Reference() personId: string;
  @Reference() coveredBy: string;
  @Day() fromDay: string;
  @Day() toDay: string;
  @Text() reason: string;
  @Reference() createdBy: string;
  @Instant() createdAt: string;
}
