import { heard } from '../support/assessments-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let manager: Colleague;
let at: string;

const notHeard = {
  status: 'NOT_OBTAINED',
  attempts: [{ on: '2026-10-01', how: 'Home visit', result: 'Nobody answered the door' }],
  reason: 'Three visits and two letters, and school has not seen her since September.',
};

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [assessor, manager] = [await team.as('YJS_ASSESSOR'), await team.as('PANEL_TEAM_MANAGER')];
});
beforeEach(async () => {
  at = `/api/cases/${(await referCase(team)).caseId}/voices`;
});
afterAll(() => service.stop());

test('the child’s own words are kept, with when, where and to whom they were said', async () => {
  expect((await assessor.api.put(`${at}/child`, heard())).body).toEqual({ version: 1 });
  const { body } = await manager.api.get(`${at}/child`);
  expect(body).toMatchObject({ who: 'CHILD', status: 'OBTAINED', words: heard()['words'], version: 1 });
  expect((await manager.api.get(`${at}/carer`)).body).toEqual({ who: 'CARER', version: 0 });
});

test('a voice that was heard needs day, listener, way and words, and the day has come', async () => {
  const bare = await assessor.api.put(`${at}/child`, { status: 'OBTAINED' });
  const named = bare.body.errors.map(({ field }: { field: string }) => field);
  expect([bare.status, named]).toEqual([400, ['heardOn', 'heardBy', 'how', 'words']]);
  const future = await assessor.api.put(`${at}/child`, heard({ heardOn: '2999-01-01' }));
  expect(future.body.errors).toEqual([{ field: 'heardOn', message: 'The day cannot be in the future' }]);
});

test('a voice that was not heard needs a reason, and attempts need real days that have come', async () => {
  const silent = await assessor.api.put(`${at}/child`, { status: 'NOT_OBTAINED' });
  expect([silent.status, silent.body.errors[0].field]).toEqual([400, 'reason']);
  const attempt = { on: '2026-02-30', how: 'Letter', result: 'No answer' };
  const unreal = await assessor.api.put(`${at}/child`, { ...notHeard, attempts: [attempt] });
  expect([unreal.status, unreal.body.errors[0].field]).toEqual([400, 'attempts[0].on']);
  const early = await assessor.api.put(`${at}/child`, { ...notHeard, attempts: [{ ...attempt, on: '2999-01-01' }] });
  expect(early.body.errors[0].field).toBe('attempts[0].on');
});

test.each(['\u200b', '\u3164', ' \u2060 '])('words that nobody can see are none: %j', async (words) => {
  const { status, body } = await assessor.api.put(`${at}/child`, heard({ words }));
  expect([status, body.errors?.[0]?.field]).toEqual([400, 'words']);
});

test.each(['child', 'carer'])('a %s was not heard, nor tried for, before the offence', async (who) => {
  const message = 'The day cannot be before the day of the offence (12 September 2026)';
  const early = await assessor.api.put(`${at}/${who}`, heard({ heardOn: '2026-09-11' }));
  expect([early.status, early.body.errors]).toEqual([400, [{ field: 'heardOn', message }]]);
  const attempts = [{ on: '2020-01-01', how: 'Home visit', result: 'Nobody answered the door' }];
  const tried = await assessor.api.put(`${at}/${who}`, { ...notHeard, attempts });
  expect([tried.status, tried.body.errors]).toEqual([400, [{ field: 'attempts[0].on', message }]]);
  expect((await assessor.api.put(`${at}/${who}`, heard({ heardOn: '2026-09-12' }))).status).toBe(200);
});

test('there may be no carer, with the reason, but there is always a child', async () => {
  const nobody = { status: 'NO_CARER', reason: 'Lives alone in supported housing at 17.' };
  expect((await assessor.api.put(`${at}/carer`, nobody)).status).toBe(200);
  const child = await assessor.api.put(`${at}/child`, nobody);
  expect([child.status, child.body.errors[0].field]).toEqual([400, 'status']);
  expect((await assessor.api.put(`${at}/uncle`, nobody)).status).toBe(404);
});

test('a manager agrees to go on without a voice once somebody tried, and who recorded it cannot', async () => {
  await assessor.api.put(`${at}/child`, { ...notHeard, attempts: [] });
  const untried = await manager.api.post(`${at}/child/approval`, { reason: 'Agreed' });
  expect([untried.status, untried.body.blockers[0].code]).toEqual([409, 'CHILD_NOT_HEARD']);
  await manager.api.put(`${at}/child`, { ...notHeard, version: 1 });
  const own = await manager.api.post(`${at}/child/approval`, { reason: 'Agreed' });
  expect([own.status, own.body.blockers[0].code]).toEqual([409, 'SAME_PERSON_AUTHOR_AND_SIGNER']);
  expect((await assessor.api.post(`${at}/child/approval`, { reason: 'Agreed' })).status).toBe(403);
  const other = await team.as('PANEL_TEAM_MANAGER', 2);
  expect((await other.api.post(`${at}/child/approval`, { reason: 'Agreed' })).status).toBe(200);
  expect((await manager.api.get(`${at}/child`)).body).toMatchObject({ approvedBy: other.id, approvalReason: 'Agreed' });
});

test('a voice written anew has to be agreed to again', async () => {
  await assessor.api.put(`${at}/carer`, notHeard);
  await manager.api.post(`${at}/carer/approval`, { reason: 'Agreed' });
  expect((await assessor.api.put(`${at}/carer`, { ...notHeard, version: 1 })).status).toBe(409);
  await assessor.api.put(`${at}/carer`, { ...notHeard, reason: 'Abroad until spring.', version: 2 });
  expect((await manager.api.get(`${at}/carer`)).body).toMatchObject({ approvedBy: null, approvedAt: null, version: 3 });
});

test('a voice that was heard needs nobody’s agreement', async () => {
  await assessor.api.put(`${at}/child`, heard());
  const { status, body } = await manager.api.post(`${at}/child/approval`, { reason: 'Agreed' });
  expect([status, body.blockers[0].code]).toEqual([409, 'CHILD_NOT_HEARD']);
});
