import { done, type PageClient } from '../support/clients.js';
import { assess, hearVoices, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { recordDisposal } from '../support/children-story.js';
import { decide, listCase, recommend } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { gravity, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let manager: Colleague;
let assessor: Colleague;
let browser: PageClient;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
  assessor = await team.as('YJS_ASSESSOR');
  browser = await browserOf(service, team, assessor);
});
afterAll(() => service.stop());

type TaskShown = { title: string; page: string; status: string; why: string | null };
const accepted = async (over: Record<string, unknown> = {}) => {
  const referred = await referCase(team, over);
  await manager.api.post(`/api/cases/${referred.caseId}/acceptance`);
  return referred;
};
const body = async (caseId: string, { api } = assessor) => (await api.get(`/api/cases/${caseId}`)).body;
const tasks = async (caseId: string): Promise<Record<string, TaskShown>> => {
  const { preparation } = await body(caseId);
  const all = preparation.flatMap((group: { tasks: TaskShown[] }) => group.tasks);
  return Object.fromEntries(all.map((task: TaskShown) => [task.page, task]));
};
const codes = (blockers: { code: string }[]): string[] => [...new Set(blockers.map(({ code }) => code))];

test('a new case says who the child is, what is alleged and what nobody has done yet', async () => {
  const { caseId, reference } = await accepted();
  const shown = await body(caseId);
  expect(shown).toMatchObject({
    ...{ id: caseId, reference, state: 'PREPARING', flags: [], version: 2 },
    child: { age: expect.any(Number), ageAtOffence: expect.any(Number), ethnicity: { name: expect.any(String) } },
    offences: [{ position: 1, gravityFinal: 2, indictableOnly: false }],
    victims: [{ status: 'NOT_YET_SOUGHT' }],
    voices: { child: null, carer: null },
  });
  expect(shown.agencyChecks).toHaveLength(5);
  expect(shown).not.toHaveProperty('recommendation');
  const all = await tasks(caseId);
  expect(all['voices/child']).toMatchObject({ status: 'NOT_STARTED', why: expect.stringContaining('not been heard') });
  expect(all['police-information']).toMatchObject({ status: 'COMPLETE' });
  expect(all['assessment/sign-off']).toMatchObject({ status: 'CANNOT_START', why: expect.stringContaining('missing') });
  expect(all['forum-referrals/CASE_MANAGEMENT_AND_DIVERSITY_PANEL']).toMatchObject({ status: 'CANNOT_START' });
  expect(all['outcome']).toMatchObject({ status: 'CANNOT_START', why: 'Police have not decided' });
});

test('the parts of a case follow what is done, to the sign-off and the decision of police', async () => {
  const { caseId } = await accepted();
  await assess(team, caseId);
  await hearVoices(team, caseId);
  const begun = await tasks(caseId);
  expect(begun['assessment']).toMatchObject({ status: 'COMPLETE' });
  expect(begun['voices/child']).toMatchObject({ status: 'COMPLETE', why: null });
  await prepareCase(team, caseId);
  expect((await tasks(caseId))['assessment/sign-off']).toMatchObject({ status: 'NOT_STARTED' });
  await signOff(team, caseId);
  expect((await tasks(caseId))['assessment/sign-off']).toMatchObject({ status: 'COMPLETE' });
  expect((await body(caseId)).blockers).toEqual([]);
  await listCase(team, caseId);
  expect((await tasks(caseId))['recommendation']).toMatchObject({ status: 'NOT_STARTED' });
  await recommend(team, caseId);
  await decide(team, caseId);
  const decided = await body(caseId);
  expect(decided.recommendation.disposal).toBe(decided.policeDecision.disposal);
  expect((await tasks(caseId))['outcome']).toMatchObject({ status: 'NOT_STARTED' });
});

test('everybody is offered what the stage allows and they may do, and nothing else', async () => {
  const { caseId } = await accepted();
  const offered = async (colleague: Colleague): Promise<string[]> =>
    (await body(caseId, colleague)).actions.map(({ code }: { code: string }) => code);
  expect(await offered(manager)).toEqual(['SIGN_OFF', 'RETURN_TO_POLICE', 'WITHDRAW', 'ALLOCATE']);
  expect(await offered(assessor)).toEqual([]);
  expect(await offered(await team.as('YJS_POLICE_OFFICER'))).toEqual(['RETURN_TO_POLICE']);
  const page = (await browser.get(`/cases/${caseId}`)).text;
  expect(page).not.toContain(`href="/cases/${caseId}/withdrawal"`);
  const own = await browserOf(service, team, manager);
  expect((await own.get(`/cases/${caseId}`)).text).toContain(`href="/cases/${caseId}/withdrawal"`);
});

test('a child who had disposals before is flagged, counted by type and period, and each is a part of the work', async () => {
  const { caseId, childId } = await accepted();
  const officer = await team.as('YJS_POLICE_OFFICER');
  await recordDisposal(officer.api, childId, { disposal: 'COMMUNITY_RESOLUTION', givenOn: '2026-03-02' });
  await recordDisposal(officer.api, childId, { disposal: 'OUTCOME_22', givenOn: '2024-05-06' });
  const { flags } = await body(caseId);
  expect(flags).toMatchObject([
    { code: 'REPEAT_DISPOSAL', count: 2, withinYear: 1, since: '2024-05-06', mustExplain: true },
  ]);
  const { text } = await browser.get(`/cases/${caseId}`);
  expect(text).toContain('2 earlier disposals');
  expect(text).toContain('Community resolution: 1');
  expect(text).toMatch(/Response to: Community resolution, 2 March 2026/);
});

test('the page holds the child at its head, the child’s voice before the others, and says why each part waits', async () => {
  const { caseId, reference } = await accepted();
  const { status, text } = await browser.get(`/cases/${caseId}`);
  expect(status).toBe(200);
  expect(text).toContain(`<title>Case ${reference}`);
  for (const words of ['Age at offence', 'Date of birth', 'Ethnicity', 'Cannot start yet', 'Not started']) {
    expect(text).toContain(words);
  }
  const places = ['The child\n', 'The parent or carer', 'The victim’s view'].map((words) => text.indexOf(words.trim()));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(text).not.toContain('Morgan Tollgate');
});

test('who opened a case is on its timeline, and a case of another area is not there', async () => {
  const { caseId } = await accepted();
  await body(caseId);
  const [latest] = (await manager.api.get(`/api/cases/${caseId}/timeline?limit=5`)).body.items.slice(1);
  expect(latest).toMatchObject({ event: 'CASE_VIEWED', sentence: 'viewed the case' });
  const elsewhere = await team.hire(['PANEL_CHAIR'], { areaId: await team.addArea('Rutland') });
  for (const path of ['', '/readiness']) {
    expect((await elsewhere.api.get(`/api/cases/${caseId}${path}`)).status).toBe(404);
    expect((await (await team.as('REFERRING_OFFICER')).api.get(`/api/cases/${caseId}${path}`)).status).toBe(403);
  }
  expect((await assessor.api.get('/api/cases/nothing')).status).toBe(404);
});

describe('readiness', () => {
  test('everything that is missing is said at once, with the page that mends it', async () => {
    const { caseId } = await accepted();
    const { body: answer } = await assessor.api.get(`/api/cases/${caseId}/readiness?for=SIGN_OFF`);
    expect(codes(answer.blockers)).toEqual(
      expect.arrayContaining([
        ...['SAFETY_NOT_RATED', 'HARM_NOT_RATED', 'CHILD_NOT_HEARD', 'CARER_NOT_HEARD', 'VICTIM_NOT_HEARD'],
        ...['IDENTITY_NOT_CONSIDERED', 'ASSESSMENT_NOT_SUBMITTED', 'AGENCY_CHECK_OUTSTANDING'],
      ]),
    );
    const heard = answer.blockers.find(({ code }: { code: string }) => code === 'CHILD_NOT_HEARD');
    expect(heard).toMatchObject({ severity: 'STOP', mend: `/cases/${caseId}/voices/child` });
    const { text } = await browser.get(`/cases/${caseId}/readiness`);
    const reader = await browserOf(service, team, await team.as('QA_LEAD'));
    const read = (await reader.get(`/cases/${caseId}/readiness`)).text;
    const leads = [...read.matchAll(/href="(\/cases\/[^"]+)"/g)].map(([, href = '']) => href);
    for (const href of leads) expect([href, (await reader.get(href)).status]).toEqual([href, 200]);
    expect(leads.length).toBeLessThan([...text.matchAll(/href="(\/cases\/[^"]+)"/g)].length);
    expect(text).toContain(`href="/cases/${caseId}/voices/child"`);
    expect(text).toContain('HMIP 2021 (Leicestershire) section 3.1');
  });

  test('a prepared case is ready for sign-off, a signed one for listing, a listed one for what the panel adds', async () => {
    const { caseId } = await accepted();
    await prepareCase(team, caseId);
    const missing = async (what: string): Promise<string[]> =>
      codes((await manager.api.get(`/api/cases/${caseId}/readiness?for=${what}`)).body.blockers);
    expect(await missing('SIGN_OFF')).toEqual([]);
    expect(await missing('LIST')).toEqual(expect.arrayContaining(['WRONG_STATE', 'ASSESSMENT_NOT_SIGNED_OFF']));
    await signOff(team, caseId);
    expect(await missing('LIST')).toEqual([]);
    expect(await missing('RECOMMEND')).toContain('NOT_ON_AGENDA');
    expect(await missing('RECORD_OUTCOME')).toContain('WRONG_STATE');
    const { body: next } = await manager.api.get(`/api/cases/${caseId}/readiness`);
    expect(next.for).toBe('LIST');
    const wrong = await manager.api.get(`/api/cases/${caseId}/readiness?for=LUNCH`);
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([400, 'for']);
  });
});

test.each(['YJS_POLICE_OFFICER', 'PANEL_ADMINISTRATOR', 'QA_LEAD'] as const)(
  'the page of a case, and what local rules say of it, lead %s to pages alone that they may open',
  async (role) => {
    const offences = [
      {
        ...{ date: '2026-09-12', homeOfficeClass: '17A', description: 'What is said to have happened' },
        ...{ features: ['SEXUAL'], gravity: gravity(3, 3) },
      },
    ];
    const { caseId } = await accepted({ offences });
    const officer = await team.as('YJS_POLICE_OFFICER');
    const asked = { agencies: ['POLICE', 'HEALTH_NAVIGATOR'] };
    done('The checks', await assessor.api.post(`/api/cases/${caseId}/agency-checks`, asked));
    const reader = await browserOf(service, team, await team.as(role));
    for (const page of ['', '/routing']) {
      const { status, text } = await reader.get(`/cases/${caseId}${page}`);
      expect([status, text.includes('find out first whether the Crown Prosecution Service')]).toEqual([200, true]);
      const hrefs = [...text.matchAll(/href="(\/cases\/[^"#]+)"/g)].map(([, href = '']) => href);
      for (const href of new Set(hrefs)) expect([href, (await reader.get(href)).status]).toEqual([href, 200]);
    }
    const own = (await (await browserOf(service, team, officer)).get(`/cases/${caseId}`)).text;
    expect(own).toContain(`href="/cases/${caseId}/agency-checks/POLICE"`);
    expect(own).toContain(`href="/cases/${caseId}/police-information"`);
    expect(own).toContain('Health');
  },
);
