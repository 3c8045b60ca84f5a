import { Entity } from 'typeorm';
import { Id, Instant, Json, Reference, Text } from '../../platform/database/columns.js';
import type { ReviewThresholds } from '../../policy/repeat-review.js';

export const reviewFindings = {
  SIGNED: 'Signed: the responses are analysed, and the panel may hear the case',
  SENT_BACK: 'Sent back: more has to be written first',
} as const;

export type ReviewFinding = keyof typeof reviewFindings;

/** What a senior reviewer found of the responses to a child’s earlier disposals. Rows are added and never changed. */
@Entity('repeat_reviews')
export class RepeatReview {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() finding: ReviewFinding;
  @Text() reason: string;
  /** The earlier disposals that were read, by id; one that comes to be known later is not among them. */
  @Json() disposals: string[];
  /** The version of the response to each that was read, by the id of the disposal. Null where this was not kept yet. */
  @Json({ nullable: true }) responses: Record<string, number> | null;
  @Json() thresholds: ReviewThresholds;
  @Reference() reviewedBy: string;
  @Instant() reviewedAt: string;
}
