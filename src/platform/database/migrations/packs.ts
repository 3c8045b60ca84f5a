import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

/** What a panel was given to read, kept as it was: nothing of it can be changed or deleted. */
export class Packs1700000024000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table packs (
      id text not null primary key, "meetingId" text not null references meetings (id), number integer not null,
      "issuedBy" text not null references people (id), "issuedAt" text not null, fingerprint text not null,
      unique ("meetingId", number))`);
    await runner.query(`create table pack_cases (
      id text not null primary key, "packId" text not null references packs (id),
      "caseId" text not null references cases (id), position integer not null,
      reference text not null, "caseVersion" integer not null, sheet text not null, fingerprint text not null, unique ("packId", "caseId"))`);
    await runner.query(`create index pack_cases_by_case on pack_cases ("caseId", "packId")`);
    for (const table of ['packs', 'pack_cases']) await refuseChange(runner, table);
  }
}
