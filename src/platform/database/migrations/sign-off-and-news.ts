import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** Criteria of the sign-off, reasons for sending back, time in each stage, chasers, and what late news reopened. */
export class SignOffAndNews1700000019000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await this.stages(runner);
    await this.returns(runner);
    await runner.query(`alter table sign_offs add column "criteriaEdition" text`);
    await runner.query(`alter table sign_offs add column criteria text`);
    await runner.query(`create table reopened_sections (
      id text not null primary key, "caseId" text not null references cases (id), section text not null,
      news text not null, about text, "cameAt" text not null, "meetingId" text references meetings (id),
      "settledAt" text, "settledBy" text references people (id), "settledAs" text, "settledBecause" text,
      "signedAt" text)`);
    await runner.query(`create index reopened_by_case on reopened_sections ("caseId", "cameAt")`);
    await runner.query(`create index reopened_by_meeting on reopened_sections ("meetingId")`);
    await runner.query(`create table check_chasers (
      id text not null primary key, "caseId" text not null references cases (id), agency text not null,
      "chasedOn" text not null, how text not null, "chasedBy" text not null references people (id),
      "recordedAt" text not null)`);
    await runner.query(`create index chasers_by_check on check_chasers ("caseId", agency, "chasedOn")`);
    await runner.query(`create index checks_by_asker on agency_checks ("requestedBy", status, "dueOn", id)`);
  }

  /** What was before begins with what is known of it: the stage in which it stands, and since when. */
  private async stages(runner: QueryRunner): Promise<void> {
    await runner.query(`create table case_stages (
      id text not null primary key, "caseId" text not null references cases (id), subject text not null,
      stage text not null, "enteredAt" text not null, "leftAt" text)`);
    await runner.query(`create index stages_by_case on case_stages ("caseId", subject, "enteredAt")`);
    await runner.query(`insert into case_stages (id, "caseId", subject, stage, "enteredAt", "leftAt")
      select c.id, c.id, 'CASE', c.state, c."stateSince", null from cases c`);
    await runner.query(`insert into case_stages (id, "caseId", subject, stage, "enteredAt", "leftAt")
      select s.id, s."caseId", 'ASSESSMENT',
             case when s.status = 'SUBMITTED' and c."signedOffAt" is not null then 'SIGNED_OFF' else s.status end,
             case when s.status <> 'SUBMITTED' then s."updatedAt" else coalesce(c."signedOffAt", s."submittedAt") end,
             null
      from assessments s join cases c on c.id = s."caseId"`);
  }

  private async returns(runner: QueryRunner): Promise<void> {
    await runner.query(`create table assessment_returns (
      id text not null primary key, "caseId" text not null references cases (id),
      "returnedBy" text references people (id), "returnedAt" text not null, "submittedAgainAt" text)`);
    await runner.query(`create index returns_by_case on assessment_returns ("caseId", "returnedAt")`);
    await runner.query(`create table return_reasons (
      id text not null primary key, "returnId" text not null references assessment_returns (id),
      "caseId" text not null references cases (id), position integer not null, section text, reason text not null,
      answer text, "answeredBy" text references people (id), "answeredAt" text, version integer not null)`);
    await runner.query(`create index return_reasons_by_case on return_reasons ("caseId", "returnId", position)`);
    await runner.query(`insert into assessment_returns (id, "caseId", "returnedBy", "returnedAt", "submittedAgainAt")
      select s.id, s."caseId", (
               select t."actorId" from trail_entries t
               where t."subjectId" = s."caseId" and t.type = 'ASSESSMENT_RETURNED' order by t.at desc limit 1),
             coalesce((
               select max(t.at) from trail_entries t
               where t."subjectId" = s."caseId" and t.type = 'ASSESSMENT_RETURNED'), s."updatedAt"),
             case when s.status = 'RETURNED' then null else coalesce(s."submittedAt", s."updatedAt") end
      from assessments s where s."returnReasons" is not null`);
    await runner.query(`insert into return_reasons (
        id, "returnId", "caseId", position, section, reason, answer, "answeredBy", "answeredAt", version)
      select s.id, s.id, s."caseId", 1, null, s."returnReasons", s."changeNote",
             case when s."changeNote" is null then null else s."submittedBy" end,
             case when s."changeNote" is null then null else s."submittedAt" end, 1
      from assessments s where s."returnReasons" is not null`);
  }
}
