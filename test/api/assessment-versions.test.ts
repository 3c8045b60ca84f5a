import { assess, completeAnswers, fact, set } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { hiddenFields, type PageClient } from '../support/clients.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let manager: Colleague;
let browser: PageClient;
let managers: PageClient;
let caseId: string;
let at: string;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [assessor, manager] = [await team.as('YJS_ASSESSOR'), await team.as('PANEL_TEAM_MANAGER')];
  [browser, managers] = [await browserOf(service, team, assessor), await browserOf(service, team, manager)];
});
beforeEach(async () => {
  ({ caseId } = await referCase(team));
  at = `/api/cases/${caseId}/assessment`;
});
afterAll(() => service.stop());

const save = (answers: object, version: number, by = assessor) =>
  by.api.put(`${at}/answers`, { set, answers, version });

test('every saving is kept: who, when, with which set, and the answers as they stood', async () => {
  await save({ 'family-known': [fact('Lives with an aunt.')] }, 0);
  await save({ 'family-known': [fact('Lives with an uncle.')], 'family-meaning': 'Steady.' }, 1, manager);
  const { body } = await assessor.api.get(`${at}/versions`);
  expect(body.items).toMatchObject([
    { number: 2, status: 'DRAFT', savedBy: manager.id, set },
    { number: 1, status: 'DRAFT', savedBy: assessor.id, set },
  ]);
  const { body: first } = await assessor.api.get(`${at}/versions/1`);
  expect(first).toMatchObject({ number: 1, answers: { 'family-known': [fact('Lives with an aunt.')] } });
  expect(first.questions.map(({ id }: { id: string }) => id)).toContain('family-known');
  const { body: changes } = await assessor.api.get(`${at}/versions/2/changes?since=1`);
  const changed = changes.questions.filter(({ isChanged }: { isChanged: boolean }) => isChanged);
  expect(changed).toEqual([
    {
      ...{ id: 'family-known', page: 'family', isChanged: true, askedBefore: null },
      ask: 'What is known about the child’s family and who cares for them',
      before: [fact('Lives with an aunt.')],
      after: [fact('Lives with an uncle.')],
    },
    expect.objectContaining({ id: 'family-meaning', before: null, after: 'Steady.' }),
  ]);
});

test.each(['0', '3', '-1', 'one', '1.5', '99999999999999'])(
  'a version %s that is not there is not found',
  async (number) => {
    await save({ 'family-meaning': 'Steady.' }, 0);
    expect((await assessor.api.get(`${at}/versions/${number}`)).status).toBe(404);
  },
);

test.each(['', '?since=x', '?since=0', '?since=99999999999'])('a comparison with “%s” is refused', async (query) => {
  await save({ 'family-meaning': 'Steady.' }, 0);
  expect((await assessor.api.get(`${at}/versions/1/changes${query}`)).status).toBe(400);
});

test('whoever reads the case reads its versions, and nobody else does', async () => {
  await save({ 'family-meaning': 'Steady.' }, 0);
  const chair = await team.as('PANEL_CHAIR');
  expect((await chair.api.get(`${at}/versions/1`)).status).toBe(200);
  const partner = await team.as('PARTNER_CONTRIBUTOR');
  expect((await partner.api.get(`${at}/versions`)).status).toBe(403);
  const stranger = await team.hire(['YJS_ASSESSOR'], { areaId: await team.addArea('Rutland') });
  for (const rest of ['versions', 'versions/1', 'versions/1/changes?since=1']) {
    expect((await stranger.api.get(`${at}/${rest}`)).status).toBe(404);
  }
});

test('on pages the versions are listed, each is shown as asked, and any two stand beside each other', async () => {
  await save({ 'family-known': [fact('Lives with an aunt.')], 'care-status': 'NOT_IN_CARE' }, 0);
  await save({ 'family-known': [fact('Lives with an uncle.')] }, 1, manager);
  const page = `/cases/${caseId}/assessment`;
  expect((await browser.get(page)).text).toContain(`${page}/versions`);
  const list = (await browser.get(`${page}/versions`)).text;
  expect([list.includes('Version 2'), list.includes('Version 1'), list.includes('questions of December 2026')]).toEqual(
    [...[true, true, true]],
  );
  const first = (await browser.get(`${page}/versions/1`)).text;
  expect([first.includes('an aunt'), first.includes('an uncle'), first.includes('Not analysed')]).toEqual([
    ...[true, false, true],
  ]);
  const both = (await browser.get(`${page}/versions/comparison?one=2&other=1`)).text;
  for (const words of [
    'Version 1 beside version 2',
    'Answers that differ: 1',
    'an aunt',
    'an uncle',
    ', unchanged: ',
  ]) {
    expect(both).toContain(words);
  }
  for (const query of ['', '?one=1', '?one=x&other=2']) {
    expect([400, 422]).toContain((await browser.get(`${page}/versions/comparison${query}`)).status);
  }
  expect((await browser.get(`${page}/versions/comparison?one=1&other=9`)).status).toBe(404);
});

test('the version that was handed in is marked', async () => {
  await assess(team, caseId);
  const list = (await managers.get(`/cases/${caseId}/assessment/versions`)).text;
  expect(list).toContain('Handed in');
});

describe('two people at the same time', () => {
  const page = (slug: string): string => `/cases/${caseId}/assessment/${slug}`;
  const shown = async (slug: string) => hiddenFields((await browser.get(page(slug))).text);

  test('on different pages are both kept', async () => {
    const mine = await shown('exit-plan');
    await managers.fill(page('circumstances'), { 'strengths-meaning': 'The manager’s words' });
    const saved = await browser.post(page('exit-plan'), { ...mine, 'exit-meaning': 'My words' });
    expect(saved.status).toBe(303);
    const { body } = await assessor.api.get(at);
    expect(body.answers).toEqual({ 'strengths-meaning': 'The manager’s words', 'exit-meaning': 'My words' });
    expect(body.version).toBe(2);
  });

  test('on one page but different questions are both kept', async () => {
    await save({ 'strengths-meaning': 'First', 'circumstances-meaning': 'First' }, 0);
    const mine = await shown('circumstances');
    const theirs = { 'strengths-meaning': 'Theirs', 'circumstances-meaning': 'First' };
    await managers.fill(page('circumstances'), theirs);
    const saved = await browser.post(page('circumstances'), {
      ...{ ...mine, 'strengths-meaning': 'First', 'circumstances-meaning': 'Mine' },
    });
    expect(saved.status).toBe(303);
    const { body } = await assessor.api.get(at);
    expect(body.answers).toEqual({ 'strengths-meaning': 'Theirs', 'circumstances-meaning': 'Mine' });
  });

  test('on the same answer: the second is shown both, and nothing is overwritten', async () => {
    const mine = await shown('circumstances');
    await managers.fill(page('circumstances'), { 'strengths-known[0][what]': 'Theirs' });
    const refused = await browser.post(page('circumstances'), { ...mine, 'strengths-known[0][what]': 'Mine' });
    expect([refused.status, refused.text.includes('Theirs'), refused.text.includes('Mine')]).toEqual([409, true, true]);
    expect((await assessor.api.get(at)).body.version).toBe(1);
  });

  test('an answer whose question the other has closed is not lost without a word', async () => {
    const considered = { 'exploitation-considered': 'YES' };
    await save(considered, 0);
    const mine = await shown('exploitation');
    await managers.fill(page('exploitation'), { 'exploitation-considered': 'NO' });
    const refused = await browser.post(page('exploitation'), { ...mine, ...considered, 'exploitation-looked': 'Mine' });
    expect([refused.status, refused.text.includes('Mine')]).toEqual([409, true]);
  });

  test('a page shown before it was handed in does not take it back unseen', async () => {
    await save(completeAnswers(), 0);
    const mine = await shown('circumstances');
    expect((await assessor.api.post(`${at}/submission`)).status).toBe(200);
    const refused = await browser.post(page('circumstances'), { ...mine, 'strengths-meaning': 'Late' });
    expect(refused.status).toBe(409);
    expect((await assessor.api.get(at)).body.status).toBe('SUBMITTED');
  });

  test('a version that nobody was ever shown is stale', async () => {
    await save({ 'exit-meaning': 'First' }, 0);
    const mine = await shown('circumstances');
    const refused = await browser.post(page('circumstances'), { ...mine, version: '7', 'strengths-meaning': 'Late' });
    expect(refused.status).toBe(409);
  });

  test('by the API each writes from the version they were shown, or is told', async () => {
    await save({ 'exit-meaning': 'First' }, 0);
    const { status, body } = await save({ 'strengths-meaning': 'Second' }, 0, manager);
    expect([status, body.code]).toEqual([409, 'STALE_VERSION']);
  });
});
