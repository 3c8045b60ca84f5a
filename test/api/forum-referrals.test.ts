import { judgementOf, prepareCase, referredOn, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf } from '../support/clients.js';
import { attend, decide, listCase, recommend } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { UnitOfWork } from '../../src/platform/unit-of-work.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let manager: Colleague;
let caseId: string;
let reference: string;
let at: string;

const PANEL = 'CASE_MANAGEMENT_AND_DIVERSITY_PANEL';

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [assessor, manager] = [await team.as('YJS_ASSESSOR'), await team.as('PANEL_TEAM_MANAGER')];
});
beforeEach(async () => {
  ({ caseId, reference } = await referCase(team));
  at = `/api/cases/${caseId}`;
  await manager.api.post(`${at}/acceptance`);
  await manager.api.post(`${at}/allocation`, { personId: assessor.id });
});
afterAll(() => service.stop());

const judge = (judgement: string, level: string, more: object = {}) =>
  assessor.api.put(`${at}/judgements/${judgement}`, judgementOf(level, more));
const refer = (forum: string, body: object, by = assessor) => by.api.put(`${at}/forum-referrals/${forum}`, body);
const referrals = async () => (await assessor.api.get(`${at}/forum-referrals`)).body.items;
const codes = async (): Promise<string[]> => codesOf(await manager.api.get(`${at}/readiness?for=SIGN_OFF`));
type TaskShown = { page: string; status: string; why: string | null };
const task = async (page: string): Promise<TaskShown | undefined> => {
  const { preparation } = (await assessor.api.get(at)).body;
  const all = preparation.flatMap(({ tasks }: { tasks: TaskShown[] }) => tasks) as TaskShown[];
  return all.find((one) => one.page === page);
};
const waiting = async ({ api }: Colleague, code: string): Promise<{ label: string; note: string; href: string }[]> => {
  const { items } = (await api.get('/api/work')).body;
  const list = items.find((one: { code: string }) => one.code === code);
  return list.items.filter(({ label }: { label: string }) => label === reference);
};

describe('a high level in any judgement', () => {
  test.each([
    ['SAFETY_AND_WELLBEING', 'HIGH'],
    ['RISK_OF_SERIOUS_HARM', 'VERY_HIGH'],
    ['LIKELIHOOD_OF_REOFFENDING', 'HIGH'],
  ])('opens the referral to the case management and diversity panel: %s %s', async (judgement, level) => {
    await judge(judgement, 'MEDIUM');
    expect(await referrals()).toEqual([]);
    await judge(judgement, level, { version: 1 });
    expect(await referrals()).toMatchObject([
      { forum: PANEL, because: [judgement], openedBy: assessor.id, referredOn: null, result: null, version: 1 },
    ]);
    expect(await task(`forum-referrals/${PANEL}`)).toMatchObject({
      status: 'NEEDS_ATTENTION',
      why: expect.stringMatching(/^To be referred: .*was judged high or very high$/),
    });
    const { items } = (await assessor.api.get(`${at}/timeline`)).body;
    expect(items.map(({ event }: { event: string }) => event)).toContain('FORUM_REFERRAL_OPENED');
  });

  test('opens one referral, however many are high and however often it is saved', async () => {
    await judge('SAFETY_AND_WELLBEING', 'HIGH');
    await judge('RISK_OF_SERIOUS_HARM', 'HIGH');
    await judge('SAFETY_AND_WELLBEING', 'VERY_HIGH', { version: 1 });
    expect(await referrals()).toMatchObject([{ because: ['SAFETY_AND_WELLBEING', 'RISK_OF_SERIOUS_HARM'] }]);
  });

  test('waits in the work of assessor and manager until a day is recorded, and then until the result is', async () => {
    await judge('SAFETY_AND_WELLBEING', 'HIGH');
    const href = `/cases/${caseId}/forum-referrals/${PANEL}`;
    for (const [who, code] of [
      [assessor, 'YOUR_REFERRALS_ON'],
      [manager, 'REFERRALS_ON'],
    ] as const) {
      expect(await waiting(who, code)).toMatchObject([{ note: `${PANEL} TO_BE_REFERRED`, href }]);
    }
    await refer(PANEL, { referredOn: '2026-11-10', version: 1 });
    expect(await waiting(assessor, 'YOUR_REFERRALS_ON')).toMatchObject([{ note: `${PANEL} RESULT_AWAITED`, href }]);
    expect(await task(`forum-referrals/${PANEL}`)).toMatchObject({ status: 'IN_PROGRESS', why: /result is not/ });
    const browser = await browserOf(service, team, manager);
    const page = (await browser.get('/')).text;
    expect(page).toContain('Case management and diversity panel: result awaited');
    await refer(PANEL, { referredOn: '2026-11-10', result: 'Weekly contact until spring.', version: 2 });
    expect(await waiting(assessor, 'YOUR_REFERRALS_ON')).toEqual([]);
    expect(await waiting(manager, 'REFERRALS_ON')).toEqual([]);
    expect(await task(`forum-referrals/${PANEL}`)).toMatchObject({ status: 'COMPLETE' });
    const other = await team.as('YJS_ASSESSOR', 2);
    expect(await waiting(other, 'YOUR_REFERRALS_ON')).toEqual([]);
  });

  test('lowered later does not take the referral away, and raised again after the answer opens a second', async () => {
    await judge('SAFETY_AND_WELLBEING', 'HIGH');
    await judge('SAFETY_AND_WELLBEING', 'LOW', { version: 1, reasoning: 'He is in care now, and safe there.' });
    expect(await referrals()).toMatchObject([{ referredOn: null }]);
    expect(await codes()).toContain('HIGH_RISK_NOT_REFERRED');
    await refer(PANEL, { referredOn: '2026-11-10', result: 'Heard, and closed.', version: 1 });
    await judge('RISK_OF_SERIOUS_HARM', 'LOW');
    await judge('LIKELIHOOD_OF_REOFFENDING', 'LOW');
    expect(await codes()).not.toContain('HIGH_RISK_NOT_REFERRED');
    await judge('SAFETY_AND_WELLBEING', 'HIGH', { version: 2, reasoning: 'He ran away from care.' });
    const found = await referrals();
    expect(found).toHaveLength(2);
    expect(found).toMatchObject([{ referredOn: null, version: 1 }, { result: 'Heard, and closed.' }]);
    expect(await codes()).toContain('HIGH_RISK_NOT_REFERRED');
    expect((await assessor.api.get(`${at}/forum-referrals/${PANEL}`)).body.id).toBe(found[0].id);
  });
});

test('a level that stays high after the answer asks for nothing more, and one that rises does', async () => {
  await judge('SAFETY_AND_WELLBEING', 'HIGH');
  await refer(PANEL, { referredOn: '2026-11-10', result: 'Weekly contact.', version: 1 });
  await judge('SAFETY_AND_WELLBEING', 'HIGH', { version: 1, who: 'Put better.' });
  expect(await referrals()).toHaveLength(1);
  await judge('SAFETY_AND_WELLBEING', 'VERY_HIGH', { version: 2 });
  expect(await referrals()).toHaveLength(2);
});

describe('a communication need', () => {
  test('asks for a referral, which the task and a warning say, and nobody has to acknowledge', async () => {
    expect(await task('forum-referrals')).toMatchObject({ status: 'CANNOT_START' });
    const { body: shown } = await assessor.api.get(`${at}/assessment`);
    const { version } = (
      await assessor.api.put(`${at}/assessment/answers`, { set: shown.set, answers: {}, version: 0 })
    ).body;
    expect(version).toBe(1);
    await prepareCase(team, caseId);
    expect(await codes()).not.toContain('COMMUNICATION_NEED_NOT_REFERRED');
    expect(await task('forum-referrals')).toMatchObject({ status: 'COMPLETE' });
  });

  test('without its referral informs and does not hold up the sign-off', async () => {
    await prepareCase(team, caseId);
    await service.app
      .get(UnitOfWork)
      .keep((tx) => tx.query(`delete from forum_referrals where "caseId" = '${caseId}'`));
    const { blockers } = (await manager.api.get(`${at}/readiness?for=SIGN_OFF`)).body;
    expect(blockers).toMatchObject([
      { code: 'COMMUNICATION_NEED_NOT_REFERRED', severity: 'WARN', mend: `/cases/${caseId}/forum-referrals` },
    ]);
    expect(await task('forum-referrals')).toMatchObject({ status: 'NEEDS_ATTENTION' });
    expect(await task('assessment/sign-off')).toMatchObject({ status: 'NOT_STARTED' });
    await signOff(team, caseId);
  });

  test.each(['SEND_PANEL', 'SPEECH_AND_LANGUAGE_THERAPIST'])('is answered by %s', async (forum) => {
    await refer(forum, { because: ['COMMUNICATION_NEED'], referredOn: '2026-11-02' });
    expect(await codes()).not.toContain('COMMUNICATION_NEED_NOT_REFERRED');
    expect(await task('forum-referrals')).toMatchObject({ status: 'IN_PROGRESS' });
    await refer(forum, referredOn({ version: 1 }));
    expect(await task('forum-referrals')).toMatchObject({ status: 'COMPLETE' });
  });
});

describe('any forum', () => {
  test('keeps when and to whom a child was referred, why, and what came of it', async () => {
    expect((await refer('NATIONAL_REFERRAL_MECHANISM', referredOn({ because: ['EXPLOITATION'] }))).body.version).toBe(
      1,
    );
    const { body } = await manager.api.get(`${at}/forum-referrals/NATIONAL_REFERRAL_MECHANISM`);
    expect(body).toMatchObject({
      ...referredOn({ because: ['EXPLOITATION'] }),
      ...{ recordedBy: assessor.id, openedBy: assessor.id, version: 1 },
    });
    expect((await manager.api.get(at)).body.forumReferrals).toMatchObject([{ forum: 'NATIONAL_REFERRAL_MECHANISM' }]);
    expect((await assessor.api.get(`${at}/forum-referrals/EDUCATION`)).body).toEqual({
      forum: 'EDUCATION',
      version: 0,
    });
  });

  test('is one of those that are known, and what is sent is checked field by field', async () => {
    expect((await refer('TEA_PARTY', { referredOn: '2026-11-02' })).status).toBe(404);
    const faults = async (body: object): Promise<string[]> =>
      (await refer('EDUCATION', body)).body.errors.map(({ field }: { field: string }) => field);
    expect(await faults({ because: ['OTHER'] })).toEqual(['referredOn']);
    expect(await faults({ referredOn: '2026-11-02' })).toEqual(['because']);
    expect(await faults({ because: ['WEATHER'], referredOn: '2026-11-02' })).toEqual(['because']);
    expect(await faults({ because: ['OTHER'], referredOn: '2999-01-01' })).toEqual(['referredOn']);
    expect(await faults({ because: ['OTHER'], referredOn: '2026-11-02', resultOn: '2026-11-05' })).toEqual(['result']);
    const early = { because: ['OTHER'], referredOn: '2026-11-02', result: 'Seen', resultOn: '2026-11-01' };
    expect(await faults(early)).toEqual(['resultOn']);
    expect(await faults({ ...early, resultOn: '2999-01-01' })).toEqual(['resultOn']);
    expect(await referrals()).toEqual([]);
  });

  test('is not overwritten from an older page', async () => {
    await refer('EDUCATION', { because: ['OTHER'], referredOn: '2026-11-02' });
    expect((await refer('EDUCATION', { referredOn: '2026-11-03' })).status).toBe(409);
    expect((await refer('EDUCATION', { referredOn: '2026-11-03', version: 1 })).body).toEqual({ version: 2 });
    expect((await refer('HEALTH', { because: ['OTHER'], referredOn: '2026-11-03', version: 1 })).status).toBe(409);
  });

  test('is recorded by those who assess, and read by everybody who reads the case', async () => {
    const chair = await team.as('PANEL_CHAIR');
    expect((await refer('EDUCATION', { because: ['OTHER'], referredOn: '2026-11-02' }, chair)).status).toBe(403);
    expect((await chair.api.get(`${at}/forum-referrals`)).body).toEqual({ items: [], next: null });
    const elsewhere = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: await team.addArea(`Rutland ${caseId}`) });
    expect((await elsewhere.api.get(`${at}/forum-referrals`)).status).toBe(404);
    expect((await refer('EDUCATION', { because: ['OTHER'], referredOn: '2026-11-02' }, elsewhere)).status).toBe(404);
  });

  test('has a page with its form, which comes back as it was typed', async () => {
    const browser = await browserOf(service, team, assessor);
    const page = `/cases/${caseId}/forum-referrals`;
    expect((await browser.get(page)).text).toContain('This child was not referred to another forum.');
    const typed = { because: 'LEARNING_NEED', referredTo: 'Mrs Fennimore', result: '', 'referredOn-day': '31' };
    const wrong = { ...typed, 'referredOn-month': '2', 'referredOn-year': '2026' };
    const refused = await browser.fill(`${page}/SEND_PANEL`, wrong);
    expect([refused.status, refused.text.includes('Mrs Fennimore')]).toEqual([422, true]);
    expect(refused.text).toMatch(/value="LEARNING_NEED" checked/);
    const right = { ...wrong, 'referredOn-month': '10' };
    const saved = await browser.fill(`${page}/SEND_PANEL`, right);
    expect([saved.status, saved.headers.get('location')]).toEqual([303, page]);
    const { text } = await browser.get(page);
    for (const words of ['Referred, result awaited', 'Mrs Fennimore', '31 October 2026']) expect(text).toContain(words);
    expect((await browser.get(`${page}/SEND_PANEL`)).text).not.toContain('Why is the child referred?');
    const reader = await browserOf(service, team, await team.as('PANEL_MEMBER'));
    const read = (await reader.get(page)).text;
    expect([read.includes('Mrs Fennimore'), read.includes(`href="${page}/SEND_PANEL"`)]).toEqual([true, false]);
  });

  test('may answer after the panel has, and before that a change takes the sign-off away', async () => {
    await prepareCase(team, caseId);
    await judge('SAFETY_AND_WELLBEING', 'HIGH', { version: 1 });
    await refer(PANEL, { referredOn: '2026-11-10', version: 1 });
    await signOff(team, caseId);
    await refer('EDUCATION', { because: ['OTHER'], referredOn: '2026-11-10' });
    expect((await manager.api.get(at)).body.state).toBe('PREPARING');
    await signOff(team, caseId);
    const meetingId = await listCase(team, caseId);
    await attend(team, meetingId);
    await recommend(team, caseId);
    const late = { referredOn: '2026-11-10', result: 'A mentor from Monday.', version: 2 };
    expect((await refer(PANEL, late)).status).toBe(200);
    expect((await manager.api.get(at)).body.state).toBe('RECOMMENDED');
    await decide(team, caseId);
    expect(await waiting(manager, 'REFERRALS_ON')).toMatchObject([{ note: 'EDUCATION RESULT_AWAITED' }]);
  });

  test('is read with its result by the manager before signing and by the panel', async () => {
    await prepareCase(team, caseId);
    const words = 'A therapist sees the child at school';
    const managers = await browserOf(service, team, manager);
    expect((await managers.get(`/cases/${caseId}/assessment/sign-off`)).text).toContain(words);
    await signOff(team, caseId);
    const meetingId = await listCase(team, caseId);
    const chair = await team.as('PANEL_CHAIR');
    const browser = await browserOf(service, team, chair);
    expect((await browser.get(`/cases/${caseId}/recommendation`)).text).toContain(words);
    expect((await browser.get(`/meetings/${meetingId}/pack`)).text).toContain(words);
    const { cases } = (await chair.api.get(`/api/meetings/${meetingId}/pack`)).body;
    expect(cases[0].referrals).toMatchObject([{ forum: 'SEND_PANEL', result: expect.stringContaining(words) }]);
  });
});

test('the first address of the referral still answers, and writes to the same record', async () => {
  const page = `${at}/case-management-referral`;
  expect((await assessor.api.get(page)).body).toEqual({ referredOn: null, result: null, version: 0 });
  expect((await assessor.api.put(page, { referredOn: '2999-01-01' })).body.errors[0].field).toBe('referredOn');
  expect((await assessor.api.put(page, { referredOn: '2026-10-05', result: 'Weekly contact' })).status).toBe(200);
  const kept = { referredOn: '2026-10-05', result: 'Weekly contact', version: 1 };
  expect((await assessor.api.get(page)).body).toEqual(kept);
  expect(await referrals()).toMatchObject([{ forum: PANEL, because: ['OTHER'], resultOn: '2026-11-23', ...kept }]);
  await judge('SAFETY_AND_WELLBEING', 'HIGH');
  await assessor.api.put(page, { referredOn: '2026-11-05', version: 1 });
  expect(await referrals()).toMatchObject([{ because: ['SAFETY_AND_WELLBEING'], referredOn: '2026-11-05' }, kept]);
});
