import { Entity } from 'typeorm';
import type { Answers } from '../policy/questions/question-set.js';
import { Id, Instant, Json, Reference, Text, Whole } from '../platform/database/columns.js';
import type { StoredStatus } from './assessment.entity.js';

/** The answers of an assessment as they stood after one saving. Rows are added and never changed. */
@Entity('assessment_versions')
export class AssessmentVersion {
  @Id() id: string;
  @Reference() caseId: string;
  /** The version that the assessment had then; handing in and sending back count too, so that there are gaps. */
  @Whole() number: number;
  @Text() setId: string;
  @Text() setVersion: string;
  @Text() status: StoredStatus;
  @Json() answers: Answers;
  /** Nobody known for what was saved before versions were kept. */
  @Reference({ nullable: true }) savedBy: string | null;
  @Instant() savedAt: string;
}
