import { Entity } from 'typeorm';
import type { Agency } from '../policy/agencies.js';
import type { Frequency, OnBankHoliday, Weekday } from '../policy/meeting-series.js';
import { Day, Id, Instant, Json, Reference, Text, Whole } from '../platform/database/columns.js';

/** How an area's panel meets over some months. Its meetings are meetings like any other. */
@Entity('meeting_series')
export class MeetingSeries {
  @Id() id: string;
  @Reference() panelAreaId: string;
  @Text() frequency: Frequency;
  @Text() weekday: Weekday;
  /** By the clock in London. */
  @Text() time: string;
  @Day() fromDay: string;
  @Day() untilDay: string;
  @Text() onBankHoliday: OnBankHoliday;
  @Text({ nullable: true }) place: string | null;
  @Whole({ nullable: true }) capacity: number | null;
  @Whole({ nullable: true }) closesHoursBefore: number | null;
  @Reference() createdBy: string;
  @Instant() createdAt: string;
}

/** A meeting moved to another time, or cancelled. Append-only. */
@Entity('meeting_changes')
export class MeetingChange {
  @Id() id: string;
  @Reference() meetingId: string;
  @Text() change: 'MOVED' | 'CANCELLED';
  @Instant() fromStartsAt: string;
  @Instant({ nullable: true }) toStartsAt: string | null;
  @Text() reason: string;
  @Reference() changedBy: string;
  @Instant() changedAt: string;
}

/** An agency, or somebody of it, that said beforehand that they cannot come. */
@Entity('apologies')
export class Apology {
  @Id() id: string;
  @Reference() meetingId: string;
  @Text() agency: Agency;
  @Reference({ nullable: true }) personId: string | null;
  @Text() reason: string;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}

/** What an agency that does not sit at a meeting sent about a case. Append-only. */
@Entity('contributor_notes')
export class ContributorNote {
  @Id() id: string;
  @Reference() meetingId: string;
  @Reference() caseId: string;
  @Text() agency: Agency;
  @Text() note: string;
  @Reference() recordedBy: string;
  @Instant() recordedAt: string;
}

/** Why a note is read no more. Append-only. */
@Entity('contributor_notes_taken_back')
export class ContributorNoteTakenBack {
  @Id() noteId: string;
  @Text() reason: string;
  @Reference() takenBackBy: string;
  @Instant() takenBackAt: string;
}

/** Somebody who may watch one meeting, without identities, between two instants. */
@Entity('observer_invitations')
export class ObserverInvitation {
  @Id() id: string;
  @Reference() meetingId: string;
  @Reference() personId: string;
  @Instant() fromAt: string;
  @Instant() untilAt: string;
  @Reference() invitedBy: string;
  @Instant() invitedAt: string;
  @Instant({ nullable: true }) endedAt: string | null;
}

/** Something the panel asked of a person or an agency in a case. */
@Entity('panel_actions')
export class PanelAction {
  @Id() id: string;
  @Reference() caseId: string;
  @Reference({ nullable: true }) meetingId: string | null;
  @Text() what: string;
  @Reference({ nullable: true }) ownerId: string | null;
  @Text({ nullable: true }) agency: Agency | null;
  @Day() dueOn: string;
  @Reference() createdBy: string;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) doneAt: string | null;
  @Reference({ nullable: true }) doneBy: string | null;
  @Text({ nullable: true }) done: string | null;
}

/** Where an adjourned case comes back by itself: a meeting, or the next that its panel holds from a day on. */
@Entity('agenda_returns')
export class AgendaReturn {
  @Id() id: string;
  @Reference() caseId: string;
  /** The item from which it was adjourned. */
  @Reference() itemId: string;
  @Reference({ nullable: true }) meetingId: string | null;
  @Day({ nullable: true }) fromDay: string | null;
  @Reference() createdBy: string;
  @Instant() createdAt: string;
  /** When it was last tried and could not be listed, and the codes of the gates that were shut. */
  @Instant({ nullable: true }) triedAt: string | null;
  @Json({ nullable: true }) shut: string[] | null;
  @Instant({ nullable: true }) settledAt: string | null;
}
