import { Entity } from 'typeorm';
import { Day, Id, Instant, Reference, Text, Version } from '../../platform/database/columns.js';

/** A case limited to named people. At most one stands for a case; one that was lifted stays on record. */
@Entity('case_restrictions')
export class CaseRestriction {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() reason: string;
  /** The day on which a manager looks whether it is still needed. */
  @Day() reviewOn: string;
  @Reference() restrictedBy: string;
  @Instant() restrictedAt: string;
  @Reference({ nullable: true }) liftedBy: string | null;
  @Instant({ nullable: true }) liftedAt: string | null;
  @Text({ nullable: true }) liftReason: string | null;
  @Version() version: number;
}

/** Somebody for whom a restricted case exists. */
@Entity('restriction_people')
export class RestrictionPerson {
  @Id() id: string;
  @Reference() restrictionId: string;
  @Reference() personId: string;
  @Reference() addedBy: string;
  @Instant() addedAt: string;
  @Text() addReason: string;
  @Reference({ nullable: true }) removedBy: string | null;
  @Instant({ nullable: true }) removedAt: string | null;
  @Text({ nullable: true }) removeReason: string | null;
}

/** A manager found the restriction still needed, why, and when to look again. */
@Entity('restriction_reviews')
export class RestrictionReview {
  @Id() id: string;
  @Reference() restrictionId: string;
  @Text() reason: string;
  @Day() reviewOn: string;
  @Reference() reviewedBy: string;
  @Instant() reviewedAt: string;
}

/** Somebody opened a restricted case without being named, for an hour, with a reason. */
@Entity('glass_breaks')
export class GlassBreak {
  @Id() id: string;
  @Reference() caseId: string;
  @Reference() restrictionId: string;
  @Reference() personId: string;
  @Text() reason: string;
  @Instant() brokenAt: string;
  @Instant() endsAt: string;
  @Reference({ nullable: true }) acknowledgedBy: string | null;
  @Instant({ nullable: true }) acknowledgedAt: string | null;
  /** What the manager found. */
  @Text({ nullable: true }) acknowledgement: string | null;
}

/** A try at opening a restricted case, whether it succeeded or not; counted, so that nobody guesses references. */
@Entity('glass_tries')
export class GlassTry {
  @Id() id: string;
  @Reference() personId: string;
  @Instant() at: string;
}
