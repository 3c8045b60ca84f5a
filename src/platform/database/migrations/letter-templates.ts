import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** How often the template of each kind was written, in whichever area: whoever writes next says what they had read. */
export class LetterTemplates1700000074000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table letter_templates (kind text not null primary key, version integer not null)`);
    await runner.query(`insert into letter_templates (kind, version)
      select kind, count(*) from letter_template_editions group by kind`);
  }
}
