import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

/** Referrals to the Crown Prosecution Service with their checklist and answers; why police decide otherwise, as a code. */
export class ProsecutorReferrals1700000046000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table police_decisions add column "divergenceCode" text`);
    await runner.query(`create table prosecutor_referrals (
      id text not null primary key, "caseId" text not null references cases (id), purpose text not null,
      "sentOn" text not null, "dueOn" text, checklist text not null, "checklistEdition" text not null,
      note text, evaluation text not null, "referredBy" text not null references people (id),
      "referredAt" text not null)`);
    await runner.query(`create index prosecutor_referrals_by_case on prosecutor_referrals ("caseId", id)`);
    await runner.query(`create index prosecutor_referrals_by_day on prosecutor_referrals ("dueOn", id)`);
    await runner.query(`create table prosecutor_answers (
      id text not null primary key, "referralId" text not null references prosecutor_referrals (id),
      "caseId" text not null references cases (id), "receivedOn" text not null, result text not null,
      ends integer not null, advice text not null, "recordedBy" text not null references people (id),
      "recordedAt" text not null)`);
    await runner.query(`create index prosecutor_answers_by_referral on prosecutor_answers ("referralId", id)`);
    for (const table of ['prosecutor_referrals', 'prosecutor_answers']) await refuseChange(runner, table);
  }
}

/** What a prosecutor answered last is read with every case. */
export class AnswersByCase1700000072500 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index prosecutor_answers_by_case on prosecutor_answers ("caseId", id)`);
  }
}
