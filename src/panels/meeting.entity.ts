import { Entity } from 'typeorm';
import type { Agency } from '../policy/agencies.js';
import type { Override } from '../policy/gate.js';
import type { AdjournReason } from '../policy/lifecycle.js';
import { Day, Id, Instant, Json, Reference, Text, Version, Whole } from '../platform/database/columns.js';

/** A sitting of an area's panel. Its version moves when attendance is recorded. */
@Entity('meetings')
export class Meeting {
  @Id() id: string;
  @Reference() panelAreaId: string;
  @Instant() startsAt: string;
  /** The day in England and Wales on which it sits: what the gates are dated by. */
  @Day() meetingDay: string;
  @Text({ nullable: true }) place: string | null;
  @Version() version: number;
  @Reference() createdBy: string;
  @Instant() createdAt: string;
}

/**
 * A case put before a meeting. A case listed again gets a new item; the latest is the one that counts, so nothing of
 * what was listed or adjourned before is ever lost.
 */
@Entity('agenda_items')
export class AgendaItem {
  @Id() id: string;
  @Reference() meetingId: string;
  @Reference() caseId: string;
  @Whole() position: number;
  /** Reasons given for gates of preparation that were passed over when it was listed. */
  @Json() overrides: Override[];
  @Reference() listedBy: string;
  @Instant() listedAt: string;
  @Instant({ nullable: true }) adjournedAt: string | null;
  @Text({ nullable: true }) adjournReasonCode: AdjournReason | null;
  @Text({ nullable: true }) adjournReason: string | null;
  @Day({ nullable: true }) adjournUntil: string | null;
  /** Linked cases that are heard together bear the id of the item they were put beside. */
  @Reference({ nullable: true }) togetherWith: string | null;
}

/** Somebody who sat at a meeting, for their own agency or as deputy for another. */
@Entity('attendances')
export class Attendance {
  @Id() id: string;
  @Reference() meetingId: string;
  @Reference() personId: string;
  @Text() agency: Agency;
  @Text({ nullable: true }) deputyFor: Agency | null;
}
