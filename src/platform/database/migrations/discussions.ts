import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

/** What each agency said before the discussion, version after version; when it was opened; and its points. */
export class Discussions1700000042000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    const hearing = `"itemId" text not null references agenda_items (id), "caseId" text not null references cases (id)`;
    await runner.query(`create table agency_views (
      id text not null primary key, ${hearing}, agency text not null, number integer not null, view text not null,
      reason text not null, "givenBy" text not null references people (id), "givenAt" text not null,
      unique ("itemId", agency, number))`);
    await runner.query(`create index agency_views_by_case on agency_views ("caseId", id)`);
    await runner.query(`create table case_discussions (
      "itemId" text not null primary key references agenda_items (id),
      "caseId" text not null references cases (id), overrides text not null,
      "openedBy" text not null references people (id), "openedAt" text not null)`);
    await runner.query(`create table discussion_points (
      id text not null primary key, ${hearing}, agency text not null, point text not null,
      "notedBy" text not null references people (id), "notedAt" text not null,
      "withdrawnBy" text references people (id), "withdrawnAt" text)`);
    await runner.query(`create index discussion_points_by_case on discussion_points ("caseId", id)`);
    for (const table of ['agency_views', 'case_discussions']) await refuseChange(runner, table);
  }
}
