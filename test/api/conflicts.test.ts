import { signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf, done } from '../support/clients.js';
import { stepOut } from '../support/confidential-story.js';
import { listCase, recommendation } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';
import { prepareCase } from '../support/assessments-story.js';

let service: Service;
let team: Team;
let member: Colleague;
let manager: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [member, manager] = [await team.as('PANEL_MEMBER'), await team.as('PANEL_TEAM_MANAGER')];
});
afterAll(() => service.stop());

const NOWHERE = '/api/cases/0199f2a0-0000-7000-8000-000000000000';

test('somebody steps out of a case before it is on any agenda, and it is gone for them', async () => {
  const { caseId, reference } = await referCase(team);
  await referCase(team);
  const before = (await member.api.get('/api/cases')).body.count;
  await stepOut(caseId, member);
  const missing = await member.api.get(NOWHERE);
  const gone = await member.api.get(`/api/cases/${caseId}`);
  expect([gone.status, gone.body]).toEqual([404, missing.body]);
  expect((await member.api.get('/api/cases')).body.count).toBe(before - 1);
  const { searchId } = (await member.api.post('/api/case-searches', { reference })).body;
  expect((await member.api.get(`/api/case-searches/${searchId}`)).body.items).toEqual([]);
  expect((await (await team.as('PANEL_MEMBER', 2)).api.get(`/api/cases/${caseId}`)).status).toBe(200);
});

test('whoever works on a case or audits it steps out of it by page and API, and their lists leave it out', async () => {
  const { caseId, reference } = await referCase(team);
  const [officer, auditor] = [await team.as('REFERRING_OFFICER'), await team.as('QA_AUDITOR')];
  const partner = await team.hire(['PARTNER_CONTRIBUTOR'], { agency: 'EDUCATION_PRE16' });
  const worker = await team.as('VICTIM_WORKER');
  const asked = { agencies: ['EDUCATION_PRE16'] };
  done('The question', await manager.api.post(`/api/cases/${caseId}/agency-checks`, asked));
  const other = await team.hire(['REFERRING_OFFICER']);
  const unasked = await team.hire(['PARTNER_CONTRIBUTOR'], { agency: 'PROBATION' });
  const sent = (by: Colleague) => ({ personId: by.id, reason: 'Knows the family.' });
  for (const by of [other, unasked]) {
    expect((await by.api.post(`/api/cases/${caseId}/conflicts`, sent(by))).status).toBe(404);
  }
  const lists: [Colleague, string][] = [
    [officer, '/referrals'],
    [auditor, '/cases'],
    [partner, '/agency-checks'],
    [worker, '/victims'],
  ];
  for (const [by, list] of lists) {
    const browser = await browserOf(service, team, by);
    expect([list, (await browser.get(list)).text.includes(reference)]).toEqual([list, true]);
    const page = await browser.get(`/cases/${caseId}/conflicts/new`);
    expect([list, page.status]).toEqual([list, 200]);
    const stepped = await browser.fill(`/cases/${caseId}/conflicts/new`, sent(by));
    expect([list, stepped.status, stepped.headers.get('location')]).toEqual([list, 303, '/']);
    expect([list, (await browser.get(list)).text.includes(reference)]).toEqual([list, false]);
    expect((await by.api.get(`/api/cases/${caseId}/conflicts`)).status).toBe(by === auditor ? 404 : 403);
  }
  expect((await worker.api.get('/api/meetings/x')).status).toBe(403);
  expect((await (await browserOf(service, team, worker)).get('/meetings')).status).toBe(403);
});

test('a manager tells of somebody else’s conflict, a member does not', async () => {
  const { caseId } = await referCase(team);
  const sent = { personId: member.id, reason: 'Taught the child.' };
  const path = `/api/cases/${caseId}/conflicts`;
  expect((await (await team.as('PANEL_MEMBER', 2)).api.post(path, sent)).status).toBe(403);
  expect((await manager.api.post(path, { ...sent, reason: ' ' })).body.errors[0].field).toBe('reason');
  const stranger = await team.hire(['PANEL_MEMBER'], { areaId: await team.addArea('Elsewhere Vale') });
  const refused = await manager.api.post(path, { ...sent, personId: stranger.id });
  expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'personId']);
  expect((await manager.api.post(path, sent)).status).toBe(201);
  expect((await manager.api.post(path, sent)).status).toBe(201);
  expect((await manager.api.get(path)).body.items).toHaveLength(1);
  expect((await member.api.get(path)).status).toBe(404);
});

test('the manager lifts a conflict with a reason; both stay on record, and it may come again', async () => {
  const { caseId } = await referCase(team);
  const path = `/api/cases/${caseId}/conflicts`;
  await stepOut(caseId, member);
  const [{ id }] = (await manager.api.get(path)).body.items;
  expect((await (await team.as('PANEL_CHAIR')).api.post(`${path}/${id}/lifting`, { reason: 'No' })).status).toBe(403);
  expect((await manager.api.post(`${path}/${id}/lifting`, { reason: '' })).status).toBe(400);
  expect((await manager.api.post(`${path}/${id}/lifting`, { reason: 'It was another family.' })).status).toBe(200);
  expect(codesOf(await manager.api.post(`${path}/${id}/lifting`, { reason: 'Again' }))).toEqual(['WRONG_STATE']);
  expect((await member.api.get(`/api/cases/${caseId}`)).status).toBe(200);
  await stepOut(caseId, member);
  expect((await member.api.get(`/api/cases/${caseId}`)).status).toBe(404);
  const [first, second] = (await manager.api.get(path)).body.items;
  expect([first.liftReason, first.liftedByName === null, second.liftedAt]).toEqual([
    'It was another family.',
    false,
    null,
  ]);
  const { body } = await manager.api.get(`/api/cases/${caseId}/timeline`);
  const events = body.items.map(({ event }: { event: string }) => event);
  expect(events.filter((event: string) => event.startsWith('CONFLICT_'))).toEqual([
    ...['CONFLICT_DECLARED', 'CONFLICT_LIFTED', 'CONFLICT_DECLARED'],
  ]);
});

test('a manager who stepped out cannot let themselves in again', async () => {
  const other = await team.as('PANEL_TEAM_MANAGER', 2);
  const { caseId } = await referCase(team);
  await stepOut(caseId, other);
  const [{ id }] = (await manager.api.get(`/api/cases/${caseId}/conflicts`)).body.items;
  const answer = await other.api.post(`/api/cases/${caseId}/conflicts/${id}/lifting`, { reason: 'I changed my mind.' });
  expect([answer.status, codesOf(answer)]).toEqual([409, ['CONFLICT_OF_INTEREST']]);
});

test('nobody who stepped out is given the case to prepare', async () => {
  const assessor = await team.as('YJS_ASSESSOR', 2);
  const { caseId } = await referCase(team);
  await stepOut(caseId, assessor);
  const refused = await manager.api.post(`/api/cases/${caseId}/allocation`, { personId: assessor.id });
  expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'personId']);
});

test('whoever stepped out is refused a recommendation with its reason, and nothing is written', async () => {
  const chair = await team.as('PANEL_CHAIR');
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  const meetingId = await listCase(team, caseId);
  await stepOut(caseId, chair);
  const { version } = (await manager.api.get(`/api/cases/${caseId}`)).body;
  const sent = await chair.api.post(`/api/cases/${caseId}/recommendation`, recommendation(meetingId, version));
  expect([sent.status, codesOf(sent)]).toEqual([409, ['CONFLICT_OF_INTEREST']]);
  const { state, version: after } = (await manager.api.get(`/api/cases/${caseId}`)).body;
  expect([state, after]).toEqual(['LISTED', version]);
  const agenda = (await chair.api.get(`/api/meetings/${meetingId}`)).body.agenda;
  expect(agenda).toEqual([{ position: 1, recused: true, restricted: false }]);
});

test('the meeting says for which case it is not quorate because somebody stepped out, and for no other', async () => {
  const [chair, inspector] = [await team.as('PANEL_CHAIR', 2), await team.as('POLICE_DECISION_MAKER')];
  const cases: string[] = [];
  let meetingId: string | undefined;
  for (let made = 0; made < 2; made += 1) {
    const { caseId } = await referCase(team);
    await prepareCase(team, caseId);
    await signOff(team, caseId);
    meetingId = await listCase(team, caseId, meetingId);
    cases.push(caseId);
  }
  const missing = async () => {
    const { quorate, agenda } = (await chair.api.get(`/api/meetings/${meetingId}`)).body;
    return [quorate, ...agenda.map(({ quorumMissing }: { quorumMissing: string[] }) => quorumMissing)];
  };
  const words = 'The panel is not quorate for this case: nobody here for Police takes part in it.';
  const browser = await browserOf(service, team, chair);
  expect(await missing()).toEqual([true, [], []]);
  expect((await browser.get(`/meetings/${meetingId}`)).text).not.toContain(words);
  await stepOut(cases[1] ?? '', inspector);
  expect(await missing()).toEqual([true, [], ['POLICE']]);
  expect((await browser.get(`/meetings/${meetingId}`)).text.split(words)).toHaveLength(2);
  await (await team.as('PANEL_CHAIR')).api.put(`/api/meetings/${meetingId}/attendance`, []);
  expect(await missing()).toEqual([false, ['POLICE', 'YOUTH_JUSTICE_SERVICE'], ['POLICE', 'YOUTH_JUSTICE_SERVICE']]);
  expect((await browser.get(`/meetings/${meetingId}`)).text).not.toContain(words);
});

test('on the pages somebody steps out and is let in again', async () => {
  const { caseId } = await referCase(team);
  const own = await browserOf(service, team, member);
  expect((await own.get(`/cases/${caseId}`)).text).toContain(`/cases/${caseId}/conflicts`);
  const at = `/cases/${caseId}/conflicts`;
  const wrong = await own.fill(`${at}/new`, { personId: member.id, reason: '' });
  expect(wrong.text).toContain('Enter what the conflict is');
  const sent = await own.fill(`${at}/new`, { personId: member.id, reason: 'Lives <next> door.' });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/']);
  expect((await own.get(at)).status).toBe(404);
  const managers = await browserOf(service, team, manager);
  const { text } = await managers.get(at);
  expect(text).toContain('Lives &lt;next&gt; door.');
  const [, lifting = ''] = /href="([^"]+\/lifting)"/.exec(text) ?? [];
  expect((await managers.fill(lifting, { reason: 'They moved away.' })).status).toBe(303);
  expect((await managers.get(at)).text).toContain('They moved away.');
  expect((await managers.get(lifting)).status).toBe(404);
  expect(done('The case', await own.get(`/cases/${caseId}`)).status).toBe(200);
});
