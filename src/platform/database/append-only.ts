import type { QueryRunner } from 'typeorm';

/** Makes a table append-only: the database itself refuses to change or delete a row. */
export async function refuseChange(runner: QueryRunner, table: string): Promise<void> {
  if (runner.connection.options.type === 'postgres') {
    await runner.query(`create or replace function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception 'append-only'; end $$`);
    await runner.query(`create trigger ${table}_refuse_change before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`);
    return;
  }
  for (const change of ['update', 'delete']) {
    await runner.query(`create trigger ${table}_refuse_${change} before ${change} on ${table}
      begin select raise(abort, 'append-only'); end`);
  }
}
