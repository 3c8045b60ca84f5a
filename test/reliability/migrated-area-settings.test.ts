import { SettingsOfAreas1700000060000 as migration } from '../../src/platform/database/migrations/settings-of-areas.js';
import { settingsOf } from '../../src/access/area-settings.queries.js';
import { usualSettings } from '../../src/policy/area-settings.js';
import { BeforeMigration } from '../support/before-migration.js';

let before: BeforeMigration;
beforeEach(async () => {
  before = await BeforeMigration.of(migration, 'WHOLE');
});
afterEach(() => before.remove());

const usualChecks = JSON.stringify(usualSettings.requiredChecks);
const usualQuorum = JSON.stringify(usualSettings.quorumAgencies);

const addArea = (id: string, checks: string, quorum: string, threshold: number, from: string): Promise<unknown> =>
  before.source.query(
    `insert into panel_areas (id, name, "panelName", "requiredChecks", "quorumAgencies", "repeatThreshold",
                              "outcome23From", version, "createdAt")
     values ($1, $1, 'Panel', $2, $3, $4, $5, 1, '2026-03-02T09:00:00.000Z')`,
    [id, checks, quorum, threshold, from],
  );

async function addPerson(id: string, createdAt: string, role: string | null): Promise<void> {
  await before.source.query(
    `insert into people (id, email, name, agency, state, "failedSignIns", version, "createdAt")
     values ($1, $1, $1, 'POLICE', 'ACTIVE', 0, 1, $2)`,
    [id, createdAt],
  );
  if (role)
    await before.source.query(`insert into role_assignments (id, "personId", role) values ($1, $1, $2)`, [id, role]);
}

const say = (sequence: number, actor: string, area: string, type: string): Promise<unknown> =>
  before.source.query(
    `insert into trail_entries (chain, sequence, at, "actorId", "subjectType", "subjectId", type, details, "previousHash", hash)
     values ('SERVICE', $1, $2, $3, 'PANEL_AREA', $4, $5, '{}', '', '')`,
    [sequence, `2026-04-0${sequence}T09:00:00.000Z`, actor, area, type],
  );

const migrated = async (): Promise<Record<string, unknown>[]> => {
  await before.migrate();
  return before.source.query(`select * from area_settings order by "panelAreaId", setting`);
};

test('what an area had of its own is a choice from its first day on, and what was usual is none', async () => {
  await addPerson('worker', '2026-01-01T00:00:00.000Z', null);
  await addPerson('later', '2026-02-02T00:00:00.000Z', 'ADMINISTRATOR');
  await addPerson('first', '2026-02-01T00:00:00.000Z', 'ADMINISTRATOR');
  await addArea('own', '["POLICE"]', '["POLICE","SCHOOL"]', 4, '2026-06-01');
  await addArea('silent', usualChecks, usualQuorum, 3, '2026-02-01');
  await addArea('usual', usualChecks, usualQuorum, 2, '2026-02-01');
  await say(1, 'first', 'own', 'PANEL_AREA_ADDED');
  await say(2, 'later', 'own', 'PANEL_AREA_CHANGED');
  await say(3, 'first', 'own', 'AREA_SETTING_CHOSEN');

  const kept = await migrated();
  const own = { panelAreaId: 'own', fromDay: '2026-03-02', chosenBy: 'later', chosenAt: '2026-04-02T09:00:00.000Z' };
  const reason = 'This was the area’s setting before settings had a history.';
  expect(kept).toMatchObject([
    { ...own, reason, setting: 'outcome23From', value: '"2026-06-01"' },
    { ...own, reason, setting: 'quorumAgencies', value: '["POLICE","SCHOOL"]' },
    { ...own, reason, setting: 'repeatThreshold', value: '4' },
    { ...own, reason, setting: 'requiredChecks', value: '["POLICE"]' },
    { panelAreaId: 'silent', setting: 'repeatThreshold', value: '3', chosenBy: 'first' },
  ]);
  expect(kept[4]?.['reason']).toContain('Who chose it is not on record');
  const today = await settingsOf(before.source, 'own', '2026-11-23');
  expect(today).toMatchObject({ requiredChecks: ['POLICE'], repeatThreshold: 4, outcome23From: '2026-06-01' });
  expect(await settingsOf(before.source, 'usual', '2026-11-23')).toEqual(usualSettings);
  await expect(before.source.query('select a."repeatThreshold" from panel_areas a')).rejects.toThrow(/repeatThreshold/);
});

test('where nobody is an administrator now, what was chosen stands under the first person', async () => {
  await addPerson('worker', '2026-01-01T00:00:00.000Z', 'PANEL_CHAIR');
  await addArea('own', usualChecks, usualQuorum, 4, '2026-02-01');
  expect(await migrated()).toMatchObject([{ setting: 'repeatThreshold', value: '4', chosenBy: 'worker' }]);
});
