import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

/** What an administrator changed of a disposal, from which day; the rows of the rule book stay edition 0. */
export class DisposalEditions1700000030000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table disposal_editions (
      id text not null primary key, code text not null, edition integer not null, "fromDay" text not null,
      name text not null, "isAdded" integer not null, informal integer not null, "firstTimeEntrant" integer not null, "disposalRow" text not null,
      reason text not null, "recordedBy" text not null references people (id), "recordedAt" text not null)`);
    await runner.query(`create unique index editions_by_code on disposal_editions (code, edition)`);
    await refuseChange(runner, 'disposal_editions');
  }
}
