import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

/** What was odd about a police-issued resolution when it was registered, with the words that answered it. */
export class RegisterAnswers1700000061000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table earlier_disposals add column "registeredAlthough" text`);
  }
}

/** Who set an earlier disposal aside, or counted it again, when and why. Added, never changed. */
export class SettingAside1700000062000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table settings_aside (
      id text not null primary key, "disposalId" text not null references earlier_disposals (id),
      "isAside" integer not null, reason text not null, "decidedBy" text not null references people (id),
      "decidedAt" text not null)`);
    await runner.query(`create index settings_aside_by_disposal on settings_aside ("disposalId", id)`);
    await refuseChange(runner, 'settings_aside');
  }
}
