import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** What is known of a police-issued resolution, files of them, monthly samples and their reviews. */
export class Resolutions1700000033000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table earlier_disposals add column features text`);
    await runner.query(`alter table earlier_disposals add column "withoutPanelBecause" text`);
    await this.imports(runner);
    await this.samples(runner);
  }

  private async imports(runner: QueryRunner): Promise<void> {
    await runner.query(`create table resolution_imports (
      id text not null primary key, "personId" text not null references people (id),
      "panelAreaId" text not null references panel_areas (id), rows integer not null, "contentHash" text not null,
      "createdAt" text not null, "undoneAt" text, "undoneBy" text references people (id))`);
    await runner.query(`create index resolution_imports_by_area on resolution_imports ("panelAreaId", id)`);
    await runner.query(`create unique index resolution_imports_by_content
      on resolution_imports ("panelAreaId", "contentHash") where "undoneAt" is null`);
    await runner.query(`create table resolution_import_files (
      id text not null primary key, "personId" text not null references people (id),
      "panelAreaId" text not null references panel_areas (id), content text not null, "createdAt" text not null)`);
    await runner.query(`create index resolution_files_by_age on resolution_import_files ("createdAt")`);
    await runner.query(`alter table earlier_disposals add column "importId" text references resolution_imports (id)`);
    await runner.query(`create index disposals_by_import on earlier_disposals ("importId")`);
  }

  private async samples(runner: QueryRunner): Promise<void> {
    await runner.query(`create index disposals_by_area_and_registration
      on earlier_disposals ("panelAreaId", route, "recordedAt")`);
    await runner.query(`create table resolution_samples (
      id text not null primary key, "panelAreaId" text not null references panel_areas (id), month text not null,
      seed text not null, wanted integer not null, population integer not null,
      "drawnBy" text not null references people (id), "drawnAt" text not null, unique ("panelAreaId", month))`);
    await runner.query(`create table sampled_resolutions (
      id text not null primary key, "sampleId" text not null references resolution_samples (id),
      "disposalId" text not null references earlier_disposals (id), position integer not null,
      version integer not null, unique ("sampleId", "disposalId"))`);
    await runner.query(`create index sampled_by_disposal on sampled_resolutions ("disposalId")`);
    await runner.query(`create table resolution_reviews (
      id text not null primary key, "sampledId" text not null references sampled_resolutions (id), grade text not null,
      comment text not null, "reviewedBy" text not null references people (id), "reviewedAt" text not null,
      "toldOn" text, "toldWhom" text, "toldBy" text references people (id), "toldAt" text)`);
    await runner.query(`create index resolution_reviews_by_sampled on resolution_reviews ("sampledId", id)`);
  }
}
