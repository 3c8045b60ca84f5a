import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** What a panel writes besides its reasons, and what each reason rests on. Recommendations made before have none of it. */
export class Reasons1700000043000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of ['leastCriminalising', 'missingInformation', 'evidence']) {
      await runner.query(`alter table recommendations add column "${column}" text`);
    }
  }
}
