import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

export class Panels1700000008000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table meetings (
      id text not null primary key, "panelAreaId" text not null references panel_areas (id), "startsAt" text not null,
      "meetingDay" text not null, place text, version integer not null,
      "createdBy" text not null references people (id), "createdAt" text not null)`);
    await runner.query(`create index meetings_by_area on meetings ("panelAreaId", "startsAt", id)`);
    await runner.query(`create table agenda_items (
      id text not null primary key, "meetingId" text not null references meetings (id),
      "caseId" text not null references cases (id), position integer not null, overrides text not null,
      "listedBy" text not null references people (id), "listedAt" text not null, "adjournedAt" text,
      "adjournReasonCode" text, "adjournReason" text, "adjournUntil" text)`);
    await runner.query(`create unique index agenda_by_position on agenda_items ("meetingId", position)`);
    await runner.query(`create index agenda_by_case on agenda_items ("caseId", id)`);
    await runner.query(`create table attendances (
      id text not null primary key, "meetingId" text not null references meetings (id),
      "personId" text not null references people (id), agency text not null, "deputyFor" text,
      unique ("meetingId", "personId"))`);
    await runner.query(`create table conflicts (
      id text not null primary key, "meetingId" text not null references meetings (id),
      "caseId" text not null references cases (id), "personId" text not null references people (id),
      reason text not null, "declaredBy" text not null references people (id), "declaredAt" text not null,
      unique ("caseId", "personId"))`);
  }
}
