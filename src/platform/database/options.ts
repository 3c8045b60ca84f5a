import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import sqlite3 from 'sqlite3';
import type { DataSource, DataSourceOptions } from 'typeorm';
import type { Config } from '../config.js';

/**
 * The one file that knows the drivers. `write` is used by UnitOfWork alone, `read` and `report` by everything else;
 * the two readers cannot write, whatever they are told.
 */
export type Purpose = 'write' | 'read' | 'report';

const BUSY_MILLISECONDS = 10_000;
const MIGRATION_LOCK = 7_261_401;

export function optionsFor(purpose: Purpose, config: Config): DataSourceOptions {
  return config.databaseUrl ? postgres(purpose, config, config.databaseUrl) : sqlite(purpose, config);
}

function postgres(purpose: Purpose, config: Config, databaseUrl: string): DataSourceOptions {
  const url = purpose === 'report' ? (config.reportDatabaseUrl ?? databaseUrl) : databaseUrl;
  const session = purpose === 'write' ? '-c synchronous_commit=on' : '-c default_transaction_read_only=on';
  return {
    type: 'postgres',
    url,
    logging: false,
    poolSize: 10,
    extra: { options: session, connectionTimeoutMillis: 3000 },
  };
}

/**
 * TypeORM asks the driver for its verbose form, which writes out every statement with everybody's words in it, and the place
 * in the code, in case it fails: a page that reads for a whole agenda spends a third of its time on that.
 */
const quietDriver = { ...sqlite3, verbose: () => sqlite3 };

function sqlite(purpose: Purpose, config: Config): DataSourceOptions {
  const database = config.sqliteFile;
  if (purpose === 'write') mkdirSync(dirname(database), { recursive: true, mode: 0o700 });
  return {
    type: 'sqlite',
    driver: quietDriver,
    database,
    logging: false,
    busyTimeout: BUSY_MILLISECONDS,
    ...(purpose === 'write' ? { enableWAL: true } : { flags: sqlite3.OPEN_READONLY }),
  };
}

export const isPostgres = (source: DataSource): boolean => source.options.type === 'postgres';

/** SQLite has one writing connection, so units of work take turns on it; PostgreSQL runs them side by side. */
export const takesTurns = (source: DataSource): boolean => !isPostgres(source);

/** Added to a select that loads a row in order to change it. On SQLite the queue already keeps others out. */
export const forUpdate = (source: DataSource): string => (isPostgres(source) ? ' for update' : '');

/**
 * Run first in a unit on SQLite: it takes the write lock at once, so that a unit never reads first and then finds that
 * another process (a command-line tool) has written meanwhile. It changes nothing.
 */
export const takeWriteLock = (source: DataSource): string | null =>
  isPostgres(source) ? null : 'update trail_heads set sequence = sequence where 1 = 0';

/** Added to a text column that is searched by its beginning, so that an index by bytes serves on both. */
export const bytewise = (source: DataSource): string => (isPostgres(source) ? 'collate "C"' : 'collate binary');

/** Applies migrations, one server at a time. */
export async function migrate(source: DataSource): Promise<void> {
  if (!isPostgres(source)) {
    await source.query('PRAGMA synchronous = FULL');
    await source.runMigrations();
    const broken: unknown[] = await source.query('PRAGMA foreign_key_check');
    if (broken.length > 0) throw new Error('Foreign keys do not hold after migration');
    return;
  }
  const session = source.createQueryRunner();
  try {
    await session.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.runMigrations();
  } finally {
    await session.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await session.release();
  }
}

/** Reads back what makes an acknowledged write survive a power cut, and refuses to go on without it. */
export async function assertDurable(source: DataSource): Promise<void> {
  const needed: [string, string, string][] = isPostgres(source)
    ? [
        ['show fsync', 'fsync', 'on'],
        ['show synchronous_commit', 'synchronous_commit', 'on'],
        ['show full_page_writes', 'full_page_writes', 'on'],
      ]
    : [
        ['PRAGMA synchronous', 'synchronous', '2'],
        ['PRAGMA journal_mode', 'journal_mode', 'wal'],
        ['PRAGMA foreign_keys', 'foreign_keys', '1'],
      ];
  for (const [statement, name, value] of needed) {
    const [row]: Record<string, unknown>[] = await source.query(statement);
    if (String(row?.[name]) !== value) throw new Error(`The database would lose data: ${name} must be ${value}`);
  }
}
