import { Entity } from 'typeorm';
import type { EscalationResult, LadderStep, Side } from '../policy/escalation.js';
import { Day, Id, Instant, Json, Reference, Text, Whole } from '../platform/database/columns.js';

/** A case that the panel or police could not settle, taken further. */
@Entity('escalations')
export class Escalation {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() reason: string;
  @Reference() escalatedBy: string;
  @Instant() escalatedAt: string;
}

/** The ladder of a panel area from a day on. Rows are added and never changed. */
@Entity('escalation_ladders')
export class EscalationLadder {
  @Id() id: string;
  @Reference() panelAreaId: string;
  @Day() fromDay: string;
  @Json() steps: readonly LadderStep[];
  @Text() reason: string;
  @Reference() writtenBy: string;
  @Instant() writtenAt: string;
}

/** A step that an escalation has climbed to: who is asked, and until when. */
@Entity('escalation_steps')
export class EscalationStep {
  @Id() id: string;
  @Reference() escalationId: string;
  @Reference() caseId: string;
  /** From 1, of so many. */
  @Whole() step: number;
  @Whole() steps: number;
  @Text() name: string;
  /** Null until somebody is named. */
  @Reference({ nullable: true }) policeId: string | null;
  @Reference({ nullable: true }) youthJusticeId: string | null;
  /** Null where the bank holidays until then were not known. */
  @Day({ nullable: true }) dueOn: string | null;
  @Instant() begunAt: string;
  @Instant({ nullable: true }) endedAt: string | null;
}

/** Who was named for a side of a step after it began, perhaps instead of somebody who is away. Never changed. */
@Entity('escalation_namings')
export class EscalationNaming {
  @Id() id: string;
  @Reference() stepId: string;
  @Reference() caseId: string;
  @Text() side: Side;
  @Reference() personId: string;
  @Reference({ nullable: true }) insteadOf: string | null;
  @Text() reason: string;
  @Reference() namedBy: string;
  @Instant() namedAt: string;
}

/** What a senior said in a step, and why. Never changed. */
@Entity('escalation_views')
export class EscalationView {
  @Id() id: string;
  @Reference() stepId: string;
  @Reference() caseId: string;
  @Text() side: Side;
  @Text() result: EscalationResult;
  @Text({ nullable: true }) disposal: string | null;
  @Text() reason: string;
  @Reference() personId: string;
  @Instant() givenAt: string;
}

/** How an escalation ended, and who took note of it for the panel. */
@Entity('escalation_results')
export class EscalationEnd {
  @Id() escalationId: string;
  @Reference() caseId: string;
  @Text() result: EscalationResult;
  @Text({ nullable: true }) disposal: string | null;
  /** 1 where both seniors said the same. */
  @Whole() agreed: number;
  @Instant() settledAt: string;
  @Reference({ nullable: true }) acknowledgedBy: string | null;
  @Instant({ nullable: true }) acknowledgedAt: string | null;
  /** What the chair said in taking note. */
  @Text({ nullable: true }) note: string | null;
}
