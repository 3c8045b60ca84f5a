import { DataSource } from 'typeorm';
import { allMigrations } from '../../src/platform/database/migrations/all-migrations.js';
import { PeopleHarmed1700000021000 as migration } from '../../src/platform/database/migrations/people-harmed.js';
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

test('every victim recorded before becomes one record of their own, with what they agreed to', async () => {
  if (!isOnPostgres()) await source.query('PRAGMA foreign_keys = OFF');
  for (const [id, name, consent, reason] of [
    ['v1', `'Zoë Łukasz'`, 'GIVEN', 'null'],
    ['v2', 'null', 'REFUSED', `'Is afraid'`],
    ['v3', `'Zoë Łukasz'`, 'REFUSED', 'null'],
  ]) {
    await source.query(
      `insert into victims (id, "caseId", position, kind, name, "contactDetails", statement, "consentToShare",
                            "consentReason", "sameSchoolOrHome", version)
       values ('${id}', 'c1', 1, 'PERSON', ${name}, 'By post', 'Said so', '${consent}', ${reason}, 'NO', 4)`,
    );
  }
  await source.destroy();
  source = await open([migration]);
  const found = await source.query(
    `select v.id, v.statement, h.name, h."nameKey", h."contactDetails", h.consent, h."consentRefusal",
            h."consentReason", h.version
     from victims v join people_harmed h on h.id = v."harmedId" order by v.id`,
  );
  const common = { statement: 'Said so', contactDetails: 'By post', version: 4 };
  expect(found).toMatchObject([
    { ...common, name: 'Zoë Łukasz', consent: 'GIVEN', consentRefusal: null },
    { ...common, nameKey: '', consent: 'REFUSED', consentRefusal: 'OTHER', consentReason: 'Is afraid' },
    { ...common, consent: 'REFUSED', consentRefusal: 'NOT_RECORDED', consentReason: null },
  ]);
  expect(found[0].nameKey).toMatch(/^zoe /);
  expect(await source.query('select h.id from people_harmed h')).toHaveLength(3);
});
