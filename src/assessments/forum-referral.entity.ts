import { Entity } from 'typeorm';
import type { ForumCode, ReferralReason } from '../policy/forums.js';
import { Day, Id, Instant, Json, Reference, Text, Version } from '../platform/database/columns.js';

/**
 * A referral of the child to another forum: opened by itself or by a person, made on a day, answered on another. A
 * forum that is asked again after it answered has a second one.
 */
@Entity('forum_referrals')
export class ForumReferral {
  @Id() id: string;
  @Reference() caseId: string;
  @Text() forum: ForumCode;
  @Json() because: ReferralReason[];
  @Reference({ nullable: true }) openedBy: string | null;
  @Instant() openedAt: string;
  @Day({ nullable: true }) referredOn: string | null;
  @Text({ nullable: true }) referredTo: string | null;
  @Text({ nullable: true }) result: string | null;
  @Day({ nullable: true }) resultOn: string | null;
  @Reference({ nullable: true }) recordedBy: string | null;
  @Instant({ nullable: true }) recordedAt: string | null;
  @Version() version: number;
}
