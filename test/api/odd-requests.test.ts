import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { listCase, recommend } from '../support/panels-story.js';
import { setUpTeam, type Team } from '../support/people.js';
import { referCase, referral } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';
import { victimView } from '../support/victims-story.js';

let service: Service;
let team: Team;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
afterAll(() => service.stop());

const manager = async () => (await team.as('PANEL_TEAM_MANAGER')).api;

test('a field that is null is one left out', async () => {
  const { caseId } = await referCase(team);
  const { body } = await (await manager()).get(`/api/cases/${caseId}`);
  const [offence, victim] = [body.offences[0], body.victims[0]];
  const gravity = { edition: 'NPCC-CGM-2025-02', startScore: 2, finalScore: 2, version: offence.version };
  const nulls = { factors: null, features: null, indictableOnly: null };
  const at = `/api/cases/${caseId}`;
  const sent = [
    await (await manager()).put(`${at}/offences/${offence.id}/gravity`, { ...gravity, ...nulls }),
    await (await manager()).put(`${at}/victims/${victim.id}/view`, { status: 'DECLINED', attempts: null }),
    await (await manager()).put(`${at}/voices/child`, { status: 'NOT_OBTAINED', reason: 'Away', attempts: null }),
    await (await manager()).post(`${at}/assessment/sign-off`, { overrides: null }),
    await team.administrator.api.post('/api/panel-areas', { name: 'Oadby', panelName: null, requiredChecks: null }),
  ];
  expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 409, 201]);
});

test('a list in a list, nothing in a list and nesting without end are refused', async () => {
  const { api } = await team.as('REFERRING_OFFICER');
  for (const victims of [[[]], [null]]) {
    expect((await api.post('/api/referrals', { ...referral(team.areaId), victims })).status).toBe(400);
  }
  const json = { 'content-type': 'application/json' };
  const lists = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
  const objects = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
  for (const deep of [lists, objects]) expect((await api.post('/api/referrals', deep, json)).status).toBe(400);
  const { caseId } = await referCase(team);
  const listed = { consideration: 'Seen as older than they are.', ethnicity: [] };
  expect((await (await manager()).put(`/api/cases/${caseId}/identity`, listed)).status).toBe(400);
});

test('what is of another kind than asked for is said as that, at its field, in plain words', async () => {
  const { caseId } = await referCase(team);
  const { body: found } = await (await manager()).get(`/api/cases/${caseId}`);
  const errorsOf = async (path: string, sent: object, verb: 'post' | 'put' = 'put') => {
    const { status, body } = await (await manager())[verb](`/api/cases/${caseId}${path}`, sent);
    return [status, body.errors];
  };
  const one = (field: string, message: string) => [400, [{ field, message }]];
  const plan = { status: 'PLANNED', actions: 'a letter', version: 0 };
  expect(await errorsOf('/delivery', plan)).toEqual(one('actions', 'Send a list'));
  const unfit = 'This cannot be read: a list holds no lists and no empty places, and text no NUL';
  expect(await errorsOf('/delivery', { ...plan, actions: [{ what: 'x' }, null] })).toEqual(one('actions[1]', unfit));
  expect(await errorsOf('/assessment/sign-off', { overrides: 'no' }, 'post')).toEqual(one('overrides', 'Send a list'));
  const gravity = { edition: 'NPCC-CGM-2025-02', startScore: '2', finalScore: 2, version: found.offences[0].version };
  expect(await errorsOf(`/offences/${found.offences[0].id}/gravity`, { ...gravity, features: 'KNIFE' })).toEqual([
    400,
    [
      { field: 'features', message: 'Give the features as a list' },
      { field: 'startScore', message: 'The score is a whole number from 1 to 5' },
    ],
  ]);
});

test('a reason for a rule that there is not is refused, whoever gives it', async () => {
  const { caseId } = await referCase(team);
  const overrides = [{ code: 'SAFETY_NOT_ASESSED', reason: 'It was read aloud.' }];
  const { status, body } = await (await manager()).post(`/api/cases/${caseId}/assessment/sign-off`, { overrides });
  const errors = [{ field: 'overrides[0].code', message: 'Select a rule of this service' }];
  expect([status, body.errors]).toEqual([400, errors]);
});

test('a cursor or a version that no database could hold is refused in words', async () => {
  const cursor = (values: string[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
  const { caseId, version } = await referCase(team);
  const list = await (await manager()).get(`/api/cases?after=${cursor(['\0', 'x'])}`);
  const timeline = await (await manager()).get(`/api/cases/${caseId}/timeline?after=${cursor(['2027', '1e99'])}`);
  const moved = await (await manager()).post(`/api/cases/${caseId}/acceptance`, { version: 3_000_000_000 });
  expect([list.status, timeline.status, moved.status]).toEqual([400, 200, 409]);
  expect(moved.body).toMatchObject({ code: 'STALE_VERSION', currentVersion: version });
});

test('a panel area has a name that can be read and a real day', async () => {
  const { api } = team.administrator;
  expect((await api.post('/api/panel-areas', { name: '   ' })).status).toBe(400);
  expect((await api.post('/api/panel-areas', { name: 'Wigston', outcome23From: '2026-99-99' })).status).toBe(400);
  const nameless = { name: ' ', email: 'nameless@example.org', agency: 'POLICE', roles: [] };
  expect((await api.post('/api/people', nameless)).body.errors[0].field).toBe('name');
});

test('an asset that is not there is not found, and nothing of the code is shown', async () => {
  for (const method of ['GET', 'POST']) {
    const answer = await fetch(`${service.url}/assets/nothing`, { method });
    expect([method, answer.status]).toEqual([method, 404]);
    expect(await answer.text()).not.toMatch(/node_modules|\bat \w+/);
  }
});

test('the API has one spelling, and takes no cookie under another', async () => {
  const pages = await browserOf(service, team, await team.as('PANEL_CHAIR'));
  expect((await pages.get('/cases')).status).toBe(200);
  for (const path of ['/API/cases', '/Api/me']) expect([path, (await pages.get(path)).status]).toEqual([path, 404]);
});

test('no child is named in the title of a page', async () => {
  const { caseId } = await referCase(team);
  const { child } = (await (await manager()).get(`/api/cases/${caseId}`)).body;
  const pages = await browserOf(service, team, await team.as('PANEL_TEAM_MANAGER'));
  const { text } = await pages.get(`/children/${child.id}`);
  expect(text).toContain(child.givenName);
  expect(/<title>([^<]*)/.exec(text)?.[1]).not.toContain(child.familyName);
});

test('a panel is not shown with its recommendation how a victim was reached', async () => {
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  const { id } = (await (await manager()).get(`/api/cases/${caseId}`)).body.victims[0];
  const attempts = [{ on: '2026-11-01', how: 'Rang her mother, Mrs Tollgate', result: 'She is at 4 Mill Lane' }];
  const { api } = await team.as('VICTIM_WORKER');
  const at = `/api/cases/${caseId}/victims`;
  const { viewVersion: version } = (await api.get(at)).body.items[0];
  expect((await api.put(`${at}/${id}/view`, victimView({ attempts, version }))).status).toBe(200);
  await signOff(team, caseId);
  await listCase(team, caseId);
  await recommend(team, caseId);
  const shown = await (await team.as('PANEL_MEMBER')).api.get(`/api/cases/${caseId}/recommendation`);
  expect(shown.body.evaluation.inputs.victims[0].attempts).toEqual([{ on: '2026-11-01', how: true, result: true }]);
  expect(shown.text).not.toMatch(/Tollgate|Mill Lane/);
});
