import { Entity } from 'typeorm';
import type { StageSubject } from '../policy/stages.js';
import { Id, Instant, Reference, Text } from '../platform/database/columns.js';

/** How long a case, or its assessment, stood in one stage; the one it stands in now has not been left. */
@Entity('case_stages')
export class CaseStage {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() subject: StageSubject;
  @Text() stage: string;
  @Instant() enteredAt: string;
  @Instant({ nullable: true }) leftAt: string | null;
}
