import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

export class Checks1700000004000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table agency_checks (
      id text not null primary key, "caseId" text not null references cases (id), agency text not null, status text not null,
      "requestedOn" text, "requestedBy" text references people (id), "dueOn" text, "respondedOn" text,
      "respondedBy" text references people (id), content text, analysis text, reason text, version integer not null,
      unique ("caseId", agency))`);
    await runner.query(`create index checks_by_agency on agency_checks (agency, status, "dueOn", id)`);
    await runner.query(`create index checks_by_status on agency_checks (status, "dueOn", id)`);
  }
}
