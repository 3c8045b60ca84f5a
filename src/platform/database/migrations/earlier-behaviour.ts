import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.js';

/** What is known of a child's earlier behaviour, what each case makes of it, and what the child was arrested for. */
export class EarlierBehaviour1700000023000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    const said = `kind text not null, "happenedOn" text not null, what text not null, source text not null,
      "sourceGrade" text, "informationGrade" text, handling text, conditions text, because text,
      "recordedBy" text not null references people (id), "recordedAt" text not null, version integer not null`;
    await runner.query(`create table earlier_behaviour (
      id text not null primary key, "childId" text not null references children (id),
      "panelAreaId" text references panel_areas (id), "withdrawnAt" text,
      "withdrawnBy" text references people (id), "withdrawnBecause" text, ${said})`);
    await runner.query(`create index behaviour_by_child on earlier_behaviour ("childId", "happenedOn")`);
    await runner.query(`create table earlier_behaviour_versions (
      id text not null primary key, "itemId" text not null references earlier_behaviour (id), ${said},
      unique ("itemId", version))`);
    await runner.query(`create table behaviour_considerations (
      id text not null primary key, "caseId" text not null references cases (id),
      "itemId" text not null references earlier_behaviour (id), "itemVersion" integer not null,
      standing text not null, section text, reason text, words text not null,
      "consideredBy" text not null references people (id), "consideredAt" text not null, version integer not null,
      unique ("caseId", "itemId"))`);
    await runner.query(`alter table cases add column "arrestedFor" text`);
  }
}
