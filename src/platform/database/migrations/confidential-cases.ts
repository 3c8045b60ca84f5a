import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** A conflict of interest may be declared before any meeting, and lifted; what was lifted stays, and may come again. */
export class ConflictsOfCases1700000039000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table conflicts_kept (
      id text not null primary key, "meetingId" text references meetings (id),
      "caseId" text not null references cases (id), "personId" text not null references people (id),
      reason text not null, "declaredBy" text not null references people (id), "declaredAt" text not null,
      "liftedBy" text references people (id), "liftedAt" text, "liftReason" text)`);
    await runner.query(`insert into conflicts_kept
        (id, "meetingId", "caseId", "personId", reason, "declaredBy", "declaredAt")
      select x.id, x."meetingId", x."caseId", x."personId", x.reason, x."declaredBy", x."declaredAt" from conflicts x`);
    await runner.query(`drop table conflicts`);
    await runner.query(`alter table conflicts_kept rename to conflicts`);
    await runner.query(`create unique index conflicts_standing on conflicts ("caseId", "personId")
      where "liftedAt" is null`);
    await runner.query(`create index conflicts_by_case on conflicts ("caseId", id)`);
  }
}

/** A case limited to named people, and who opened one in an emergency. */
export class RestrictedCases1700000040000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table case_restrictions (
      id text not null primary key, "caseId" text not null references cases (id), reason text not null,
      "reviewOn" text not null, "restrictedBy" text not null references people (id), "restrictedAt" text not null,
      "liftedBy" text references people (id), "liftedAt" text, "liftReason" text, version integer not null)`);
    await runner.query(`create unique index restrictions_standing on case_restrictions ("caseId")
      where "liftedAt" is null`);
    await runner.query(`create index restrictions_by_case on case_restrictions ("caseId", id)`);
    await runner.query(`create index restrictions_to_review on case_restrictions ("reviewOn", id)
      where "liftedAt" is null`);
    await runner.query(`create table restriction_people (
      id text not null primary key, "restrictionId" text not null references case_restrictions (id),
      "personId" text not null references people (id), "addedBy" text not null references people (id),
      "addedAt" text not null, "addReason" text not null, "removedBy" text references people (id), "removedAt" text,
      "removeReason" text)`);
    await runner.query(`create unique index restriction_people_named on restriction_people ("restrictionId", "personId")
      where "removedAt" is null`);
    await runner.query(`create index restriction_people_of on restriction_people ("restrictionId", id)`);
    await runner.query(`create table restriction_reviews (
      id text not null primary key, "restrictionId" text not null references case_restrictions (id),
      reason text not null, "reviewOn" text not null, "reviewedBy" text not null references people (id),
      "reviewedAt" text not null)`);
    await runner.query(`create index reviews_by_restriction on restriction_reviews ("restrictionId", id)`);
    await runner.query(`create table glass_breaks (
      id text not null primary key, "caseId" text not null references cases (id),
      "restrictionId" text not null references case_restrictions (id),
      "personId" text not null references people (id), reason text not null, "brokenAt" text not null,
      "endsAt" text not null, "acknowledgedBy" text references people (id), "acknowledgedAt" text,
      acknowledgement text)`);
    await runner.query(`create index glass_by_person on glass_breaks ("caseId", "personId", "endsAt")`);
    await runner.query(`create index glass_by_restriction on glass_breaks ("restrictionId", id)`);
    await runner.query(`create index glass_to_acknowledge on glass_breaks ("brokenAt", id)
      where "acknowledgedAt" is null`);
    await runner.query(`create table glass_tries (
      id text not null primary key, "personId" text not null references people (id), at text not null)`);
    await runner.query(`create index glass_tries_by_person on glass_tries ("personId", at)`);
  }
}

/** Children in one incident: cases that may be heard together and are decided each alone. */
export class LinkedCases1700000041000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table case_links (
      id text not null primary key, "caseId" text not null references cases (id),
      "otherCaseId" text not null references cases (id), reason text not null,
      "linkedBy" text not null references people (id), "linkedAt" text not null,
      "unlinkedBy" text references people (id), "unlinkedAt" text, "unlinkReason" text)`);
    await runner.query(`create unique index links_standing on case_links ("caseId", "otherCaseId")
      where "unlinkedAt" is null`);
    await runner.query(`create index links_by_case on case_links ("caseId", id)`);
    await runner.query(`create index links_by_other on case_links ("otherCaseId", id)`);
    await runner.query(`alter table agenda_items add column "togetherWith" text`);
  }
}
