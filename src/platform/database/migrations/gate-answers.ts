import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** The answers of an assessment that the gates read, beside all of them. */
export class GateAnswers1700000053000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table assessments add column "gateAnswers" text`);
  }
}
