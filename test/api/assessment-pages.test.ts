import { criteriaOnPage, prepareCase } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { hiddenFields, type PageClient } from '../support/clients.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let browser: PageClient;
let managers: PageClient;
let caseId: string;
let childId: string;
let at: string;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  assessor = await team.as('YJS_ASSESSOR');
  browser = await browserOf(service, team, assessor);
  managers = await browserOf(service, team, await team.as('PANEL_TEAM_MANAGER'));
});
beforeEach(async () => {
  ({ caseId, childId } = await referCase(team));
  at = `/cases/${caseId}`;
});
afterAll(() => service.stop());

const show = async (client: PageClient, path: string): Promise<string> => {
  const { status, text } = await client.get(path);
  expect([path, status]).toEqual([path, 200]);
  return text;
};

test('the overview shows every page of the set, the judgements and the voices, each with its status', async () => {
  const text = await show(browser, `${at}/assessment`);
  for (const words of ['The child’s life now', 'When the work ends', 'Safety and wellbeing', 'The child’s voice']) {
    expect(text).toContain(words);
  }
  expect(text).toContain('Not started');
  expect(text).not.toContain('Submit the assessment');
});

test('a page is saved with gaps, leads to the next open page, and is marked where facts stand without meaning', async () => {
  const page = `${at}/assessment/circumstances`;
  const known = { 'strengths-known[0][what]': 'Plays the drums.' };
  const saved = await browser.fill(page, { 'care-status': 'CARE_ORDER', ...known });
  expect([saved.status, saved.headers.get('location')]).toEqual([303, `${at}/assessment/education-and-health`]);
  expect(await show(browser, page)).toContain('Plays the drums.');
  expect(await show(browser, `${at}/assessment`)).toContain('Not analysed');
  const back = await browser.post(`${page}?then=back`, {
    ...hiddenFields(await show(browser, page)),
    'care-status': 'CARE_ORDER',
  });
  expect(back.headers.get('location')).toBe(`${at}/assessment`);
  expect((await assessor.api.get(`/api${at}/assessment`)).body.answers).toEqual({ 'care-status': 'CARE_ORDER' });
});

const dayIn = (field: string, day: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${field}[on-day]`]: date, [`${field}[on-month]`]: month, [`${field}[on-year]`]: year };
};

test('facts are written row by row, each with whom it comes from, when and what it is', async () => {
  const page = `${at}/assessment/family`;
  const [first, second] = ['family-known[0]', 'family-known[1]'];
  const rows = {
    ...{ [`${first}[what]`]: 'Lives with an aunt.', [`${first}[from]`]: 'The aunt', [`${first}[kind]`]: 'FACT' },
    ...dayIn(first, '2026-10-01'),
    ...{
      [`${second}[what]`]: 'A man waits outside.',
      [`${second}[from]`]: 'Police',
      [`${second}[kind]`]: 'INTELLIGENCE',
    },
    ...dayIn(second, '2026-10-02'),
    ...{ [`${second}[source-grade]`]: '2', [`${second}[information-grade]`]: 'C', [`${second}[handling]`]: 'P' },
  };
  const more = await browser.fill(page, { ...rows, _add: 'family-known' });
  expect([more.status, more.text.includes('Fact 3'), more.text.includes('A man waits outside.')]).toEqual([
    200,
    true,
    true,
  ]);
  const less = await browser.fill(page, { ...rows, _remove: 'family-known.0' });
  expect([less.status, less.text.includes('an aunt'), less.text.includes('A man waits')]).toEqual([200, false, true]);
  expect((await assessor.api.get(`/api${at}/assessment`)).body.version).toBe(0);

  const wrong = await browser.fill(page, { ...rows, [`${second}[on-day]`]: '31', [`${second}[on-month]`]: '2' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain(
    'href="#family-known-1-on-day">The date it was said or recorded must be a real date (fact 2)',
  );
  expect((await browser.fill(page, rows)).status).toBe(303);
  const check = await show(browser, `${at}/assessment/check`);
  expect(check).toContain('• Lives with an aunt. (The aunt; 1 October 2026; Fact)');
  expect(check).toContain('Intelligence; 2: Untested; C: Known indirectly; P: May be shared lawfully)');
  expect(check).toContain('Not analysed');
  const { body } = await assessor.api.get(`/api${at}/assessment`);
  expect(body.answers['family-known'][0]).toEqual({
    ...{ what: 'Lives with an aunt.', from: 'The aunt', on: '2026-10-01', kind: 'FACT' },
  });
});

test('facts that nobody has analysed are marked for the manager until they are', async () => {
  const page = `${at}/assessment/family`;
  const known = { 'family-known[0][what]': 'Lives with an aunt.' };
  await browser.fill(page, known);
  expect(await show(managers, `${at}/assessment/sign-off`)).toContain('Not analysed');
  await browser.fill(page, { ...known, 'family-meaning': 'She holds the family together.' });
  expect(await show(managers, `${at}/assessment/sign-off`)).not.toContain('Not analysed');
});

test('“none of these” is not taken beside a sign, and both stay ticked for the worker to choose', async () => {
  const page = `${at}/assessment/communication`;
  const { status, text } = await browser.fill(page, { 'communication-signs': ['AGREES', 'NONE'] });
  expect([status, text.includes('Select “None of these” alone')]).toEqual([422, true]);
});

test('an answer that does not fit is named beside its question, and what was typed stays', async () => {
  const long = 'x'.repeat(4001);
  const { status, text } = await browser.fill(`${at}/assessment/circumstances`, { 'strengths-meaning': long });
  expect(status).toBe(422);
  expect(text).toContain('must be 4,000 characters or less');
  expect(text).toContain(long);
});

test('of two people on the same page the second is shown both texts and nothing is overwritten', async () => {
  const page = `${at}/assessment/circumstances`;
  const mine = hiddenFields(await show(browser, page));
  await managers.fill(page, { 'strengths-meaning': 'The manager’s words' });
  const { status, text } = await browser.post(page, { ...mine, 'strengths-meaning': 'My words' });
  expect(status).toBe(409);
  expect(text).toContain('The manager’s words');
  expect(text).toContain('My words');
});

test('a page that is not in the set is not there', async () => {
  expect((await browser.get(`${at}/assessment/favourite-colours`)).status).toBe(404);
});

test('a judgement, the identity and the referral are written on their pages', async () => {
  const judged = await browser.fill(`${at}/judgements/SAFETY_AND_WELLBEING`, { level: 'HIGH', reasoning: 'Debts.' });
  expect([judged.status, judged.headers.get('location')]).toEqual([303, `${at}/assessment`]);
  expect(await show(browser, `${at}/judgements/SAFETY_AND_WELLBEING`)).toContain('Debts.');
  expect(await show(browser, `${at}/assessment`)).toContain('needs the reasoning for its level and the controls');
  const unlevelled = await browser.fill(`${at}/judgements/RISK_OF_SERIOUS_HARM`, { reasoning: 'Kept' });
  expect([unlevelled.status, unlevelled.text.includes('Select a level')]).toEqual([422, true]);
  expect(unlevelled.text).toContain('Kept');
  await show(browser, `${at}/identity`);
  const said = {
    ...{ 'ethnicity[code]': 'M1', 'ethnicity[scheme]': 'CENSUS_2021', 'ethnicity[source]': 'SELF' },
    consideration: 'She says teachers take her for older.',
  };
  expect((await browser.fill(`${at}/identity`, said)).status).toBe(303);
  const { body } = await assessor.api.get(`/api${at}/identity`);
  expect(body).toMatchObject({ ethnicity: { code: 'M1' }, consideration: said.consideration });
  const referred = { 'referredOn-day': '5', 'referredOn-month': '10', 'referredOn-year': '2026' };
  const moved = await browser.get(`${at}/case-management-referral`);
  const page = `${at}/forum-referrals/CASE_MANAGEMENT_AND_DIVERSITY_PANEL`;
  expect([moved.status, moved.headers.get('location')]).toEqual([308, page]);
  expect(await show(browser, page)).toContain('Opened because: Safety and wellbeing was judged high or very high');
  expect((await browser.fill(page, referred)).status).toBe(303);
  expect(await show(browser, page)).toContain('value="2026"');
});

test('a voice that was not heard is recorded with what was tried, and a manager agrees on a page', async () => {
  const tried = {
    ...{ 'on-day': '1', 'on-month': '10', 'on-year': '2026' },
    ...{ way: 'VISIT_HOME', result: 'NO_ANSWER' },
  };
  const page = await show(browser, `${at}/voices/child`);
  expect(page).toContain('in the child’s own words');
  expect(page).not.toContain('There is no parent or carer');
  const bare = await browser.fill(`${at}/voices/child`, { status: 'OBTAINED' });
  expect([bare.status, bare.text.includes('Enter who listened')]).toEqual([422, true]);
  const notHeard = { status: 'NOT_OBTAINED', reason: 'Missing since Friday.' };
  expect((await browser.fill(`${at}/voices/child`, notHeard)).status).toBe(303);
  expect((await browser.fill(`${at}/voices/child/attempts`, tried)).status).toBe(303);
  expect((await browser.get(`${at}/voices/child/approval`)).status).toBe(403);
  expect(await show(managers, `${at}/voices/child`)).toContain(`${at}/voices/child/approval`);
  const asked = await show(managers, `${at}/voices/child/approval`);
  expect(asked).toContain('1 October 2026: Visit at home. Nobody answered.');
  expect((await managers.fill(`${at}/voices/child/approval`, { reason: 'Agreed' })).status).toBe(303);
  expect(await show(browser, `${at}/voices/child`)).toContain('agreed to go on without');
});

test('earlier disposals are listed with the flag, checked and answered one by one', async () => {
  const disposal = {
    ...{ disposal: 'COMMUNITY_RESOLUTION', givenOn: '2026-03-03', offence: 'Shop theft' },
    ...{ route: 'POLICE_ISSUED', source: 'Police system', completed: 'YES' },
  };
  await assessor.api.post(`/api/children/${childId}/disposals`, disposal);
  const text = await show(browser, `${at}/earlier-disposals`);
  expect(text).toContain('1 earlier disposal, 1 in the last twelve months');
  const [, id = ''] = /earlier-disposals\/([0-9a-f-]{36})\/response/.exec(text) ?? [];
  const response = { whatWasDone: 'A letter', childsResponse: 'Wrote it', differentNow: 'Asks for help now' };
  const partly = await browser.fill(`${at}/earlier-disposals/${id}/response`, { whatWasDone: 'A letter' });
  expect([partly.status, partly.text.includes('A letter')]).toEqual([422, true]);
  expect((await browser.fill(`${at}/earlier-disposals/${id}/response`, response)).status).toBe(303);
  const looked = { places: 'Police systems', 'checkedOn-day': '1', 'checkedOn-month': '10', 'checkedOn-year': '2026' };
  expect((await browser.fill(`${at}/earlier-disposals/check`, looked)).status).toBe(303);
  const after = await show(browser, `${at}/earlier-disposals`);
  expect([after.includes('Asks for help now'), after.includes('Police systems')]).toEqual([true, true]);
});

test('the manager reads everything, sends it back, reads it again and signs it', async () => {
  await prepareCase(team, caseId);
  const check = await show(browser, `${at}/assessment/check`);
  expect(check).toContain('What will be done, in the order it will be done');
  const whole = await show(managers, `${at}/assessment/sign-off`);
  for (const words of ['I was angry and I am sorry.', 'I do not want this on their record', 'being watched in shops']) {
    expect(whole).toContain(words);
  }
  expect(whole).not.toContain('Morgan Tollgate');
  const back = await managers.fill(`${at}/assessment/return`, { reasons: 'Who does what?' });
  expect([back.status, back.headers.get('location')]).toEqual([303, `${at}/assessment`]);
  expect(await show(browser, `${at}/assessment`)).toContain('Who does what?');
  const { _csrf = '' } = hiddenFields(await show(managers, `${at}/assessment/return`));
  const shut = await managers.post(`${at}/assessment/sign-off`, { _csrf });
  expect([shut.status, shut.text.includes('ASSESSMENT_NOT_SUBMITTED')]).toEqual([409, true]);
  const silent = await browser.fill(`${at}/assessment/submission`, {});
  expect([silent.status, silent.text.includes('Enter what you changed')]).toEqual([422, true]);
  expect((await browser.fill(`${at}/assessment/submission`, { changeNote: 'Named them.' })).status).toBe(303);
  const signed = await managers.fill(`${at}/assessment/sign-off`, criteriaOnPage());
  expect([signed.status, signed.headers.get('location')]).toEqual([303, at]);
  expect(await show(browser, `${at}/assessment/family`)).toContain('Saving here removes the sign-off');
  expect(await show(managers, `${at}/assessment/sign-off`)).toContain('This preparation is signed off.');
});

test('what can be passed over is passed over on the page, with a reason', async () => {
  await prepareCase(team, caseId);
  await assessor.api.put(`/api${at}/agency-checks/SUBSTANCE_MISUSE`, { status: 'REQUESTED', version: 1 });
  const whole = await show(managers, `${at}/assessment/sign-off`);
  expect(whole).toContain('Sign off although something is missing');
  const reason = { 'overrides[0][code]': 'AGENCY_CHECK_OUTSTANDING', 'overrides[0][reason]': 'Their list is closed.' };
  expect((await managers.fill(`${at}/assessment/sign-off`, {})).status).toBe(409);
  expect((await managers.fill(`${at}/assessment/sign-off`, { ...criteriaOnPage(), ...reason })).status).toBe(303);
});

test('whoever only reads sees the answers and no way to change them', async () => {
  const chair = await browserOf(service, team, await team.as('PANEL_CHAIR'));
  expect(await show(chair, `${at}/assessment/check`)).not.toContain('>Change');
  expect((await chair.get(`${at}/assessment/family`)).status).toBe(403);
  expect((await chair.get(`${at}/assessment/sign-off`)).status).toBe(403);
});

test.each(['PANEL_CHAIR', 'PANEL_ADMINISTRATOR', 'POLICE_DECISION_MAKER', 'QA_LEAD', 'YJS_POLICE_OFFICER'] as const)(
  'the overview leads %s to pages alone that they may open, and names the others',
  async (role) => {
    const reader = await browserOf(service, team, await team.as(role));
    const text = await show(reader, `${at}/assessment`);
    for (const words of ['The child’s voice', 'Ethnicity and identity', 'The child’s life now']) {
      expect(text).toContain(words);
    }
    const hrefs = [...text.matchAll(/href="(\/cases\/[^"#]+)"/g)].map(([, href = '']) => href);
    for (const href of new Set(hrefs)) await show(reader, href);
    expect(hrefs).toContain(`${at}/earlier-disposals`);
    expect(await show(browser, `${at}/assessment`)).toContain(`href="${at}/voices/child"`);
  },
);
