import { Inject, Injectable } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { DataSource, EntityManager } from 'typeorm';
import { isPostgres } from './options.js';

/** What a statement runs on: `read.source`, or the `tx` of a unit of work. */
export type Source = Pick<EntityManager, 'query'>;

/** Runs a parameterised statement and gives its rows. */
export async function rows<Row>(source: Source, { text, values }: Sql): Promise<Row[]> {
  const found: Row[] | [Row[], number] = await source.query(text, values as unknown[]);
  return isCounted(found) ? found[0] : found;
}

/** On PostgreSQL TypeORM answers an update or delete with its rows and their number, even when it returns rows. */
const isCounted = <Row>(found: Row[] | [Row[], number]): found is [Row[], number] =>
  found.length === 2 && Array.isArray(found[0]) && typeof found[1] === 'number';

/** The first row, or null. */
export const row = async <Row>(source: Source, statement: Sql): Promise<Row | null> =>
  (await rows<Row>(source, statement))[0] ?? null;

/** Ids in the brackets of an `in`: of no id at all there is none that is equal. */
export const idsIn = (ids: readonly string[]): Sql => (ids.length === 0 ? sql`null` : join([...ids]));

/** Every column of a row by its name: one that is forgotten is an error of type. */
export type ColumnsOf<Row> = { readonly [Name in keyof Row]-?: true };

/**
 * The same of a list of many rows or columns. The driver of SQLite takes over each value of each row alone, which costs more
 * than to find them: there the list comes as one document.
 */
export async function listOf<Row>(source: Source, columns: ColumnsOf<Row>, statement: Sql): Promise<Row[]> {
  if (isPostgres(dataSourceOf(source))) return rows<Row>(source, statement);
  const names = Object.keys(columns);
  const values = raw(names.map((name) => `one."${name}"`).join(', '));
  const whole = sql`select json_group_array(json_array(${values})) as "list" from (${statement}) one`;
  const [found] = await rows<{ list: string }>(source, whole);
  return fromJson<unknown[][]>(found?.list, []).map((one) => rowOf<Row>(names, one));
}

function rowOf<Row>(names: readonly string[], values: readonly unknown[]): Row {
  const found: Record<string, unknown> = {};
  for (let place = 0; place < names.length; place += 1) found[names[place] ?? ''] = values[place];
  return found as Row;
}

const dataSourceOf = (source: Source): DataSource =>
  source instanceof EntityManager ? source.connection : (source as DataSource);

type Answers<Asks extends readonly (() => Promise<unknown>)[]> = {
  -readonly [Place in keyof Asks]: Awaited<ReturnType<Asks[Place]>>;
};

/** Several answers at once: side by side on `read`; one after another within a unit, which has one connection. */
export async function together<const Asks extends readonly (() => Promise<unknown>)[]>(
  source: Source,
  asks: Asks,
): Promise<Answers<Asks>> {
  if (source instanceof DataSource) return (await Promise.all(asks.map((ask) => ask()))) as Answers<Asks>;
  const answers: unknown[] = [];
  for (const ask of asks) answers.push(await ask());
  return answers as Answers<Asks>;
}

/** Every query of a page. It sees what was committed and nothing else, and the database refuses it a write. */
@Injectable()
export class Read {
  constructor(@Inject(getDataSourceToken('read')) readonly source: DataSource) {}

  rows<Row>(statement: Sql): Promise<Row[]> {
    return rows<Row>(this.source, statement);
  }

  row<Row>(statement: Sql): Promise<Row | null> {
    return row<Row>(this.source, statement);
  }

  async answers(): Promise<boolean> {
    return this.row(sql`select 1 as one`).then(
      () => true,
      () => false,
    );
  }
}

/** The same for long reports, on a connection of their own, so that no page waits for one; it may be a hot standby. */
@Injectable()
export class ReportRead extends Read {
  constructor(@Inject(getDataSourceToken('report')) source: DataSource) {
    super(source);
  }
}

/** A row as raw SQL gives it: what is kept as JSON comes as text. */
export type InText<Found, Columns extends keyof Found> = Omit<Found, Columns> & { readonly [Name in Columns]: string };

/** A column kept as JSON, read by raw SQL. */
export const fromJson = <Value>(text: string | null | undefined, otherwise: Value): Value =>
  text === null || text === undefined ? otherwise : (JSON.parse(text) as Value);
