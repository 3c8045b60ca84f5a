import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

export class Referrals1700000006000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table referral_drafts (
      id text not null primary key, "personId" text not null references people (id),
      "panelAreaId" text not null references panel_areas (id), answers text not null, version integer not null,
      "createdAt" text not null, "updatedAt" text not null)`);
    await runner.query(`create index drafts_by_person on referral_drafts ("personId", "updatedAt")`);
  }
}
