import { Entity } from 'typeorm';
import type { ConditionObject } from '../policy/conditions.js';
import type { DeliveryStatus, EndReason } from '../policy/delivery.js';
import { Day, Id, Instant, Json, Reference, Text, Version } from '../platform/database/columns.js';

/**
 * One thing that is done. What has an object is a condition, agreed with the child and changed by a variation; what has
 * none is done for the child.
 */
export type DeliveryAction = {
  readonly description: string;
  /** Who sees to it. */
  readonly owner: string;
  /** Left out of a condition alone that was given without a day. */
  readonly due?: string;
  readonly object?: ConditionObject;
  readonly startsOn?: string;
  /** Of the list of the panel area. */
  readonly interventionId?: string;
  readonly provider?: string;
  readonly penaltyPence?: number;
  readonly attendanceHours?: number;
};

/** What was agreed and how it went, since the latest police decision. */
@Entity('deliveries')
export class Delivery {
  @Id() caseId: string;
  @Text() status: DeliveryStatus;
  /** Who is asked when its last day has passed; whoever prepares the case where nobody is named. */
  @Reference({ nullable: true }) ownerId: string | null;
  @Day({ nullable: true }) startedOn: string | null;
  /** Its last day as planned. Nothing ends by it. */
  @Day({ nullable: true }) dueOn: string | null;
  @Day({ nullable: true }) endedOn: string | null;
  @Text({ nullable: true }) endReason: EndReason | null;
  @Reference({ nullable: true }) endedBy: string | null;
  @Instant({ nullable: true }) endRecordedAt: string | null;
  @Json() actions: readonly DeliveryAction[];
  @Text({ nullable: true }) notCompletedReason: string | null;
  /** When its conditions were planned otherwise last. */
  @Instant({ nullable: true }) agreedAt: string | null;
  @Version() version: number;
}

/**
 * Why a delivery is kept as it was: its decision was given up, its case was entered in error, an outcome brought its
 * conditions into it or fell with them in a review, or what was said of its end was said anew.
 */
export type KeptBecause = 'DECISION' | 'WITHDRAWAL' | 'OUTCOME' | 'REVIEW' | 'CHANGE';

/** How it stood before. It opens no gate. */
@Entity('past_deliveries')
export class PastDelivery {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() because: KeptBecause;
  /** The decision that was given up, or whose case was. */
  @Reference({ nullable: true }) decisionId: string | null;
  /** The outcome that brought its conditions, or fell with them. */
  @Reference({ nullable: true }) outcomeId: string | null;
  /** Why its end was said anew. */
  @Text({ nullable: true }) changedBecause: string | null;
  @Text() status: DeliveryStatus;
  @Day({ nullable: true }) startedOn: string | null;
  @Day({ nullable: true }) dueOn: string | null;
  @Day({ nullable: true }) endedOn: string | null;
  @Text({ nullable: true }) endReason: EndReason | null;
  @Reference({ nullable: true }) endedBy: string | null;
  @Json() actions: readonly DeliveryAction[];
  @Text({ nullable: true }) notCompletedReason: string | null;
  @Reference({ nullable: true }) ownerId: string | null;
  @Instant({ nullable: true }) endRecordedAt: string | null;
  /** Whose act it was; not known of what was kept before this was written down. */
  @Reference({ nullable: true }) keptBy: string | null;
  @Instant() keptAt: string;
}
