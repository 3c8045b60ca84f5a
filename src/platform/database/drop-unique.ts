import type { QueryRunner } from 'typeorm';

type Made = { readonly sql: string };

/**
 * Lets a column of a table hold the same value twice, which its migration forbade. PostgreSQL drops the constraint by the
 * name it gave it; SQLite knows no such statement, so the table is made anew from its own words, whatever columns it has.
 */
export async function dropUnique(runner: QueryRunner, table: string, column: string): Promise<void> {
  if (runner.connection.options.type === 'postgres') {
    await runner.query(`alter table ${table} drop constraint "${table}_${column}_key"`);
    return;
  }
  const [made] = (await runner.query(
    `select sql from sqlite_master where type = 'table' and name = '${table}'`,
  )) as Made[];
  const indexes = (await runner.query(
    `select sql from sqlite_master where type = 'index' and tbl_name = '${table}' and sql is not null`,
  )) as Made[];
  const without = (made?.sql ?? '').replace(`"${column}" text not null unique`, `"${column}" text not null`);
  if (without === made?.sql) throw new Error(`${table} holds no such column`);
  await runner.query(without.replace(/^create table "?\w+"?/i, `create table ${table}_anew`));
  await runner.query(`insert into ${table}_anew select * from ${table}`);
  await runner.query(`drop table ${table}`);
  await runner.query(`alter table ${table}_anew rename to ${table}`);
  for (const { sql } of indexes) await runner.query(sql);
}
