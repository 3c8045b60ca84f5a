import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

/** Who was named for a step of an escalation after it began, and why; what the chair said in taking note of its end. */
export class EscalationNamings1700000059000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table escalation_namings (
      id text not null primary key, "stepId" text not null references escalation_steps (id),
      "caseId" text not null references cases (id), side text not null,
      "personId" text not null references people (id), "insteadOf" text references people (id), reason text not null,
      "namedBy" text not null references people (id), "namedAt" text not null)`);
    await runner.query(`create index escalation_namings_by_case on escalation_namings ("caseId", id)`);
    await refuseChange(runner, 'escalation_namings');
    await runner.query(`alter table escalation_results add column note text`);
  }
}
