import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

const further = [
  ...['"seriesId" text references meeting_series (id)', '"extraordinaryBecause" text', '"extraordinaryReason" text'],
  ...['capacity integer', '"closesHoursBefore" integer', '"cancelledAt" text', '"cancelReason" text'],
];

/** Series, what cannot wait for them, what became of single meetings, and who could not come or wrote instead. */
export class MeetingPlans1700000036000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table meeting_series (
      id text not null primary key, "panelAreaId" text not null references panel_areas (id), frequency text not null,
      weekday text not null, "time" text not null, "fromDay" text not null, "untilDay" text not null,
      "onBankHoliday" text not null, place text, capacity integer, "closesHoursBefore" integer,
      "createdBy" text not null references people (id), "createdAt" text not null)`);
    await runner.query(`create index meeting_series_by_area on meeting_series ("panelAreaId", id)`);
    for (const column of further) await runner.query(`alter table meetings add column ${column}`);
    await runner.query(`create index meetings_by_series on meetings ("seriesId", "startsAt")`);
    await runner.query(`create table meeting_changes (
      id text not null primary key, "meetingId" text not null references meetings (id), change text not null,
      "fromStartsAt" text not null, "toStartsAt" text, reason text not null,
      "changedBy" text not null references people (id), "changedAt" text not null)`);
    await runner.query(`create index meeting_changes_by_meeting on meeting_changes ("meetingId", id)`);
    await refuseChange(runner, 'meeting_changes');
    await runner.query(`create table apologies (
      id text not null primary key, "meetingId" text not null references meetings (id), agency text not null,
      "personId" text references people (id), reason text not null,
      "recordedBy" text not null references people (id), "recordedAt" text not null)`);
    await runner.query(`create index apologies_by_meeting on apologies ("meetingId", id)`);
    await runner.query(`create table contributor_notes (
      id text not null primary key, "meetingId" text not null references meetings (id),
      "caseId" text not null references cases (id), agency text not null, note text not null,
      "recordedBy" text not null references people (id), "recordedAt" text not null)`);
    await runner.query(`create index contributor_notes_by_meeting on contributor_notes ("meetingId", id)`);
    await refuseChange(runner, 'contributor_notes');
    await observersAndFeeds(runner);
  }
}

async function observersAndFeeds(runner: QueryRunner): Promise<void> {
  await runner.query(`create table observer_invitations (
    id text not null primary key, "meetingId" text not null references meetings (id),
    "personId" text not null references people (id), "fromAt" text not null, "untilAt" text not null,
    "invitedBy" text not null references people (id), "invitedAt" text not null, "endedAt" text)`);
  await runner.query(`create index observer_invitations_by_meeting on observer_invitations ("meetingId", id)`);
  await runner.query(`create index observer_invitations_by_person on observer_invitations ("personId", "untilAt")`);
  await runner.query(`create table calendar_feeds (
    id text not null primary key, "personId" text not null references people (id), "secretHash" text not null unique,
    "createdAt" text not null, "revokedAt" text)`);
  await runner.query(`create index calendar_feeds_by_person on calendar_feeds ("personId", id)`);
}

/** Who does what by when after the panel spoke of a case. */
export class PanelActions1700000037000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table panel_actions (
      id text not null primary key, "caseId" text not null references cases (id),
      "meetingId" text references meetings (id), what text not null, "ownerId" text references people (id),
      agency text, "dueOn" text not null, "createdBy" text not null references people (id), "createdAt" text not null,
      "doneAt" text, "doneBy" text references people (id), done text)`);
    await runner.query(`create index panel_actions_by_case on panel_actions ("caseId", id)`);
    await runner.query(`create index panel_actions_by_owner on panel_actions ("ownerId", "doneAt", "dueOn")`);
    await runner.query(`create index panel_actions_by_agency on panel_actions (agency, "doneAt", "dueOn")`);
  }
}

/** Where an adjourned case comes back by itself, and what kept it from doing so. */
export class AgendaReturns1700000038000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table agenda_returns (
      id text not null primary key, "caseId" text not null references cases (id),
      "itemId" text not null references agenda_items (id), "meetingId" text references meetings (id),
      "fromDay" text, "createdBy" text not null references people (id), "createdAt" text not null,
      "triedAt" text, shut text, "settledAt" text)`);
    await runner.query(`create index agenda_returns_by_case on agenda_returns ("caseId", "settledAt")`);
  }
}
