import { Entity } from 'typeorm';
import type { Answers } from '../policy/questions/question-set.js';
import { Id, Instant, Json, Reference, Text, Version } from '../platform/database/columns.js';

/** The manager's sign-off stands on the case (`cases.signedOffAt`): SIGNED_OFF is read from there, never stored here. */
export type StoredStatus = 'DRAFT' | 'SUBMITTED' | 'RETURNED';
export type AssessmentStatus = StoredStatus | 'SIGNED_OFF';

/** The structured assessment of a child for one case: answers to the question set it was begun with. */
@Entity('assessments')
export class Assessment {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() setId: string;
  @Text() setVersion: string;
  @Text() status: StoredStatus;
  @Json() answers: Answers;
  /** Those among them that the gates read; null where they were kept before it was there, and all are read. */
  @Json({ nullable: true }) gateAnswers: Answers | null;
  /** What its authors say they changed after it was sent back. */
  @Text({ nullable: true }) changeNote: string | null;
  @Text({ nullable: true }) returnReasons: string | null;
  @Reference({ nullable: true }) submittedBy: string | null;
  @Instant({ nullable: true }) submittedAt: string | null;
  @Version() version: number;
  @Instant() updatedAt: string;
}
