import { Entity } from 'typeorm';
import type { RecordKind, ReviewReason } from '../policy/amendments.js';
import { Id, Instant, Reference, Text } from '../platform/database/columns.js';

/** A record that whoever made it took back as a slip; it stays, and never counts. Rows are added and never changed. */
@Entity('record_undoings')
export class RecordUndoing {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() record: RecordKind;
  @Reference() subjectId: string;
  @Text({ nullable: true }) note: string | null;
  @Reference() undoneBy: string;
  @Instant() undoneAt: string;
}

/** A slip of the pen put right beside the record; the latest for a field is what the record says. Never changed. */
@Entity('record_corrections')
export class RecordCorrection {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() record: RecordKind;
  @Reference() subjectId: string;
  @Text() field: string;
  @Text() before: string;
  @Text() after: string;
  @Text() whatWasWrong: string;
  @Text() why: string;
  /** What was asked again because of it, where the field bears on a gate. */
  @Text({ nullable: true }) evaluation: string | null;
  @Reference() correctedBy: string;
  @Instant() correctedAt: string;
}

/** A decision found wrong: which record is made anew, why, and what those concerned are to be told. Never changed. */
@Entity('decision_reviews')
export class DecisionReview {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() anew: RecordKind;
  @Text() reasonCode: ReviewReason;
  @Text() reason: string;
  @Text() tellChild: string;
  @Text() tellCarer: string;
  @Text({ nullable: true }) tellVictim: string | null;
  @Reference() reviewedBy: string;
  @Instant() reviewedAt: string;
}

/** A record that fell with a review. Never changed. */
@Entity('record_supersedings')
export class RecordSuperseding {
  @Id() subjectId: string;
  @Reference() caseId: string;
  @Text() record: RecordKind;
  @Reference() reviewId: string;
}
