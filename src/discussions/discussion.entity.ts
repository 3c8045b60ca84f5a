import { Entity } from 'typeorm';
import type { Agency } from '../policy/agencies.js';
import type { ViewCode } from '../policy/discussion-gates.js';
import type { Override } from '../policy/gate.js';
import { Id, Instant, Json, Reference, Text, Whole } from '../platform/database/columns.js';

/**
 * What an agency said it would recommend before it heard the others, at one hearing of a case: the item of the agenda. A
 * changed view is the next version. Append-only.
 */
@Entity('agency_views')
export class AgencyView {
  @Id() id: string;
  @Reference() itemId: string;
  @Reference() caseId: string;
  @Text() agency: Agency;
  @Whole() number: number;
  @Text() view: ViewCode;
  @Text() reason: string;
  @Reference() givenBy: string;
  @Instant() givenAt: string;
}

/** That the chair opened the discussion of a hearing: from then on views are read and no longer change. Append-only. */
@Entity('case_discussions')
export class CaseDiscussion {
  @Reference() caseId: string;
  @Id() itemId: string;
  /** Reasons given for opening it although an agency had not answered. */
  @Json() overrides: Override[];
  @Reference() openedBy: string;
  @Instant() openedAt: string;
}

/** A point that an agency raised, in short. One that was noted wrongly is taken back and no longer shown. */
@Entity('discussion_points')
export class DiscussionPoint {
  @Id() id: string;
  @Reference() itemId: string;
  @Reference() caseId: string;
  @Text() agency: Agency;
  @Text() point: string;
  @Reference() notedBy: string;
  @Instant() notedAt: string;
  @Reference({ nullable: true }) withdrawnBy: string | null;
  @Instant({ nullable: true }) withdrawnAt: string | null;
}
