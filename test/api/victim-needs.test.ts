import { browserOf } from '../support/browser.js';
import { dayFromNow } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let worker: Colleague;
let referred: ReferredCase;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  worker = await team.as('VICTIM_WORKER');
});
beforeEach(async () => {
  referred = await referCase(team);
});
afterAll(() => service.stop());

const at = (rest = '', { caseId } = referred) => `/api/cases/${caseId}/victims${rest}`;
const victimOf = async (of = referred) => (await worker.api.get(at('', of))).body.items[0];
const put = async (body: object) => worker.api.put(at(`/${(await victimOf()).id}/needs`), body);
const kept = {
  ethnicityCode: 'W3',
  disability: 'Canarydisability',
  communication: 'Short sentences',
  language: 'Polish',
};

test.each([
  ['needs without their agreement', { agrees: 'NO', ...kept, ethnicityCode: undefined, language: '' }, 'disability'],
  ['needs of which nobody was asked', { ...kept }, 'agrees'],
  ['an ethnicity that is not of the 18+1', { agrees: 'YES', ethnicityCode: 'O1' }, 'ethnicityCode'],
])('%s are refused', async (_, body, field) => {
  const { status, body: answer } = await put(body);
  expect(status).toBe(400);
  expect(answer.errors[0].field).toBe(field);
  expect((await victimOf()).needs).toBeNull();
});

test('needs are kept once for the person, shown to those who speak with them, and deleted when they no longer agree', async () => {
  expect((await put({ agrees: 'YES', ...kept })).body).toEqual({ version: 1 });
  const other = await referCase(team);
  const { harmedId } = await victimOf();
  await worker.api.post(`/api/cases/${other.caseId}/known-victims`, { harmedId });
  expect((await worker.api.get(at('', other))).body.items[1].needs).toMatchObject({ ...kept, version: 1 });
  const chair = (await team.as('PANEL_CHAIR')).api;
  expect((await chair.get(at())).text).not.toContain('Canarydisability');
  expect((await put({ agrees: 'NO', version: 0 })).status).toBe(409);
  expect((await put({ agrees: 'NO', version: 1 })).body).toEqual({ version: 2 });
  const none = { agrees: 'NO', ethnicityCode: null, disability: null, communication: null, language: null };
  expect((await victimOf()).needs).toMatchObject(none);
  expect(await service.read.source.query(`select n.disability from victim_needs n`)).toContainEqual({
    disability: null,
  });
});

test('they go with a withdrawal, and on their page they are asked by choice and in words', async () => {
  const { id } = await victimOf();
  const browser = await browserOf(service, team, worker);
  const page = `/cases/${referred.caseId}/victims/${id}/about/needs`;
  expect((await browser.fill(page, {})).status).toBe(422);
  expect((await browser.fill(page, { agrees: 'YES', ethnicityCode: 'W3', language: 'Polish' })).status).toBe(303);
  const { text } = await browser.get(`/cases/${referred.caseId}/victims`);
  expect([text.includes('Gypsy or Irish Traveller'), text.includes('Polish')]).toEqual([true, true]);
  const { version } = await victimOf();
  const withdrawal = { on: dayFromNow(0), reason: 'Enough', version };
  expect((await worker.api.post(at(`/${id}/withdrawal`), withdrawal)).body.closed).toEqual(['NEEDS']);
  expect((await victimOf()).needs).toBeNull();
  const refused = await put({ agrees: 'YES', ...kept });
  expect(refused.body.errors[0].field).toBe('agrees');
});
