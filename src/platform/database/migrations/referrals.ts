import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Referrals1700000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table referral_drafts (
      id text not null primary key, "personId" text not null references people (id),
      "panelAreaId" text not null references panel_areas (id), answers text not null, version integer not null,
      "createdAt" text not null, "updatedAt" text not null)`);
    await runner.query(`create index drafts_by_person on referral_drafts ("personId", "updatedAt")`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore the backup instead');
  }
}
