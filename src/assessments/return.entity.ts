import { Entity } from 'typeorm';
import { Id, Instant, Reference, Text, Version, Whole } from '../platform/database/columns.js';

/** That a manager sent the assessment back; it ends when the assessment is submitted again. */
@Entity('assessment_returns')
export class AssessmentReturn {
  @Id() id: string;
  @Reference() caseId: string;
  /** Not known of one from before this was kept. */
  @Reference({ nullable: true }) returnedBy: string | null;
  @Instant() returnedAt: string;
  @Instant({ nullable: true }) submittedAgainAt: string | null;
}

/** One reason for sending back, about a section or about the whole, and what its author answered. */
@Entity('return_reasons')
export class ReturnReason {
  @Id() id: string;
  @Reference() returnId: string;
  @Reference() caseId: string;
  @Whole() position: number;
  /** The section it is about; null when it is about the whole. */
  @Text({ nullable: true }) section: string | null;
  @Text() reason: string;
  @Text({ nullable: true }) answer: string | null;
  @Reference({ nullable: true }) answeredBy: string | null;
  @Instant({ nullable: true }) answeredAt: string | null;
  @Version() version: number;
}
