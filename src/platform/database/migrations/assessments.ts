import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

export class Assessments1700000007000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table assessments (
      id text not null primary key, "caseId" text not null unique references cases (id), "setId" text not null,
      "setVersion" text not null, status text not null, answers text not null, "changeNote" text, "returnReasons" text,
      "submittedBy" text references people (id), "submittedAt" text, version integer not null,
      "updatedAt" text not null)`);
    await runner.query(`create table judgements (
      id text not null primary key, "caseId" text not null references cases (id), judgement text not null, level text not null,
      reasoning text, who text, what text, "when" text, controls text, contingency text, version integer not null,
      unique ("caseId", judgement))`);
    await runner.query(`create table voices (
      id text not null primary key, "caseId" text not null references cases (id), who text not null, status text not null,
      "heardOn" text, "heardBy" text, how text, words text, influence text, attempts text not null, reason text,
      "recordedBy" text not null references people (id), "recordedAt" text not null,
      "approvedBy" text references people (id), "approvedAt" text, "approvalReason" text, version integer not null,
      unique ("caseId", who))`);
    await runner.query(`create table identities (
      "caseId" text not null primary key references cases (id), consideration text not null, version integer not null,
      "updatedBy" text not null references people (id), "updatedAt" text not null)`);
    await runner.query(`create table disposal_responses (
      id text not null primary key, "caseId" text not null references cases (id),
      "disposalId" text not null references earlier_disposals (id), "whatWasDone" text not null,
      "childsResponse" text not null, "differentNow" text not null, version integer not null,
      unique ("caseId", "disposalId"))`);
    await runner.query(`create index responses_by_disposal on disposal_responses ("disposalId")`);
    await runner.query(`create table disposal_checks (
      "caseId" text not null primary key references cases (id), places text not null, "checkedOn" text not null,
      "checkedBy" text not null references people (id), version integer not null)`);
    await runner.query(`create table management_referrals (
      "caseId" text not null primary key references cases (id), "referredOn" text not null, result text,
      version integer not null)`);
    await runner.query(`create table sign_offs (
      id text not null primary key, "caseId" text not null references cases (id),
      "signedBy" text not null references people (id), "signedAt" text not null, evaluation text not null)`);
    await runner.query(`create index sign_offs_by_case on sign_offs ("caseId", "signedAt")`);
  }
}
