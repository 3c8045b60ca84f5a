import type { Answers } from '../../src/policy/questions/question-set.js';
import { assess, fact, heard, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import type { PageClient } from '../support/clients.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let browser: PageClient;
let caseId: string;
let page: string;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  assessor = await team.as('YJS_ASSESSOR');
  browser = await browserOf(service, team, assessor);
});
beforeEach(async () => {
  ({ caseId } = await referCase(team));
  page = `/cases/${caseId}/voices/child`;
});
afterAll(() => service.stop());

const adjusted = (needs: string[], more = ''): Answers => ({ adjustments: needs, 'adjustments-more': more });
const pages = async (): Promise<string[]> =>
  Promise.all(
    [`${page}/form`, `${page}/form/saved`, `${page}/paper`, `/cases/${caseId}/childs-plan/paper`].map(
      async (address) => (await browser.get(address)).text,
    ),
  );

test('what a child fills in with a worker is kept as the child’s voice, heard today by the worker', async () => {
  const sent = await browser.fill(`${page}/form`, { how: 'At school', chosePlace: 'YES', account: 'I pushed him.' });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${page}/form/saved`]);
  expect((await browser.get(`${page}/form/saved`)).text).toContain('Thank you');
  const { body } = await assessor.api.get(`/api${page}`);
  expect(body).toMatchObject({
    ...{ status: 'OBTAINED', heardOn: service.clock.today(), how: 'At school', chosePlace: 'YES' },
    ...{ account: 'I pushed him.', words: null, recordedBy: assessor.id, version: 1 },
  });
  expect(body.heardBy).toBe(body.recordedByName);
  expect((await browser.get(`${page}/form`)).text).toContain('I pushed him.');
});

test('what others wrote beside it stays, and what the child empties is empty', async () => {
  await assessor.api.put(`/api${page}`, heard({ passedTo: 'School.', causes: 'I was angry.', seenBefore: 'YES' }));
  const { body: form } = await assessor.api.get(`/api${page}/form`);
  expect(form.values).toMatchObject({ causes: 'I was angry.', words: heard()['words'] });
  const sent = { wouldHelp: 'A break.', version: form.version };
  expect((await assessor.api.put(`/api${page}/form`, sent)).body).toEqual({ version: 2 });
  expect((await assessor.api.get(`/api${page}`)).body).toMatchObject({
    ...{ passedTo: 'School.', seenBefore: 'YES', influence: heard()['influence'], heardOn: heard()['heardOn'] },
    ...{ causes: null, words: null, wouldHelp: 'A break.', how: heard()['how'] },
  });
  expect((await assessor.api.put(`/api${page}/form`, sent)).status).toBe(409);
});

test('an empty form is given back in plain words, filled as it was', async () => {
  const { status, text } = await browser.fill(`${page}/form`, { seenWith: 'My aunt' });
  expect([status, text.includes('Please write in one box or more.'), text.includes('My aunt')]).toEqual([
    422,
    true,
    true,
  ]);
  const bare = await assessor.api.put(`/api${page}/form`, { how: 'At home' });
  expect([bare.status, bare.body.errors[0].field]).toEqual([400, 'account']);
  expect((await assessor.api.put(`/api${page}/form`, { account: 'I', familyNeeds: 'Help' })).status).toBe(400);
});

test('no page for the child shows the service, the reference on a screen, or words of police and courts', async () => {
  await prepareCase(team, caseId);
  const { reference } = (await assessor.api.get(`/api/cases/${caseId}`)).body;
  const [form = '', saved = '', paper = '', plan = ''] = await pages();
  for (const text of [form, saved, paper, plan]) {
    expect(text).toContain('jdp-child');
    expect(text).not.toMatch(/govuk-service-navigation__|Official-Sensitive|jdp-identity/);
    expect(text.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/offen[cd]|suspect|victim|disposal/i);
  }
  for (const text of [form, saved, plan]) expect(text).not.toContain(reference);
  expect(paper).toContain(reference);
});

test('the person harmed is named by nobody, and is not asked about where there is none', async () => {
  const [form = '', , paper = ''] = await pages();
  for (const text of [form, paper]) expect(text).toContain('the person who was hurt or upset');
  const nobody = await referCase(team, { victims: undefined, noIdentifiableVictim: { reason: 'Cannabis.' } });
  page = `/cases/${nobody.caseId}/voices/child`;
  for (const text of await pages()) expect(text).not.toContain('hurt or upset');
});

test('the pages take on the child’s adjustments, and none where none is needed', async () => {
  await assess(team, caseId, adjusted(['NONE']));
  for (const text of await pages()) {
    expect(text).not.toMatch(/jdp-child--|jdp-child__picture|For the person who helps me/);
  }
  const needs = ['LARGE_PRINT', 'COLOURED_PAPER', 'PICTURES', 'SHORT_SENTENCES', 'READ_ALOUD', 'BREAKS'];
  await assess(team, caseId, adjusted(needs, 'Pale green.'));
  const [form = '', saved = '', paper = '', plan = ''] = await pages();
  for (const text of [form, saved, paper, plan]) expect(text).toContain('jdp-child jdp-child--large jdp-child--green');
  for (const text of [form, paper]) {
    expect(text).toContain('jdp-child__picture');
    expect(text).toContain('Read all of this out loud to me.');
    expect(text).toContain('You can stop for a break at any time.');
    expect(text).not.toContain('Start at the start.');
  }
  expect(paper).toContain('jdp-child__question--alone');
  expect(paper.split('jdp-child__line"').length).toBeGreaterThan(5 * 8);
  expect((await assessor.api.get(`/api${page}/form`)).body.look).toMatchObject({ isLarge: true, paper: 'GREEN' });
});

test('the child’s own plan is printed in the child’s words, without intelligence, and with room where it is empty', async () => {
  const [, , , empty = ''] = await pages();
  expect(empty).toContain('jdp-child__line');
  await assess(team, caseId, {
    ...{ 'childs-plan-strengths': 'I can mend bikes.', 'childs-plan-wishes': 'More sleep.' },
    'childs-plan-help': 'My aunt and Mr Reed.',
    'childs-plan-known': [
      fact('We wrote it at the kitchen table.'),
      fact('A source says he carries.', {
        kind: 'INTELLIGENCE',
        'source-grade': '2',
        'information-grade': 'D',
        handling: 'P',
      }),
    ],
  });
  const [, , , plan = ''] = await pages();
  for (const words of ['I can mend bikes.', 'More sleep.', 'My aunt and Mr Reed.', '1 October 2026: We wrote it']) {
    expect(plan).toContain(words);
  }
  expect(plan).not.toMatch(/A source says|The mother, at home/);
  const { body } = await assessor.api.get(`/api/cases/${caseId}/childs-plan`);
  expect(body.parts.map(({ answer }: { answer: string }) => answer)).toContain('More sleep.');
  expect(body.made).toEqual([{ what: 'We wrote it at the kitchen table.', on: '2026-10-01' }]);
});

test('the worker is told when saving would undo a sign-off, and after the panel nothing is saved', async () => {
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  expect((await browser.get(`${page}/form`)).text).toContain('Saving here removes the sign-off');
  const stranger = await browserOf(service, team, await team.as('PANEL_MEMBER'));
  expect((await stranger.get(`${page}/form`)).status).toBe(403);
});
