import { Entity } from 'typeorm';
import type { CaseAction } from '../policy/lifecycle.js';
import { Id, Instant, Reference, Text } from '../platform/database/columns.js';

/** Why a case was moved, in the words of whoever moved it. */
@Entity('case_move_reasons')
export class CaseMoveReason {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() action: CaseAction;
  @Text() reason: string;
  @Reference() movedBy: string;
  @Instant() movedAt: string;
}
