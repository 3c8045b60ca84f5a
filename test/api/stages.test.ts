import { allMet, assess, fact, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let caseId: string;

type Stage = { subject: string; stage: string; leftAt: string | null; days: number; workingDays: number };

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
beforeEach(async () => {
  service.clock.fixed = new Date('2026-11-20T10:00:00Z');
  ({ caseId } = await referCase(team));
});
afterEach(() => {
  service.clock.fixed = null;
});
afterAll(() => service.stop());

const on = (instant: string): void => void (service.clock.fixed = new Date(instant));
const stages = async (): Promise<Stage[]> =>
  (await (await team.as('PANEL_CHAIR')).api.get(`/api/cases/${caseId}/stages`)).body.items;
const briefly = async (subject: string) =>
  (await stages())
    .filter((one) => one.subject === subject)
    .map(({ stage, days, workingDays, leftAt }) => [stage, days, workingDays, leftAt === null]);

test('a case begins in its first stage, which stays open and is counted to today', async () => {
  expect(await briefly('CASE')).toEqual([['REFERRED', 0, 0, true]]);
  on('2026-11-24T09:00:00Z');
  expect(await briefly('CASE')).toEqual([['REFERRED', 4, 2, true]]);
  expect(await briefly('ASSESSMENT')).toEqual([]);
});

test('every move of the case and of its assessment ends one stage and begins the next, to the day and working day', async () => {
  const manager = await team.as('PANEL_TEAM_MANAGER');
  on('2026-11-23T10:00:00Z');
  await manager.api.post(`/api/cases/${caseId}/acceptance`);
  on('2026-11-24T10:00:00Z');
  await prepareCase(team, caseId);
  on('2026-11-27T10:00:00Z');
  await manager.api.post(`/api/cases/${caseId}/assessment/return`, { reasons: 'Who does what?' });
  on('2026-11-30T10:00:00Z');
  await assess(team, caseId);
  on('2026-12-01T10:00:00Z');
  await signOff(team, caseId);
  on('2026-12-02T10:00:00Z');
  await manager.api.post(`/api/cases/${caseId}/reopening`, { reason: 'News.' });
  on('2026-12-03T10:00:00Z');
  expect(await briefly('CASE')).toEqual([
    ['REFERRED', 3, 1, false],
    ['PREPARING', 8, 6, false],
    ['READY', 1, 1, false],
    ['PREPARING', 1, 1, true],
  ]);
  expect(await briefly('ASSESSMENT')).toEqual([
    ['DRAFT', 0, 0, false],
    ['SUBMITTED', 3, 3, false],
    ['RETURNED', 3, 1, false],
    ['SUBMITTED', 1, 1, false],
    ['SIGNED_OFF', 1, 1, false],
    ['SUBMITTED', 1, 1, true],
  ]);
});

test('an author’s change after the sign-off leads from signed off to draft, with nothing between', async () => {
  await prepareCase(team, caseId);
  const manager = await team.as('PANEL_TEAM_MANAGER');
  await manager.api.post(`/api/cases/${caseId}/assessment/sign-off`, { criteria: allMet() });
  on('2026-11-23T10:00:00Z');
  const assessor = await team.as('YJS_ASSESSOR');
  const { body } = await assessor.api.get(`/api/cases/${caseId}/assessment`);
  const answers = { 'family-known': [fact('The grandmother has moved in.')] };
  await assessor.api.put(`/api/cases/${caseId}/assessment/answers`, { set: body.set, answers, version: body.version });
  const passed = (await briefly('ASSESSMENT')).map(([stage, , , isOpen]) => [stage, isOpen]);
  expect(passed.slice(-2)).toEqual([
    ['SIGNED_OFF', false],
    ['DRAFT', true],
  ]);
});

test('the page stands beside the timeline and says the same in words', async () => {
  on('2026-11-24T09:00:00Z');
  const chair = await browserOf(service, team, await team.as('PANEL_CHAIR'));
  expect((await chair.get(`/cases/${caseId}/timeline`)).text).toContain(`href="/cases/${caseId}/stages"`);
  const { text } = await chair.get(`/cases/${caseId}/stages`);
  for (const words of ['Referred', 'Still in it', '4 days', '2 working days']) expect(text).toContain(words);
});

test('whoever may not read the case does not read its stages', async () => {
  const partner = await team.as('PARTNER_CONTRIBUTOR');
  expect((await partner.api.get(`/api/cases/${caseId}/stages`)).status).toBe(403);
  const stranger = await team.hire(['PANEL_CHAIR'], { areaId: await team.addArea('Rutland') });
  expect((await stranger.api.get(`/api/cases/${caseId}/stages`)).status).toBe(404);
});
