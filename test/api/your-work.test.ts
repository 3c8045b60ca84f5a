import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { MakeAccessToken } from '../../src/access/access-tokens.js';
import { assess, heard, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { apiClient } from '../support/clients.js';
import { stepOut } from '../support/confidential-story.js';
import { listCase, recommend, decide } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let manager: Colleague;
let assessor: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
  assessor = await team.as('YJS_ASSESSOR');
});
afterAll(() => service.stop());

type Item = { label: string; child: string | null; href: string; note: string | null };
const work = async (
  { api }: Colleague,
  code: string,
): Promise<{ count: number; items: Item[]; all: string | null }> => {
  const { items } = (await api.get('/api/work')).body;
  return items.find((list: { code: string }) => list.code === code);
};
const hrefs = async (colleague: Colleague, code: string): Promise<string[]> =>
  (await work(colleague, code)).items.map(({ href }) => href);

const allocated = async (personId = assessor.id): Promise<string> => {
  const { caseId } = await referCase(team);
  await manager.api.post(`/api/cases/${caseId}/acceptance`);
  await manager.api.post(`/api/cases/${caseId}/allocation`, { personId });
  return caseId;
};

test('a manager finds what to accept, to allocate, to agree to and to sign off, the longest waiting first', async () => {
  const first = await referCase(team);
  const second = await referCase(team);
  expect(await hrefs(manager, 'TO_ACCEPT')).toEqual([`/cases/${first.caseId}`, `/cases/${second.caseId}`]);
  await manager.api.post(`/api/cases/${first.caseId}/acceptance`);
  expect(await hrefs(manager, 'TO_ALLOCATE')).toEqual([`/cases/${first.caseId}/allocation`]);
  await manager.api.post(`/api/cases/${first.caseId}/allocation`, { personId: assessor.id });
  expect((await work(manager, 'TO_ALLOCATE')).count).toBe(0);
  const away = await team.hire(['YJS_ASSESSOR']);
  await manager.api.post(`/api/cases/${first.caseId}/allocation`, { personId: away.id });
  await stepOut(first.caseId, away);
  expect(await hrefs(manager, 'TO_ALLOCATE')).toEqual([`/cases/${first.caseId}/allocation`]);
  expect((await manager.api.get('/api/cases?state=PREPARING&allocatedTo=none')).text).toContain(first.caseId);
  const moved = await team.hire(['YJS_ASSESSOR', 'OBSERVER']);
  await manager.api.post(`/api/cases/${first.caseId}/allocation`, { personId: moved.id });
  expect((await work(manager, 'TO_ALLOCATE')).count).toBe(0);
  const lost = `delete from role_assignments where "personId" = '${moved.id}' and role = 'YJS_ASSESSOR'`;
  await service.app.get<DataSource>(getDataSourceToken('write')).query(lost);
  expect(await hrefs(manager, 'TO_ALLOCATE')).toEqual([`/cases/${first.caseId}/allocation`]);
  await manager.api.post(`/api/cases/${first.caseId}/allocation`, { personId: assessor.id });
  const attempt = { on: '2026-10-05', how: 'Telephone', result: 'Nobody answered' };
  const voice = heard({ status: 'NOT_OBTAINED', reason: 'Three visits, nobody in.', attempts: [attempt] });
  const { heardOn: _, heardBy: __, how: ___, words: ____, influence: _____, ...missed } = voice;
  await assessor.api.put(`/api/cases/${first.caseId}/voices/carer`, missed);
  expect(await hrefs(manager, 'VOICES_TO_APPROVE')).toEqual([`/cases/${first.caseId}/voices/carer/approval`]);
  await assess(team, first.caseId);
  expect(await hrefs(manager, 'TO_SIGN_OFF')).toEqual([`/cases/${first.caseId}/assessment/sign-off`]);
});

test('an assessor finds their cases, what was sent back, and the cases of whoever they cover today', async () => {
  const caseId = await allocated();
  expect(await hrefs(assessor, 'PREPARING')).toContain(`/cases/${caseId}`);
  const other = await team.as('YJS_ASSESSOR', 2);
  expect((await work(other, 'PREPARING')).count).toBe(0);
  const today = service.clock.today();
  const cover = { panelAreaId: team.areaId, personId: assessor.id, coveredBy: other.id, reason: 'Leave' };
  await manager.api.post('/api/covers', { ...cover, fromDay: today, toDay: today });
  const covered = (await work(other, 'PREPARING')).items.find(({ href }) => href === `/cases/${caseId}`);
  expect(covered?.note).toBe(assessor.actor.name);
  await assess(team, caseId);
  await manager.api.post(`/api/cases/${caseId}/assessment/return`, { reasons: 'Say how school sees it.' });
  expect(await hrefs(assessor, 'SENT_BACK')).toEqual([`/cases/${caseId}/assessment`]);
  expect(await hrefs(assessor, 'PREPARING')).not.toContain(`/cases/${caseId}`);
});

test('a partner finds what their agency was asked, a victim worker whom to hear, without the child’s name', async () => {
  const caseId = await allocated();
  const partner = await team.as('PARTNER_CONTRIBUTOR');
  expect((await work(partner, 'CHECKS')).count).toBe(0);
  await assessor.api.post(`/api/cases/${caseId}/agency-checks`, { agencies: ['CHILDRENS_SOCIAL_CARE', 'POLICE'] });
  expect(await hrefs(partner, 'CHECKS')).toEqual([`/cases/${caseId}/agency-checks/CHILDRENS_SOCIAL_CARE`]);
  const victims = await work(await team.as('VICTIM_WORKER'), 'VICTIMS');
  expect(victims.items.some(({ href }) => href.startsWith(`/cases/${caseId}/victims/`))).toBe(true);
  expect(victims.items.every(({ child }) => child === null)).toBe(true);
});

test('a case passes from the panel administrator to police and to whoever gives the outcome', async () => {
  const caseId = await allocated();
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  const administrator = await team.as('PANEL_ADMINISTRATOR');
  expect(await hrefs(administrator, 'TO_LIST')).toEqual([`/cases/${caseId}/listing`]);
  const meetingId = await listCase(team, caseId);
  expect(await hrefs(await team.as('PANEL_CHAIR'), 'MEETINGS')).toContain(`/meetings/${meetingId}`);
  await recommend(team, caseId);
  const decider = await team.as('POLICE_DECISION_MAKER');
  expect(await hrefs(decider, 'TO_DECIDE')).toEqual([`/cases/${caseId}/police-decision`]);
  await decide(team, caseId);
  expect((await work(decider, 'TO_DECIDE')).count).toBe(0);
  expect(await hrefs(await team.as('YJS_POLICE_OFFICER'), 'OUTCOMES')).toEqual([`/cases/${caseId}/outcome`]);
});

test('a referring officer finds what came back, an administrator who has no password yet', async () => {
  const { caseId } = await referCase(team);
  await manager.api.post(`/api/cases/${caseId}/return-to-police`, { reasonCode: 'EVIDENCE', reason: 'Not enough.' });
  const officer = await team.as('REFERRING_OFFICER');
  expect(await hrefs(officer, 'RETURNED')).toEqual([`/referrals/${caseId}`]);
  expect((await work(team.administrator, 'WITHOUT_PASSWORD')).count).toBeGreaterThan(3);
});

test('at most ten of a kind are shown, with how many there are and where the rest is', async () => {
  for (let made = 0; made < 11; made += 1) await referCase(team);
  const waiting = await work(manager, 'TO_ACCEPT');
  expect([waiting.items.length, waiting.count > 10]).toEqual([10, true]);
  expect((await manager.api.get(`/api${waiting.all}`)).body.count).toBe(waiting.count);
  const browser = await browserOf(service, team, manager);
  const { text } = await browser.get('/');
  expect(text).toContain(`Referrals to accept (${waiting.count})`);
  expect(text).toContain(`>All ${waiting.count}<`);
});

test('the start page asks only that somebody is signed in, and shows nothing of other panel areas', async () => {
  const elsewhere = await team.hire(['PANEL_TEAM_MANAGER', 'YJS_ASSESSOR'], { areaId: await team.addArea('Rutland') });
  const { items } = (await elsewhere.api.get('/api/work')).body;
  expect(items.map(({ count }: { count: number }) => count)).toEqual(items.map(() => 0));
  const scrutineer = await team.as('SCRUTINY_MEMBER');
  expect((await scrutineer.api.get('/api/work')).body.items).toEqual([]);
  expect((await (await browserOf(service, team, scrutineer)).get('/')).status).toBe(200);
});

test('the rules are shown to everybody who is signed in, each with its source', async () => {
  const { body } = await assessor.api.get('/api/rules');
  expect(body.rules.find(({ code }: { code: string }) => code === 'CHILD_NOT_HEARD')).toMatchObject({
    severity: 'STOP',
    source: expect.stringContaining('HMIP 2021'),
    checkedOn: expect.any(String),
  });
  expect(body.disposals).toHaveLength(10);
  const { text } = await (await browserOf(service, team, assessor)).get('/rules');
  expect(text).toContain('Crime and Disorder Act 1998 s66B(5)');
});

describe('the trail', () => {
  test('a data protection officer sees who did and saw what, by person and day, and is seen looking', async () => {
    const officer = await team.administrator.api.post('/api/people', {
      ...{ name: 'Dana Protector', email: 'dana@example.org', agency: 'YOUTH_JUSTICE_SERVICE' },
      roles: [{ role: 'DATA_PROTECTION_OFFICER' }],
    });
    const id = officer.body.id as string;
    const actor = { personId: id, name: 'Dana Protector', agency: 'YOUTH_JUSTICE_SERVICE', roles: [] } as const;
    const { token } = await service.app.get(MakeAccessToken).execute(actor, { label: 'tests' });
    const api = apiClient(service.url, token);
    const { body } = await api.get(`/api/trail?personId=${manager.id}&limit=100`);
    expect(new Set(body.items.map(({ actorId }: { actorId: string }) => actorId))).toEqual(new Set([manager.id]));
    expect(body.items.some(({ sentence }: { sentence: string }) => sentence.startsWith('allocated'))).toBe(true);
    const today = service.clock.today();
    const first = (await api.get(`/api/trail?day=${today}&limit=2`)).body;
    const second = (await api.get(`/api/trail?day=${today}&limit=2&after=${first.next}`)).body;
    expect(first.items[0].event).toBe('TRAIL_VIEWED');
    expect(first.items[0].actor).toBe('Dana Protector');
    expect(second.items[0].at <= first.items[1].at).toBe(true);
    expect((await api.get('/api/trail?day=2020-01-01')).body.items).toEqual([]);
    const browser = await browserOf(service, team, { id, email: 'dana@example.org', actor, api, token });
    const day = today.split('-').map(Number);
    const query = `personId=${manager.id}&day-day=${day[2]}&day-month=${day[1]}&day-year=${day[0]}`;
    const { text } = await browser.get(`/trail?${query}`);
    expect(text).toContain('moved the case to “Preparing”');
    expect(text).toContain(`href="/trail?day=${today}"`);
    expect((await browser.get('/trail?personId=&day-day=31&day-month=2&day-year=2026')).text).toContain('real date');
  });

  test('nobody else sees it', async () => {
    expect((await manager.api.get('/api/trail')).status).toBe(403);
    expect((await team.administrator.api.get('/api/trail')).status).toBe(403);
  });
});
