import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

/** What was delivered under an earlier decision, and told of an earlier outcome, is kept as it was. */
export class PastRecords1700000079010 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['past_deliveries', 'past_tellings']) await refuseChange(runner, table);
  }
}
