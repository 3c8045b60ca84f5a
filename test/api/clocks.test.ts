import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { disposals } from '../../src/policy/disposals.js';
import { done } from '../support/clients.js';
import { changeOf } from '../support/disposals-story.js';
import { decidedCase, deliver, recordOutcome } from '../support/outcomes-story.js';
import { dayFromNow, listCase } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { gravity, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let manager: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
});
afterAll(() => service.stop());

type Clock = { code: string; dueOn: string | null; standing: string; about: string | null; daysLeft: number | null };
const clocksOf = async (caseId: string, by = manager): Promise<Clock[]> =>
  (await by.api.get(`/api/cases/${caseId}`)).body.clocks;
const codes = (clocks: Clock[]): string[] => clocks.map(({ code }) => code);

const summary = [
  { date: '2026-07-10', homeOfficeClass: '105A', description: 'Pushed another child.', gravity: gravity() },
];
const pressed = { policeStatus: 'BAIL', bailDate: dayFromNow(4), offences: summary };

const work = async ({ api }: Colleague, code: string) =>
  (await api.get('/api/work')).body.items.find((list: { code: string }) => list.code === code);

test('a case says what runs out, the nearest first, on its page and by the API', async () => {
  const { caseId } = await referCase(team, pressed);
  expect(await clocksOf(caseId)).toMatchObject([
    { code: 'BAIL', dueOn: '2026-11-27', daysLeft: 4, unit: 'DAYS', standing: 'NEAR' },
    { code: 'ASSESSMENT', dueOn: '2026-12-07', daysLeft: 10, unit: 'WORKING_DAYS', standing: 'FAR' },
    { code: 'DECISION', dueOn: '2026-12-14', daysLeft: 15, standing: 'FAR', checkedOn: null },
    { code: 'LIMITATION', dueOn: '2027-01-10', about: 'Offence 1', standing: 'NEAR' },
    { code: 'TURNS_18', about: 'before the decision', standing: 'FAR' },
  ]);
  const { text } = await (await browserOf(service, team, manager)).get(`/cases/${caseId}`);
  expect(text).toContain('What runs out');
  expect(text).toContain('Bail ends: <strong>27 November 2026</strong>, 4 days left');
});

test('an offence of which nobody said how it is tried has a time limit that is said to be unknown', async () => {
  const offences = [{ date: '2026-09-12', homeOfficeClass: '46', description: 'Took make-up.' }];
  const { caseId } = await referCase(team, { offences });
  const clocks = await clocksOf(caseId);
  expect(codes(clocks)).not.toContain('BAIL');
  expect(clocks.find(({ code }) => code === 'LIMITATION')).toMatchObject({ dueOn: '2027-03-12', standing: 'UNKNOWN' });
});

test('the decision stops its clocks, and the end of the case all of them', async () => {
  const { caseId } = await decidedCase(team, 'COMMUNITY_RESOLUTION', pressed);
  expect(codes(await clocksOf(caseId))).toEqual(['TURNS_18']);
  await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION', { victimInformedOn: dayFromNow(0) });
  expect(await clocksOf(caseId)).toEqual([]);
  await deliver(team, caseId, 'UNDER_WAY');
  expect(await clocksOf(caseId)).toMatchObject([{ code: 'DELIVERY', dueOn: dayFromNow(14), standing: 'NEAR' }]);
  const gone = await referCase(team, pressed);
  await manager.api.post(`/api/cases/${gone.caseId}/withdrawal`, { reason: 'Entered twice.' });
  expect(await clocksOf(gone.caseId)).toEqual([]);
});

test('while the activity of a disposal that was added is not completed, proceedings may still begin', async () => {
  const outcomeRules = [...disposals.OUTCOME_22.outcomeRules];
  const added = {
    ...changeOf('OUTCOME_22', { name: 'Mending course', validFrom: dayFromNow(0), outcomeRules }),
    code: 'MENDING_COURSE',
  };
  done('The new one', await team.administrator.api.post('/api/disposals', added));
  const { caseId } = await decidedCase(team, 'MENDING_COURSE', pressed);
  expect(codes(await clocksOf(caseId))).toEqual(['LIMITATION', 'TURNS_18']);
  await deliver(team, caseId, 'COMPLETED');
  expect(codes(await clocksOf(caseId))).toEqual(['TURNS_18']);
});

test('a duty after the outcome is a clock, and many offences and duties are each said once', async () => {
  const two = [
    ...summary,
    { date: '2026-08-01', homeOfficeClass: '105A', description: 'And again.', gravity: gravity() },
  ];
  const { caseId } = await decidedCase(team, 'YOUTH_CAUTION', { offences: two });
  await recordOutcome(team, caseId, 'YOUTH_CAUTION');
  expect(await clocksOf(caseId)).toMatchObject([
    { code: 'DUTY', about: 'Police refer the child to the youth justice service', dueOn: '2026-11-24' },
    { code: 'DUTY', about: 'Tell the victim the outcome', dueOn: '2026-11-30' },
  ]);
  expect((await manager.api.get(`/api/cases/${caseId}`)).body.offences).toHaveLength(2);
});

test('targets and what is near are settings of the panel area', async () => {
  const areaId = await team.addArea('Rutland');
  const there = await team.hire(['REFERRING_OFFICER', 'PANEL_TEAM_MANAGER'], { areaId });
  const { caseId } = await referCase(team, { panelAreaId: areaId }, there);
  const choose = (setting: string, value: number) =>
    team.administrator.api.post(`/api/panel-areas/${areaId}/settings/${setting}`, {
      ...{ value, from: dayFromNow(0), reason: 'Agreed by the board.' },
    });
  expect((await choose('decisionWorkingDays', 5)).status).toBe(201);
  expect((await choose('clockNearWorkingDays', 5)).status).toBe(201);
  expect((await choose('decisionWorkingDays', 0)).status).toBeGreaterThanOrEqual(400);
  const found = (await clocksOf(caseId, there)).find(({ code }) => code === 'DECISION');
  expect(found).toMatchObject({ dueOn: '2026-11-30', standing: 'NEAR', daysLeft: 5 });
});

test('"Your work" shows what runs out in the cases of an assessor and of an area, the nearest first, counted', async () => {
  const areaId = await team.addArea('Melton');
  const lead = await team.hire(['REFERRING_OFFICER', 'PANEL_TEAM_MANAGER'], { areaId });
  const assessor = await team.hire(['YJS_ASSESSOR'], { areaId });
  const refer = async (more: object) => (await referCase(team, { panelAreaId: areaId, ...more }, lead)).caseId;
  const calm = [{ date: '2026-09-12', homeOfficeClass: '39', description: 'Took a bag.' }];
  const later = await refer({ policeStatus: 'BAIL', bailDate: dayFromNow(9), offences: calm });
  const sooner = await refer({ policeStatus: 'BAIL', bailDate: dayFromNow(2), offences: calm });
  await refer({ offences: calm });
  const shown = await work(lead, 'CLOCKS');
  expect([shown.count, shown.items.map(({ href, since }: { href: string; since: string }) => [href, since])]).toEqual([
    2,
    [
      [`/cases/${sooner}`, dayFromNow(2)],
      [`/cases/${later}`, dayFromNow(9)],
    ],
  ]);
  expect(shown.items[0].note).toBe('Bail ends');
  expect((await work(assessor, 'YOUR_CLOCKS')).count).toBe(0);
  await lead.api.post(`/api/cases/${later}/acceptance`);
  await lead.api.post(`/api/cases/${later}/allocation`, { personId: assessor.id });
  expect((await work(assessor, 'YOUR_CLOCKS')).items).toMatchObject([{ href: `/cases/${later}` }]);
  const stranger = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: await team.addArea('Harborough') });
  expect((await work(stranger, 'CLOCKS')).count).toBe(0);
  const page = (await (await browserOf(service, team, lead)).get('/')).text;
  expect(page).toContain('What runs out');
});

test('the meeting screen says of each case what runs out, and to whom the case is not theirs nothing', async () => {
  const { caseId } = await referCase(team, pressed);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  const meetingId = await listCase(team, caseId);
  const chair = await team.as('PANEL_CHAIR');
  const itemOf = async () => (await chair.api.get(`/api/meetings/${meetingId}`)).body.agenda[0];
  expect(codes((await itemOf()).clocks)).toEqual(['BAIL', 'LIMITATION']);
  const browser = await browserOf(service, team, chair);
  expect((await browser.get(`/meetings/${meetingId}`)).text).toContain('Bail ends: 27 November 2026, 4 days left');
  const conflict = { caseId, personId: chair.id, reason: 'Knows the family.' };
  await chair.api.post(`/api/meetings/${meetingId}/conflicts`, conflict);
  expect(await itemOf()).not.toHaveProperty('clocks');
  expect((await browser.get(`/meetings/${meetingId}`)).text).not.toContain('Bail ends');
});
