import type sqlite3 from 'sqlite3';
import type { DataSource } from 'typeorm';

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

type Connection = Record<'all' | 'run', (text: string, values: unknown[], done: unknown) => unknown>;

/** Every statement that `work` sends over the data source's SQLite connection, in order, with its parameters. */
export async function statementsOf(source: DataSource, work: () => Promise<unknown>): Promise<Statement[]> {
  const { databaseConnection } = source.driver as unknown as { databaseConnection: Connection };
  const statements: Statement[] = [];
  const before = { all: databaseConnection.all, run: databaseConnection.run };
  for (const method of ['all', 'run'] as const) {
    databaseConnection[method] = function listen(text, values, done) {
      statements.push({ text, values: Array.isArray(values) ? [...values] : [] });
      return before[method].call(this, text, values, done);
    };
  }
  await work();
  Object.assign(databaseConnection, before);
  return statements.filter(({ text }) => !/^(begin|commit|savepoint|release)/i.test(text.trim()));
}

/** One statement over the bare driver. */
export const ask = (connection: sqlite3.Database, text: string, values: readonly unknown[] = []): Promise<unknown[]> =>
  new Promise((resolve, reject) => {
    connection.all(text, [...values], (failure, found) => (failure ? reject(failure) : resolve(found)));
  });
