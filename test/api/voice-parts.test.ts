import { heard, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { listCase } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let caseId: string;
let at: string;

const ofChild = {
  ...{ account: 'I pushed him.', causes: 'I was angry.', wouldHelp: 'Somebody to go to.', feelings: 'I feel bad.' },
  ...{ understanding: 'People will meet and talk about it.', seenBefore: 'YES', seenWith: 'My aunt' },
  ...{ chosePlace: 'YES', helpGiven: 'Pictures and a break.', passedTo: 'School, on 3 October.' },
};
const ofCarer = {
  ...{ childView: 'Kind at home.', account: 'He was pushed first.', familyNeeds: 'Help in the mornings.' },
  ...{ outcomeView: 'Something that helps.', consentToShare: 'PARTLY', consentDetails: 'Not about money.' },
};
const { words: _, ...unsaid } = heard();

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  assessor = await team.as('YJS_ASSESSOR');
});
beforeEach(async () => {
  ({ caseId } = await referCase(team));
  at = `/api/cases/${caseId}/voices`;
});
afterAll(() => service.stop());

const faults = async (who: string, body: object): Promise<string[]> =>
  ((await assessor.api.put(`${at}/${who}`, body)).body.errors ?? []).map(({ field }: { field: string }) => field);

test('the child’s voice is kept in parts, with the space the child had, who heard of it and what changed', async () => {
  expect(await faults('child', { ...unsaid, ...ofChild })).toEqual([]);
  expect((await assessor.api.get(`${at}/child`)).body).toMatchObject({ ...ofChild, words: null, version: 1 });
});

test('the carer is asked other things, apart from the child', async () => {
  expect(await faults('carer', { ...unsaid, ...ofCarer })).toEqual([]);
  expect((await assessor.api.get(`${at}/carer`)).body).toMatchObject({ ...ofCarer, words: null });
});

test('one part is enough to have been heard, and none is not', async () => {
  expect(await faults('child', unsaid)).toEqual(['words']);
  for (const part of ['account', 'causes', 'wouldHelp', 'feelings', 'understanding'] as const) {
    expect([part, await faults('child', { ...unsaid, [part]: ' ' })]).toEqual([part, ['words']]);
  }
  expect(await faults('child', { ...unsaid, wouldHelp: ofChild.wouldHelp })).toEqual([]);
  expect(await faults('carer', { ...unsaid, familyNeeds: ofCarer.familyNeeds })).toEqual([]);
});

test('what is asked of one of them is refused of the other', async () => {
  expect(await faults('child', heard({ familyNeeds: 'Help.', consentToShare: 'YES' }))).toEqual([
    'familyNeeds',
    'consentToShare',
  ]);
  expect(await faults('carer', heard({ causes: 'Angry.', seenBefore: 'YES', chosePlace: 'NO' }))).toEqual([
    ...['causes', 'seenBefore', 'chosePlace'],
  ]);
});

test('a child who was not seen before the meeting needs the reason, and consent to a part says to which', async () => {
  expect(await faults('child', heard({ seenBefore: 'NO' }))).toEqual(['notSeenReason']);
  expect(await faults('child', heard({ seenBefore: 'NO', notSeenReason: 'By telephone, at their wish.' }))).toEqual([]);
  expect(await faults('carer', heard({ consentToShare: 'PARTLY' }))).toEqual(['consentDetails']);
  expect(await faults('child', heard({ seenBefore: 'PERHAPS', version: 1 }))).toEqual(['seenBefore']);
});

test('where nobody was harmed the child is not asked how they feel about a person harmed', async () => {
  const browser = await browserOf(service, team, assessor);
  const asked = 'How the child feels about the person harmed';
  expect((await browser.get(`/cases/${caseId}/voices/child`)).text).toContain(asked);
  const nobody = await referCase(team, { victims: undefined, noIdentifiableVictim: { reason: 'Cannabis.' } });
  const page = `/cases/${nobody.caseId}/voices/child`;
  expect((await browser.get(page)).text).not.toContain(asked);
  const answer = await assessor.api.put(`/api${page}`, heard({ feelings: 'I feel bad.' }));
  expect([answer.status, answer.body.errors[0].field]).toEqual([400, 'feelings']);
});

test('the child’s page is laid out in four parts, and comes back filled', async () => {
  const browser = await browserOf(service, team, assessor);
  const page = `/cases/${caseId}/voices/child`;
  const { text } = await browser.get(page);
  const places = ['>Space<', '>Voice<', '>Audience<', '>Influence<'].map((title) => text.indexOf(title));
  expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true);
  const bare = await browser.fill(page, { status: 'OBTAINED', account: 'I pushed him.' });
  expect([bare.status, bare.text.includes('I pushed him.')]).toEqual([422, true]);
  const day = { 'heardOn-day': '2', 'heardOn-month': '10', 'heardOn-year': '2026' };
  const said = { status: 'OBTAINED', heardBy: 'The assessor', how: 'At home', ...ofChild, ...day };
  expect((await browser.fill(page, said)).status).toBe(303);
  expect((await browser.get(page)).text).toContain('People will meet and talk about it.');
});

test('whoever reads the case reads the parts as they were asked', async () => {
  await assessor.api.put(`${at}/child`, { ...unsaid, ...ofChild });
  await assessor.api.put(`${at}/carer`, { ...unsaid, ...ofCarer });
  const browser = await browserOf(service, team, await team.as('PANEL_TEAM_MANAGER'));
  const { text } = await browser.get(`/cases/${caseId}/assessment/sign-off`);
  for (const words of ['Why the child thinks it happened', 'I was angry.', 'the child chose the place', 'My aunt']) {
    expect(text).toContain(words);
  }
  expect(text).toContain('Only some of it may be shared');
  for (const words of ['What the family needs', 'Help in the mornings.', 'Only some of it. Not about money.']) {
    expect(text).toContain(words);
  }
});

test('where the carer does not agree that it is shared, the manager reads it and the panel does not', async () => {
  await prepareCase(team, caseId);
  const { version } = (await assessor.api.get(`${at}/carer`)).body;
  const kept = {
    ...unsaid,
    ...ofCarer,
    consentToShare: 'NO',
    consentDetails: '',
    influence: 'We spoke again.',
    version,
  };
  expect(await faults('carer', kept)).toEqual([]);
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const read = await (await browserOf(service, team, manager)).get(`/cases/${caseId}/assessment/sign-off`);
  expect(read.text).toContain(ofCarer.childView);
  await signOff(team, caseId);
  const meetingId = await listCase(team, caseId);
  const chair = await team.as('PANEL_CHAIR');
  const browser = await browserOf(service, team, chair);
  const papers = [
    (await browser.get(`/cases/${caseId}/recommendation`)).text,
    (await browser.get(`/meetings/${meetingId}/pack`)).text,
    (await chair.api.get(`/api/meetings/${meetingId}/pack`)).text,
  ];
  for (const text of papers) {
    for (const said of [ofCarer.childView, ofCarer.familyNeeds, ofCarer.outcomeView, kept.influence]) {
      expect(text).not.toContain(said);
    }
    expect(text).toContain('They do not agree that it is shared');
  }
});
