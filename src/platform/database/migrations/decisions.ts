import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

export class Decisions1700000009000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table recommendations (
      id text not null primary key, "caseId" text not null references cases (id),
      "meetingId" text not null references meetings (id), disposal text not null, basis text not null,
      "optionsConsidered" text not null, reasons text not null, "gravityDeparture" text, dissents text not null,
      evaluation text not null, "recordedBy" text not null references people (id), "recordedAt" text not null)`);
    await runner.query(`create index recommendations_by_case on recommendations ("caseId", id)`);
    await runner.query(`create index recommendations_by_meeting on recommendations ("meetingId")`);
    await runner.query(`create table police_decisions (
      id text not null primary key, "caseId" text not null references cases (id),
      "recommendationId" text not null unique references recommendations (id), disposal text not null,
      "decidedOn" text not null, reason text, evaluation text not null,
      "decidedBy" text not null references people (id), "decidedAt" text not null)`);
    await runner.query(`create index police_decisions_by_case on police_decisions ("caseId", id)`);
    await runner.query(`create index police_decisions_by_day on police_decisions ("decidedOn", id)`);
    await runner.query(`create table escalations (
      id text not null primary key, "caseId" text not null references cases (id), reason text not null,
      "escalatedBy" text not null references people (id), "escalatedAt" text not null)`);
    await runner.query(`create index escalations_by_case on escalations ("caseId", id)`);
  }
}
