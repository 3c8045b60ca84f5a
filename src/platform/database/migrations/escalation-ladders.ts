import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

/** The ladder of a panel area from a day on, the steps that an escalation climbs, what each senior said, and its end. */
export class EscalationLadders1700000047000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table escalation_ladders (
      id text not null primary key, "panelAreaId" text not null references panel_areas (id), "fromDay" text not null,
      steps text not null, reason text not null, "writtenBy" text not null references people (id),
      "writtenAt" text not null)`);
    await runner.query(`create index escalation_ladders_by_area on escalation_ladders ("panelAreaId", "fromDay", id)`);
    await runner.query(`create table escalation_steps (
      id text not null primary key, "escalationId" text not null references escalations (id),
      "caseId" text not null references cases (id), step integer not null, steps integer not null, name text not null,
      "policeId" text references people (id), "youthJusticeId" text references people (id), "dueOn" text,
      "begunAt" text not null, "endedAt" text, unique ("escalationId", step))`);
    await runner.query(`create index escalation_steps_by_case on escalation_steps ("caseId", id)`);
    await runner.query(`create index escalation_steps_open on escalation_steps ("dueOn", id) where "endedAt" is null`);
    await runner.query(`create table escalation_views (
      id text not null primary key, "stepId" text not null references escalation_steps (id),
      "caseId" text not null references cases (id), side text not null, result text not null, disposal text,
      reason text not null, "personId" text not null references people (id), "givenAt" text not null,
      unique ("stepId", side))`);
    await runner.query(`create table escalation_results (
      "escalationId" text not null primary key references escalations (id),
      "caseId" text not null references cases (id), result text not null, disposal text, agreed integer not null,
      "settledAt" text not null, "acknowledgedBy" text references people (id), "acknowledgedAt" text)`);
    await runner.query(`create index escalation_results_by_case on escalation_results ("caseId")`);
    await runner.query(`create index escalation_results_new on escalation_results ("settledAt", "escalationId")
      where "acknowledgedAt" is null`);
    for (const table of ['escalation_ladders', 'escalation_views']) await refuseChange(runner, table);
  }
}
