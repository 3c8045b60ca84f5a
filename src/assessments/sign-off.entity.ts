import { Entity } from 'typeorm';
import type { Evaluation } from '../policy/evaluation.js';
import { Id, Instant, Json, Reference } from '../platform/database/columns.js';

/** Each sign-off with what was asked and answered, reasons for going on included; it stays when the sign-off goes. */
@Entity('sign_offs')
export class SignOff {
  @Id() id: string;
  @Reference() caseId: string;
  @Reference() signedBy: string;
  @Instant() signedAt: string;
  @Json() evaluation: Evaluation;
}
