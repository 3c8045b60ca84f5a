import { Entity } from 'typeorm';
import type { CriterionAnswer } from '../policy/criteria/sign-off-criteria.js';
import type { Evaluation } from '../policy/evaluation.js';
import { Id, Instant, Json, Reference, Text } from '../platform/database/columns.js';

/** Each sign-off with what was asked and answered, reasons for going on included; it stays when the sign-off goes. */
@Entity('sign_offs')
export class SignOff {
  @Id() id: string;
  @Reference() caseId: string;
  @Reference() signedBy: string;
  @Instant() signedAt: string;
  @Json() evaluation: Evaluation;
  /** The edition of the criteria, and what was said of each; nothing for a sign-off from before there were any. */
  @Text({ nullable: true }) criteriaEdition: string | null;
  @Json({ nullable: true }) criteria: CriterionAnswer[] | null;
}
