import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

export class Platform1700000000000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table trail_heads (chain text not null primary key, sequence integer not null, hash text not null)`,
    );
    await runner.query(`create table trail_entries (
      chain text not null, sequence integer not null, at text not null, "actorId" text,
      "subjectType" text not null, "subjectId" text not null, type text not null, details text not null,
      "previousHash" text not null, hash text not null, primary key (chain, sequence))`);
    await runner.query(`create index trail_by_subject on trail_entries ("subjectId", at, sequence)`);
    await runner.query(`create index trail_by_actor on trail_entries ("actorId", at)`);
    await refuseChange(runner, 'trail_entries');
    await runner.query(`create table idempotency_keys (
      "personId" text not null, key text not null, fingerprint text not null, result text, at text not null,
      primary key ("personId", key))`);
    await runner.query(`create index idempotency_by_age on idempotency_keys (at)`);
  }
}
