import { allMet, judgementOf, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf } from '../support/clients.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let manager: Colleague;
let caseId: string;
let at: string;

const judgements = ['SAFETY_AND_WELLBEING', 'RISK_OF_SERIOUS_HARM', 'LIKELIHOOD_OF_REOFFENDING'] as const;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service, 'Leicester City', { YJS_ASSESSOR: 'Priya Larkfield' });
  [assessor, manager] = [await team.as('YJS_ASSESSOR'), await team.as('PANEL_TEAM_MANAGER')];
});
beforeEach(async () => {
  ({ caseId } = await referCase(team));
  at = `/api/cases/${caseId}`;
});
afterAll(() => service.stop());

const judge = (judgement: string, level: string, more: object = {}, by = assessor) =>
  by.api.put(`${at}/judgements/${judgement}`, judgementOf(level, more));

test('a judgement keeps its level apart from its analysis, and is replaced only from the version that was shown', async () => {
  const page = `${at}/judgements/RISK_OF_SERIOUS_HARM`;
  expect((await assessor.api.get(page)).body).toEqual({ judgement: 'RISK_OF_SERIOUS_HARM', version: 0, earlier: [] });
  expect((await assessor.api.put(page, { level: 'HIGH' })).body).toEqual({ version: 1 });
  expect((await assessor.api.put(page, judgementOf('LOW'))).status).toBe(409);
  expect((await assessor.api.put(page, judgementOf('MEDIUM', { version: 1 }))).body).toEqual({ version: 2 });
  const { body } = await assessor.api.get(page);
  expect(body).toMatchObject({ level: 'MEDIUM', who: 'Other pupils on the way home.', version: 2 });
});

test('a judgement that does not exist is not there, and a level that does not exist is refused', async () => {
  expect((await assessor.api.put(`${at}/judgements/LUCK`, { level: 'LOW' })).status).toBe(404);
  const { status, body } = await assessor.api.put(`${at}/judgements/SAFETY_AND_WELLBEING`, { level: 'FINE', mood: 1 });
  expect([status, body.errors.map(({ field }: { field: string }) => field).sort()]).toEqual([400, ['level', 'mood']]);
});

test.each(judgements)('no level of %s is chosen beforehand, and none is taken for one', async (judgement) => {
  const browser = await browserOf(service, team, assessor);
  const page = `/cases/${caseId}/judgements/${judgement}`;
  const { text } = await browser.get(page);
  expect(text).not.toContain(' checked');
  expect(text.match(/type="radio"/g)).toHaveLength(5);
  const blank = await browser.fill(page, { reasoning: 'Written, and no level chosen.' });
  expect([blank.status, blank.text.includes('Select a level')]).toEqual([422, true]);
  expect(blank.text).toContain('Written, and no level chosen.');
  for (const level of [undefined, '', null]) {
    const { status, body } = await assessor.api.put(`${at}/judgements/${judgement}`, { level, reasoning: 'r' });
    expect([status, body.errors[0].field]).toEqual([400, 'level']);
  }
  expect((await assessor.api.get(`${at}/judgements/${judgement}`)).body.version).toBe(0);
});

test('what each level means stands beside the choice, and on the page of the rules with its source', async () => {
  const browser = await browserOf(service, team, assessor);
  const { text } = await browser.get(`/cases/${caseId}/judgements/RISK_OF_SERIOUS_HARM`);
  expect(text).toContain('It could happen at any time and would be grave.');
  const rules = (await browser.get('/rules')).text;
  for (const words of [
    'safeguarding has to act at once',
    'Youth Justice Board guidance on levels of risk',
    'SEND panel',
  ]) {
    expect(rules).toContain(words);
  }
});

describe('"not assessed"', () => {
  test.each([
    ['SAFETY_AND_WELLBEING', 'SAFETY_NOT_RATED', 'STOP'],
    ['RISK_OF_SERIOUS_HARM', 'HARM_NOT_RATED', 'STOP'],
    ['LIKELIHOOD_OF_REOFFENDING', 'LIKELIHOOD_NOT_RATED', 'OVERRIDE'],
  ])('of %s keeps %s shut, on the page and by the API', async (judgement, code, severity) => {
    await prepareCase(team, caseId);
    const browser = await browserOf(service, team, assessor);
    await browser.fill(`/cases/${caseId}/judgements/${judgement}`, {
      ...(judgementOf('NOT_ASSESSED') as Record<string, string>),
    });
    await assessor.api.post(`${at}/assessment/submission`, { changeNote: 'None' });
    const { blockers } = (await manager.api.get(`${at}/readiness?for=SIGN_OFF`)).body;
    expect(blockers).toContainEqual({
      ...{ code, severity, message: expect.any(String) },
      mend: `/cases/${caseId}/judgements/${judgement}`,
    });
    const unsigned = await manager.api.post(`${at}/assessment/sign-off`, {});
    expect([unsigned.status, codesOf(unsigned)]).toEqual([409, expect.arrayContaining([code])]);
    const overrides = [{ code, reason: 'We cannot wait any longer for it.' }];
    const overridden = await manager.api.post(`${at}/assessment/sign-off`, { overrides, criteria: allMet() });
    expect(overridden.status).toBe(severity === 'STOP' ? 409 : 200);
  });

  test('is what an imported case begins with: a file cannot bring a level', async () => {
    const head = 'givenName,familyName,level,SAFETY_AND_WELLBEING';
    const file = `${head}\nTamsin,Marchbank,LOW,LOW\n`;
    const { status, body } = await manager.api.post(
      `/api/referral-imports?dryRun=true&panelAreaId=${team.areaId}`,
      file,
      {
        'content-type': 'text/csv',
      },
    );
    const columns = (body.errors ?? []).map(({ column, field }: Record<string, string>) => column ?? field);
    expect([status, columns]).toEqual([expect.any(Number), expect.arrayContaining(['level', 'SAFETY_AND_WELLBEING'])]);
  });
});

describe('who judged what and when', () => {
  test('is on record for the judgement that stands and for every earlier one', async () => {
    await judge('SAFETY_AND_WELLBEING', 'HIGH', { reasoning: 'Debts to people who threaten him.' });
    service.clock.ahead += 60_000;
    const lowered = { reasoning: 'The debts are paid and he moved to his aunt.', version: 1 };
    expect((await judge('SAFETY_AND_WELLBEING', 'MEDIUM', lowered, manager)).status).toBe(200);
    const { body } = await assessor.api.get(`${at}/judgements/SAFETY_AND_WELLBEING`);
    expect(body).toMatchObject({ level: 'MEDIUM', recordedBy: manager.id, version: 2 });
    expect(body.earlier).toMatchObject([
      {
        ...{ level: 'HIGH', reasoning: 'Debts to people who threaten him.', recordedBy: assessor.id, version: 1 },
        ...{ recordedByName: 'Priya Larkfield', who: 'Other pupils on the way home.' },
      },
    ]);
    expect(body.earlier[0].recordedAt < body.recordedAt).toBe(true);
    const { items } = (await manager.api.get(`${at}/judgements`)).body;
    expect(items.map(({ earlier }: { earlier: object[] }) => earlier.length)).toEqual([1, 0, 0]);
  });

  test('is read on the judgement’s page, and by a panel member who cannot judge', async () => {
    await judge('SAFETY_AND_WELLBEING', 'HIGH', { reasoning: 'Debts to people who threaten him.' });
    await judge('SAFETY_AND_WELLBEING', 'LOW', { reasoning: 'The debts are paid.', version: 1 });
    const browser = await browserOf(service, team, assessor);
    const { text } = await browser.get(`/cases/${caseId}/judgements/SAFETY_AND_WELLBEING`);
    for (const words of [
      'Low, given by Priya Larkfield',
      'As it was judged before',
      'Debts to people who threaten him.',
    ]) {
      expect(text).toContain(words);
    }
    const member = await browserOf(service, team, await team.as('PANEL_MEMBER'));
    expect((await member.get(`/cases/${caseId}/judgements/SAFETY_AND_WELLBEING`)).status).toBe(403);
    const all = await member.get(`/cases/${caseId}/judgements`);
    expect([all.status, all.text.includes('Debts to people who threaten him.')]).toEqual([200, true]);
    expect((await member.get(`/cases/${caseId}`)).text).toContain(`href="/cases/${caseId}/judgements"`);
  });

  test('is what manager and panel read, with what is not written said to be missing', async () => {
    await prepareCase(team, caseId);
    await judge('RISK_OF_SERIOUS_HARM', 'HIGH', { version: 1 });
    await judge('RISK_OF_SERIOUS_HARM', 'LOW', { version: 2, reasoning: 'The knife was found to be a toy.', who: '' });
    const managers = await browserOf(service, team, manager);
    const { text } = await managers.get(`/cases/${caseId}/assessment/sign-off`);
    for (const words of ['The knife was found to be a toy.', 'Not written', 'Given by', 'High: Priya Larkfield']) {
      expect(text).toContain(words);
    }
  });
});

describe('a lower level', () => {
  test.each(judgements)('of %s needs its reasoning anew', async (judgement) => {
    await judge(judgement, 'HIGH');
    const same = await judge(judgement, 'MEDIUM', { version: 1 });
    expect([same.status, same.body.errors]).toEqual([
      400,
      [{ field: 'reasoning', message: expect.stringContaining('lower than the last') }],
    ]);
    const { reasoning } = judgementOf() as { reasoning: string };
    for (const words of ['', ' ', `  ${reasoning.toUpperCase().replace('.', ' !')} `]) {
      expect((await judge(judgement, 'MEDIUM', { version: 1, reasoning: words })).status).toBe(400);
    }
    expect((await judge(judgement, 'MEDIUM', { version: 1, reasoning: 'He moved away.' })).status).toBe(200);
    expect((await judge(judgement, 'VERY_HIGH', { version: 2, reasoning: 'He moved away.' })).status).toBe(200);
  });

  test('is still lower when nobody could say in between', async () => {
    await judge('RISK_OF_SERIOUS_HARM', 'VERY_HIGH');
    expect((await judge('RISK_OF_SERIOUS_HARM', 'NOT_ASSESSED', { version: 1 })).status).toBe(200);
    expect((await judge('RISK_OF_SERIOUS_HARM', 'LOW', { version: 2 })).status).toBe(400);
    expect((await judge('RISK_OF_SERIOUS_HARM', 'LOW', { version: 2, reasoning: 'A mistake of ours.' })).status).toBe(
      200,
    );
  });

  test('is refused beside its field on the page, with everything that was typed still there', async () => {
    await judge('SAFETY_AND_WELLBEING', 'HIGH');
    const browser = await browserOf(service, team, assessor);
    const page = `/cases/${caseId}/judgements/SAFETY_AND_WELLBEING`;
    const typed = judgementOf('LOW', { controls: 'Typed on the page.' }) as Record<string, string>;
    const { status, text } = await browser.fill(page, typed);
    expect([status, text.includes('href="#reasoning"'), text.includes('Typed on the page.')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(text).toMatch(/value="LOW" checked/);
  });
});

test('the tasks of the case page and of the assessment ask for all three, and say what is left open', async () => {
  await manager.api.post(`${at}/acceptance`);
  await judge('LIKELIHOOD_OF_REOFFENDING', 'LOW', { who: '', controls: '' });
  const { preparation } = (await assessor.api.get(at)).body;
  type TaskShown = { page: string; status: string; why: string | null };
  const task = (page: string): TaskShown =>
    preparation.flatMap(({ tasks }: { tasks: TaskShown[] }) => tasks).find((one: TaskShown) => one.page === page);
  expect(task('judgements/LIKELIHOOD_OF_REOFFENDING')).toMatchObject({
    status: 'IN_PROGRESS',
    why: expect.stringMatching(/what already helps the child.*Likelihood of reoffending: who/),
  });
  expect(task('judgements/SAFETY_AND_WELLBEING')).toMatchObject({ status: 'NOT_STARTED' });
  const browser = await browserOf(service, team, assessor);
  const { text } = await browser.get(`/cases/${caseId}/assessment`);
  expect(text).toContain('The likelihood of reoffending needs the reasoning for its level and what already helps');
});

test('a sign-off goes when a judgement changes, and from the recommendation on none can', async () => {
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await judge('SAFETY_AND_WELLBEING', 'MEDIUM', { version: 1 });
  expect((await manager.api.get(at)).body).toMatchObject({ state: 'PREPARING', signedOffBy: null });
});
