import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

export class Outcomes1700000010000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table deliveries (
      "caseId" text not null primary key references cases (id), status text not null, "startedOn" text, "endedOn" text,
      actions text not null, "notCompletedReason" text, version integer not null)`);
    await runner.query(`create table past_deliveries (
      id text not null primary key, "caseId" text not null references cases (id), status text not null,
      "startedOn" text, "endedOn" text, actions text not null, "notCompletedReason" text, "keptAt" text not null)`);
    await runner.query(`create index past_deliveries_by_case on past_deliveries ("caseId", id)`);
    await runner.query(`create table outcomes (
      id text not null primary key, "caseId" text not null unique references cases (id), disposal text not null,
      "givenOn" text not null, "givenBy" text, place text, "appropriateAdult" text, consent text, "consentOn" text,
      explained integer, "victimInformedOn" text, "nfaReason" text, conditions text not null, evaluation text not null,
      "recordedBy" text not null references people (id), "recordedAt" text not null)`);
    await runner.query(`create index outcomes_by_day on outcomes ("givenOn", id)`);
    await runner.query(`create table duties (
      id text not null primary key, "caseId" text not null references cases (id), code text not null, "dueOn" text,
      "doneOn" text, "doneBy" text references people (id), note text, unique ("caseId", code))`);
    await runner.query(`create index duties_open on duties ("dueOn", id) where "doneOn" is null`);
  }
}
