import { heard, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf } from '../support/clients.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let manager: Colleague;
let caseId: string;
let at: string;

const tried = { on: '2026-11-20', way: 'CALL', result: 'NO_ANSWER', words: 'Rang twice, morning and evening.' };
const notHeard = { status: 'NOT_OBTAINED', reason: 'The family is abroad until spring.' };

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [assessor, manager] = [await team.as('YJS_ASSESSOR'), await team.as('PANEL_TEAM_MANAGER')];
});
beforeEach(async () => {
  ({ caseId } = await referCase(team));
  at = `/api/cases/${caseId}/voices`;
});
afterAll(() => service.stop());

test('attempts are added one by one, apart for child and carer, and listed with who added them', async () => {
  expect((await assessor.api.post(`${at}/carer/attempts`, tried)).status).toBe(201);
  await manager.api.post(`${at}/carer/attempts`, { ...tried, on: '2026-11-02', result: 'ARRANGED', words: undefined });
  const { body } = await manager.api.get(`${at}/carer/attempts`);
  expect(body.items.map(({ on, result }: Record<string, string>) => [on, result])).toEqual([
    ['2026-11-02', 'ARRANGED'],
    ['2026-11-20', 'NO_ANSWER'],
  ]);
  expect(body.items[1]).toMatchObject({ ...tried, who: 'CARER', recordedBy: assessor.id });
  expect((await manager.api.get(`${at}/child/attempts`)).body).toEqual({ items: [], next: null });
});

test('an attempt has a day that has come, a way and a result, and words where the code says too little', async () => {
  const fields = async (more: object) =>
    (await assessor.api.post(`${at}/child/attempts`, { ...tried, ...more })).body.errors?.map(
      ({ field }: { field: string }) => field,
    );
  expect(await fields({ on: '2999-01-01' })).toEqual(['on']);
  expect(await fields({ on: '2026-02-30' })).toEqual(['on']);
  expect(await fields({ on: '2026-09-11' })).toEqual(['on']);
  expect(await fields({ way: 'PIGEON', result: undefined })).toEqual(['way', 'result']);
  expect(await fields({ result: 'OTHER', words: ' ' })).toEqual(['words']);
  expect(await fields({ way: 'OTHER', words: undefined })).toEqual(['words']);
  expect((await assessor.api.post(`${at}/uncle/attempts`, tried)).status).toBe(404);
  expect((await assessor.api.get(`${at}/child/attempts`)).body.items).toEqual([]);
});

test('an attempt is never changed or taken away', async () => {
  const { body } = await assessor.api.post(`${at}/child/attempts`, tried);
  for (const address of [`${at}/child/attempts`, `${at}/child/attempts/${body.id}`]) {
    expect([404, 405]).toContain((await assessor.api.put(address, tried)).status);
    expect([404, 405]).toContain((await assessor.api.delete(address)).status);
  }
  await assessor.api.put(`${at}/child`, heard());
  const { body: voice } = await assessor.api.get(`${at}/child`);
  expect(voice.attemptsLogged).toHaveLength(1);
});

test('a voice written anew without its attempts keeps those that were written with it', async () => {
  const attempts = [{ on: '2026-10-01', how: 'Visit', result: 'Nobody in' }];
  await assessor.api.put(`${at}/child`, { ...notHeard, attempts });
  await assessor.api.put(`${at}/child`, { ...notHeard, version: 1 });
  expect((await assessor.api.get(`${at}/child`)).body.attempts).toEqual(attempts);
  await assessor.api.put(`${at}/child`, { ...notHeard, attempts: [], version: 2 });
  expect((await assessor.api.get(`${at}/child`)).body.attempts).toEqual([]);
});

test('a manager agrees to go on once an attempt is logged, never without a reason, and the gate opens', async () => {
  await assessor.api.put(`${at}/carer`, notHeard);
  const agreed = { reason: 'We have tried enough, and the panel should not wait.' };
  expect(codesOf(await manager.api.post(`${at}/carer/approval`, agreed))).toEqual(['CARER_NOT_HEARD']);
  await assessor.api.post(`${at}/child/attempts`, tried);
  expect(codesOf(await manager.api.post(`${at}/carer/approval`, agreed))).toEqual(['CARER_NOT_HEARD']);
  await assessor.api.post(`${at}/carer/attempts`, tried);
  const silent = await manager.api.post(`${at}/carer/approval`, { reason: ' ' });
  expect([silent.status, silent.body.errors[0].field]).toEqual([400, 'reason']);
  expect((await manager.api.post(`${at}/carer/approval`, agreed)).status).toBe(200);
  const { body } = await manager.api.get(`/api/cases/${caseId}/readiness`);
  expect(JSON.stringify(body)).toContain('CHILD_NOT_HEARD');
  expect(JSON.stringify(body)).not.toContain('CARER_NOT_HEARD');
});

test('whoever tried wrote a part of the preparation, and an attempt after the sign-off takes it away', async () => {
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  expect((await assessor.api.post(`${at}/child/attempts`, tried)).status).toBe(201);
  expect((await manager.api.get(`/api/cases/${caseId}`)).body.state).toBe('PREPARING');
  const { body } = await manager.api.get(`/api/cases/${caseId}/timeline?limit=50`);
  const told = body.items.find(({ event }: { event: string }) => event === 'VOICE_ATTEMPTED');
  expect(told.sentence).toContain('tried to hear the child: nobody answered');
  expect(JSON.stringify(told)).not.toContain('Rang twice');
});

test('on its page an attempt is added under those that are there, and the page of the voice lists it', async () => {
  const browser = await browserOf(service, team, assessor);
  const page = `/cases/${caseId}/voices/child`;
  expect((await browser.get(`${page}/attempts`)).text).toContain('No attempt is recorded yet');
  const day = { 'on-day': '20', 'on-month': '11', 'on-year': '2026' };
  const bare = await browser.fill(`${page}/attempts`, { ...day, way: 'VISIT_HOME' });
  expect([bare.status, bare.text.includes('Select what came of it')]).toEqual([422, true]);
  const added = await browser.fill(`${page}/attempts`, { ...day, way: 'VISIT_HOME', result: 'NOT_THERE' });
  expect([added.status, added.headers.get('location')]).toEqual([303, page]);
  for (const address of [page, `${page}/attempts`]) {
    expect((await browser.get(address)).text).toContain('Visit at home. They were not there.');
  }
  const reader = await browserOf(service, team, await team.as('PANEL_MEMBER'));
  expect((await reader.get(`${page}/attempts`)).status).toBe(403);
});
