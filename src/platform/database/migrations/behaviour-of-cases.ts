import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** The case in which an item of earlier behaviour was written down: whoever it is closed to reads its kind and day alone. */
export class BehaviourOfCases1700000070000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table earlier_behaviour add column "caseId" text references cases (id)`);
  }
}
