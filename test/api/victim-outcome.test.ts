import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { browserOf } from '../support/browser.js';
import { decidedCase, outcomeOf, recordOutcome, versionOf } from '../support/outcomes-story.js';
import { dayFromNow, decide } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type ReferredCase, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let worker: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  worker = await team.as('VICTIM_WORKER');
});
afterAll(() => service.stop());

const at = ({ caseId }: ReferredCase, rest = '') => `/api/cases/${caseId}/victims${rest}`;
const victimsOf = async (of: ReferredCase) => (await worker.api.get(at(of))).body.items;
const put = (of: ReferredCase, id: string, part: string, body: object) =>
  worker.api.put(at(of, `/${id}/${part}`), body);
const fieldsOf = (body: { errors?: { field: string }[] }) => body.errors?.map(({ field }) => field);
const offer = { offered: 'YES', offeredOn: '2026-09-25', way: 'LETTER' };
const today = dayFromNow(0);

const harmed = { kind: 'PERSON', name: 'Wren Ash', consentToShare: 'GIVEN' };

test('what a review changed waits for the victim worker, who marks it done without seeing the child', async () => {
  const referred = await decidedCase(team, 'COMMUNITY_RESOLUTION', { victims: [harmed, harmed] });
  await recordOutcome(team, referred.caseId, 'COMMUNITY_RESOLUTION');
  const senior = await team.as('SENIOR_REVIEWER');
  await senior.api.post(`/api/cases/${referred.caseId}/decision-review`, {
    ...{ anew: 'OUTCOME', reasonCode: 'INFORMATION_WRONG', reason: 'It rested on another child’s record.' },
    ...{ tellChild: 'It is looked at again.', tellCarer: 'The same.', tellVictim: 'It is made again in May.' },
    version: await versionOf(team, referred.caseId),
  });
  const stepsOf = async () =>
    (await worker.api.get('/api/victims')).body.items.filter(({ step }: { step: string }) => step === 'TELL_OF_REVIEW');
  expect(await stepsOf()).toHaveLength(2);
  expect((await stepsOf())[0]).toMatchObject({ next: 'Tell them what a review changed', since: today });
  expect((await stepsOf())[0].dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect((await worker.api.get(at(referred))).body.toTellOfReview).toBe('It is made again in May.');
  const browser = await browserOf(service, team, worker);
  const mend = `/cases/${referred.caseId}/duties/TELL_VICTIM_OF_REVIEW/done`;
  for (const page of ['/', '/victims', `/cases/${referred.caseId}/victims`]) {
    expect([page, (await browser.get(page)).text.includes(`href="${mend}"`)]).toEqual([page, true]);
  }
  const { childId } = referred;
  const form = (await browser.get(mend)).text;
  expect([form.includes('Tell the victim what a review changed'), form.includes(childId)]).toEqual([true, false]);
  expect(form).not.toContain('jdp-identity');
  const done = await browser.fill(mend, { note: 'By telephone' });
  expect([done.status, done.headers.get('location')]).toEqual([303, `/cases/${referred.caseId}/victims`]);
  expect([await stepsOf(), (await worker.api.get(at(referred))).body.toTellOfReview]).toEqual([[], null]);
  const other = `/api/cases/${referred.caseId}/duties/TELL_CHILD_OF_REVIEW/done`;
  expect((await worker.api.post(other, { version: await versionOf(team, referred.caseId) })).status).toBe(404);
});

describe('the restorative offer', () => {
  let referred: ReferredCase;
  let id: string;
  beforeEach(async () => {
    referred = await referCase(team);
    [{ id }] = await victimsOf(referred);
  });

  test.each([
    ['nothing said', { offered: undefined }, ['offered']],
    ['no offer without why', { offered: 'NO' }, ['notOfferedReason']],
    ['an offer without its day', { ...offer, offeredOn: undefined }, ['offeredOn']],
    ['an offer to come', { ...offer, offeredOn: '2999-01-01' }, ['offeredOn']],
    ['an answer without its day', { ...offer, answer: 'THINKING' }, ['answeredOn']],
    ['an answer before the offer', { ...offer, answer: 'ACCEPTED', answeredOn: '2026-09-01' }, ['answeredOn']],
    [
      'a meeting that was declined',
      { ...offer, answer: 'DECLINED', answeredOn: today, tookPlaceOn: today },
      ['tookPlaceOn'],
    ],
    ['an answer that is not known', { ...offer, answer: 'MAYBE', answeredOn: today }, ['answer']],
  ])('%s is refused by the name of its field', async (_, body, fields) => {
    const { status, body: answer } = await put(referred, id, 'restorative-offer', body);
    expect([status, fieldsOf(answer)]).toEqual([400, fields]);
    expect((await victimsOf(referred))[0].offer).toBeNull();
  });

  test('is kept with its answer, or with why there was none, and a stale one is refused', async () => {
    expect((await put(referred, id, 'restorative-offer', offer)).body).toEqual({ version: 1 });
    const thinking = { ...offer, answer: 'THINKING', answeredOn: today };
    expect((await put(referred, id, 'restorative-offer', thinking)).status).toBe(409);
    expect((await put(referred, id, 'restorative-offer', { ...thinking, version: 1 })).body).toEqual({ version: 2 });
    expect((await victimsOf(referred))[0].offer).toMatchObject({ answer: 'THINKING', way: 'LETTER' });
    const none = { offered: 'NO', notOfferedReason: 'A business that wants no contact', version: 2 };
    await put(referred, id, 'restorative-offer', none);
    expect((await victimsOf(referred))[0].offer).toMatchObject({
      offeredOn: null,
      way: null,
      answer: null,
      version: 3,
    });
  });

  test('that is open ends when they withdraw, and one that took place stays', async () => {
    const withdrawal = async () => {
      const [{ version }] = await victimsOf(referred);
      return worker.api.post(at(referred, `/${id}/withdrawal`), { on: today, reason: 'Enough', version });
    };
    const accepted = { ...offer, answer: 'ACCEPTED', answeredOn: '2026-09-26' };
    await put(referred, id, 'restorative-offer', accepted);
    await put(referred, id, 'telling', { status: 'WANTS_TO_BE_TOLD' });
    expect((await withdrawal()).body.closed).toEqual(['OFFER', 'TELLING']);
    const [closed] = await victimsOf(referred);
    expect(closed.offer).toMatchObject({ answer: 'WITHDRAWN', answeredOn: today });
    expect(closed.telling).toMatchObject({ status: 'CONSENT_WITHDRAWN' });
    const again = await put(referred, id, 'restorative-offer', { ...accepted, version: closed.offer.version });
    expect(fieldsOf(again.body)).toEqual(['offered']);
    const wants = await put(referred, id, 'telling', { status: 'WANTS_TO_BE_TOLD', version: closed.telling.version });
    expect(fieldsOf(wants.body)).toEqual(['status']);
    const agreed = { consent: 'GIVEN', askedOn: today, informed: 'All of it', version: closed.version };
    expect((await put(referred, id, 'consent', agreed)).status).toBe(200);
    const openedBefore = await put(referred, id, 'restorative-offer', { ...accepted, version: 1 });
    expect([openedBefore.status, openedBefore.body.code]).toEqual([409, 'STALE_VERSION']);
    referred = await referCase(team);
    [{ id }] = await victimsOf(referred);
    await put(referred, id, 'restorative-offer', { ...accepted, tookPlaceOn: today });
    expect((await withdrawal()).body.closed).toEqual([]);
    expect((await victimsOf(referred))[0].offer).toMatchObject({ answer: 'ACCEPTED', tookPlaceOn: today });
  });
});

describe('telling the outcome', () => {
  const two = [
    { kind: 'PERSON', name: 'Wren Ash', consentToShare: 'GIVEN' },
    { kind: 'PERSON', name: 'Sol Birch', consentToShare: 'GIVEN' },
  ];
  const told = { status: 'TOLD', toldOn: today, how: 'By telephone' };
  const dutyOf = async ({ caseId }: ReferredCase) =>
    (
      await service.read.source.query(
        `select d."doneOn", d."doneBy" from duties d where d."caseId" = $1 and d.code = 'TELL_VICTIM'`,
        [caseId],
      )
    )[0];
  const give = async ({ caseId }: ReferredCase) => {
    const { api } = await team.as('YJS_POLICE_OFFICER');
    const version = await versionOf(team, caseId);
    return api.post(`/api/cases/${caseId}/outcome`, outcomeOf('COMMUNITY_RESOLUTION', version));
  };

  test('of each victim completes the duty by itself, when the last was told or did not want to be', async () => {
    const referred = await decidedCase(team, 'COMMUNITY_RESOLUTION', { victims: two });
    const [one, other] = await victimsOf(referred);
    const early = await put(referred, one.id, 'telling', told);
    expect([early.status, fieldsOf(early.body)]).toEqual([400, ['status']]);
    expect((await put(referred, one.id, 'telling', { status: 'WANTS_TO_BE_TOLD' })).body).toEqual({
      version: 1,
      dutyDone: false,
    });
    expect((await give(referred)).status).toBe(201);
    expect(await dutyOf(referred)).toMatchObject({ doneOn: null });
    for (const [changes, field] of [
      [{ toldOn: undefined }, 'toldOn'],
      [{ toldOn: '2999-01-01' }, 'toldOn'],
      [{ toldOn: '2026-01-01' }, 'toldOn'],
      [{ how: ' ' }, 'how'],
    ] as const) {
      const refused = await put(referred, one.id, 'telling', { ...told, ...changes, version: 1 });
      expect([refused.status, fieldsOf(refused.body)]).toEqual([400, [field]]);
    }
    expect((await put(referred, one.id, 'telling', { ...told, version: 1 })).body).toEqual({
      version: 2,
      dutyDone: false,
    });
    expect(await dutyOf(referred)).toMatchObject({ doneOn: null });
    const browser = await browserOf(service, team, worker);
    const page = `/cases/${referred.caseId}/victims/${other.id}/about/telling`;
    expect((await browser.fill(page, { status: 'DECLINED' })).status).toBe(303);
    expect(await dutyOf(referred)).toEqual({ doneOn: today, doneBy: worker.id });
    const { body } = await (await team.as('PANEL_TEAM_MANAGER')).api.get(`/api/cases/${referred.caseId}/timeline`);
    expect(JSON.stringify(body)).toContain('marked done: tell victim');
  });

  test('begins anew where a review replaced the outcome; what they were told before stays to be read', async () => {
    const referred = await decidedCase(team, 'COMMUNITY_RESOLUTION', { victims: two });
    await give(referred);
    const [one, other] = await victimsOf(referred);
    await put(referred, one.id, 'telling', told);
    await put(referred, other.id, 'telling', { status: 'DECLINED' });
    expect(await dutyOf(referred)).toMatchObject({ doneOn: today });
    const senior = await team.as('SENIOR_REVIEWER');
    const reviewed = await senior.api.post(`/api/cases/${referred.caseId}/decision-review`, {
      ...{ anew: 'POLICE_DECISION', reasonCode: 'INFORMATION_WRONG', reason: 'It rested on another child’s record.' },
      ...{ tellChild: 'It is looked at again.', tellCarer: 'The same.', tellVictim: 'The decision is made again.' },
      version: await versionOf(team, referred.caseId),
    });
    expect(reviewed.status).toBe(201);
    const [toldOnce, declined] = await victimsOf(referred);
    expect(toldOnce.telling).toEqual({ status: 'WANTS_TO_BE_TOLD', toldOn: null, how: null, version: 2 });
    expect(toldOnce.toldBefore).toEqual([{ toldOn: today, how: 'By telephone' }]);
    expect([declined.telling.status, declined.toldBefore]).toEqual(['DECLINED', []]);
    const source = service.app.get<DataSource>(getDataSourceToken('write'));
    for (const change of ['update past_tellings set how = null', 'delete from past_tellings']) {
      await expect(source.query(change)).rejects.toThrow(/append-only/);
    }
    await decide(team, referred.caseId, 'NO_FURTHER_ACTION', { reasonCode: 'PUBLIC_INTEREST' });
    await recordOutcome(team, referred.caseId, 'NO_FURTHER_ACTION');
    expect(await dutyOf(referred)).toMatchObject({ doneOn: null });
    const due = (await worker.api.get(at(referred, `/${one.id}/letters`))).body;
    expect(JSON.stringify(due)).toContain('VICTIM_OUTCOME');
    const browser = await browserOf(service, team, worker);
    const page = (await browser.get(`/cases/${referred.caseId}/victims`)).text;
    expect(page).toContain('Told before, of an outcome that does not stand any more');
    expect(page).toContain('Wants to be told the outcome');
    expect((await put(referred, one.id, 'telling', { ...told, version: 2 })).body).toEqual({
      version: 3,
      dutyDone: true,
    });
  });

  test('is no duty where nobody wants to be told, and ends when the last of them withdraws', async () => {
    const declined = await decidedCase(team, 'COMMUNITY_RESOLUTION', { victims: two });
    for (const { id } of await victimsOf(declined)) await put(declined, id, 'telling', { status: 'DECLINED' });
    await give(declined);
    expect(await dutyOf(declined)).toBeUndefined();
    const referred = await decidedCase(team, 'COMMUNITY_RESOLUTION', { victims: two.slice(0, 1) });
    await give(referred);
    expect(await dutyOf(referred)).toMatchObject({ doneOn: null });
    const [{ id, version }] = await victimsOf(referred);
    await worker.api.post(at(referred, `/${id}/withdrawal`), { on: today, reason: 'Enough', version });
    expect(await dutyOf(referred)).toMatchObject({ doneOn: today });
  });
});
