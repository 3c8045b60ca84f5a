import { getDataSourceToken } from '@nestjs/typeorm';
import sql from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { prepareCase } from '../support/assessments-story.js';
import { recordDisposal } from '../support/children-story.js';
import { codesOf } from '../support/clients.js';
import {
  decidedCase,
  deliver,
  delivery,
  endings,
  hearAgain,
  outcomeOf,
  recordOutcome,
  versionOf,
} from '../support/outcomes-story.js';
import { dayFromNow } from '../support/panels-story.js';
import { setUpTeam, type Colleague, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';
import { signedOffCase, stateOf } from '../support/signed-off-case.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let police: Colleague;
let manager: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [assessor, police] = [await team.as('YJS_ASSESSOR'), await team.as('YJS_POLICE_OFFICER')];
  manager = await team.as('PANEL_TEAM_MANAGER');
});
afterAll(() => service.stop());

const eventsOf = async (caseId: string): Promise<{ event: string; sentence: string }[]> =>
  (await manager.api.get(`/api/cases/${caseId}/timeline`)).body.items;

const dutiesOf = async (caseId: string) => (await police.api.get(`/api/cases/${caseId}/duties`)).body.items;

describe('a delivery', () => {
  test('is planned, followed and ended, and each time said', async () => {
    const { caseId } = await decidedCase(team, 'OUTCOME_22');
    const before = await assessor.api.get(`/api/cases/${caseId}/delivery`);
    expect(before.body).toMatchObject({ status: null, actions: [], version: 0, past: [] });
    const planned = await assessor.api.put(`/api/cases/${caseId}/delivery`, delivery('PLANNED'));
    expect([planned.status, planned.body.version]).toEqual([200, 1]);
    const ended = { ...endings['NOT_COMPLETED'], endedOn: dayFromNow(0), version: 1 };
    const kept = await assessor.api.put(`/api/cases/${caseId}/delivery/completion`, ended);
    expect(kept.body).toMatchObject({
      status: 'NOT_COMPLETED',
      version: 2,
      caseVersion: await versionOf(team, caseId),
    });
    const { body } = await (await team.as('PANEL_MEMBER')).api.get(`/api/cases/${caseId}/delivery`);
    const reason = 'Came once, then moved to an aunt’s in another town.';
    expect(body).toMatchObject({ ...delivery('NOT_COMPLETED'), notCompletedReason: reason, version: 2 });
    const said = (await eventsOf(caseId)).filter(({ event }) => event === 'DELIVERY_RECORDED');
    expect(said.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('recorded the delivery: not completed'),
      expect.stringContaining('recorded the delivery: planned'),
    ]);
  });

  test('that somebody else changed meanwhile is not overwritten', async () => {
    const { caseId } = await decidedCase(team, 'OUTCOME_22');
    await deliver(team, caseId, 'PLANNED');
    for (const version of [undefined, 0, 5]) {
      const { status, body } = await police.api.put(`/api/cases/${caseId}/delivery`, {
        ...delivery('UNDER_WAY'),
        version,
      });
      expect([version, status, body.code]).toEqual([version, 409, 'STALE_VERSION']);
    }
    expect((await police.api.get(`/api/cases/${caseId}/delivery`)).body.status).toBe('PLANNED');
  });

  test('begins with the police decision and ends with the case', async () => {
    const { caseId } = await referCase(team);
    const early = await assessor.api.put(`/api/cases/${caseId}/delivery`, delivery('PLANNED'));
    expect([early.status, codesOf(early)]).toEqual([409, ['WRONG_STATE']]);
    const done = await decidedCase(team);
    await recordOutcome(team, done.caseId, 'COMMUNITY_RESOLUTION');
    await deliver(team, done.caseId, 'COMPLETED');
    expect((await manager.api.post(`/api/cases/${done.caseId}/closure`)).status).toBe(200);
    const late = await assessor.api.put(`/api/cases/${done.caseId}/delivery`, delivery('UNDER_WAY', { version: 1 }));
    expect([late.status, codesOf(late)]).toEqual([409, ['WRONG_STATE']]);
  });

  test.each([
    ['without a status', { status: undefined }, 'status'],
    ['ended for no reason', { status: 'NOT_COMPLETED' }, 'status'],
    ['begun tomorrow', { startedOn: dayFromNow(1) }, 'startedOn'],
    ['ended on a day', { endedOn: dayFromNow(0) }, 'endedOn'],
    ['of things nobody sees to', { actions: [{ description: 'Talk', due: dayFromNow(9) }] }, 'actions[0].owner'],
    ['with a colour', { colour: 'red' }, 'colour'],
  ])('%s is refused with its field', async (_, change, field) => {
    const { caseId } = await (known ??= decidedCase(team));
    const sent = { ...delivery('PLANNED'), ...change };
    const { status, body } = await assessor.api.put(`/api/cases/${caseId}/delivery`, sent);
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });

  let known: ReturnType<typeof decidedCase> | undefined;

  test('ends with its reason, where that is said: nothing that was agreed vanishes, and the refusal names the place', async () => {
    const { caseId } = await decidedCase(team, 'OUTCOME_22');
    await deliver(team, caseId, 'UNDER_WAY');
    const put = (sent: object) => assessor.api.put(`/api/cases/${caseId}/delivery`, { actions: [], ...sent });
    for (const status of ['COMPLETED', 'NOT_COMPLETED', 'NOT_RECORDED']) {
      const refused = await put({ status, version: 1 });
      const [{ field, message }] = refused.body.errors;
      const isNamed = message.includes('/api/cases/:id/delivery/completion');
      expect([status, refused.status, field, isNamed]).toEqual([status, 400, 'status', true]);
    }
    const gone = await put({ status: 'NOT_NEEDED', version: 1 });
    const mend = `/cases/${caseId}/delivery/completion`;
    expect([gone.status, gone.body.blockers]).toEqual([409, [expect.objectContaining({ mend })]]);
    const { status, actions } = (await assessor.api.get(`/api/cases/${caseId}/delivery`)).body;
    expect([status, actions.length]).toEqual(['UNDER_WAY', 1]);
    await deliver(team, caseId, 'NOT_COMPLETED');
    expect((await put({ status: 'NOT_NEEDED', version: 2 })).status).toBe(409);
  });

  test('is recorded by those who may, in their own area', async () => {
    const { caseId } = await decidedCase(team);
    const chair = await team.as('PANEL_CHAIR');
    expect((await chair.api.put(`/api/cases/${caseId}/delivery`, delivery('PLANNED'))).status).toBe(403);
    const stranger = await team.hire(['YJS_ASSESSOR'], { areaId: await team.addArea('Oakham') });
    expect((await stranger.api.put(`/api/cases/${caseId}/delivery`, delivery('PLANNED'))).status).toBe(404);
  });

  test('that goes on after the outcome says whether the disposal was completed, and news of it opens another case', async () => {
    const { caseId, childId } = await decidedCase(team);
    await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION');
    const completed = async () =>
      (await manager.api.get(`/api/children/${childId}/disposals`)).body.items[0].completed as string;
    const after: string[] = [await completed()];
    for (const status of ['UNDER_WAY', 'NOT_COMPLETED', 'COMPLETED']) {
      await deliver(team, caseId, status);
      after.push(await completed());
    }
    expect(after).toEqual(['NOT_KNOWN', 'NOT_KNOWN', 'NO', 'YES']);
    const other = await signedOffCase(service, team, childId);
    await deliver(team, caseId, 'COMPLETED');
    expect(await stateOf(service, other)).toMatchObject({ state: 'READY' });
    await deliver(team, caseId, 'NOT_COMPLETED');
    expect(await stateOf(service, other)).toMatchObject({ state: 'PREPARING' });
  });

  test('on whose completion an outcome stands cannot be undone', async () => {
    const { caseId } = await decidedCase(team, 'OUTCOME_22');
    await recordOutcome(team, caseId, 'OUTCOME_22');
    const { version } = (await assessor.api.get(`/api/cases/${caseId}/delivery`)).body;
    const changes = [
      ['', delivery('UNDER_WAY', { version })],
      ['/completion', { ...endings['NOT_COMPLETED'], endedOn: dayFromNow(0), version }],
    ] as const;
    for (const [rest, change] of changes) {
      const undone = await assessor.api.put(`/api/cases/${caseId}/delivery${rest}`, change);
      expect([rest, undone.status, codesOf(undone)]).toEqual([rest, 409, ['ACTIVITY_NOT_COMPLETED']]);
    }
    await deliver(team, caseId, 'COMPLETED');
  });
});

describe('an activity that was not completed', () => {
  test('takes the case back to the panel, and what was delivered before completes nothing of the next decision', async () => {
    const { caseId } = await decidedCase(team, 'OUTCOME_22');
    await deliver(team, caseId, 'COMPLETED');
    const version = await versionOf(team, caseId);
    const at = `/api/cases/${caseId}/return-to-panel`;
    const reason = 'It turned out that somebody else had signed the attendance sheet.';
    expect((await police.api.post(at, { version })).status).toBe(400);
    expect((await police.api.post(at, { reason, version: version - 1 })).body.code).toBe('STALE_VERSION');
    expect((await assessor.api.post(at, { reason, version })).status).toBe(403);
    const { status, body } = await police.api.post(at, { reason, version });
    expect([status, body.state]).toEqual([200, 'PREPARING']);
    expect(await stateOf(service, caseId)).toEqual({ state: 'PREPARING', signedOffBy: null });
    const kept = sql`select r.reason from case_move_reasons r where r."caseId" = ${caseId}`;
    expect(await service.read.rows(kept)).toEqual([{ reason }]);
    const events = (await eventsOf(caseId)).map(({ event }) => event);
    expect(events).toEqual(expect.arrayContaining(['CASE_MOVED', 'SIGN_OFF_REMOVED']));

    const { body: shown } = await assessor.api.get(`/api/cases/${caseId}/delivery`);
    expect(shown).toMatchObject({ status: null, version: 0, past: [{ status: 'COMPLETED', actions: [{}] }] });
    const source = service.app.get<DataSource>(getDataSourceToken('write'));
    for (const change of [`update past_deliveries set status = 'COMPLETED'`, 'delete from past_deliveries']) {
      await expect(source.query(change)).rejects.toThrow(/append-only/);
    }
    await hearAgain(team, caseId, 'OUTCOME_22');
    const again = outcomeOf('OUTCOME_22', await versionOf(team, caseId));
    const refused = await police.api.post(`/api/cases/${caseId}/outcome`, again);
    expect([refused.status, codesOf(refused)]).toEqual([409, ['ACTIVITY_NOT_COMPLETED']]);
    await recordOutcome(team, caseId, 'OUTCOME_22');
  });

  test('takes the case back to police', async () => {
    const { caseId } = await decidedCase(team, 'OUTCOME_23');
    await deliver(team, caseId, 'NOT_COMPLETED');
    const officer = await team.as('POLICE_DECISION_MAKER');
    const sent = { reasonCode: 'CHARGE_NEEDED', reason: 'The child came to none of the sessions.' };
    const { status, body } = await officer.api.post(`/api/cases/${caseId}/return-to-police`, sent);
    expect([status, body.state]).toEqual([200, 'RETURNED_TO_POLICE']);
    expect((await officer.api.get(`/api/cases/${caseId}/delivery`)).body.status).toBe('NOT_COMPLETED');
  });

  test('cannot go back to a panel that has not recommended, nor after the outcome', async () => {
    const reason = 'The child refused.';
    const { caseId } = await referCase(team);
    const early = await police.api.post(`/api/cases/${caseId}/return-to-panel`, { reason });
    expect([early.status, codesOf(early)]).toEqual([409, ['WRONG_STATE']]);
    const done = await decidedCase(team);
    await recordOutcome(team, done.caseId, 'COMMUNITY_RESOLUTION');
    const late = await police.api.post(`/api/cases/${done.caseId}/return-to-panel`, { reason });
    expect([late.status, codesOf(late)]).toEqual([409, ['WRONG_STATE']]);
  });
});

test.each([
  ['NOT_NEEDED', 200],
  ['COMPLETED', 200],
  ['NOT_COMPLETED', 200],
  ['PLANNED', 409],
  ['UNDER_WAY', 409],
  [null, 409],
])('a case whose delivery is %s answers its closing with %i', async (status, expected) => {
  const { caseId } = await decidedCase(team);
  await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION');
  if (status) await deliver(team, caseId, status);
  const answer = await assessor.api.post(`/api/cases/${caseId}/closure`, { version: await versionOf(team, caseId) });
  expect([answer.status, codesOf(answer)]).toEqual([expected, expected === 200 ? [] : ['DELIVERY_NOT_ENDED']]);
  expect(await stateOf(service, caseId)).toMatchObject({ state: expected === 200 ? 'CLOSED' : 'OUTCOME_RECORDED' });
});

test('a case is not closed before its outcome is recorded', async () => {
  const { caseId } = await decidedCase(team);
  await deliver(team, caseId, 'COMPLETED');
  const answer = await assessor.api.post(`/api/cases/${caseId}/closure`);
  expect([answer.status, codesOf(answer)]).toEqual([409, ['WRONG_STATE']]);
});

describe('duties', () => {
  const given = { givenOn: dayFromNow(0) };

  test('after a second youth caution are to refer, to assess and to tell the victim, each by its day', async () => {
    const { caseId, childId } = await referCase(team);
    await recordDisposal(manager.api, childId, { disposal: 'YOUTH_CAUTION', givenOn: '2026-02-02' });
    await prepareCase(team, caseId);
    await hearAgain(team, caseId, 'YOUTH_CAUTION');
    const { duties } = await recordOutcome(team, caseId, 'YOUTH_CAUTION', given);
    expect(duties).toEqual([
      { code: 'REFER_TO_YJS', dueOn: '2026-11-24', doneOn: null },
      { code: 'ASSESSMENT_DUTY', dueOn: '2026-12-07', doneOn: '2026-11-23' },
      { code: 'TELL_VICTIM', dueOn: '2026-11-30', doneOn: null },
    ]);
    const found = await dutiesOf(caseId);
    expect(found.map(({ code }: { code: string }) => code)).toEqual(['REFER_TO_YJS', 'TELL_VICTIM', 'ASSESSMENT_DUTY']);
    expect(found[2]).toMatchObject({ doneBy: { id: manager.id } });
  });

  test.each([
    ['a first youth caution', 'YOUTH_CAUTION', {}, {}, ['REFER_TO_YJS', 'TELL_VICTIM']],
    ['a resolution', 'COMMUNITY_RESOLUTION', {}, {}, ['TELL_VICTIM']],
    ['a resolution of which the victim was told', 'COMMUNITY_RESOLUTION', {}, { victimInformedOn: dayFromNow(0) }, []],
    [
      'a resolution that harmed nobody',
      'COMMUNITY_RESOLUTION',
      { victims: undefined, noIdentifiableVictim: { reason: 'Possession of cannabis' } },
      {},
      [],
    ],
  ])('after %s are those that the law asks', async (_, disposal, referred, more, codes) => {
    const { caseId } = await decidedCase(team, disposal, referred);
    const { duties } = await recordOutcome(team, caseId, disposal, { ...given, ...more });
    expect(duties.map(({ code }: { code: string }) => code)).toEqual(codes);
  });

  test('to a victim who is a child run for one working day', async () => {
    const victims = [{ kind: 'CHILD', name: 'Robin Tollgate', consentToShare: 'GIVEN', sameSchoolOrHome: 'YES' }];
    const { caseId } = await decidedCase(team, 'COMMUNITY_RESOLUTION', { victims });
    const { duties } = await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION', given);
    expect(duties).toEqual([{ code: 'TELL_VICTIM', dueOn: '2026-11-24', doneOn: null }]);
  });

  test('are marked done once, by those who may, and it is said who did it', async () => {
    const { caseId } = await decidedCase(team);
    await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION', given);
    const at = `/api/cases/${caseId}/duties/TELL_VICTIM/done`;
    const chair = await team.as('PANEL_CHAIR');
    expect((await chair.api.post(at, {})).status).toBe(403);
    expect((await police.api.post(`/api/cases/${caseId}/duties/ASSESSMENT_DUTY/done`, {})).status).toBe(404);
    expect((await police.api.post(`/api/cases/${caseId}/duties/SING/done`, {})).status).toBe(404);
    expect((await police.api.post(at, { note: 'x'.repeat(501) })).status).toBe(400);
    const { status, body } = await police.api.post(at, { note: 'By letter' });
    expect([status, body]).toEqual([200, { caseId, code: 'TELL_VICTIM', doneOn: dayFromNow(0) }]);
    expect(await dutiesOf(caseId)).toMatchObject([{ doneBy: { id: police.id }, note: 'By letter' }]);
    const twice = await police.api.post(at, {});
    expect([twice.status, codesOf(twice)]).toEqual([409, ['WRONG_STATE']]);
    expect((await eventsOf(caseId)).filter(({ event }) => event === 'DUTY_DONE')).toHaveLength(1);
  });

  test('to tell a victim are done with a word of how or why not, also by whoever speaks with victims', async () => {
    const { caseId } = await decidedCase(team);
    await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION', given);
    const at = `/api/cases/${caseId}/duties/TELL_VICTIM/done`;
    const worker = await team.as('VICTIM_WORKER');
    for (const { api } of [assessor, worker]) {
      for (const sent of [{}, { note: ' ' }]) {
        const { status, body } = await api.post(at, sent);
        const message = 'Enter how the victim was told, or why they were not';
        expect([status, body.errors]).toEqual([400, [{ field: 'note', message }]]);
      }
    }
    const decider = await team.as('POLICE_DECISION_MAKER');
    expect((await decider.api.post(at, { note: 'By letter' })).status).toBe(404);
    const elsewhere = await team.hire(['VICTIM_WORKER'], { areaId: await team.addArea('Melton') });
    expect((await elsewhere.api.post(at, { note: 'By letter' })).status).toBe(404);
    expect(await dutiesOf(caseId)).toMatchObject([{ doneOn: null }]);
    const done = await worker.api.post(at, { note: 'They asked to hear nothing more.' });
    expect(done.body).toEqual({ caseId, code: 'TELL_VICTIM', doneOn: dayFromNow(0) });
    expect(await dutiesOf(caseId)).toMatchObject([
      { doneBy: { id: worker.id }, note: 'They asked to hear nothing more.' },
    ]);
  });
});
