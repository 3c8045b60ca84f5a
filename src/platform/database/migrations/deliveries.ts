import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

type Kept = { readonly key: string; readonly actions: string };

/** Who sees to a delivery, until when, how it ended; its contacts, steps and variations; what may be provided in an area. */
export class Deliveries1700000052000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['deliveries', 'past_deliveries']) {
      for (const column of ['"dueOn"', '"endReason"'])
        await runner.query(`alter table ${table} add column ${column} text`);
      await runner.query(`alter table ${table} add column "endedBy" text references people (id)`);
      await this.lastDays(runner, table);
    }
    await runner.query(`alter table deliveries add column "ownerId" text references people (id)`);
    await runner.query(`alter table deliveries add column "endRecordedAt" text`);
    await runner.query(`alter table past_deliveries add column "decisionId" text references police_decisions (id)`);
    await runner.query(`create index deliveries_open on deliveries ("dueOn", "caseId")
      where status in ('PLANNED', 'UNDER_WAY')`);
    await this.whatHappened(runner);
    await runner.query(`create table interventions (
      id text not null primary key, "panelAreaId" text not null references panel_areas (id), name text not null,
      provider text not null, ended integer not null, version integer not null)`);
    await runner.query(`create index interventions_by_area on interventions ("panelAreaId", name, id)`);
  }

  /** Until now the last day was that of the action due last. */
  private async lastDays(runner: QueryRunner, table: string): Promise<void> {
    const key = table === 'deliveries' ? '"caseId"' : 'id';
    const kept: Kept[] = await runner.query(`select ${key} as "key", actions from ${table}`);
    for (const { key: value, actions } of kept) {
      const days = (JSON.parse(actions) as { due?: string }[]).flatMap(({ due }) => due ?? []);
      const last = days.toSorted().at(-1);
      const [day, place] = runner.connection.options.type === 'postgres' ? ['$1', '$2'] : ['?', '?'];
      if (last) await runner.query(`update ${table} set "dueOn" = ${day} where ${key} = ${place}`, [last, value]);
    }
  }

  private async whatHappened(runner: QueryRunner): Promise<void> {
    const ofDecision = `id text not null primary key, "caseId" text not null references cases (id),
      "decisionId" text not null references police_decisions (id)`;
    const recorded = `"recordedBy" text not null references people (id), "recordedAt" text not null`;
    await runner.query(`create table delivery_contacts (${ofDecision}, "heldOn" text not null, way text not null,
      who text not null, result text not null, reason text, excuse text, note text, ${recorded})`);
    await runner.query(`create table delivery_steps (${ofDecision}, "takenOn" text not null, step text not null,
      note text, ${recorded})`);
    await runner.query(`create table delivery_variations (${ofDecision}, "variedOn" text not null,
      "agreedBy" text not null, why text not null, before text not null, after text not null, "dueOnBefore" text,
      "dueOnAfter" text, evaluation text not null, ${recorded})`);
    for (const table of ['delivery_contacts', 'delivery_steps', 'delivery_variations']) {
      await runner.query(`create index ${table}_by_case on ${table} ("caseId", id)`);
      await refuseChange(runner, table);
    }
  }
}
