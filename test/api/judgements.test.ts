import { judgementOf } from '../support/assessments-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let at: string;
let childId: string;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  assessor = await team.as('YJS_ASSESSOR');
});
beforeEach(async () => {
  const referred = await referCase(team);
  [at, childId] = [`/api/cases/${referred.caseId}`, referred.childId];
});
afterAll(() => service.stop());

test('a judgement keeps its level apart from its analysis, and is replaced only from the version that was shown', async () => {
  const page = `${at}/judgements/RISK_OF_SERIOUS_HARM`;
  expect((await assessor.api.get(page)).body).toEqual({ judgement: 'RISK_OF_SERIOUS_HARM', version: 0 });
  expect((await assessor.api.put(page, { level: 'HIGH' })).body).toEqual({ version: 1 });
  expect((await assessor.api.put(page, judgementOf('LOW'))).status).toBe(409);
  expect((await assessor.api.put(page, judgementOf('MEDIUM', { version: 1 }))).body).toEqual({ version: 2 });
  const { body } = await assessor.api.get(page);
  expect(body).toMatchObject({ level: 'MEDIUM', who: 'Other pupils on the way home.', version: 2 });
});

test('a judgement that does not exist is not there, and a level that does not exist is refused', async () => {
  expect((await assessor.api.put(`${at}/judgements/LUCK`, { level: 'LOW' })).status).toBe(404);
  const { status, body } = await assessor.api.put(`${at}/judgements/SAFETY_AND_WELLBEING`, { level: 'FINE', mood: 1 });
  expect([status, body.errors.map(({ field }: { field: string }) => field).sort()]).toEqual([400, ['level', 'mood']]);
});

test('what identity means here is written, and ethnicity is recorded beside what was said before', async () => {
  const ethnicity = { code: 'B1', scheme: 'CENSUS_2021', source: 'SELF' };
  const consideration = 'He says he was the only one of the four who was searched.';
  expect((await assessor.api.put(`${at}/identity`, { consideration, ethnicity })).status).toBe(200);
  const { body } = await assessor.api.get(`${at}/identity`);
  expect(body).toMatchObject({ consideration, ethnicity: { code: 'B1', source: 'SELF' }, version: 1 });
  const kept = await service.read.source.query(`select id from child_ethnicities where "childId" = '${childId}'`);
  expect(kept).toHaveLength(2);
  expect((await assessor.api.put(`${at}/identity`, { consideration: ' ', version: 1 })).status).toBe(400);
  const wrong = { consideration, ethnicity: { ...ethnicity, code: 'Z9' }, version: 1 };
  expect((await assessor.api.put(`${at}/identity`, wrong)).body.errors[0].field).toBe('ethnicity.code');
});

test('the referral to the case management panel is recorded with its day and result', async () => {
  const page = `${at}/case-management-referral`;
  expect((await assessor.api.put(page, { referredOn: '2999-01-01' })).body.errors[0].field).toBe('referredOn');
  expect((await assessor.api.put(page, { referredOn: '2026-10-05', result: 'Weekly contact' })).status).toBe(200);
  expect((await assessor.api.get(page)).body).toMatchObject({
    referredOn: '2026-10-05',
    result: 'Weekly contact',
    version: 1,
  });
});
