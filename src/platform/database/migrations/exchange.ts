import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

export class Exchange1700000012000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table referral_imports (
      id text not null primary key, "personId" text not null references people (id),
      "panelAreaId" text not null references panel_areas (id), rows integer not null, "contentHash" text not null,
      "createdAt" text not null, "undoneAt" text, "undoneBy" text references people (id))`);
    await runner.query(`create index imports_by_area on referral_imports ("panelAreaId", id)`);
    await runner.query(`create unique index imports_by_content on referral_imports ("panelAreaId", "contentHash")
      where "undoneAt" is null`);
    await runner.query(`create table referral_import_files (
      id text not null primary key, "personId" text not null references people (id),
      "panelAreaId" text not null references panel_areas (id), content text not null, "createdAt" text not null)`);
    await runner.query(`create index import_files_by_age on referral_import_files ("createdAt")`);
  }
}
