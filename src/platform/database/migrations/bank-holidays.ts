import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

/** The bank holidays of a year as an administrator recorded them; rows are added, and the latest of a year counts. */
export class BankHolidays1700000051000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table bank_holiday_years (
      id text not null primary key, year integer not null, days text not null, source text not null,
      "recordedBy" text not null references people (id), "recordedAt" text not null)`);
    await runner.query(`create index bank_holiday_years_by_year on bank_holiday_years (year, id)`);
    await refuseChange(runner, 'bank_holiday_years');
  }
}

/** Why the days of a year that was known were written anew; null of a year that was not known before. */
export class BankHolidayReasons1700000075000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table bank_holiday_years add column reason text`);
  }
}
