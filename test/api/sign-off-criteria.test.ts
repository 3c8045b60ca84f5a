import { allMet, assess, criteriaOnPage, fact, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { listCase, placeOf } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let manager: Colleague;
let caseId: string;
let at: string;

const WHY = 'Two agencies disagree about school, and nobody says whom we follow.';
const fieldsOf = (body: { errors: { field: string }[] }): string[] => body.errors.map(({ field }) => field);
const withOne = (code: string, more: object) => allMet().map((one) => (one.code === code ? { code, ...more } : one));
const CODE = 'AGENCIES_READ_TOGETHER';

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
});
beforeEach(async () => {
  ({ caseId } = await referCase(team));
  at = `/cases/${caseId}/assessment`;
  await prepareCase(team, caseId);
});
afterAll(() => service.stop());

const sign = (criteria?: object[]) => manager.api.post(`/api${at}/sign-off`, criteria ? { criteria } : {});

test('the criteria in force are listed with what to look for and where each can be read', async () => {
  const { status, body } = await (await team.as('PANEL_CHAIR')).api.get(`/api${at}/sign-off`);
  expect([status, body.edition, body.criteria.length, body.signOffs]).toEqual([200, '2026-11', 9, []]);
  expect(body.criteria[0]).toMatchObject({
    code: 'HEARD_AND_SHOWN',
    lookFor: expect.any(String),
    source: expect.stringContaining('HMIP 2021'),
    about: expect.arrayContaining([
      { section: 'voices/child', title: 'The child’s voice', href: `/cases/${caseId}/voices/child` },
    ]),
  });
});

test('signing without an answer to each criterion is refused, and every one of them is named', async () => {
  const none = await sign();
  expect([none.status, fieldsOf(none.body)]).toEqual([400, allMet().map(({ code }) => `criteria.${code}.met`)]);
  const one = await sign(withOne(CODE, {}));
  expect([one.status, fieldsOf(one.body)]).toEqual([400, [`criteria.${CODE}.met`]]);
  const { body } = await manager.api.get(`/api/cases/${caseId}`);
  expect([body.state, body.signedOffBy]).toEqual(['PREPARING', null]);
});

test('a criterion that is not met needs its comment; one nobody knows, and one answered twice, are refused', async () => {
  const silent = await sign(withOne(CODE, { met: false, comment: '  ' }));
  expect([silent.status, fieldsOf(silent.body)]).toEqual([400, [`criteria.${CODE}.comment`]]);
  const strange = await sign([...allMet(), { code: 'SHINY', met: true }]);
  expect([strange.status, fieldsOf(strange.body)]).toEqual([400, ['criteria.SHINY']]);
  expect((await sign([...allMet(), { code: CODE, met: true }])).status).toBe(400);
  expect((await sign(withOne(CODE, { met: 'perhaps' }))).status).toBe(400);
});

test('what is not met is signed all the same, kept with the edition, and the trail holds its code and no word of it', async () => {
  expect((await sign(withOne(CODE, { met: false, comment: WHY }))).status).toBe(200);
  const { body } = await manager.api.get(`/api${at}/sign-off`);
  expect(body.signOffs).toMatchObject([
    { edition: '2026-11', isStanding: true, signedBy: expect.any(String), criteria: expect.any(Array) },
  ]);
  const said = body.signOffs[0].criteria.find(({ code }: { code: string }) => code === CODE);
  expect(said).toEqual({ code: CODE, met: false, comment: WHY, ask: expect.stringContaining('read together') });
  const trail = await service.read.source.query(
    `select t.details from trail_entries t where t."subjectId" = $1 and t.type = 'ASSESSMENT_SIGNED_OFF'`,
    [caseId],
  );
  expect(trail).toEqual([{ details: `{"notMet":["${CODE}"]}` }]);
});

test('the panel reads what was not met, in the pack and on the page on which it decides', async () => {
  await sign(withOne(CODE, { met: false, comment: WHY }));
  await listCase(team, caseId);
  const { meetingId } = await placeOf(team, caseId);
  const chair = await browserOf(service, team, await team.as('PANEL_CHAIR'));
  for (const page of [`/meetings/${meetingId}/pack`, `/cases/${caseId}/recommendation`]) {
    const { text } = await chair.get(page);
    expect(text).toContain('What the manager found on signing');
    expect(text).toContain('Not met: 1 of 9 criteria.');
    expect(text).toContain(WHY);
  }
});

test('a sign-off that was removed stays readable with what was said, and does not stand', async () => {
  await sign(withOne(CODE, { met: false, comment: WHY }));
  await manager.api.post(`/api/cases/${caseId}/reopening`, { reason: 'A new allegation.' });
  const { body } = await manager.api.get(`/api${at}/sign-off`);
  expect(body.signOffs).toMatchObject([{ isStanding: false }]);
  await signOff(team, caseId);
  const { body: after } = await manager.api.get(`/api${at}/sign-off`);
  expect(after.signOffs.map(({ isStanding }: { isStanding: boolean }) => isStanding)).toEqual([true, false]);
});

describe('on the page', () => {
  test('each criterion stands beside what it is about, and nothing is chosen', async () => {
    const browser = await browserOf(service, team, manager);
    const { text } = await browser.get(`${at}/sign-off`);
    expect(text).toContain('href="#read-voices-child"');
    expect(text).toContain('id="read-voices-child"');
    const anchors = [...text.matchAll(/href="#(read-[^"]+)"/g)].map(([, anchor]) => anchor);
    expect(anchors.filter((anchor) => !text.includes(`id="${anchor}"`))).toEqual([]);
    const form = text.slice(text.indexOf('<form id="form"'));
    expect(form).not.toMatch(/ checked/);
  });

  test('what is missing is named beside its question and nothing typed is lost; then it is signed', async () => {
    const browser = await browserOf(service, team, manager);
    const typed = criteriaOnPage({ [CODE]: WHY });
    const missing = `criteria[PLAN_FITS][met]`;
    const { [missing]: _, ...rest } = typed;
    const back = await browser.fill(`${at}/sign-off`, rest);
    expect(back.status).toBe(422);
    expect(back.text).toContain('Say whether it is met: The plan is in proportion');
    expect(back.text).toContain('href="#criteria-PLAN_FITS-met"');
    expect(back.text).toContain(WHY);
    const signed = await browser.fill(`${at}/sign-off`, typed);
    expect([signed.status, signed.headers.get('location')]).toEqual([303, `/cases/${caseId}`]);
    expect((await browser.get(`${at}/sign-off`)).text).toContain(`Not met: ${WHY}`);
  });
});

test('a preparation whose gates are shut is refused for those, before anybody judges it', async () => {
  const { body } = await manager.api.get(`/api${at}`);
  const assessor = await team.as('YJS_ASSESSOR');
  const answers = { 'family-known': [fact('The grandmother has moved in.')] };
  await assessor.api.put(`/api${at}/answers`, { set: body.set, answers, version: body.version });
  const shut = await sign();
  expect([shut.status, shut.body.blockers[0].code]).toEqual([409, 'ASSESSMENT_NOT_SUBMITTED']);
  await assess(team, caseId);
  expect((await sign()).status).toBe(400);
});
