import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** What somebody recorded as looked at before anything else in a case that local rules flag. */
export class Routing1700000034000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table first_checks (
      id text not null primary key, "caseId" text not null references cases (id), code text not null,
      words text not null, "recordedBy" text not null references people (id), "recordedAt" text not null)`);
    await runner.query(`create index first_checks_by_case on first_checks ("caseId", code, id)`);
  }
}
