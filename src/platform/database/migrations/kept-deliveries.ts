import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** A delivery is also kept as it was before an outcome brought its conditions, and before its end was said anew. */
export class KeptDeliveries1700000079020 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table past_deliveries add column because text not null default 'DECISION'`);
    for (const column of ['"outcomeId" text', '"endRecordedAt" text', '"changedBecause" text']) {
      await runner.query(`alter table past_deliveries add column ${column}`);
    }
    for (const person of ['ownerId', 'keptBy']) {
      await runner.query(`alter table past_deliveries add column "${person}" text references people (id)`);
    }
  }
}

/** When what was agreed changed last in a plan; not known of what was planned before. */
export class AgreementsDated1700000079600 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table deliveries add column "agreedAt" text`);
  }
}
