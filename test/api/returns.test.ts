import { allMet, prepareCase } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let manager: Colleague;
let caseId: string;
let at: string;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [assessor, manager] = [await team.as('YJS_ASSESSOR'), await team.as('PANEL_TEAM_MANAGER')];
});
beforeEach(async () => {
  ({ caseId } = await referCase(team));
  at = `/cases/${caseId}/assessment`;
  await prepareCase(team, caseId);
});
afterAll(() => service.stop());

const FAMILY = 'Nothing says what her uncle’s return means for her.';
const VOICE = 'Her own words stop in the middle.';
const ANSWER = 'Asked her again on Monday; her words are now whole.';

const sendBack = (reasons: unknown) => manager.api.post(`/api${at}/return`, { reasons });
const twoReasons = () =>
  sendBack([
    { section: 'family', reason: FAMILY },
    { section: 'voices/child', reason: VOICE },
  ]);
const returns = async () => (await assessor.api.get(`/api${at}/returns`)).body.items;
const answerEach = async (answer = ANSWER): Promise<void> => {
  const [{ reasons }] = await returns();
  for (const { id } of reasons) await assessor.api.put(`/api${at}/returns/${id}/answer`, { answer });
};

test('a reason about the whole, sent as text, is answered by the note on what was changed', async () => {
  expect((await sendBack('Who does what?')).status).toBe(200);
  const silent = await assessor.api.post(`/api${at}/submission`, {});
  expect([silent.status, silent.body.errors.map(({ field }: { field: string }) => field)]).toEqual([
    400,
    ['changeNote'],
  ]);
  expect((await assessor.api.post(`/api${at}/submission`, { changeNote: 'Named them.' })).status).toBe(200);
  expect(await returns()).toMatchObject([
    {
      submittedAgainAt: expect.any(String),
      reasons: [{ section: null, reason: 'Who does what?', answer: 'Named them.' }],
    },
  ]);
  const { body } = await assessor.api.get(`/api${at}`);
  expect(body).toMatchObject({ returnReasons: 'Who does what?', changeNote: 'Named them.' });
});

test('each reason tied to a section is answered by its author before the assessment is submitted again', async () => {
  expect((await twoReasons()).status).toBe(200);
  const [{ reasons }] = await returns();
  const silent = await assessor.api.post(`/api${at}/submission`, { changeNote: 'All done.' });
  expect(silent.status).toBe(400);
  expect(silent.body.errors.map(({ field }: { field: string }) => field)).toEqual(
    reasons.map(({ id }: { id: string }) => `returns.${id}`),
  );
  const empty = await assessor.api.put(`/api${at}/returns/${reasons[0].id}/answer`, { answer: ' ' });
  expect([empty.status, empty.body.errors[0].field]).toEqual([400, 'answer']);
  await answerEach();
  expect((await assessor.api.post(`/api${at}/submission`, {})).status).toBe(200);
  const late = await assessor.api.put(`/api${at}/returns/${reasons[0].id}/answer`, { answer: 'More', version: 2 });
  expect(late.status).toBe(409);
});

test('an answer is changed from the version that was shown, and only in its own case and by who may assess', async () => {
  await twoReasons();
  const [{ reasons }] = await returns();
  const path = `/api${at}/returns/${reasons[0].id}/answer`;
  expect((await assessor.api.put(path, { answer: ANSWER })).body).toEqual({ version: 2 });
  expect((await assessor.api.put(path, { answer: 'Again' })).status).toBe(409);
  expect((await assessor.api.put(path, { answer: 'Again', version: 2 })).body).toEqual({ version: 3 });
  const other = await referCase(team);
  const elsewhere = path.replace(caseId, other.caseId);
  expect((await assessor.api.put(elsewhere, { answer: 'X', version: 3 })).status).toBe(404);
  expect((await (await team.as('PANEL_CHAIR')).api.put(path, { answer: 'X', version: 3 })).status).toBe(403);
});

test('a section that is not of this case, no reason and no list at all are refused beside their fields', async () => {
  const strange = await sendBack([
    { section: 'family', reason: 'Why?' },
    { section: 'shoes', reason: 'Why?' },
  ]);
  expect([strange.status, strange.body.errors[0].field]).toEqual([400, 'reasons[1].section']);
  const silent = await sendBack([{ section: 'family', reason: '' }]);
  expect([silent.status, silent.body.errors[0].field]).toEqual([400, 'reasons[0].reason']);
  for (const none of [[], '', undefined, 7, {}, [null]]) expect((await sendBack(none)).status).toBe(400);
});

test('what was sent back is marked on the overview, on the case page and on the section itself', async () => {
  await twoReasons();
  const browser = await browserOf(service, team, assessor);
  const overview = (await browser.get(at)).text;
  expect(overview).toContain(`Sent back: ${FAMILY}`);
  expect(overview).toContain(`Sent back: ${VOICE}`);
  const page = (await browser.get(`/cases/${caseId}`)).text;
  expect(page).toContain(`Sent back: ${VOICE}`);
  expect(page).toContain(FAMILY);
  const section = (await browser.get(`${at}/family`)).text;
  expect(section).toContain('Sent back by the manager');
  expect(section).toContain(FAMILY);
  expect(section).not.toContain(VOICE);
  expect((await browser.get(`/cases/${caseId}/voices/child`)).text).toContain(VOICE);
  const { body } = await assessor.api.get(`/api/cases/${caseId}`);
  expect(body.sentBack.map(({ section: one }: { section: string }) => one).toSorted()).toEqual([
    'family',
    'voices/child',
  ]);
});

test('on pages a reason a row is sent, answered from the section, and read side by side at the next sign-off', async () => {
  const managers = await browserOf(service, team, manager);
  const browser = await browserOf(service, team, assessor);
  const rows = {
    ...{ 'reasons[0][section]': 'family', 'reasons[0][reason]': FAMILY },
    ...{ 'reasons[1][section]': 'voices/child' },
  };
  const half = await managers.fill(`${at}/return`, rows);
  expect([half.status, half.text.includes(FAMILY)]).toEqual([422, true]);
  const sent = await managers.fill(`${at}/return`, { ...rows, 'reasons[1][reason]': VOICE });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, at]);
  for (const section of [`${at}/family`, `/cases/${caseId}/voices/child`]) {
    const { text } = await browser.get(section);
    const [, href = ''] = /href="([^"]+assessment\/returns\/[^"]+)"/.exec(text) ?? [];
    const silent = await browser.fill(href, { answer: '' });
    expect([silent.status, silent.text.includes('what you changed, or why not')]).toEqual([422, true]);
    const answered = await browser.fill(href, { answer: `${ANSWER} (${section})` });
    expect([answered.status, answered.headers.get('location')]).toEqual([303, at]);
  }
  expect((await browser.get(`${at}/submission`)).text).toContain(ANSWER);
  expect((await browser.fill(`${at}/submission`, {})).status).toBe(303);
  const whole = (await managers.get(`${at}/sign-off`)).text;
  for (const words of [FAMILY, VOICE, `${ANSWER} (${at}/family)`]) expect(whole).toContain(words);
});

test('the history of every return is kept, on the page and in the API, and a removed sign-off with it', async () => {
  await twoReasons();
  await answerEach();
  await assessor.api.post(`/api${at}/submission`, {});
  await sendBack('The plan names nobody.');
  await assessor.api.post(`/api${at}/submission`, { changeNote: 'Named them.' });
  await manager.api.post(`/api${at}/sign-off`, { criteria: allMet() });
  const items = await returns();
  expect(items.map(({ reasons }: { reasons: object[] }) => reasons.length)).toEqual([1, 2]);
  const { text } = await (await browserOf(service, team, await team.as('PANEL_CHAIR'))).get(`${at}/returns`);
  for (const words of [FAMILY, VOICE, ANSWER, 'The plan names nobody.', 'Named them.', 'Signed off by']) {
    expect(text).toContain(words);
  }
});

test('the trail says which sections were sent back and answered, and nobody’s words', async () => {
  await twoReasons();
  await answerEach();
  const trail: { type: string; details: string }[] = await service.read.source.query(
    `select t.type, t.details from trail_entries t where t."subjectId" = $1`,
    [caseId],
  );
  const told = (type: string) => trail.filter((one) => one.type === type).map(({ details }) => details);
  expect(told('ASSESSMENT_RETURNED')).toEqual(['{"sections":["family","voices/child"]}']);
  expect(told('RETURN_ANSWERED')).toEqual(['{"section":"family"}', '{"section":"voices/child"}']);
});
