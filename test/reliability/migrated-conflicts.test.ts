import { DataSource } from 'typeorm';
import { allMigrations } from '../../src/platform/database/migrations/all-migrations.js';
import { ConflictsOfCases1700000039000 as migration } from '../../src/platform/database/migrations/confidential-cases.js';
import { optionsFor } from '../../src/platform/database/options.js';
import { Config } from '../../src/platform/config.js';
import { type Database, isOnPostgres, newDatabase } from '../support/service.js';

let database: Database;
let source: DataSource;

/** Rows are put in as they stood, without the cases around them. */
async function open(migrations: readonly (typeof allMigrations)[number][]): Promise<DataSource> {
  const options = optionsFor('write', new Config({ ...database.environment, PORT: '0' }));
  const loose = isOnPostgres() ? { extra: { options: '-c session_replication_role=replica' } } : {};
  const opened = new DataSource({ ...options, ...loose, migrations: [...migrations] } as typeof options);
  await opened.initialize();
  if (!isOnPostgres()) await opened.query('PRAGMA foreign_keys = OFF');
  await opened.runMigrations();
  return opened;
}

beforeAll(async () => {
  database = await newDatabase();
  source = await open(allMigrations.slice(0, allMigrations.indexOf(migration)));
});
afterAll(async () => {
  await source.destroy();
  await database.remove();
});

test('every conflict told before stands as it did, and can be lifted and told again', async () => {
  const insert = (id: string, caseId: string): Promise<unknown> =>
    source.query(
      `insert into conflicts (id, "meetingId", "caseId", "personId", reason, "declaredBy", "declaredAt")
       values ('${id}', 'm1', '${caseId}', 'p1', 'Knows them', 'p2', '2026-11-20T10:00:00.000Z')`,
    );
  if (!isOnPostgres()) await source.query('PRAGMA foreign_keys = OFF');
  await insert('x1', 'c1');
  await insert('x2', 'c2');
  await source.destroy();
  source = await open([migration]);
  if (!isOnPostgres()) await source.query('PRAGMA foreign_keys = OFF');
  const found = await source.query(`select * from conflicts order by id`);
  const kept = { meetingId: 'm1', personId: 'p1', reason: 'Knows them', declaredBy: 'p2', liftedAt: null };
  expect(found).toMatchObject([
    { ...kept, id: 'x1', caseId: 'c1' },
    { ...kept, id: 'x2', caseId: 'c2' },
  ]);
  await expect(insert('x3', 'c1')).rejects.toThrow(/unique/i);
  await source.query(`update conflicts set "liftedAt" = '2026-11-21T10:00:00.000Z' where id = 'x1'`);
  await insert('x3', 'c1');
  expect(await source.query(`select id from conflicts where "caseId" = 'c1'`)).toHaveLength(2);
});
