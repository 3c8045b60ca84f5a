import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

export class Desk1700000013000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table case_searches (
      id text not null primary key, "personId" text not null references people (id), criteria text not null,
      "createdAt" text not null)`);
    await runner.query(`create index searches_by_age on case_searches ("createdAt")`);
    await runner.query(`create index cases_by_crime_reference on cases ("crimeReference")`);
  }
}
