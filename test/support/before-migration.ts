import { DataSource } from 'typeorm';
import { allMigrations } from '../../src/platform/database/migrations/all-migrations.js';
import { optionsFor } from '../../src/platform/database/options.js';
import { Config } from '../../src/platform/config.js';
import { type Database, isOnPostgres, newDatabase } from './service.js';

type Migration = (typeof allMigrations)[number];

/** Whether a row needs those it points to: WHOLE as in the service, ALONE where what is around it does not matter. */
type Rows = 'WHOLE' | 'ALONE';

/** A database as it stood before a migration, in which rows are put. */
export class BeforeMigration {
  private constructor(
    private readonly database: Database,
    private readonly migration: Migration,
    private readonly rows: Rows,
    /** Opened anew by `migrate`. */
    public source: DataSource,
  ) {}

  static async of(migration: Migration, rows: Rows): Promise<BeforeMigration> {
    const database = await newDatabase();
    const before = allMigrations.slice(0, allMigrations.indexOf(migration));
    return new BeforeMigration(database, migration, rows, await open(database, before, rows));
  }

  async migrate(): Promise<void> {
    await this.source.destroy();
    this.source = await open(this.database, [this.migration], this.rows);
  }

  async remove(): Promise<void> {
    await this.source.destroy();
    await this.database.remove();
  }
}

async function open(database: Database, migrations: readonly Migration[], rows: Rows): Promise<DataSource> {
  const options = optionsFor('write', new Config({ ...database.environment, PORT: '0' }));
  const isLoose = rows === 'ALONE';
  const loose = isLoose && isOnPostgres() ? { extra: { options: '-c session_replication_role=replica' } } : {};
  const opened = new DataSource({ ...options, ...loose, migrations: [...migrations] } as typeof options);
  await opened.initialize();
  await opened.runMigrations();
  if (isLoose && !isOnPostgres()) await opened.query('PRAGMA foreign_keys = OFF');
  return opened;
}
