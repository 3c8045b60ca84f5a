import { assess, completeAnswers, fact, set } from '../support/assessments-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let manager: Colleague;
let at: string;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [assessor, manager] = [await team.as('YJS_ASSESSOR'), await team.as('PANEL_TEAM_MANAGER')];
});
beforeEach(async () => {
  const { caseId } = await referCase(team);
  at = `/api/cases/${caseId}`;
});
afterAll(() => service.stop());

test('an assessment not begun shows the questions of the newest set, and that all are open', async () => {
  const { status, body } = await assessor.api.get(`${at}/assessment`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ set, status: 'DRAFT', version: 0, answers: {} });
  expect(body.questions[0]).toMatchObject({ id: 'care-status', kind: 'CHOICE', required: true, page: 'circumstances' });
  expect(body.unanswered).toContainEqual(expect.objectContaining({ question: 'plan-actions' }));
});

test('a draft is kept with answers missing, and what is sent later joins what was kept', async () => {
  const first = await assessor.api.put(`${at}/assessment/answers`, { set, answers: { 'care-status': 'CARE_ORDER' } });
  expect([first.status, first.body.version, first.body.status]).toEqual([200, 1, 'DRAFT']);
  const answers = { 'strengths-known': [fact('Plays the drums')] };
  await assessor.api.put(`${at}/assessment/answers`, { set: 'child-assessment@2026-12', answers, version: 1 });
  const { body } = await assessor.api.get(`${at}/assessment`);
  expect(body).toMatchObject({ version: 2, answers: { 'care-status': 'CARE_ORDER', ...answers } });
});

test('what is sent wrongly is named by its question and changes nothing', async () => {
  const answers = {
    'care-status': 'PERHAPS',
    'strengths-meaning': 'x'.repeat(4001),
    'favourite-colour': 'blue',
    'communication-not-checked': 'Short of time',
    'family-known': 7,
    'behaviour-meaning': ['One', 'Two'],
  };
  const { status, body } = await assessor.api.put(`${at}/assessment/answers`, { set, answers });
  expect(status).toBe(400);
  expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(Object.keys(answers).sort());
  expect((await assessor.api.get(`${at}/assessment`)).body.version).toBe(0);
});

test('answers to another set, or to none, are refused', async () => {
  for (const other of ['hmip-2021-out-of-court', { id: 'child-assessment', version: '2020-01' }, 7, undefined]) {
    const { status, body } = await assessor.api.put(`${at}/assessment/answers`, { set: other, answers: {} });
    expect([status, body.errors[0].field]).toEqual([400, 'set']);
  }
});

test('of two people who began from the same version, the second is told and overwrites nothing', async () => {
  await assessor.api.put(`${at}/assessment/answers`, { set, answers: { 'strengths-meaning': 'First' } });
  const late = { set, answers: { 'strengths-meaning': 'Second' }, version: 0 };
  const { status, body } = await manager.api.put(`${at}/assessment/answers`, late);
  expect([status, body.code, body.currentVersion]).toEqual([409, 'STALE_VERSION', 1]);
  expect((await assessor.api.get(`${at}/assessment`)).body.answers['strengths-meaning']).toBe('First');
});

test('an assessment with gaps cannot be submitted, and every gap is named', async () => {
  const answers = completeAnswers();
  delete answers['family-meaning'];
  delete answers['plan-actions'];
  await assessor.api.put(`${at}/assessment/answers`, { set, answers });
  const { status, body } = await assessor.api.post(`${at}/assessment/submission`);
  expect(status).toBe(400);
  expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(['family-meaning', 'plan-actions']);
});

test('a submitted assessment is sent back with reasons, and handed in again only with what was changed', async () => {
  await assess(team, at.slice('/api/cases/'.length));
  const again = await assessor.api.post(`${at}/assessment/submission`);
  expect(again.status).toBe(409);
  expect((await manager.api.post(`${at}/assessment/return`, {})).status).toBe(400);
  const reasons = 'The plan names nobody. Who does what?';
  expect((await manager.api.post(`${at}/assessment/return`, { reasons })).status).toBe(200);
  const { body: returned } = await assessor.api.get(`${at}/assessment`);
  expect(returned).toMatchObject({ status: 'RETURNED', returnReasons: reasons });
  const answers = { 'plan-meaning': 'The assessor meets the child each Tuesday.' };
  const saved = await assessor.api.put(`${at}/assessment/answers`, { set, answers, version: returned.version });
  expect(saved.body.status).toBe('RETURNED');
  const silent = await assessor.api.post(`${at}/assessment/submission`);
  expect([silent.status, silent.body.errors[0].field]).toEqual([400, 'changeNote']);
  const told = await assessor.api.post(`${at}/assessment/submission`, { changeNote: 'Named who does what.' });
  expect(told.status).toBe(200);
  const { body } = await manager.api.get(`${at}/assessment`);
  expect(body).toMatchObject({ status: 'SUBMITTED', changeNote: 'Named who does what.', submittedBy: assessor.id });
});

test('an answer changed after submission makes it a draft again', async () => {
  await assess(team, at.slice('/api/cases/'.length));
  const { body } = await assessor.api.get(`${at}/assessment`);
  const changed = { set, answers: { 'strengths-known': [fact('Also swims')] }, version: body.version };
  expect((await assessor.api.put(`${at}/assessment/answers`, changed)).body.status).toBe('DRAFT');
});

test('only a manager sends back, only those who assess write, and readers read', async () => {
  const chair = await team.as('PANEL_CHAIR');
  expect((await chair.api.get(`${at}/assessment`)).status).toBe(200);
  expect((await chair.api.put(`${at}/assessment/answers`, { set, answers: {} })).status).toBe(403);
  expect((await assessor.api.post(`${at}/assessment/return`, { reasons: 'No' })).status).toBe(403);
  const partner = await team.as('PARTNER_CONTRIBUTOR');
  expect((await partner.api.get(`${at}/assessment`)).status).toBe(403);
});

test('the case of another panel area is not there', async () => {
  const stranger = await team.hire(['YJS_ASSESSOR', 'PANEL_TEAM_MANAGER'], { areaId: await team.addArea('Rutland') });
  const tries = [
    stranger.api.get(`${at}/assessment`),
    stranger.api.put(`${at}/assessment/answers`, { set, answers: {} }),
    stranger.api.post(`${at}/assessment/submission`),
    stranger.api.post(`${at}/assessment/return`, { reasons: 'No' }),
    stranger.api.put(`${at}/judgements/SAFETY_AND_WELLBEING`, { level: 'LOW' }),
    stranger.api.put(`${at}/identity`, { consideration: 'Something' }),
  ];
  for (const { status } of await Promise.all(tries)) expect(status).toBe(404);
});

test('who looked and who wrote stands in the trail, without anybody’s words', async () => {
  await assessor.api.put(`${at}/assessment/answers`, {
    set,
    answers: { 'strengths-known': [fact('Plays the drums')] },
  });
  await manager.api.get(`${at}/assessment`);
  const entries = await service.read.source.query(
    `select type, "actorId", details from trail_entries where "subjectId" = '${at.slice(11)}' order by sequence`,
  );
  expect(entries).toContainEqual({ type: 'ASSESSMENT_SAVED', actorId: assessor.id, details: '{"answered":1}' });
  expect(entries).toContainEqual({ type: 'CASE_VIEWED', actorId: manager.id, details: '{"part":"THE_ASSESSMENT"}' });
  expect(JSON.stringify(entries)).not.toContain('drums');
});
