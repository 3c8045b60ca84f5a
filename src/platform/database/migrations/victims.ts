import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

export class Victims1700000005000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table victims (
      id text not null primary key, "caseId" text not null references cases (id), position integer not null,
      kind text not null, name text, "contactDetails" text, statement text, "consentToShare" text not null,
      "consentReason" text, "sameSchoolOrHome" text not null, version integer not null)`);
    await runner.query(`create index victims_by_case on victims ("caseId", position)`);
    await runner.query(`create table victim_views (
      "victimId" text not null primary key references victims (id), "caseId" text not null references cases (id),
      status text not null, "obtainedOn" text, view text, impact text, "safetyNeeds" text, "restorativeWish" text,
      attempts text not null, reason text, version integer not null)`);
    await runner.query(`create index victim_views_by_case on victim_views ("caseId")`);
  }
}
