import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

export class Cases1700000003000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table cases (
      id text not null primary key, reference text not null unique, "childId" text not null references children (id),
      "panelAreaId" text not null references panel_areas (id), state text not null, "stateSince" text not null,
      version integer not null, "referredBy" text not null references people (id), "referredAt" text not null,
      "referredOn" text not null, "crimeReference" text not null, "officerName" text not null,
      "officerCollarNumber" text not null, "policeStatus" text not null, "bailDate" text,
      "responsibilityStance" text not null, "evidenceSufficient" text not null, "policeInformation" text not null,
      "appropriateAdult" text, "noIdentifiableVictimReason" text, "cpsAuthority" text not null, "importId" text,
      "allocatedTo" text references people (id), "allocatedAt" text, "signedOffBy" text references people (id),
      "signedOffAt" text, "signedOffOn" text)`);
    await runner.query(`create index cases_by_child on cases ("childId")`);
    await runner.query(`create index cases_by_area on cases ("panelAreaId", "referredAt", id)`);
    await runner.query(`create index cases_by_state on cases ("panelAreaId", state, "stateSince", id)`);
    await runner.query(`create index cases_by_worker on cases ("allocatedTo", state, "stateSince")`);
    await runner.query(`create index cases_by_officer on cases ("referredBy", "referredAt")`);
    await runner.query(`create index cases_by_import on cases ("importId")`);
    await runner.query(`create table offences (
      id text not null primary key, "caseId" text not null references cases (id), position integer not null, date text not null,
      "homeOfficeClass" text not null, description text not null, "indictableOnly" integer not null,
      features text not null, "gravityEdition" text, "gravityStart" integer, "gravityFinal" integer,
      "gravityFactors" text not null, version integer not null)`);
    await runner.query(`create index offences_by_case on offences ("caseId", position)`);
    await runner.query(`create table preparation_authors (
      "caseId" text not null references cases (id), "personId" text not null references people (id),
      primary key ("caseId", "personId"))`);
    await runner.query(`create table covers (
      id text not null primary key, "panelAreaId" text not null references panel_areas (id),
      "personId" text not null references people (id), "coveredBy" text not null references people (id),
      "fromDay" text not null, "toDay" text not null, reason text not null,
      "createdBy" text not null references people (id), "createdAt" text not null)`);
    await runner.query(`create index covers_by_cover on covers ("coveredBy", "toDay")`);
    await runner.query(`create index covers_by_person on covers ("personId", "toDay")`);
  }
}

/** What nobody said of an offence is not known: what it was marked with, and whether the Crown Court alone can try it. */
export class OffencesNotKnown1700000077000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    for (const [column, type] of [
      ['indictableOnly', 'integer'],
      ['features', 'text'],
    ] as const) {
      await runner.query(`alter table offences add column "${column}Said" ${type}`);
      await runner.query(`update offences set "${column}Said" = "${column}"`);
      await runner.query(`alter table offences drop column "${column}"`);
      await runner.query(`alter table offences rename column "${column}Said" to "${column}"`);
    }
  }
}
