import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { done } from '../support/clients.js';
import { browserOf } from '../support/browser.js';
import { decidedCase, outcomeOf, recordOutcome, versionOf } from '../support/outcomes-story.js';
import { dayFromNow, listCase } from '../support/panels-story.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';
import { victimView } from '../support/victims-story.js';

let service: Service;
let team: Team;
let worker: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  worker = await team.as('VICTIM_WORKER');
});
afterAll(() => service.stop());

const NAME = 'Quentin Canaryname';
const today = dayFromNow(0);
const person = (consentToShare = 'GIVEN', kind = 'PERSON') => ({ kind, name: NAME, consentToShare });
const at = ({ caseId }: ReferredCase, rest = '') => `/api/cases/${caseId}/victims${rest}`;
const victimOf = async (of: ReferredCase) => (await worker.api.get(at(of))).body.items[0];
const put = async (of: ReferredCase, part: string, body: object) => {
  const { status, text } = await worker.api.put(at(of, `/${(await victimOf(of)).id}/${part}`), body);
  expect([status, text]).toEqual([200, expect.any(String)]);
};
const waiting = async (by = worker) => (await by.api.get('/api/victims?limit=100')).body.items;
const stepOf = async (of: ReferredCase): Promise<object | undefined> =>
  (await waiting()).find(({ caseId }: { caseId: string }) => caseId === of.caseId);

test('a victim is asked, heard, offered and asked for their answer, and waits for each since its day', async () => {
  const referred = await referCase(team, { victims: [person('NOT_YET_SOUGHT')] });
  const asked = { step: 'ASK_CONSENT', next: 'Ask whether their details may be shared', since: today, dueOn: null };
  expect(await stepOf(referred)).toMatchObject(asked);
  await put(referred, 'contact', { nextContactOn: dayFromNow(2), version: 1 });
  expect(await stepOf(referred)).toMatchObject({ step: 'ASK_CONSENT', dueOn: dayFromNow(2) });
  await put(referred, 'consent', { consent: 'REFUSED', askedOn: today, refusal: 'FEAR', version: 2 });
  expect(await stepOf(referred)).toMatchObject({ step: 'ASK_WHY' });
  await put(referred, 'consent', { consent: 'GIVEN', askedOn: today, informed: 'All of it', version: 3 });
  expect(await stepOf(referred)).toMatchObject({ step: 'ASK_VIEW' });
  const missed = { status: 'NOT_CONTACTABLE', attempts: [{ on: today, how: 'Telephone', result: 'No answer' }] };
  await put(referred, 'view', missed);
  expect(await stepOf(referred)).toMatchObject({ step: 'TRY_AGAIN' });
  await put(referred, 'view', { ...victimView(), version: 1 });
  expect(await stepOf(referred)).toMatchObject({ step: 'OFFER', since: '2026-11-11' });
  const offer = { offered: 'YES', offeredOn: today };
  await put(referred, 'restorative-offer', offer);
  expect(await stepOf(referred)).toMatchObject({ step: 'ANSWER', since: today });
  await put(referred, 'restorative-offer', { ...offer, answer: 'DECLINED', answeredOn: today, version: 1 });
  expect(await stepOf(referred)).toMatchObject({ step: 'CONTACT', since: dayFromNow(2), dueOn: dayFromNow(2) });
  await put(referred, 'contact', { version: (await victimOf(referred)).version });
  expect(await stepOf(referred)).toBeUndefined();
});

test('what keeps somebody safe comes before all else once it is overdue, and after their view until then', async () => {
  const referred = await referCase(team, { victims: [person()] });
  const safety = { sharedSchool: 'YES', sharedHome: 'NO', sharedStreet: 'NO' };
  const action = { what: 'Seat apart', who: 'School', dueOn: dayFromNow(3) };
  await put(referred, 'safety', { ...safety, actions: [action] });
  expect(await stepOf(referred)).toMatchObject({ step: 'ASK_VIEW' });
  await put(referred, 'safety', { ...safety, actions: [{ ...action, dueOn: dayFromNow(-1) }], version: 1 });
  expect(await stepOf(referred)).toMatchObject({ step: 'SAFETY_OVERDUE', dueOn: dayFromNow(-1) });
  await put(referred, 'safety', { ...safety, actions: [{ ...action, doneOn: today }], version: 2 });
  expect(await stepOf(referred)).toMatchObject({ step: 'ASK_VIEW' });
});

test('a view is due on the day of the meeting for which the case is listed', async () => {
  const referred = await referCase(team, { victims: [person()] });
  await prepareCase(team, referred.caseId);
  await signOff(team, referred.caseId);
  await listCase(team, referred.caseId);
  const added = await worker.api.post(at(referred), person());
  expect(added.status).toBe(201);
  const steps = (await waiting()).filter(({ caseId }: { caseId: string }) => caseId === referred.caseId);
  expect(steps).toContainEqual(expect.objectContaining({ step: 'ASK_VIEW', position: 2, dueOn: dayFromNow(0) }));
});

test('after the outcome each waits until they were told, by the day of the duty to tell them', async () => {
  const victims = [person('GIVEN', 'CHILD'), person()];
  const referred = await decidedCase(team, 'COMMUNITY_RESOLUTION', { victims });
  const { api } = await team.as('YJS_POLICE_OFFICER');
  const outcome = outcomeOf('COMMUNITY_RESOLUTION', await versionOf(team, referred.caseId));
  expect((await api.post(`/api/cases/${referred.caseId}/outcome`, outcome)).status).toBe(201);
  const told = async () =>
    (await waiting())
      .filter(({ caseId, step }: { caseId: string; step: string }) => caseId === referred.caseId && step === 'TELL')
      .map(({ kind, since, dueOn }: Record<string, string>) => [kind, since, dueOn]);
  expect((await told()).toSorted()).toEqual([
    ['CHILD', today, '2026-11-24'],
    ['PERSON', today, '2026-11-24'],
  ]);
  await put(referred, 'telling', { status: 'TOLD', toldOn: today, how: 'By telephone' });
  expect(await told()).toEqual([['PERSON', today, '2026-11-24']]);
});

test('a victim waits to be told also once the case was transferred elsewhere, and when the day is not known', async () => {
  const referred = await decidedCase(team, 'COMMUNITY_RESOLUTION', { victims: [person()] });
  await recordOutcome(team, referred.caseId, 'COMMUNITY_RESOLUTION');
  const { api } = await team.as('PANEL_TEAM_MANAGER');
  const withdrawn = { reason: 'The family moved.', reasonCode: 'TRANSFERRED' };
  const sent = { ...withdrawn, version: await versionOf(team, referred.caseId) };
  done('The withdrawal', await api.post(`/api/cases/${referred.caseId}/withdrawal`, sent));
  expect(await stepOf(referred)).toMatchObject({ step: 'TELL', since: today, dueOn: '2026-11-30' });
  const statement = `update duties set "dueOn" = null where "caseId" = '${referred.caseId}'`;
  await service.app.get<DataSource>(getDataSourceToken('write')).query(statement);
  expect(await stepOf(referred)).toMatchObject({ step: 'TELL', dueOn: null });
  await put(referred, 'telling', { status: 'TOLD', toldOn: today, how: 'By telephone' });
  expect(await stepOf(referred)).toBeUndefined();
});

test('somebody harmed in two cases is asked once, in the first of them', async () => {
  const [first, second] = [await referCase(team, { victims: [person('NOT_YET_SOUGHT')] }), await referCase(team)];
  const { harmedId } = await victimOf(first);
  await worker.api.post(`/api/cases/${second.caseId}/known-victims`, { harmedId });
  const asked = (await waiting()).filter(
    ({ caseId, step }: { caseId: string; step: string }) =>
      [first.caseId, second.caseId].includes(caseId) && step === 'ASK_CONSENT',
  );
  expect(asked).toMatchObject([{ caseId: first.caseId }]);
});

test('a worker sees those of their areas alone, by no name, and finds the same on the page and in their work', async () => {
  const referred = await referCase(team, { victims: [person()] });
  const elsewhere = await team.addArea(`Rutland ${referred.reference}`);
  const other = await team.hire(['VICTIM_WORKER'], { areaId: elsewhere });
  expect(await waiting(other)).toEqual([]);
  const officer = await team.hire(['REFERRING_OFFICER'], { areaId: elsewhere });
  const { caseId, reference } = await referCase(team, { panelAreaId: elsewhere, victims: [person()] }, officer);
  const [only, ...more] = await waiting(other);
  expect([only.caseId, more]).toEqual([caseId, []]);
  const work = (await other.api.get('/api/work')).body.items;
  const list = work.find(({ code }: { code: string }) => code === 'VICTIMS');
  const href = `/cases/${caseId}/victims/${only.victimId}/view`;
  expect(list).toMatchObject({ count: 1, items: [{ label: reference, child: null, note: 'ASK_VIEW', href }] });
  const browser = await browserOf(service, team, other);
  for (const page of ['/victims', '/']) {
    const { text } = await browser.get(page);
    expect([page, text.includes(href), text.includes(NAME)]).toEqual([page, true, false]);
    expect([page, text.includes('Ask for their view')]).toEqual([page, true]);
  }
  const chair = await team.as('PANEL_CHAIR');
  expect((await chair.api.get('/api/victims')).status).toBe(403);
});

test('the outcome is told by the day on which the duty is due, over a bank holiday that was proclaimed', async () => {
  const { api: administrator } = team.administrator;
  const { items } = (await administrator.get('/api/bank-holidays')).body;
  const { days } = items.find(({ year }: { year: number }) => year === 2026);
  const proclaimed = { days: [...days, '2026-11-26'], source: 'Proclaimed', reason: 'A jubilee' };
  expect((await administrator.put('/api/bank-holidays/2026', proclaimed)).status).toBe(200);
  const referred = await decidedCase(team, 'COMMUNITY_RESOLUTION', { victims: [person()] });
  const { duties } = await recordOutcome(team, referred.caseId, 'COMMUNITY_RESOLUTION');
  expect(duties).toMatchObject([{ code: 'TELL_VICTIM', dueOn: '2026-12-01' }]);
  expect(await stepOf(referred)).toMatchObject({ step: 'TELL', dueOn: '2026-12-01' });
});
