import { browserOf } from '../support/browser.js';
import { decidedCase, deliver, hearAgain, recordOutcome, versionOf } from '../support/outcomes-story.js';
import { allMet, considerNews, signOff } from '../support/assessments-story.js';
import { dayFromNow, decide, listCase, recommend } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let police: Colleague;
let chair: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [police, chair] = [await team.as('YJS_POLICE_OFFICER'), await team.as('PANEL_CHAIR')];
});
afterAll(() => service.stop());

const today = dayFromNow(0);
const BACK = 'One session of four. The prosecution was deferred for them.';
const MISSED = 'She was in town with friends.';
const SECTION = 'Decided before in this case';
const TITLE = 'Back with the panel since 23 November 2026';

/** An Outcome 23 with one contact kept and one missed, and with what was tried, that ends without being completed. */
async function failed(disposal = 'OUTCOME_23'): Promise<string> {
  const { caseId } = await decidedCase(team, disposal);
  const { api } = await team.as('YJS_ASSESSOR');
  const at = `/api/cases/${caseId}/delivery`;
  await deliver(team, caseId, 'UNDER_WAY');
  const contact = { heldOn: today, way: 'OFFICE', who: 'The worker', result: 'KEPT' };
  const missed = { ...contact, result: 'MISSED', reason: MISSED, excuse: 'NOT_REASONABLE' };
  for (const one of [contact, missed]) expect((await api.post(`${at}/contacts`, one)).status).toBe(201);
  for (const step of ['ASKED_CHILD', 'CHANGED_HOW']) {
    expect((await api.post(`${at}/steps`, { takenOn: today, step })).status).toBe(201);
  }
  const ended = { completed: 'NO', reasonCode: 'DISENGAGED', reason: 'Came once.', endedOn: today, version: 1 };
  expect((await api.put(`${at}/completion`, ended)).status).toBe(200);
  return caseId;
}

async function returned(disposal?: string): Promise<string> {
  const caseId = await failed(disposal);
  const sent = { reason: BACK, version: await versionOf(team, caseId) };
  expect((await police.api.post(`/api/cases/${caseId}/return-to-panel`, sent)).status).toBe(200);
  return caseId;
}

const page = async (who: Colleague, path: string): Promise<string> =>
  (await (await browserOf(service, team, who)).get(path)).text;

test('what was tried under a decision that failed is read before the case is signed, recommended on and in its pack', async () => {
  const caseId = await returned();
  const read = async (who: Colleague, path: string): Promise<void> => {
    const text = await page(who, `/cases/${caseId}/${path}`);
    for (const words of [
      ...[SECTION, 'Outcome 23: deferred prosecution, 23 November 2026', 'Ended without being completed', 'Came once.'],
      ...['The child stopped taking part', 'Contacts: 1 kept, 1 missed', BACK, police.actor.name],
      ...['Asked the child what gets in the way; Changed how', 'so it is no earlier disposal of the child'],
    ]) {
      expect([path, words, text.includes(words)]).toEqual([path, words, true]);
    }
  };
  await read(await team.as('PANEL_TEAM_MANAGER'), 'assessment/sign-off');
  await considerNews(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId);
  await read(chair, 'recommendation');
  await read(chair, 'pack');
  const { body } = await chair.api.get(`/api/cases/${caseId}/pack`);
  expect(body.before).toMatchObject([
    {
      ...{ disposal: 'OUTCOME_23', decidedOn: today, returnedBecause: BACK, status: 'NOT_COMPLETED' },
      ...{ endReason: 'DISENGAGED', contactsKept: 1, contactsMissed: 1, steps: ['ASKED_CHILD', 'CHANGED_HOW'] },
    },
  ]);
});

test('what was planned is looked at again before anybody signs, and the meeting that heard the case is told of no news', async () => {
  const caseId = await returned();
  const { api } = await team.as('PANEL_TEAM_MANAGER');
  const refused = await api.post(`/api/cases/${caseId}/assessment/sign-off`, { criteria: allMet() });
  expect(refused.status).toBe(409);
  expect(refused.body.blockers.map(({ code, mend }: { code: string; mend: string }) => [code, mend])).toEqual(
    [
      ...['voices/child', 'assessment/support', 'assessment/childs-plan', 'assessment/professionals-plan'],
      'judgements/LIKELIHOOD_OF_REOFFENDING',
    ].map((section) => ['NEWS_NOT_CONSIDERED', `/cases/${caseId}/${section}`]),
  );
  const { items } = (await api.get(`/api/cases/${caseId}/reopened-sections`)).body;
  expect(items.map(({ news, meetingId }: { news: string; meetingId: string | null }) => [news, meetingId])).toEqual(
    Array.from({ length: 5 }, () => ['NOT_CARRIED_OUT', null]),
  );
});

test('a case that was decided and never went back says nothing of it', async () => {
  const { caseId } = await decidedCase(team);
  expect(await page(chair, `/cases/${caseId}/pack`)).not.toContain(SECTION);
  expect(await page(chair, `/cases/${caseId}`)).not.toContain('Back with the panel');
  const { body } = await chair.api.get(`/api/cases/${caseId}`);
  expect(body.returnedToPanel).toBeUndefined();
});

test('the page of the case says that it is back and why, until police decide anew; then the new decision is theirs', async () => {
  const caseId = await returned();
  const back = await page(chair, `/cases/${caseId}`);
  for (const words of [TITLE, BACK, 'Recommended before', 'Decided before']) expect(back).toContain(words);
  expect(back).not.toContain('The police decision');
  const { body } = await chair.api.get(`/api/cases/${caseId}`);
  expect(body.returnedToPanel).toMatchObject({ because: BACK });
  await considerNews(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId);
  await recommend(team, caseId, 'COMMUNITY_RESOLUTION');
  expect(await page(await team.as('POLICE_DECISION_MAKER'), `/cases/${caseId}`)).toContain(TITLE);
  await decide(team, caseId, 'COMMUNITY_RESOLUTION');
  const decided = await page(chair, `/cases/${caseId}`);
  expect(decided).not.toContain('Back with the panel');
  expect(decided).toContain('The police decision');
});

test('its delivery stands under the decision that it was done under, and nothing of it under the next', async () => {
  const caseId = await returned();
  const assessor = await team.as('YJS_ASSESSOR');
  const delivery = async () => (await chair.api.get(`/api/cases/${caseId}/delivery`)).body;
  const shown = await delivery();
  expect(shown).toMatchObject({ decisionId: null, notTakingPart: null, status: null });
  expect(shown.past).toMatchObject([{ returned: { disposal: 'OUTCOME_23', returnedBecause: BACK } }]);
  const text = await page(assessor, `/cases/${caseId}/delivery`);
  expect(text).toContain('Nothing is delivered now: no police decision stands.');
  expect(text).toContain('Under an earlier decision: Outcome 23: deferred prosecution, 23 November 2026');
  expect(text).toContain(MISSED);
  expect(text).not.toContain('1 kept, 1 missed.');
  await hearAgain(team, caseId, 'COMMUNITY_RESOLUTION');
  expect((await delivery()).notTakingPart.message).toContain('A community resolution cannot be enforced');
  const [first] = (await chair.api.get(`/api/cases/${caseId}/delivery/contacts`)).body.items;
  expect((await delivery()).decisionId).not.toBe(first.decisionId);
});

test('whoever may record reads how it ended above the form, and police are told in their list that it was not completed', async () => {
  const caseId = await failed();
  const text = await page(await team.as('YJS_ASSESSOR'), `/cases/${caseId}/delivery`);
  expect(text).toMatch(/The child stopped taking part[^]*Said by[^]*<form/);
  const { items } = (await police.api.get('/api/work')).body;
  const list = items.find(({ code }: { code: string }) => code === 'OUTCOMES');
  expect(list.items).toContainEqual(
    expect.objectContaining({ href: `/cases/${caseId}/outcome`, note: 'NOT_COMPLETED' }),
  );
  expect(await page(police, '/')).toContain('Ended without being completed');
});

test('a child whose case came back twice has both told, the earlier first, and one disposal in the end', async () => {
  const caseId = await returned('OUTCOME_22');
  await hearAgain(team, caseId, 'OUTCOME_23');
  const sent = { reason: 'The family moved.', version: await versionOf(team, caseId) };
  expect((await police.api.post(`/api/cases/${caseId}/return-to-panel`, sent)).status).toBe(200);
  const { body } = await chair.api.get(`/api/cases/${caseId}/pack`);
  expect(body.before).toMatchObject([
    { disposal: 'OUTCOME_22', contactsMissed: 1, status: 'NOT_COMPLETED' },
    { disposal: 'OUTCOME_23', contactsMissed: 0, status: null, returnedBecause: 'The family moved.', steps: [] },
  ]);
  await hearAgain(team, caseId, 'COMMUNITY_RESOLUTION');
  await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION');
  const childId: string = (await chair.api.get(`/api/cases/${caseId}`)).body.child.id;
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const { items } = (await manager.api.get(`/api/children/${childId}/disposals`)).body;
  expect(items.map(({ disposal }: { disposal: string }) => disposal)).toEqual(['COMMUNITY_RESOLUTION']);
});

test('whoever may not read the case reads nothing of it', async () => {
  const caseId = await returned();
  const stranger = await team.hire(['PANEL_CHAIR'], { areaId: await team.addArea('Oakham') });
  for (const path of ['', '/pack', '/delivery']) {
    expect([path, (await stranger.api.get(`/api/cases/${caseId}${path}`)).status]).toEqual([path, 404]);
  }
});
