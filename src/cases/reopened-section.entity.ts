import { Entity } from 'typeorm';
import type { News } from '../policy/late-news.js';
import { Id, Instant, Reference, Text } from '../platform/database/columns.js';

/** `CHANGED`: the section was written anew after the news. `STANDS`: somebody looked again and says why it holds. */
export type Settled = 'CHANGED' | 'STANDS';

/** A section that news reopened after the sign-off, and how it was settled. */
@Entity('reopened_sections')
export class ReopenedSection {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() section: string;
  @Text() news: News;
  /** The agency that answered. */
  @Text({ nullable: true }) about: string | null;
  @Instant() cameAt: string;
  /** The meeting for which the case was listed, and whose pack may have been read, when the news came. */
  @Reference({ nullable: true }) meetingId: string | null;
  @Instant({ nullable: true }) settledAt: string | null;
  @Reference({ nullable: true }) settledBy: string | null;
  @Text({ nullable: true }) settledAs: Settled | null;
  @Text({ nullable: true }) settledBecause: string | null;
  /** When the preparation was signed off again, by a manager who was told of it. */
  @Instant({ nullable: true }) signedAt: string | null;
}
