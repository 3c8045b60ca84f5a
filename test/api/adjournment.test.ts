import { allMet, considerNews, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf } from '../support/clients.js';
import { arrangeMeeting, dayFromNow, listCase, recommend } from '../support/panels-story.js';
import { setUpTeam, type Colleague, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let chair: Colleague;
let caseId: string;
let meetingId: string;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  chair = await team.as('PANEL_CHAIR');
});
beforeEach(async () => {
  ({ caseId } = await referCase(team));
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  meetingId = await listCase(team, caseId);
});
afterAll(() => service.stop());

const adjourn = (more: object = {}, by = chair) =>
  by.api.post(`/api/cases/${caseId}/adjournment`, { meetingId, reasonCode: 'LEGAL_ADVICE', ...more });

test('a case adjourned for advice stays ready, and is carried over to the next meeting', async () => {
  const until = dayFromNow(7);
  const { status, body } = await adjourn({ reason: 'Counsel is asked.', until });
  expect([status, body.state]).toEqual([200, 'READY']);
  const [item] = (await chair.api.get(`/api/meetings/${meetingId}`)).body.agenda;
  expect(item).toMatchObject({ standing: false, adjournment: { reasonCode: 'LEGAL_ADVICE', until } });
  const next = await arrangeMeeting(team);
  const { api } = await team.as('PANEL_ADMINISTRATOR');
  const overrides = [{ code: 'LISTED_BEFORE_ITS_DAY', reason: 'Counsel wrote sooner.' }];
  expect((await api.post(`/api/meetings/${next}/agenda`, { caseId, overrides })).status).toBe(201);
  const [before] = (await chair.api.get(`/api/meetings/${meetingId}`)).body.agenda;
  const [after] = (await chair.api.get(`/api/meetings/${next}`)).body.agenda;
  expect([before.standing, after.standing, after.state]).toEqual([false, true, 'LISTED']);
});

test('a case adjourned because somebody was not heard goes back to preparation, its sign-off gone', async () => {
  expect((await adjourn({ reasonCode: 'MISSING_VICTIM_VIEW' })).body.state).toBe('PREPARING');
  const { api } = await team.as('PANEL_ADMINISTRATOR');
  const again = await api.post(`/api/meetings/${meetingId}/agenda`, { caseId });
  expect(codesOf(again)).toEqual(expect.arrayContaining(['WRONG_STATE', 'ASSESSMENT_NOT_SIGNED_OFF']));
  await considerNews(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId, meetingId);
  const { agenda } = (await chair.api.get(`/api/meetings/${meetingId}`)).body;
  expect(agenda).toMatchObject([{ caseId, standing: true, adjournment: null, position: 2 }]);
  await recommend(team, caseId);
});

test.each([
  ['MISSING_CHILD_VOICE', 'voices/child'],
  ['MISSING_PARENT_VOICE', 'voices/carer'],
  ['MISSING_VICTIM_VIEW', 'victims'],
  ['MISSING_AGENCY_INFO', 'agency-checks'],
])('%s reopens what it names: nobody signs before somebody looked at it again', async (reasonCode, section) => {
  await adjourn({ reasonCode });
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const refused = await manager.api.post(`/api/cases/${caseId}/assessment/sign-off`, { criteria: allMet() });
  expect([refused.status, refused.body.blockers]).toMatchObject([
    409,
    [{ code: 'NEWS_NOT_CONSIDERED', mend: `/cases/${caseId}/${section}` }],
  ]);
  const { text } = await (await browserOf(service, team, manager)).get(`/cases/${caseId}`);
  expect(text).toContain('The panel adjourned the case because');
  await considerNews(team, caseId);
  await signOff(team, caseId);
});

test('a case is adjourned from the meeting for which it is listed, once', async () => {
  const other = await arrangeMeeting(team);
  expect(codesOf(await adjourn({ meetingId: other }))).toEqual(['NOT_ON_AGENDA']);
  expect((await adjourn()).status).toBe(200);
  expect(codesOf(await adjourn())).toEqual(['WRONG_STATE', 'NOT_ON_AGENDA']);
});

test('an adjournment has a reason from the list, in words where it is another, and a day that has not passed', async () => {
  for (const [change, field] of [
    [{ reasonCode: 'TIRED' }, 'reasonCode'],
    [{ reasonCode: undefined }, 'reasonCode'],
    [{ reasonCode: 'OTHER' }, 'reason'],
    [{ until: '2020-01-01' }, 'until'],
    [{ until: 'soon' }, 'until'],
    [{ meetingId: 'Tuesday' }, 'meetingId'],
    [{ gavel: true }, 'gavel'],
  ] as const) {
    const { status, body } = await adjourn(change);
    expect([status, body.errors[0].field]).toEqual([400, field]);
  }
  expect((await adjourn({ version: 1 })).body.code).toBe('STALE_VERSION');
});

test('only whoever runs meetings in the area adjourns', async () => {
  expect((await adjourn({}, await team.as('PANEL_MEMBER'))).status).toBe(403);
  const stranger = await team.hire(['PANEL_CHAIR'], { areaId: await team.addArea(`Area of ${caseId}`) });
  expect((await adjourn({}, stranger)).status).toBe(404);
});

test('late news reopens a listed case: it leaves the pack, and is listed again when it is signed', async () => {
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const reopened = await manager.api.post(`/api/cases/${caseId}/reopening`, { reason: 'The school called.' });
  expect(reopened.status).toBeLessThan(300);
  expect((await chair.api.get(`/api/meetings/${meetingId}/pack`)).body.cases).toEqual([]);
  await signOff(team, caseId);
  const next = await arrangeMeeting(team);
  await listCase(team, caseId, next);
  const [before] = (await chair.api.get(`/api/meetings/${meetingId}`)).body.agenda;
  expect([before.standing, before.state]).toEqual([false, 'LISTED']);
});

test('on its page a case is adjourned, and the meeting says why and until when', async () => {
  const browser = await browserOf(service, team, chair);
  const bad = await browser.fill(`/cases/${caseId}/adjournment`, { reason: 'We wait for the doctor.' });
  expect([bad.status, bad.text.includes('Select why the case is adjourned')]).toEqual([422, true]);
  expect(bad.text).toContain('We wait for the doctor.');
  const sent = await browser.fill(`/cases/${caseId}/adjournment`, { reasonCode: 'NRM_PENDING' });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/meetings/${meetingId}`]);
  const { text } = await browser.get(`/meetings/${meetingId}`);
  expect(text).toContain('Adjourned: A National Referral Mechanism decision is awaited');
});

test('a meeting of today that has begun is no place to come back to, and is not offered', async () => {
  const began = await arrangeMeeting(team);
  const later = await arrangeMeeting(team, { startsAt: `${dayFromNow(0)}T23:30` });
  service.clock.ahead += Date.parse(`${dayFromNow(0)}T17:00:00Z`) - Date.parse(service.clock.now());
  const hired = await team.hire(['PANEL_CHAIR']);
  const { text } = await (await browserOf(service, team, hired)).get(`/cases/${caseId}/adjournment`);
  expect([text.includes(`value="${later}"`), text.includes(`value="${began}"`)]).toEqual([true, false]);
});
