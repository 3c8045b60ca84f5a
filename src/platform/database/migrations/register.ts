import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** What was odd about a police-issued resolution when it was registered, with the words that answered it. */
export class RegisterAnswers1700000061000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table earlier_disposals add column "registeredAlthough" text`);
  }
}
