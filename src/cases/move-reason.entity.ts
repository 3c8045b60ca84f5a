import { Entity } from 'typeorm';
import type { CaseAction } from '../policy/lifecycle.js';
import { Id, Instant, Reference, Text } from '../platform/database/columns.js';

/** Why a case was moved, in the words of whoever moved it. */
@Entity('case_move_reasons')
export class CaseMoveReason {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() action: CaseAction;
  /** Of a list, where one was chosen. */
  @Text({ nullable: true }) reasonCode: string | null;
  @Text() reason: string;
  @Reference() movedBy: string;
  @Instant() movedAt: string;
}
