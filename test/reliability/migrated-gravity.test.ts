import { DataSource } from 'typeorm';
import { allMigrations } from '../../src/platform/database/migrations/all-migrations.js';
import { GravityScorings1700000063000 as migration } from '../../src/platform/database/migrations/gravity-scorings.js';
import { optionsFor } from '../../src/platform/database/options.js';
import { Config } from '../../src/platform/config.js';
import { type Database, isOnPostgres, newDatabase } from '../support/service.js';

let database: Database;
let source: DataSource;

/** Rows are put in as they stood, without the children and people around them. */
async function open(migrations: readonly (typeof allMigrations)[number][]): Promise<DataSource> {
  const options = optionsFor('write', new Config({ ...database.environment, PORT: '0' }));
  const loose = isOnPostgres() ? { extra: { options: '-c session_replication_role=replica' } } : {};
  const opened = new DataSource({ ...options, ...loose, migrations: [...migrations] } as typeof options);
  await opened.initialize();
  await opened.runMigrations();
  if (!isOnPostgres()) await opened.query('PRAGMA foreign_keys = OFF');
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

const REFERRED = '2026-10-01T09:00:00.000Z';
const AGAIN = '2026-10-03T09:00:00.000Z';

const refer = (id: string) =>
  source.query(`insert into cases
    (id, reference, "childId", "panelAreaId", state, "stateSince", version, "referredBy", "referredAt", "referredOn",
     "crimeReference", "officerName", "officerCollarNumber", "policeStatus", "responsibilityStance", "evidenceSufficient",
     "policeInformation", "cpsAuthority")
    values ('${id}', '${id}', 'k', 'a', 'PREPARING', '${REFERRED}', 1, 'officer', '${REFERRED}', '2026-10-01',
     'x', 'x', 'x', 'BAIL', 'DENIES', 'NO', 'x', 'NOT_NEEDED')`);
const offence = (id: string, caseId: string, position: number, version: number, finalScore: number | null) =>
  source.query(`insert into offences
    (id, "caseId", position, date, "homeOfficeClass", description, "indictableOnly", features, "gravityEdition",
     "gravityStart", "gravityFinal", "gravityFactors", version)
    values ('${id}', '${caseId}', ${position}, '2026-09-12', '46', 'x', 0, '[]', 'NPCC-CGM-2025-02', 2, ${finalScore}, '[]', ${version})`);

test('scorings that stood are kept: as the referral made them, as the trail tells, or by nobody known', async () => {
  for (const id of ['c1', 'c2', 'c3']) await refer(id);
  await offence('o1', 'c1', 1, 1, 2);
  await offence('o2', 'c2', 1, 3, 3);
  await offence('o3', 'c3', 1, 2, 4);
  await offence('o4', 'c3', 2, 1, null);
  for (const [sequence, caseId] of [
    [1, 'c2'],
    [2, 'c3'],
  ]) {
    await source.query(
      `insert into trail_entries (chain, sequence, at, "actorId", "subjectType", "subjectId", type, details, "previousHash", hash)
       values ('a', ${sequence}, '${AGAIN}', 'police', 'CASE', '${caseId}', 'GRAVITY_SCORED', '{"finalScore":3}', '', '')`,
    );
  }
  await source.destroy();
  source = await open([migration]);

  const kept = await source.query(
    `select "offenceId", "finalScore", factors, "scoredBy", "scoredAt" from gravity_scorings order by "offenceId"`,
  );
  expect(kept).toMatchObject([
    { offenceId: 'o1', finalScore: 2, factors: '[]', scoredBy: 'officer', scoredAt: REFERRED },
    { offenceId: 'o2', finalScore: 3, scoredBy: 'police', scoredAt: AGAIN },
    { offenceId: 'o3', finalScore: 4, scoredBy: null, scoredAt: null },
  ]);
});
