import { Entity } from 'typeorm';
import type { Agency } from '../policy/agencies.js';
import type { ExtraordinaryReason } from '../policy/extraordinary-sittings.js';
import type { Override } from '../policy/gate.js';
import type { AdjournReason } from '../policy/lifecycle.js';
import { Day, Id, Instant, Json, Reference, Text, Version, Whole } from '../platform/database/columns.js';

/** A sitting of an area's panel. Its version moves when attendance, apologies, order, day or standing change. */
@Entity('meetings')
export class Meeting {
  @Id() id: string;
  @Reference() panelAreaId: string;
  @Instant() startsAt: string;
  /** The day in England and Wales on which it sits: what the gates are dated by. */
  @Day() meetingDay: string;
  @Text({ nullable: true }) place: string | null;
  @Reference({ nullable: true }) seriesId: string | null;
  /** Why it sits between the meetings of a series; null for any other meeting. */
  @Text({ nullable: true }) extraordinaryBecause: ExtraordinaryReason | null;
  @Text({ nullable: true }) extraordinaryReason: string | null;
  /** How many cases it is meant for; more need a reason. */
  @Whole({ nullable: true }) capacity: number | null;
  /** How many hours before it starts its agenda closes; what is listed later needs a reason. */
  @Whole({ nullable: true }) closesHoursBefore: number | null;
  /** Reasons given for arranging it although a warning was given. */
  @Json({ nullable: true }) overrides: Override[] | null;
  @Instant({ nullable: true }) cancelledAt: string | null;
  @Text({ nullable: true }) cancelReason: string | null;
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

/** Who was recorded as sitting at a meeting, by name, before the list was written anew; and why it was. Append-only. */
@Entity('attendances_before')
export class AttendancesBefore {
  @Id() id: string;
  @Reference() meetingId: string;
  @Json() seats: SeatBefore[];
  /** Needed once the panel had recommended at the meeting. */
  @Text({ nullable: true }) reason: string | null;
  @Reference() replacedBy: string;
  @Instant() replacedAt: string;
}

export type SeatBefore = Pick<Attendance, 'personId' | 'agency' | 'deputyFor'> & { readonly name: string };
