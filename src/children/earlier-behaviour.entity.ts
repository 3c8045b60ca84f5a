import { Entity } from 'typeorm';
import type { BehaviourKind } from '../policy/earlier-behaviour.js';
import { Day, Id, Instant, Reference, Text, Version } from '../platform/database/columns.js';

/** What an item says of the child's earlier behaviour: now, or as it stood before it was corrected. */
abstract class SaidOfBehaviour {
  @Text() kind: BehaviourKind;
  @Day() happenedOn: string;
  @Text() what: string;
  /** From whom it is known. */
  @Text() source: string;
  /** How intelligence was graded; of no other kind. */
  @Text({ nullable: true }) sourceGrade: string | null;
  @Text({ nullable: true }) informationGrade: string | null;
  @Text({ nullable: true }) handling: string | null;
  @Text({ nullable: true }) conditions: string | null;
  /** Why it was corrected to say this. */
  @Text({ nullable: true }) because: string | null;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
  @Version() version: number;
}

/** Something known of the child's past beside disposals. One that was wrong is withdrawn, never deleted. */
@Entity('earlier_behaviour')
export class EarlierBehaviour extends SaidOfBehaviour {
  @Id() id: string;
  @Reference() childId: string;
  /** The case in which it was written down; null where that was not kept yet. */
  @Reference({ nullable: true }) caseId: string | null;
  /** The panel area that wrote it down. */
  @Reference({ nullable: true }) panelAreaId: string | null;
  @Instant({ nullable: true }) withdrawnAt: string | null;
  @Reference({ nullable: true }) withdrawnBy: string | null;
  @Text({ nullable: true }) withdrawnBecause: string | null;
}

/** What an item said before it was corrected. */
@Entity('earlier_behaviour_versions')
export class EarlierBehaviourVersion extends SaidOfBehaviour {
  @Id() id: string;
  @Reference() itemId: string;
}
