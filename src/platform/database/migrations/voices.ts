import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** What was tried in order to hear child and carer, each try a row of its own. */
export class VoiceAttempts1700000022000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table voice_attempts (
      id text not null primary key, "caseId" text not null references cases (id), who text not null, "on" text not null,
      way text not null, result text not null, words text, "recordedBy" text not null references people (id),
      "recordedAt" text not null)`);
    await runner.query(`create index voice_attempts_by_case on voice_attempts ("caseId", who, "on")`);
  }
}

const parts = [
  ...['account', 'causes', 'wouldHelp', 'feelings', 'understanding', 'childView', 'familyNeeds', 'outcomeView'],
  ...['seenBefore', 'notSeenReason', 'seenWith', 'chosePlace', 'helpGiven', 'passedTo'],
  ...['consentToShare', 'consentDetails'],
];

/** What was said in parts, and how child or carer could say it and who heard of it. */
export class VoicesInParts1700000022100 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of parts) await runner.query(`alter table voices add column "${part}" text`);
  }
}
