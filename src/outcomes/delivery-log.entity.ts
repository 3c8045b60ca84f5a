import { Entity } from 'typeorm';
import type { Agreer, ContactResult, ContactWay, EngagementStep, Excuse } from '../policy/delivery.js';
import type { Evaluation } from '../policy/evaluation.js';
import { Day, Id, Instant, Json, Reference, Text } from '../platform/database/columns.js';
import type { DeliveryAction } from './delivery.entity.js';

/** A contact with the child under one decision, as it was held or missed; rows are added and never changed. */
@Entity('delivery_contacts')
export class DeliveryContact {
  @Id() id: string;
  @Reference() caseId: string;
  @Reference() decisionId: string;
  @Day() heldOn: string;
  @Text() way: ContactWay;
  @Text() who: string;
  @Text() result: ContactResult;
  /** Why it was missed, and whether that is a reasonable excuse. */
  @Text({ nullable: true }) reason: string | null;
  @Text({ nullable: true }) excuse: Excuse | null;
  @Text({ nullable: true }) note: string | null;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}

/** What was done because a child did not take part; rows are added and never changed. */
@Entity('delivery_steps')
export class DeliveryStep {
  @Id() id: string;
  @Reference() caseId: string;
  @Reference() decisionId: string;
  @Day() takenOn: string;
  @Text() step: EngagementStep;
  @Text({ nullable: true }) note: string | null;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}

/** How what was agreed was varied: who agreed, why, and what it was before; rows are added and never changed. */
@Entity('delivery_variations')
export class DeliveryVariation {
  @Id() id: string;
  @Reference() caseId: string;
  @Reference() decisionId: string;
  @Day() variedOn: string;
  @Json() agreedBy: readonly Agreer[];
  @Text() why: string;
  @Json() before: readonly DeliveryAction[];
  @Json() after: readonly DeliveryAction[];
  @Day({ nullable: true }) dueOnBefore: string | null;
  @Day({ nullable: true }) dueOnAfter: string | null;
  @Json() evaluation: Evaluation;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}
