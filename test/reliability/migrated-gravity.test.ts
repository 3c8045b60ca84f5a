import { GravityScorings1700000063000 as migration } from '../../src/platform/database/migrations/gravity-scorings.js';
import { BeforeMigration } from '../support/before-migration.js';

let before: BeforeMigration;
beforeAll(async () => {
  before = await BeforeMigration.of(migration, 'ALONE');
});
afterAll(() => before.remove());

const REFERRED = '2026-10-01T09:00:00.000Z';
const AGAIN = '2026-10-03T09:00:00.000Z';

const refer = (id: string) =>
  before.source.query(`insert into cases
    (id, reference, "childId", "panelAreaId", state, "stateSince", version, "referredBy", "referredAt", "referredOn",
     "crimeReference", "officerName", "officerCollarNumber", "policeStatus", "responsibilityStance", "evidenceSufficient",
     "policeInformation", "cpsAuthority")
    values ('${id}', '${id}', 'k', 'a', 'PREPARING', '${REFERRED}', 1, 'officer', '${REFERRED}', '2026-10-01',
     'x', 'x', 'x', 'BAIL', 'DENIES', 'NO', 'x', 'NOT_NEEDED')`);
const offence = (id: string, caseId: string, position: number, version: number, finalScore: number | null) =>
  before.source.query(`insert into offences
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
    await before.source.query(
      `insert into trail_entries (chain, sequence, at, "actorId", "subjectType", "subjectId", type, details, "previousHash", hash)
       values ('a', ${sequence}, '${AGAIN}', 'police', 'CASE', '${caseId}', 'GRAVITY_SCORED', '{"finalScore":3}', '', '')`,
    );
  }
  await before.migrate();

  const kept = await before.source.query(
    `select "offenceId", "finalScore", factors, "scoredBy", "scoredAt" from gravity_scorings order by "offenceId"`,
  );
  expect(kept).toMatchObject([
    { offenceId: 'o1', finalScore: 2, factors: '[]', scoredBy: 'officer', scoredAt: REFERRED },
    { offenceId: 'o2', finalScore: 3, scoredBy: 'police', scoredAt: AGAIN },
    { offenceId: 'o3', finalScore: 4, scoredBy: null, scoredAt: null },
  ]);
});
