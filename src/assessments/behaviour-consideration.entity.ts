import { Entity } from 'typeorm';
import type { Consideration, SetAsideReason } from '../policy/earlier-behaviour.js';
import { Id, Instant, Reference, Text, Version, Whole } from '../platform/database/columns.js';

/** What one case makes of one item of earlier behaviour: used, where and with what meaning, or set aside and why. */
@Entity('behaviour_considerations')
export class BehaviourConsideration {
  @Id() id: string;
  @Reference() caseId: string;
  @Reference() itemId: string;
  /** The version of the item that was considered. */
  @Whole() itemVersion: number;
  @Text() standing: Consideration;
  /** The section in which it is used. */
  @Text({ nullable: true }) section: string | null;
  /** Why it is set aside. */
  @Text({ nullable: true }) reason: SetAsideReason | null;
  /** What it means for this child, or how it is known that it can be set aside. */
  @Text() words: string;
  @Reference() consideredBy: string;
  @Instant() consideredAt: string;
  @Version() version: number;
}
