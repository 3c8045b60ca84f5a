import { MakeAccessToken } from '../../src/access/access-tokens.js';
import { childAssessmentShort202612 } from '../../src/policy/questions/child-assessment-short.2026-12.js';
import { assess, completeAnswers, fact, prepareCase, set, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { type ApiClient, apiClient, type PageClient } from '../support/clients.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let areaId: string;
let choices: string;

const short = { id: 'child-assessment-short', version: '2026-12' };
const older = { id: 'child-assessment', version: '2026-11' };
const today = '2026-11-23';

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  assessor = await team.as('YJS_ASSESSOR');
});
beforeEach(async () => {
  areaId = await team.addArea(`Area ${Math.random()}`);
  choices = `/api/panel-areas/${areaId}/question-sets`;
});
afterEach(() => void (service.clock.fixed = null));
afterAll(() => service.stop());

/** Somebody with a token that outlives the month for which others are valid. */
async function stillKnownLater({ actor }: Colleague): Promise<ApiClient> {
  const { token } = await service.app.get(MakeAccessToken).execute(actor, { label: 'later', days: 365 });
  return apiClient(service.url, token);
}

const administer = () => team.administrator.api;
const fields = (body: { errors: { field: string }[] }): string[] => body.errors.map(({ field }) => field);

describe('what a panel area asks', () => {
  test('is the service’s own default until the administrator chooses, from a day on, and everything stays on record', async () => {
    const { body: before } = await administer().get(choices);
    expect(before.inForce).toEqual({
      ...{ full: expect.objectContaining(set), short: expect.objectContaining(short) },
      ...{ withinMonths: 6, isChosen: false },
    });
    const now = { from: today, full: older, short, withinMonths: 3 };
    expect((await administer().post(choices, now)).status).toBe(201);
    expect((await administer().post(choices, { from: '2027-01-01', full: 'child-assessment' })).status).toBe(201);
    const { body } = await administer().get(choices);
    expect(body.inForce).toMatchObject({ full: older, short, withinMonths: 3, isChosen: true });
    expect(body.items).toMatchObject([
      { fromDay: '2027-01-01', fullSet: 'child-assessment@2026-12', shortSet: null, withinMonths: null },
      { fromDay: today, fullSet: 'child-assessment@2026-11', shortSet: 'child-assessment-short@2026-12' },
    ]);
    const later = await stillKnownLater(team.administrator);
    service.clock.fixed = new Date('2027-01-01T09:00:00Z');
    expect((await later.get(choices)).body.inForce).toMatchObject({ full: set, short: null });
  });

  test.each<[string, object, string[]]>([
    ['a day gone by', { from: '2026-11-22', full: set }, ['from']],
    ['a set that does not exist', { from: today, full: { id: 'child-assessment', version: '1999-01' } }, ['full']],
    ['the short set as the full one', { from: today, full: short }, ['full']],
    [
      'an audit as the short one',
      { from: today, full: set, short: 'hmip-2021-out-of-court', withinMonths: 3 },
      ['short'],
    ],
    ['a short set without a time', { from: today, full: set, short }, ['withinMonths']],
    ['a time of two years', { from: today, full: set, short, withinMonths: 24 }, ['withinMonths']],
    ['a day that does not exist, and no set', { from: '2026-02-30' }, ['from', 'full']],
  ])('is not chosen with %s', async (_, choice, named) => {
    const { status, body } = await administer().post(choices, choice);
    expect([status, fields(body).toSorted()]).toEqual([400, named]);
    expect((await administer().get(choices)).body.items).toEqual([]);
  });

  test('is the administrator’s to choose, of an area that there is', async () => {
    const choice = { from: today, full: set };
    expect((await assessor.api.post(choices, choice)).status).toBe(403);
    expect((await assessor.api.get(choices)).status).toBe(403);
    const nowhere = '/api/panel-areas/00000000-0000-7000-8000-000000000000/question-sets';
    expect((await administer().post(nowhere, choice)).status).toBe(404);
    expect((await administer().get(nowhere)).status).toBe(404);
  });

  test('is chosen on a page that is reached from the panel areas, with nothing chosen beforehand', async () => {
    const browser = await browserOf(service, team, team.administrator);
    const page = `/panel-areas/${areaId}/question-sets`;
    expect((await browser.get('/panel-areas')).text).toContain(`href="${page}"`);
    const shown = await browser.get(page);
    expect(shown.text).toContain('this is the service’s own default (house rule)');
    expect(shown.text).not.toContain('checked');
    const bare = await browser.fill(page, { 'from-day': '22', 'from-month': '11', 'from-year': '2026' });
    expect([bare.status, bare.text.includes('There is a problem')]).toEqual([422, true]);
    const chosen = {
      ...{ 'from-day': '1', 'from-month': '12', 'from-year': '2026', full: 'child-assessment@2026-12' },
      ...{ short: 'child-assessment-short@2026-12', withinMonths: '4' },
    };
    expect((await browser.fill(page, chosen)).status).toBe(303);
    const after = (await browser.get(page)).text;
    for (const words of ['From 1 December 2026', 'To come', 'within 4 months', 'Ada Administrator']) {
      expect(after).toContain(words);
    }
  });
});

describe('an assessment', () => {
  let at: string;
  let childId: string;

  /** A case of a child whose full assessment in another case was signed off today. */
  async function assessedBefore(): Promise<void> {
    const earlier = await referCase(team);
    ({ childId } = earlier);
    await prepareCase(team, earlier.caseId);
    await signOff(team, earlier.caseId);
    const { caseId } = await referCase(team, { child: undefined, childId });
    at = `/api/cases/${caseId}`;
  }

  test('of a child not assessed before begins with the full set, and no other is open', async () => {
    const { caseId } = await referCase(team);
    at = `/api/cases/${caseId}`;
    const { body } = await assessor.api.get(`${at}/assessment`);
    expect(body.setsOpen).toMatchObject([set]);
    for (const other of [short, older]) {
      const refused = await assessor.api.put(`${at}/assessment/answers`, { set: other, answers: {} });
      expect([refused.status, fields(refused.body)]).toEqual([400, ['set']]);
      expect(refused.body.detail).toContain('not in force here. Open now: child-assessment@2026-12');
    }
    expect((await assessor.api.put(`${at}/assessment/answers`, { set, answers: {} })).status).toBe(200);
  });

  test('asks what its area had chosen when it was begun, and goes on with it', async () => {
    await administer().post(choices, { from: today, full: older });
    const officer = await team.hire(['REFERRING_OFFICER'], { areaId });
    const worker = await team.hire(['YJS_ASSESSOR'], { areaId });
    const { caseId } = await referCase(team, { panelAreaId: areaId }, officer);
    at = `/api/cases/${caseId}`;
    expect((await worker.api.get(`${at}/assessment`)).body).toMatchObject({ set: older, setsOpen: [older] });
    const answers = { 'strengths-known': 'Plays the drums', 'care-status': 'NOT_IN_CARE' };
    expect((await worker.api.put(`${at}/assessment/answers`, { set: older, answers })).status).toBe(200);
    await administer().post(choices, { from: today, full: set });
    const { body } = await worker.api.get(`${at}/assessment`);
    expect(body).toMatchObject({ set: older, answers, setsOpen: [older] });
    const other = await worker.api.put(`${at}/assessment/answers`, { set, answers: {}, version: 1 });
    expect([other.status, fields(other.body)]).toEqual([400, ['set']]);
    const pages = await browserOf(service, team, worker);
    expect((await pages.get(`/cases/${caseId}/assessment`)).text).toContain('questions of November 2026');
    expect((await pages.get(`/cases/${caseId}/assessment/communication`)).status).toBe(404);
  });

  test('of a child assessed not long ago may be a short one, when the assessor says so', async () => {
    await assessedBefore();
    const { body } = await assessor.api.get(`${at}/assessment`);
    expect([body.set, body.setsOpen.map(({ id }: { id: string }) => id)]).toEqual([set, [set.id, short.id]]);
    const answers = completeAnswers({}, childAssessmentShort202612);
    const begun = await assessor.api.put(`${at}/assessment/answers`, { set: short, answers });
    expect([begun.status, begun.body.unanswered]).toEqual([200, []]);
    expect((await assessor.api.post(`${at}/assessment/submission`)).status).toBe(200);
  });

  test('is a full one again once the earlier assessment is older than its area allows', async () => {
    await assessedBefore();
    const later = await stillKnownLater(assessor);
    service.clock.fixed = new Date('2027-05-24T10:00:00Z');
    expect((await later.get(`${at}/assessment`)).body.setsOpen).toMatchObject([set]);
    const refused = await later.put(`${at}/assessment/answers`, { set: short, answers: {} });
    expect([refused.status, fields(refused.body)]).toEqual([400, ['set']]);
  });

  test('goes on from short to full with the answers to the same questions, and the rest stays in its versions', async () => {
    await assessedBefore();
    const answers = { 'changes-known': [fact('A new school')], 'behaviour-meaning': 'He wanted to belong.' };
    await assessor.api.put(`${at}/assessment/answers`, { set: short, answers });
    expect((await assessor.api.put(`${at}/assessment/answers`, { set, answers: {} })).status).toBe(409);
    const more = { set, answers: { 'family-meaning': 'They stand by him.' }, version: 1 };
    expect((await assessor.api.put(`${at}/assessment/answers`, more)).status).toBe(200);
    const { body } = await assessor.api.get(`${at}/assessment`);
    expect(body).toMatchObject({ set, setsOpen: [set] });
    expect(body.answers).toEqual({ 'behaviour-meaning': 'He wanted to belong.', ...more.answers });
    const { body: first } = await assessor.api.get(`${at}/assessment/versions/1`);
    expect(first).toMatchObject({ set: short, answers });
    const back = await assessor.api.put(`${at}/assessment/answers`, { set: short, answers: {}, version: 2 });
    expect([back.status, fields(back.body)]).toEqual([400, ['set']]);
  });

  test('is chosen on a page on which nothing is chosen beforehand, and changed there to the full one', async () => {
    await assessedBefore();
    const browser: PageClient = await browserOf(service, team, assessor);
    const overview = at.replace('/api', '') + '/assessment';
    expect((await browser.get(overview)).text).toContain('Choose which questions to answer');
    const page = `${overview}/questions`;
    const shown = (await browser.get(page)).text;
    expect(shown).toContain('signed off on 23 November 2026');
    expect(shown).not.toContain('checked');
    expect((await browser.fill(page, {})).status).toBe(422);
    expect((await browser.fill(page, { set: 'child-assessment-short@2026-12' })).status).toBe(303);
    expect((await browser.get(overview)).text).toContain('What has changed since the last assessment');
    const lost = { 'changes-meaning': 'He is safer there.', 'care-status': 'NOT_IN_CARE' };
    expect((await browser.fill(`${overview}/circumstances`, lost)).status).toBe(303);
    expect((await browser.get(page)).text).toContain(
      'left in the version before: “What the changes mean for this child”',
    );
    expect((await browser.fill(page, { set: 'child-assessment@2026-12' })).status).toBe(303);
    const { body } = await assessor.api.get(`${at}/assessment`);
    expect(body).toMatchObject({ set, answers: { 'care-status': 'NOT_IN_CARE' } });
  });

  test('once handed in goes on with no other set until it is sent back', async () => {
    await assessedBefore();
    await assessor.api.put(`${at}/assessment/answers`, {
      ...{ set: short, answers: completeAnswers({}, childAssessmentShort202612) },
    });
    await assessor.api.post(`${at}/assessment/submission`);
    const { body } = await assessor.api.get(`${at}/assessment`);
    expect(body.setsOpen).toMatchObject([short]);
    const refused = await assessor.api.put(`${at}/assessment/answers`, { set, answers: {}, version: body.version });
    expect([refused.status, fields(refused.body)]).toEqual([400, ['set']]);
  });

  test('cannot be changed once the case has ended, whichever set is named', async () => {
    const { caseId } = await referCase(team);
    await assess(team, caseId);
    const manager = await team.as('PANEL_TEAM_MANAGER');
    const returned = { reasonCode: 'NOT_ELIGIBLE', reason: 'Turned eighteen.' };
    const ended = await manager.api.post(`/api/cases/${caseId}/return-to-police`, returned);
    expect(ended.status).toBeLessThan(300);
    const { body } = await assessor.api.get(`/api/cases/${caseId}/assessment`);
    const late = { set, answers: { 'family-meaning': 'Late' }, version: body.version };
    const refused = await assessor.api.put(`/api/cases/${caseId}/assessment/answers`, late);
    expect([refused.status, refused.body.blockers[0].code]).toEqual([409, 'WRONG_STATE']);
  });
});
