import sql from 'sql-template-tag';
import { allMet, considerNews, prepareCase, signOff } from '../support/assessments-story.js';
import {
  behaviour,
  considerBehaviour,
  intelligence,
  recordBehaviour,
  setAside,
  used,
} from '../support/behaviour-story.js';
import { browserOf } from '../support/browser.js';
import { recordDisposal } from '../support/children-story.js';
import { codesOf, hiddenFields } from '../support/clients.js';
import { arrangeMeeting, listCase } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let police: Colleague;
let manager: Colleague;
let caseId: string;
let childId: string;
let at: string;

const CODE = 'EARLIER_BEHAVIOUR_NOT_CONSIDERED';

beforeAll(async () => {
  service = await startService();
  service.clock.fixed = new Date('2026-11-22T12:00:00Z');
  team = await setUpTeam(service);
  [assessor, police] = [await team.as('YJS_ASSESSOR'), await team.as('YJS_POLICE_OFFICER')];
  manager = await team.as('PANEL_TEAM_MANAGER');
});
beforeEach(async () => {
  ({ caseId, childId } = await referCase(team));
  at = `/api/cases/${caseId}/earlier-behaviour`;
});
afterAll(() => service.stop());

type Item = Record<string, unknown> & { id: string; kind: string; standing: string };

const items = async (by = assessor): Promise<Item[]> => (await by.api.get(at)).body.items;
const item = async (id: string) => (await assessor.api.get(`${at}/${id}`)).body;
const add = (body: object, by = police) => by.api.post(at, body);
const consider = (id: string, body: object, by = assessor) => by.api.put(`${at}/${id}/consideration`, body);
const faultsOf = ({ body }: { body: { errors?: { field: string }[] } }) => body.errors?.map(({ field }) => field);
const stateOf = async (): Promise<string> => (await manager.api.get(`/api/cases/${caseId}`)).body.state;
const trailOf = async (subjectId: string) =>
  (
    await service.read.rows<{ type: string; details: string }>(
      sql`select t.type, t.details from trail_entries t where t."subjectId" = ${subjectId} order by t.sequence`,
    )
  ).map(({ type, details }) => ({ type, ...JSON.parse(details) }));

describe('something known of the child’s past', () => {
  test('is recorded with from whom and by whom, and stands in the order of its day among the disposals', async () => {
    const second = await recordBehaviour(police.api, caseId);
    await recordBehaviour(assessor.api, caseId, { kind: 'MISSING_EPISODE', happenedOn: '2026-10-01' });
    await recordDisposal(police.api, childId, { givenOn: '2026-09-20' });
    await recordBehaviour(manager.api, caseId, { kind: 'AGENCY_INVOLVEMENT', happenedOn: '2025-03-01' });
    expect((await items()).map(({ kind, happenedOn }) => `${kind} ${String(happenedOn)}`)).toEqual([
      'AGENCY_INVOLVEMENT 2025-03-01',
      'ARREST 2026-09-12',
      'DISPOSAL 2026-09-20',
      'MISSING_EPISODE 2026-10-01',
    ]);
    expect(await item(second)).toMatchObject({
      ...behaviour(),
      ...{ childId, panelAreaId: team.areaId, recordedBy: police.id, standing: 'NOT_CONSIDERED', version: 1 },
      ...{ consideration: null, before: [], withdrawnAt: null, sourceGrade: null },
    });
    expect(await trailOf(childId)).toEqual(
      expect.arrayContaining([{ type: 'BEHAVIOUR_RECORDED', kind: 'ARREST', happenedOn: '2026-09-12' }]),
    );
  });

  test('is refused with every fault at once: a day to come, a kind nobody knows, nothing said', async () => {
    const wrong = await add({ kind: 'RUMOUR', happenedOn: '2026-02-31', what: ' ', source: '' });
    expect([wrong.status, faultsOf(wrong)?.toSorted()]).toEqual([400, ['happenedOn', 'kind', 'source', 'what']]);
    const early = await add(behaviour({ happenedOn: '1999-01-01' }));
    expect([early.status, faultsOf(early)]).toEqual([400, ['happenedOn']]);
    const late = await add(behaviour({ happenedOn: '2026-11-23' }));
    expect([late.status, faultsOf(late)]).toEqual([400, ['happenedOn']]);
    expect(await items()).toEqual([]);
  });

  test('carries its grading where it is intelligence, and no grading otherwise', async () => {
    const bare = await add(behaviour({ kind: 'INTELLIGENCE' }));
    expect([bare.status, faultsOf(bare)]).toEqual([400, ['sourceGrade', 'informationGrade', 'handling']]);
    const strange = await add(intelligence({ sourceGrade: '9', handling: 'C' }));
    expect([strange.status, faultsOf(strange)]).toEqual([400, ['sourceGrade']]);
    const open = await add(intelligence({ handling: 'C' }));
    expect([open.status, faultsOf(open)]).toEqual([400, ['conditions']]);
    const { body } = await add(intelligence({ handling: 'C', conditions: 'Not to be read to the child' }));
    const { id: plain } = (await add(behaviour({ sourceGrade: '1', conditions: 'none' }))).body;
    const grades = {
      sourceGrade: '2',
      informationGrade: 'C',
      handling: 'C',
      conditions: 'Not to be read to the child',
    };
    expect(await item(body.id)).toMatchObject(grades);
    expect(await item(plain)).toMatchObject({ sourceGrade: null, conditions: null });
  });

  test('is corrected with a reason, and what it said before is kept', async () => {
    const id = await recordBehaviour(police.api, caseId);
    const right = behaviour({ what: 'Interviewed as a witness, not arrested.', because: 'The record was misread.' });
    expect(faultsOf(await police.api.put(`${at}/${id}`, { ...right, because: '', version: 1 }))).toEqual(['because']);
    expect((await police.api.put(`${at}/${id}`, { ...right, version: 1 })).body).toEqual({ id, version: 2 });
    expect((await police.api.put(`${at}/${id}`, { ...right, version: 1 })).status).toBe(409);
    const { before, ...now } = await item(id);
    expect(now).toMatchObject({ ...right, version: 2 });
    expect(before).toMatchObject([{ ...behaviour(), because: null, version: 1, recordedBy: police.id }]);
  });

  test('is withdrawn with a reason when it was wrong, stays to be read, and can then no longer be changed', async () => {
    const id = await recordBehaviour(police.api, caseId);
    const withdraw = (body: object) => police.api.post(`${at}/${id}/withdrawal`, body);
    expect(faultsOf(await withdraw({ because: ' ', version: 1 }))).toEqual(['because']);
    const because = 'It was his brother.';
    expect((await withdraw({ because, version: 1 })).status).toBe(200);
    expect(await item(id)).toMatchObject({ standing: 'WITHDRAWN', withdrawnBecause: because, withdrawnBy: police.id });
    expect((await withdraw({ because, version: 2 })).status).toBe(400);
    expect((await police.api.put(`${at}/${id}`, { ...behaviour(), because, version: 2 })).status).toBe(400);
    expect(faultsOf(await consider(id, used({ itemVersion: 2 })))).toEqual(['standing']);
  });

  test('is nobody else’s to see or to write: another area, another child, a member of the panel', async () => {
    const id = await recordBehaviour(police.api, caseId);
    const elsewhere = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: await team.addArea(`Rutland ${caseId}`) });
    for (const path of [at, `${at}/${id}`]) expect((await elsewhere.api.get(path)).status).toBe(404);
    expect((await add(behaviour(), elsewhere)).status).toBe(404);
    const other = await referCase(team);
    expect((await assessor.api.get(`/api/cases/${other.caseId}/earlier-behaviour/${id}`)).status).toBe(404);
    const theirs = `/api/cases/${other.caseId}/earlier-behaviour/${id}`;
    expect((await assessor.api.put(`${theirs}/consideration`, used())).status).toBe(404);
    const member = await team.as('PANEL_MEMBER');
    expect((await items(member)).map((one) => one.id)).toEqual([id]);
    expect((await add(behaviour(), member)).status).toBe(403);
    expect((await consider(id, used(), member)).status).toBe(403);
    expect((await consider(id, used(), police)).status).toBe(403);
  });
});

describe('each item of a case', () => {
  test('is used, with where and what it means, or set aside, with why and how that is known', async () => {
    const [first, second] = [await recordBehaviour(police.api, caseId), await recordBehaviour(police.api, caseId)];
    expect(faultsOf(await consider(first, { standing: 'USED', itemVersion: 1 }))).toEqual(['section', 'meaning']);
    expect(faultsOf(await consider(first, used({ section: 'shoes' })))).toEqual(['section']);
    expect(faultsOf(await consider(first, { standing: 'SET_ASIDE', itemVersion: 1 }))).toEqual(['reason', 'because']);
    expect((await consider(first, used())).body).toEqual({ version: 1 });
    expect((await consider(second, setAside())).body).toEqual({ version: 1 });
    expect((await consider(second, setAside())).status).toBe(409);
    expect(await item(first)).toMatchObject({
      standing: 'USED',
      consideration: { section: 'behaviour', words: used()['meaning'], reason: null, consideredBy: assessor.id },
    });
    expect(await item(second)).toMatchObject({
      standing: 'SET_ASIDE',
      consideration: { section: null, words: setAside()['because'], reason: 'PERHAPS_ANOTHER' },
    });
    expect(await trailOf(caseId)).toEqual(
      expect.arrayContaining([{ type: 'BEHAVIOUR_CONSIDERED', kind: 'ARREST', standing: 'SET_ASIDE' }]),
    );
  });

  test('keeps the manager from signing until it is; one that was corrected has to be considered anew', async () => {
    const id = await recordBehaviour(police.api, caseId);
    await prepareCase(team, caseId);
    await police.api.put(`${at}/${id}`, { ...behaviour(), because: 'The day was wrong.', version: 1 });
    expect(await item(id)).toMatchObject({ standing: 'CORRECTED_SINCE' });
    const sign = (more: object = {}) =>
      manager.api.post(`/api/cases/${caseId}/assessment/sign-off`, { criteria: allMet(), ...more });
    const shut = await sign();
    expect(shut.body.blockers).toMatchObject([
      { code: CODE, severity: 'OVERRIDE', mend: `/cases/${caseId}/earlier-behaviour/${id}/consideration` },
    ]);
    expect(shut.body.blockers[0].message).toContain('Arrest, 2026-09-12, corrected since it was considered');
    expect((await consider(id, used({ version: 1 }))).status).toBe(409);
    expect((await consider(id, setAside({ itemVersion: 2, version: 1 }))).status).toBe(200);
    expect((await sign()).status).toBe(200);
  });

  test('can be passed over with a reason, and is shut at listing and recommending too', async () => {
    await prepareCase(team, caseId);
    const id = await recordBehaviour(police.api, caseId);
    expect(await items()).toMatchObject([{ id, standing: 'NOT_CONSIDERED' }]);
    await signOff(team, caseId, [{ code: CODE, reason: 'Read with the assessor; it will be written today.' }]);
    for (const action of ['LIST', 'RECOMMEND']) {
      const { body } = await manager.api.get(`/api/cases/${caseId}/readiness?for=${action}`);
      expect(body.blockers.map(({ code }: { code: string }) => code)).toContain(CODE);
    }
  });

  test('is a task of the case until it is considered', async () => {
    const id = await recordBehaviour(police.api, caseId);
    const task = async () => {
      const { body } = await assessor.api.get(`/api/cases/${caseId}`);
      return body.preparation
        .flatMap(({ tasks }: { tasks: { page: string }[] }) => tasks)
        .find(({ page }: { page: string }) => page === `earlier-behaviour/${id}/consideration`);
    };
    expect(await task()).toMatchObject({ status: 'NOT_STARTED', title: 'Arrest, 12 September 2026' });
    await considerBehaviour(team, caseId);
    expect(await task()).toMatchObject({ status: 'COMPLETE' });
  });
});

describe('an item recorded after the sign-off', () => {
  const open = async (): Promise<string[]> =>
    (await assessor.api.get(`/api/cases/${caseId}/reopened-sections`)).body.items
      .filter(({ settledAt }: { settledAt: string | null }) => settledAt === null)
      .map(({ section }: { section: string }) => section)
      .toSorted();

  beforeEach(async () => {
    await prepareCase(team, caseId);
    await signOff(team, caseId);
  });

  test.each([
    ['ARREST', ['LIKELIHOOD_OF_REOFFENDING', 'RISK_OF_SERIOUS_HARM', 'behaviour', 'earlier-behaviour']],
    ['MISSING_EPISODE', ['SAFETY_AND_WELLBEING', 'circumstances', 'earlier-behaviour', 'exploitation']],
    ['AGENCY_INVOLVEMENT', ['SAFETY_AND_WELLBEING', 'circumstances', 'earlier-behaviour', 'family']],
  ])('as %s reopens what it touches and tells the manager', async (kind, sections) => {
    await recordBehaviour(police.api, caseId, { kind });
    expect(await stateOf()).toBe('PREPARING');
    expect(await open()).toEqual(sections);
    const { body } = await manager.api.get('/api/work');
    const told = body.items.find(({ code }: { code: string }) => code === 'LATE_NEWS');
    const href = `/cases/${caseId}/reopened-sections`;
    expect(told.items).toContainEqual(expect.objectContaining({ href, note: kind }));
    const signed = await manager.api.post(`/api/cases/${caseId}/assessment/sign-off`, { criteria: allMet() });
    expect(new Set(codesOf(signed))).toEqual(new Set([CODE, 'NEWS_NOT_CONSIDERED']));
  });

  test('after the pack says for which meeting, and is settled by considering the item and what it touches', async () => {
    const meetingId = await listCase(team, caseId, await arrangeMeeting(team, { startsAt: '2026-11-22T16:00' }));
    const id = await recordBehaviour(police.api, caseId);
    const { body } = await assessor.api.get(`/api/cases/${caseId}/reopened-sections`);
    expect(body.items[0]).toMatchObject({ news: 'EARLIER_BEHAVIOUR', about: 'ARREST', meetingId });
    await consider(id, used());
    expect(await open()).not.toContain('earlier-behaviour');
    await considerNews(team, caseId);
    await signOff(team, caseId);
    expect(await stateOf()).not.toBe('PREPARING');
  });

  test('is told to every other case of the child, and so are a correction and a withdrawal', async () => {
    const other = await referCase(team, { child: undefined, childId });
    const id = await recordBehaviour(police.api, other.caseId);
    expect(await stateOf()).toBe('PREPARING');
    await considerNews(team, caseId);
    await considerBehaviour(team, caseId);
    await signOff(team, caseId);
    await police.api.put(`${at}/${id}`, { ...behaviour(), because: 'The day was wrong.', version: 1 });
    expect(await stateOf()).toBe('PREPARING');
    await considerNews(team, caseId);
    await considerBehaviour(team, caseId);
    await signOff(team, caseId);
    await police.api.post(`${at}/${id}/withdrawal`, { because: 'It was his brother.', version: 2 });
    expect(await stateOf()).toBe('PREPARING');
  });
});

describe('the page', () => {
  const page = () => `/cases/${caseId}/earlier-behaviour`;
  const typed = (what = String(behaviour()['what'])): Record<string, string> => ({
    ...{ kind: 'ARREST', what, source: String(behaviour()['source']) },
    ...{ 'happenedOn-day': '12', 'happenedOn-month': '9', 'happenedOn-year': '2026' },
  });

  test('shows every item with where it stands, and takes another', async () => {
    const browser = await browserOf(service, team, assessor);
    expect((await browser.get(page())).text).toContain('Nothing is known to this service.');
    const refused = await browser.fill(`${page()}/new`, typed(''));
    expect([refused.status, refused.text.includes('The arresting officer')]).toEqual([422, true]);
    expect((await browser.fill(`${page()}/new`, typed())).status).toBe(303);
    await recordDisposal(police.api, childId, { givenOn: '2026-09-20' });
    const { text } = await browser.get(page());
    for (const words of ['Arrest, 12 September 2026', 'Not used or set aside yet', 'burglary of a shed']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('The response to it is not analysed yet');
    const [{ id }] = (await items()) as [Item];
    const aside = { standing: 'SET_ASIDE', reason: 'NOT_RELEVANT', because: 'Nothing came of it.' };
    const kept = await browser.post(`${page()}/${id}/consideration?item=1`, {
      ...hiddenFields((await browser.get(`${page()}/${id}/consideration`)).text),
      ...aside,
    });
    expect([kept.status, kept.headers.get('location')]).toEqual([303, `${page()}#${id}`]);
    const shown = (await browser.get(page())).text;
    for (const words of ['Set aside', 'It has no bearing on what happened now', 'Nothing came of it.']) {
      expect(shown).toContain(words);
    }
    const reader = await browserOf(service, team, await team.as('PANEL_MEMBER'));
    const read = (await reader.get(page())).text;
    expect([read.includes('Nothing came of it.'), read.includes(`${page()}/new`)]).toEqual([true, false]);
  });

  test('shows what an item says above the question, and asks again where it was corrected meanwhile', async () => {
    const id = await recordBehaviour(police.api, caseId);
    const browser = await browserOf(service, team, assessor);
    const { text } = await browser.get(`${page()}/${id}/consideration`);
    expect(text).toContain('burglary of a shed');
    const right = { ...typed('Arrested for going equipped.'), because: 'Misread.' };
    const officer = await browserOf(service, team, police);
    expect((await officer.fill(`${page()}/${id}/correction`, right)).status).toBe(303);
    const answer = { standing: 'USED', section: 'behaviour', meaning: 'Older boys again.' };
    const late = await browser.post(`${page()}/${id}/consideration?item=1`, { ...hiddenFields(text), ...answer });
    expect(late.status).toBe(409);
    for (const said of ['going equipped', 'Older boys again.', 'item=2']) expect(late.text).toContain(said);
    expect((await officer.get(`${page()}/${id}`)).text).toContain('burglary of a shed');
    expect((await officer.fill(`${page()}/${id}/withdrawal`, { because: 'His brother.' })).status).toBe(303);
    expect((await browser.get(page())).text).toContain('Withdrawn: it was wrong');
  });
});

test('manager, panel and pack read the same timeline: what is used and what is set aside, nothing that was withdrawn', async () => {
  const id = await recordBehaviour(police.api, caseId);
  const wrong = await recordBehaviour(police.api, caseId, { what: 'Seen in Derby with a stolen bicycle.' });
  await police.api.post(`${at}/${wrong}/withdrawal`, { because: 'It was his brother.', version: 1 });
  await recordDisposal(police.api, childId, { givenOn: '2026-09-20' });
  await consider(id, setAside());
  const late = (await add(intelligence())).body.id;
  const meaning = 'She has been seen with the same adult before.';
  await consider(late, used({ meaning, section: 'exploitation' }));
  await prepareCase(team, caseId);
  const managers = await browserOf(service, team, manager);
  const pages = [(await managers.get(`/cases/${caseId}/assessment/sign-off`)).text];
  await signOff(team, caseId);
  const meetingId = await listCase(team, caseId, await arrangeMeeting(team, { startsAt: '2026-11-22T16:00' }));
  const chair = await team.as('PANEL_CHAIR');
  const browser = await browserOf(service, team, chair);
  pages.push((await browser.get(`/cases/${caseId}/recommendation`)).text);
  pages.push((await browser.get(`/meetings/${meetingId}/pack`)).text);
  const said = [
    ...['burglary of a shed', 'It may be about somebody else', 'The description does not fit him', meaning],
    ...['2: Untested; C: Known indirectly; P: May be shared lawfully', 'The response to it is analysed.'],
  ];
  for (const text of pages) {
    for (const words of said) expect(text).toContain(words);
    expect(text).not.toContain('stolen bicycle');
  }
  const { cases } = (await chair.api.get(`/api/meetings/${meetingId}/pack`)).body;
  expect(cases[0].earlierBehaviour.map((one: { id: string }) => one.id)).toEqual([id, late]);
});
