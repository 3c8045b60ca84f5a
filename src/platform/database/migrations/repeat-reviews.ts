import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

/** What senior reviewers found of repeats, and why a panel thought that one more would work. */
export class RepeatReviews1700000026000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table repeat_reviews (
      id text not null primary key, "caseId" text not null references cases (id), finding text not null,
      reason text not null, disposals text not null, thresholds text not null,
      "reviewedBy" text not null references people (id), "reviewedAt" text not null)`);
    await runner.query(`create index repeat_reviews_by_case on repeat_reviews ("caseId", id)`);
    await refuseChange(runner, 'repeat_reviews');
    await runner.query(`alter table recommendations add column "whyNow" text`);
  }
}

/**
 * Which text a senior reviewer signed for. Of a review that was recorded before this was kept it is not known, and its
 * signature counts no more: what is not known leaves a gate shut, and the reviewer reads and signs again.
 */
export class ResponsesReviewed1700000056000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table repeat_reviews add column responses text');
  }
}

/** Why police thought that one more informal disposal would work, where they chose it and the panel did not. */
export class WhyPoliceRepeat1700000057000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table police_decisions add column "whyNow" text');
  }
}
