import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

export class Quality1700000011000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table audit_plans (
      id text not null primary key, "panelAreaId" text not null references panel_areas (id), "fromDay" text not null,
      "toDay" text not null, framework text not null, "sizeRule" text not null, seed text not null,
      population integer not null, "createdBy" text not null references people (id), "createdAt" text not null)`);
    await runner.query(`create index audit_plans_by_area on audit_plans ("panelAreaId", id)`);
    await runner.query(`create table audit_cases (
      id text not null primary key, "planId" text not null references audit_plans (id),
      "caseId" text not null references cases (id), position integer not null, reason text not null,
      unique ("planId", "caseId"))`);
    await runner.query(`create index audit_cases_by_plan on audit_cases ("planId", position)`);
    await runner.query(`create table audits (
      id text not null primary key, "planId" text not null references audit_plans (id),
      "caseId" text not null references cases (id), "auditedBy" text not null references people (id),
      "setId" text not null, "setVersion" text not null, answers text not null, status text not null,
      version integer not null, "updatedAt" text not null, unique ("planId", "caseId"))`);
  }
}

/** What each sample was drawn from. Of the plans before, only the cases drawn are known to have been there. */
export class AuditPopulations1700000078000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table audit_populations (
      "planId" text not null references audit_plans (id), "caseId" text not null references cases (id),
      primary key ("planId", "caseId"))`);
    await runner.query(`insert into audit_populations ("planId", "caseId")
      select c."planId", c."caseId" from audit_cases c`);
  }
}
