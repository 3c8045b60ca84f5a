import { Entity } from 'typeorm';
import type { Answers } from '../policy/questions/question-set.js';
import { Day, Id, Instant, Json, Reference, Text, Version, Whole } from '../platform/database/columns.js';
import type { SizeRule } from './size-rule.js';

/** A sample of decided cases, frozen when it was drawn; the seed lets anybody draw it again. */
@Entity('audit_plans')
export class AuditPlan {
  @Id() id: string;
  @Reference() panelAreaId: string;
  @Day() fromDay: string;
  @Day() toDay: string;
  @Text() framework: string;
  @Json() sizeRule: SizeRule;
  @Text() seed: string;
  /** How many cases were decided in the period when the sample was drawn, as far as they were open to whoever drew it. */
  @Whole() population: number;
  @Reference() createdBy: string;
  @Instant() createdAt: string;
}

/** A case that the sample was drawn from. Of a plan from before these were kept, only what was drawn is known. */
@Entity('audit_populations')
export class AuditPopulation {
  @Id() planId: string;
  @Id() caseId: string;
}

/** A case of the sample, in the order drawn. */
@Entity('audit_cases')
export class AuditCase {
  @Id() id: string;
  @Reference() planId: string;
  @Reference() caseId: string;
  @Whole() position: number;
  @Text() reason: 'RANDOM';
}

export type AuditStatus = 'DRAFT' | 'COMPLETE';

/** What an auditor answered about a case. Judgements are answers too; ratings are worked out, never stored. */
@Entity('audits')
export class Audit {
  @Id() id: string;
  @Reference() planId: string;
  @Reference() caseId: string;
  /** Who saved it last. */
  @Reference() auditedBy: string;
  @Text() setId: string;
  @Text() setVersion: string;
  @Json() answers: Answers;
  @Text() status: AuditStatus;
  @Version() version: number;
  @Instant() updatedAt: string;
}
