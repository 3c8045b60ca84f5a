import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Desk1700000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table case_searches (
      id text not null primary key, "personId" text not null references people (id), criteria text not null,
      "createdAt" text not null)`);
    await runner.query(`create index searches_by_age on case_searches ("createdAt")`);
    await runner.query(`create index cases_by_crime_reference on cases ("crimeReference")`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore the backup instead');
  }
}
