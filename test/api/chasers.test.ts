import type { Role } from '../../src/policy/permissions.js';
import { browserOf } from '../support/browser.js';
import { setUpTeam, type Team } from '../support/people.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let referred: ReferredCase;

const OWN = 'CHILDRENS_SOCIAL_CARE';
const HOW = 'Rang the duty desk; they will look today.';

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
beforeEach(async () => {
  service.clock.fixed = new Date('2026-11-23T10:00:00Z');
  referred = await referCase(team);
});
afterAll(() => service.stop());

const at = (agency: string) => `/api/cases/${referred.caseId}/agency-checks/${agency}`;
const assessor = async () => (await team.as('YJS_ASSESSOR')).api;
const partner = async () => (await team.as('PARTNER_CONTRIBUTOR')).api;
const ask = async (dueOn: string, ...agencies: string[]) =>
  (await assessor()).post(`/api/cases/${referred.caseId}/agency-checks`, { agencies, dueOn });
/** Somebody who signs in at the time the clock shows now: sessions do not outlive a leap of it. */
const newcomer = async (role: Role) => {
  const colleague = await team.hire([role]);
  return { colleague, browser: await browserOf(service, team, colleague) };
};
const chase = async (agency: string, more: object = {}) =>
  (await assessor()).post(`${at(agency)}/chasers`, { on: '2026-11-24', how: HOW, ...more });
const on = (day: string): void => void (service.clock.fixed = new Date(`${day}T10:00:00Z`));
const mine = async (code: string, role: Parameters<Team['as']>[0] = 'YJS_ASSESSOR') => {
  const { body } = await (await team.as(role)).api.get('/api/work');
  const list = body.items.find((one: { code: string }) => one.code === code);
  return list.items.filter(({ href }: { href: string }) => href.includes(referred.caseId));
};

test('that an agency was chased is recorded with its day and way, shown on the check and to the partner', async () => {
  await ask('2026-11-25', OWN);
  on('2026-11-24');
  expect((await chase(OWN)).status).toBe(201);
  on('2026-11-26');
  const { body } = await (await assessor()).get(`/api/cases/${referred.caseId}/agency-checks`);
  const check = body.items.find(({ agency }: { agency: string }) => agency === OWN);
  expect(check.chasers).toEqual([{ on: '2026-11-24', how: HOW, by: expect.stringContaining('Colleague') }]);
  const { browser: asked } = await newcomer('PARTNER_CONTRIBUTOR');
  const { text } = await asked.get(`/cases/${referred.caseId}/agency-checks/${OWN}`);
  for (const words of ['Asked on', '23 November 2026', 'Chased on', '24 November 2026', 'Due', '25 November 2026']) {
    expect(text).toContain(words);
  }
  expect(text).toContain('Overdue');
  expect((await asked.get(`/cases/${referred.caseId}/agency-checks`)).text).toContain('Chased on 24 November 2026');
});

test('only an agency that was asked and has not answered is chased, on a day since it was asked', async () => {
  expect((await chase('HOUSING')).status).toBe(404);
  await ask('2026-11-25', OWN, 'HOUSING');
  on('2026-11-24');
  const future = await chase(OWN, { on: '2026-11-25' });
  expect([future.status, future.body.errors[0].field]).toEqual([400, 'on']);
  const before = await chase(OWN, { on: '2026-11-20' });
  expect([before.status, before.body.errors[0].message]).toEqual([
    400,
    'The agency had not been asked yet on that day',
  ]);
  const silent = await chase(OWN, { how: ' ' });
  expect([silent.status, silent.body.errors[0].field]).toEqual([400, 'how']);
  expect((await chase('CIRCUS')).status).toBe(404);
  await (await partner()).put(at(OWN), { status: 'NIL_RETURN' });
  expect((await chase(OWN)).status).toBe(409);
  expect((await (await partner()).post(`${at('HOUSING')}/chasers`, { on: '2026-11-24', how: HOW })).status).toBe(403);
  const elsewhere = await team.hire(['YJS_ASSESSOR'], { areaId: await team.addArea(`Melton ${referred.reference}`) });
  expect((await elsewhere.api.post(`${at('HOUSING')}/chasers`, { on: '2026-11-24', how: HOW })).status).toBe(404);
});

test('chasing is on the trail by agency alone, and takes no sign-off away', async () => {
  await ask('2026-11-30', 'HOUSING');
  await prepareCase(team, referred.caseId);
  await signOff(team, referred.caseId);
  expect((await chase('HOUSING', { on: '2026-11-23' })).status).toBe(201);
  expect((await (await assessor()).get(`/api/cases/${referred.caseId}`)).body.state).toBe('READY');
  const trail = await service.read.source.query(
    `select t.details from trail_entries t where t."subjectId" = $1 and t.type = 'AGENCY_CHASED'`,
    [referred.caseId],
  );
  expect(trail).toEqual([{ details: '{"agency":"HOUSING"}' }]);
});

test('whoever asked is shown what is overdue, and from two working days before what is nearly due', async () => {
  await ask('2026-12-01', OWN);
  on('2026-11-26');
  expect([await mine('CHECKS_NEARLY_DUE'), await mine('CHECKS_OVERDUE')]).toEqual([[], []]);
  on('2026-11-27');
  const page = `/cases/${referred.caseId}/agency-checks/${OWN}/chasers`;
  expect(await mine('CHECKS_NEARLY_DUE')).toMatchObject([{ href: page, note: OWN, since: '2026-12-01' }]);
  on('2026-12-01');
  expect([(await mine('CHECKS_NEARLY_DUE')).length, await mine('CHECKS_OVERDUE')]).toEqual([1, []]);
  on('2026-12-02');
  expect(await mine('CHECKS_NEARLY_DUE')).toEqual([]);
  expect(await mine('CHECKS_OVERDUE')).toMatchObject([{ href: page, note: OWN, since: '2026-12-01' }]);
  expect(await mine('CHECKS_OVERDUE', 'PANEL_ADMINISTRATOR')).toEqual([]);
  const browser = await browserOf(service, team, await team.as('YJS_ASSESSOR'));
  const { text } = await browser.get('/');
  expect(text).toContain('Agency checks you asked for, overdue');
  expect(text).toContain('Children’s social care');
  await (await partner()).put(at(OWN), { status: 'NIL_RETURN' });
  expect(await mine('CHECKS_OVERDUE')).toEqual([]);
});

test('on the page a chaser is recorded, and a mistake comes back with what was typed', async () => {
  await ask('2026-11-25', OWN);
  const { browser } = await newcomer('YJS_ASSESSOR');
  const list = `/cases/${referred.caseId}/agency-checks`;
  expect((await browser.get(list)).text).toContain(`href="${list}/${OWN}/chasers"`);
  expect((await browser.get('/agency-checks')).text).toContain(`href="${list}/${OWN}/chasers"`);
  const day = { 'on-day': '24', 'on-month': '11', 'on-year': '2027' };
  const wrong = await browser.fill(`${list}/${OWN}/chasers`, { ...day, how: HOW });
  expect([wrong.status, wrong.text.includes(HOW)]).toEqual([422, true]);
  const sent = await browser.fill(`${list}/${OWN}/chasers`, { ...day, 'on-day': '23', 'on-year': '2026', how: HOW });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, list]);
  expect((await browser.get(list)).text).toContain('Chased on 23 November 2026');
  expect((await browser.get(`${list}/HOUSING/chasers`)).status).toBe(404);
});

describe('nil return, not asked, awaited and overdue', () => {
  const words = ['Nil return: looked, nothing known', 'Not asked', 'Awaited', 'Overdue', 'Answered with information'];

  test('are told apart on the case page, the checks, the sign-off page and in the API', async () => {
    await ask('2026-11-24', OWN);
    await ask('2026-12-10', 'POLICE');
    await (await assessor()).put(at('HEALTH_NAVIGATOR'), { status: 'NIL_RETURN' });
    const known = { status: 'INFORMATION_RECEIVED', content: 'On a reduced timetable.' };
    await (await assessor()).put(at('EDUCATION_PRE16'), known);
    on('2026-11-30');
    const { colleague: manager, browser } = await newcomer('PANEL_TEAM_MANAGER');
    await manager.api.post(`/api/cases/${referred.caseId}/acceptance`);
    for (const page of ['', '/agency-checks', '/assessment/sign-off']) {
      const { text } = await browser.get(`/cases/${referred.caseId}${page}`);
      for (const each of words) expect([page, each, text.includes(each)]).toEqual([page, each, true]);
    }
    const { body } = await manager.api.get(`/api/cases/${referred.caseId}`);
    const standing = Object.fromEntries(
      body.agencyChecks.map((one: { agency: string; standing: string }) => [one.agency, one.standing]),
    );
    expect(standing).toMatchObject({
      ...{ [OWN]: 'OVERDUE', POLICE: 'AWAITED', HEALTH_NAVIGATOR: 'NIL_RETURN', SUBSTANCE_MISUSE: 'NOT_ASKED' },
      EDUCATION_PRE16: 'ANSWERED',
    });
  });
});

describe('a partner', () => {
  const others = [
    ...['', '/timeline', '/stages', '/readiness?for=SIGN_OFF', '/assessment', '/assessment/sign-off'],
    ...['/assessment/returns', '/reopened-sections', '/victims', '/voices/child', '/identity', '/earlier-disposals'],
    ...['/judgements/SAFETY_AND_WELLBEING', '/police-information', '/case-management-referral'],
  ];

  test('sees and answers what its own agency was asked and nothing else of a case', async () => {
    await ask('2026-11-25', OWN, 'HOUSING');
    const { colleague, browser } = await newcomer('PARTNER_CONTRIBUTOR');
    const { api } = colleague;
    const { body } = await api.get(`/api/cases/${referred.caseId}/agency-checks`);
    expect(body.items.map(({ agency }: { agency: string }) => agency)).toEqual([OWN]);
    const list = (await browser.get(`/cases/${referred.caseId}/agency-checks`)).text;
    expect([list.includes('Housing'), list.includes('Children’s social care')]).toEqual([false, true]);
    expect((await api.put(at('HOUSING'), { status: 'NIL_RETURN' })).status).toBe(404);
    expect((await browser.get(`/cases/${referred.caseId}/agency-checks/HOUSING`)).status).toBe(404);
    const waiting = (await api.get('/api/agency-checks')).body.items;
    expect(new Set(waiting.map(({ agency }: { agency: string }) => agency))).toEqual(new Set([OWN]));
    const { items } = (await api.get('/api/work')).body;
    expect(items.map(({ code }: { code: string }) => code)).toEqual(['CHECKS', 'PANEL_ACTIONS']);
  });

  test('comes to no other part of the case, on a page or by the API', async () => {
    await ask('2026-11-25', OWN);
    const { colleague, browser } = await newcomer('PARTNER_CONTRIBUTOR');
    for (const rest of others) {
      const path = `/cases/${referred.caseId}${rest}`;
      expect([path, [403, 404].includes((await browser.get(path)).status)]).toEqual([path, true]);
      expect([path, [403, 404].includes((await colleague.api.get(`/api${path}`)).status)]).toEqual([path, true]);
    }
  });

  test('is told neither where the case stands nor what others made of its answer', async () => {
    await ask('2026-11-25', OWN);
    const meaning = 'Points to more support, which we have doubts about.';
    const answer = { status: 'INFORMATION_RECEIVED', content: 'Open to us.', analysis: meaning, version: 1 };
    await (await assessor()).put(at(OWN), answer);
    const { browser } = await newcomer('PARTNER_CONTRIBUTOR');
    for (const page of ['', `/${OWN}`]) {
      const { text } = await browser.get(`/cases/${referred.caseId}/agency-checks${page}`);
      expect([text.includes('Open to us.'), text.includes(meaning)]).toEqual([true, false]);
      expect(text).not.toContain('<dt>Case</dt>');
      expect(text).not.toContain('Referred');
    }
  });
});
