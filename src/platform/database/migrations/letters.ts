import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

const draft = `kind text not null, "aboutId" text, "editionId" text, "correctsId" text, sheet text not null,
  "writtenBy" text not null references people (id), "writtenAt" text not null, version integer not null`;

const kept = `kind text not null, "aboutId" text, "editionId" text, "correctsId" text, sheet text not null,
  fingerprint text not null, way text not null, "sentOn" text not null, "sentBy" text not null,
  "writtenBy" text not null references people (id), "recordedBy" text not null references people (id),
  "recordedAt" text not null`;

/** Templates in editions, and the letters of cases: drafts, and kept as sent. */
export class LettersOfCases1700000048000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table letter_template_editions (
      id text not null primary key, kind text not null, "panelAreaId" text references panel_areas (id),
      "fromDay" text not null, heading text, text text, "shortText" text, reason text not null,
      "writtenBy" text not null references people (id), "writtenAt" text not null)`);
    await runner.query(`create index letter_template_editions_by_kind on letter_template_editions (kind, "fromDay")`);
    await runner.query(`create table letter_drafts (
      id text not null primary key, "caseId" text not null references cases (id), ${draft})`);
    await runner.query(`create unique index letter_drafts_of_case on letter_drafts ("caseId", kind)`);
    await runner.query(`create table letters (
      id text not null primary key, "caseId" text not null references cases (id), ${kept})`);
    await runner.query(`create index letters_by_case on letters ("caseId", kind, "aboutId")`);
    for (const table of ['letter_template_editions', 'letters']) await refuseChange(runner, table);
  }
}

/** What victims are written, apart from the letters of the case: nobody reads both from one table. */
export class LettersToVictims1700000049000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table victim_letter_drafts (
      id text not null primary key, "caseId" text not null references cases (id),
      "victimId" text not null references victims (id), ${draft})`);
    await runner.query(`create unique index victim_letter_drafts_of_victim on victim_letter_drafts ("victimId", kind)`);
    await runner.query(`create index victim_letter_drafts_by_case on victim_letter_drafts ("caseId")`);
    await runner.query(`create table victim_letters (
      id text not null primary key, "caseId" text not null references cases (id),
      "victimId" text not null references victims (id), ${kept})`);
    await runner.query(`create index victim_letters_by_victim on victim_letters ("victimId", kind)`);
    await runner.query(`create index victim_letters_by_case on victim_letters ("caseId")`);
    await refuseChange(runner, 'victim_letters');
  }
}
