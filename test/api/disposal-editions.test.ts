import { getDataSourceToken } from '@nestjs/typeorm';
import sql from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { disposals } from '../../src/policy/disposals.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf, done } from '../support/clients.js';
import { changeDisposal, changeOf, pledge } from '../support/disposals-story.js';
import { decidedCase, outcomeOf, recordOutcome, versionOf } from '../support/outcomes-story.js';
import {
  arrangeMeeting,
  attend,
  dayFromNow,
  decide,
  listCase,
  placeOf,
  recommend,
  recommendation,
} from '../support/panels-story.js';
import { chooseSetting, type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

const DAY = 86_400_000;

let service: Service;
let team: Team;
let chair: Colleague;
let police: Colleague;

beforeEach(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [chair, police] = [await team.as('PANEL_CHAIR'), await team.as('POLICE_DECISION_MAKER')];
});
afterEach(() => service.stop());

const listed = async (referral: Record<string, unknown> = {}, meetingId?: string): Promise<string> =>
  (await listedChild(referral, meetingId)).caseId;

async function listedChild(
  referral: Record<string, unknown> = {},
  meetingId?: string,
): Promise<{ caseId: string; childId: string }> {
  const { caseId, childId } = await referCase(team, referral);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId, meetingId);
  return { caseId, childId };
}

const standingOf = async (caseId: string, code: string) => {
  const { items } = done('The table', await chair.api.get(`/api/cases/${caseId}/eligibility`)).body;
  return items.find((item: { code: string }) => item.code === code);
};
const recommended = async (caseId: string, disposal: string) => {
  const { meetingId, version } = await placeOf(team, caseId);
  return chair.api.post(`/api/cases/${caseId}/recommendation`, recommendation(meetingId, version, { disposal }));
};
const faultsOf = ({ status, body }: { status: number; body: any }): unknown[] => [
  status,
  body.errors?.map(({ field }: { field: string }) => field),
];

test('everybody signed in reads what there is; only an administrator changes it', async () => {
  const { body } = await chair.api.get('/api/disposals');
  expect(body.items.map(({ code }: { code: string }) => code)).toEqual(Object.keys(disposals));
  expect(body.items.find(({ code }: { code: string }) => code === 'OUTCOME_23')).toMatchObject({
    ...{ homeOfficeOutcome: '23', nationalCodes: [], interimNationalCode: 'REPRIMAND', edition: 0 },
  });
  expect((await chair.api.get('/api/disposals/OUTCOME_22')).body).toMatchObject({
    editions: [],
    inForce: { edition: 0 },
  });
  expect((await chair.api.get('/api/disposals/DETENTION')).status).toBe(404);
  for (const [path, sent] of [
    ['/api/disposals', pledge()],
    ['/api/disposals/OUTCOME_22/editions', changeOf('OUTCOME_22')],
    ['/api/disposals/OUTCOME_22/preview', changeOf('OUTCOME_22')],
    ['/api/disposals/OUTCOME_22/end', { validTo: dayFromNow(0), reason: 'Over.', version: 0 }],
  ] as const) {
    expect([path, (await chair.api.post(path, sent)).status]).toEqual([path, 403]);
  }
});

test('a disposal that is added can be chosen from its day, all the way to the outcome, and counts from then on', async () => {
  const { caseId, childId } = await listedChild();
  expect(faultsOf(await recommended(caseId, 'COMMUNITY_PLEDGE'))).toEqual([
    400,
    ['disposal', 'optionsConsidered[0].disposal'],
  ]);
  const { status, body } = await team.administrator.api.post('/api/disposals', pledge());
  expect([status, body]).toEqual([201, { code: 'COMMUNITY_PLEDGE', edition: 1 }]);
  expect(await standingOf(caseId, 'COMMUNITY_PLEDGE')).toMatchObject({
    name: 'Community pledge',
    edition: 1,
    standing: 'OPEN_WITH_WARNING',
    reasons: [{ code: 'GRAVITY_DEPARTURE_UNEXPLAINED', toAnswer: true }],
  });
  done('The recommendation', await recommended(caseId, 'COMMUNITY_PLEDGE'));
  await decide(team, caseId, 'COMMUNITY_PLEDGE');
  const given = outcomeOf('COMMUNITY_RESOLUTION', await versionOf(team, caseId), { disposal: 'COMMUNITY_PLEDGE' });
  const { api } = await team.as('YJS_POLICE_OFFICER');
  expect(codesOf(await api.post(`/api/cases/${caseId}/outcome`, { ...given, givenBy: '' }))).toEqual([
    'GIVEN_BY_MISSING',
  ]);
  const outcome = done('The outcome', await api.post(`/api/cases/${caseId}/outcome`, given)).body;
  expect(outcome.homeOfficeOutcome).toBe('8');
  const { body: shown } = await chair.api.get(`/api/cases/${caseId}/outcome`);
  expect([shown.disposalThen.edition, shown.disposalThen.row.name]).toEqual([1, 'Community pledge']);
  const { body: before } = await api.get(`/api/children/${childId}/disposals`);
  expect([before.flags[0].informal, before.flags[0].message]).toEqual([
    1,
    expect.stringContaining('Community pledge: 1'),
  ]);
});

test('what was decided on a disposal that was added is corrected through its own gates, with a reason', async () => {
  done('The new one', await team.administrator.api.post('/api/disposals', pledge()));
  const ethnicity = { code: 'W1', scheme: '18+1', source: 'SELF', officerCode: 'IC1' };
  const child = { givenName: 'Perrin', familyName: 'Vale', dateOfBirth: '2008-11-25', sex: 'MALE', ethnicity };
  const { caseId } = await decidedCase(team, 'COMMUNITY_PLEDGE', { child });
  service.clock.ahead += 2 * DAY;
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const correct = async (more: object = {}) =>
    manager.api.post(`/api/cases/${caseId}/corrections`, {
      ...{
        record: 'POLICE_DECISION',
        field: 'decidedOn',
        after: dayFromNow(2),
        version: await versionOf(team, caseId),
      },
      ...{ whatWasWrong: 'The day was that of the call.', why: 'The inspector’s note says so.', ...more },
    });
  const shut = await correct();
  expect([shut.status, codesOf(shut)]).toEqual([409, ['AGE_18_OR_OVER']]);

  const page = `/cases/${caseId}/corrections/POLICE_DECISION/decidedOn`;
  const browser = await browserOf(service, team, manager);
  expect((await browser.get(page)).text).toContain('value="AGE_18_OR_OVER"');
  const overrides = [{ code: 'AGE_18_OR_OVER', reason: 'Agreed while the child was 17; the form was signed later.' }];
  expect((await correct({ overrides })).body).toMatchObject({ after: dayFromNow(2), overridden: overrides });
  const { items } = (await manager.api.get(`/api/cases/${caseId}/decision-history`)).body;
  expect(items[0]).toMatchObject({ disposal: 'COMMUNITY_PLEDGE', disposalName: 'Community pledge' });
  expect((await browser.get(`/cases/${caseId}/decision-history`)).text).toContain('Community pledge');
});

test('a correction asks what the edition of the decision asks, not what has been put on since', async () => {
  const { caseId } = await decidedCase(team, 'OUTCOME_22', { responsibilityStance: 'ACCEPTS_RESPONSIBILITY' });
  const { rules } = disposals.OUTCOME_22;
  done('The change', await changeDisposal(team, 'OUTCOME_22', { rules: [...rules, 'ADMISSION_REQUIRED'] }));
  service.clock.ahead += DAY;
  const version = await versionOf(team, caseId);
  const { status } = await police.api.post(`/api/cases/${caseId}/corrections`, {
    ...{ record: 'POLICE_DECISION', field: 'decidedOn', after: dayFromNow(1), version },
    ...{ whatWasWrong: 'The day was that of the call.', why: 'The inspector’s note says so.' },
  });
  expect(status).toBe(201);
});

test('what is decided keeps its edition; what is not follows the new one', async () => {
  const decided = await decidedCase(team);
  const open = await listed();
  const changed = await changeDisposal(team, 'COMMUNITY_RESOLUTION', {
    name: 'Community agreement',
    rules: [...disposals.COMMUNITY_RESOLUTION.rules, 'ADMISSION_REQUIRED'],
    outcomeRules: [...disposals.COMMUNITY_RESOLUTION.outcomeRules, 'EXPLANATION_MISSING'],
  });
  expect(changed.body).toEqual({ code: 'COMMUNITY_RESOLUTION', edition: 1 });
  expect(await standingOf(open, 'COMMUNITY_RESOLUTION')).toMatchObject({
    name: 'Community agreement',
    standing: 'OPEN',
  });
  const { body: decision } = await chair.api.get(`/api/cases/${decided.caseId}/police-decision`);
  expect([decision.evaluation.disposalEdition, decision.disposalThen.row.name]).toEqual([0, 'Community resolution']);
  const outcome = await recordOutcome(team, decided.caseId, 'COMMUNITY_RESOLUTION');
  expect(outcome.state).toBe('OUTCOME_RECORDED');
  await recommend(team, open);
  await decide(team, open);
  const { body: later } = await chair.api.get(`/api/cases/${open}/police-decision`);
  expect([later.evaluation.disposalEdition, later.disposalThen.row.name]).toEqual([1, 'Community agreement']);
  const { api } = await team.as('YJS_POLICE_OFFICER');
  const given = outcomeOf('COMMUNITY_RESOLUTION', await versionOf(team, open));
  expect(codesOf(await api.post(`/api/cases/${open}/outcome`, given))).toEqual(['EXPLANATION_MISSING']);
});

test('a rule that is put on shuts the panel and police from the day of the change', async () => {
  const caseId = await listed({ responsibilityStance: 'ACCEPTS_RESPONSIBILITY' });
  done(
    'The change',
    await changeDisposal(team, 'OUTCOME_22', { rules: [...disposals.OUTCOME_22.rules, 'ADMISSION_REQUIRED'] }),
  );
  expect(await standingOf(caseId, 'OUTCOME_22')).toMatchObject({ standing: 'CLOSED' });
  expect(codesOf(await recommended(caseId, 'OUTCOME_22'))).toEqual(['ADMISSION_REQUIRED']);
  await recommend(team, caseId);
  const { version } = await placeOf(team, caseId);
  const sent = { disposal: 'OUTCOME_22', reason: 'Another way.', overrides: [], version };
  const path = `/api/cases/${caseId}/police-decision`;
  expect(codesOf(await police.api.post(path, { ...sent, decidedOn: dayFromNow(0) }))).toEqual(['ADMISSION_REQUIRED']);

  // Of a change that begins tomorrow police know nothing today, also when the decision is written down tomorrow.
  const rules = [...disposals.OUTCOME_20.rules, 'ADMISSION_REQUIRED'];
  done('The plan', await changeDisposal(team, 'OUTCOME_20', { rules, fromDay: dayFromNow(1) }));
  service.clock.ahead += DAY;
  const other = { ...sent, disposal: 'OUTCOME_20' };
  expect(codesOf(await police.api.post(path, { ...other, decidedOn: dayFromNow(1) }))).toEqual(['ADMISSION_REQUIRED']);
  expect((await police.api.post(path, { ...other, decidedOn: dayFromNow(0) })).status).toBe(201);
  service.clock.ahead -= DAY;
});

test('a planned change waits for its day, and a later one overtakes it', async () => {
  done('The plan', await changeDisposal(team, 'OUTCOME_21', { name: 'Planned', fromDay: dayFromNow(9) }));
  const nameToday = async () => (await chair.api.get('/api/disposals/OUTCOME_21')).body.inForce.row.name;
  expect(await nameToday()).toBe(disposals.OUTCOME_21.name);
  done('The change', await changeDisposal(team, 'OUTCOME_21', { name: 'Changed first' }));
  expect(await nameToday()).toBe('Changed first');
  service.clock.ahead += 10 * DAY;
  expect(await nameToday()).toBe('Changed first');
});

test('a disposal that ends is closed after its last day, and is still given to whom it was decided for', async () => {
  const { caseId } = await decidedCase(team, 'COMMUNITY_RESOLUTION');
  const tomorrow = await arrangeMeeting(team, { startsAt: `${dayFromNow(1)}T10:00` });
  const open = await listed({}, tomorrow);
  const end = { validTo: dayFromNow(0), reason: 'Parliament ended it.', version: 0 };
  const path = '/api/disposals/COMMUNITY_RESOLUTION/end';
  expect(faultsOf(await team.administrator.api.post(path, { ...end, validTo: dayFromNow(-1) }))).toEqual([
    400,
    ['validTo'],
  ]);
  expect((await team.administrator.api.post(path, end)).body).toEqual({ code: 'COMMUNITY_RESOLUTION', edition: 1 });
  service.clock.ahead += DAY;
  await attend(team, tomorrow);
  expect(codesOf(await recommended(open, 'COMMUNITY_RESOLUTION'))).toEqual(['DISPOSAL_NOT_IN_FORCE']);
  const { ended, items } = (await chair.api.get(`/api/cases/${open}/eligibility`)).body;
  expect(ended).toContain('Community resolution');
  expect(items.map(({ code }: { code: string }) => code)).not.toContain('COMMUNITY_RESOLUTION');
  const given = await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION', { givenOn: dayFromNow(1) });
  expect([given.state, given.overridden]).toEqual(['OUTCOME_RECORDED', []]);
});

test('an activity that is completed weeks after its disposal ended, or its area began it later, is recorded', async () => {
  const [ended, deferred] = [await decidedCase(team, 'OUTCOME_22'), await decidedCase(team, 'OUTCOME_23')];
  const { api } = team.administrator;
  const end = { validTo: dayFromNow(0), reason: 'The guidance ended it.', version: 0 };
  done('The end', await api.post('/api/disposals/OUTCOME_22/end', end));
  await chooseSetting(team, 'outcome23From', { value: dayFromNow(90), from: dayFromNow(0), reason: 'Later.' });
  service.clock.ahead += 21 * DAY;
  for (const [{ caseId }, disposal] of [
    [ended, 'OUTCOME_22'],
    [deferred, 'OUTCOME_23'],
  ] as const) {
    const { state } = await recordOutcome(team, caseId, disposal, { givenOn: dayFromNow(21) });
    expect([disposal, state]).toEqual([disposal, 'OUTCOME_RECORDED']);
  }
});

test('what statute asks of a caution cannot be taken off', async () => {
  const rules = disposals.YOUTH_CAUTION.rules.filter((code) => code !== 'ADMISSION_REQUIRED');
  const refused = await changeDisposal(team, 'YOUTH_CAUTION', { rules });
  expect(faultsOf(refused)).toEqual([400, ['rules']]);
  expect(refused.body.errors[0].message).toContain('Crime and Disorder Act 1998 s66ZA(1)(b)');
  const outcomeRules = disposals.YOUTH_CONDITIONAL_CAUTION.outcomeRules.filter((code) => code !== 'CONSENT_MISSING');
  expect(faultsOf(await changeDisposal(team, 'YOUTH_CONDITIONAL_CAUTION', { outcomeRules }))).toEqual([
    400,
    ['outcomeRules'],
  ]);
  expect((await chair.api.get('/api/disposals/YOUTH_CAUTION')).body.editions).toEqual([]);
});

test('bad changes are refused, each with its field, and nothing is written', async () => {
  const { api } = team.administrator;
  for (const [sent, field] of [
    [pledge({ homeOfficeOutcome: '2' }), 'homeOfficeOutcome'],
    [pledge({ homeOfficeOutcome: 'eight' }), 'homeOfficeOutcome'],
    [{ ...pledge(), code: 'community pledge' }, 'code'],
    [{ ...pledge(), code: 'OUTCOME_22' }, 'code'],
    [{ ...pledge(), code: 'REFERRAL_ORDER' }, 'code'],
    [pledge({ rules: ['DISPOSAL_NOT_IN_FORCE', 'AGE_UNDER_10', 'EAT_YOUR_GREENS'] }), 'rules'],
    [pledge({ rules: ['DISPOSAL_NOT_IN_FORCE'] }), 'rules'],
    [pledge({ fromDay: dayFromNow(-1) }), 'fromDay'],
    [pledge({ validFrom: '1900-01-01' }), 'validFrom'],
    [pledge({ name: 'YOUTH  caution' }), 'name'],
    [pledge({ firstTimeEntrant: true }), 'informal'],
    [pledge({ validTo: dayFromNow(-31) }), 'validTo'],
    [pledge({ informal: 'maybe' }), 'informal'],
    [pledge({ homeOfficeOutcome: '99' }), 'homeOfficeOutcome'],
    [pledge({ homeOfficeOutcome: '0' }), 'homeOfficeOutcome'],
    [pledge({ reason: ' ' }), 'reason'],
    [pledge({ name: 'Pledge\u200b' }), 'name'],
    [pledge({ meanings: [{ part: 'MOON', words: 'w', source: 's', grounding: 'STATUTE' }] }), 'meanings[0].part'],
    [pledge({ activity: true }), 'activity'],
  ] as const) {
    const { status, body } = await api.post('/api/disposals', sent);
    expect([field, status, body.errors?.[0]?.field]).toEqual([field, 400, field]);
  }
  expect((await api.get('/api/disposals/COMMUNITY_PLEDGE')).status).toBe(404);
  const { rules, outcomeRules } = disposals.COMMUNITY_RESOLUTION;
  for (const [code, change, field] of [
    ['COMMUNITY_RESOLUTION', { homeOfficeOutcome: '2', firstTimeEntrant: true }, 'homeOfficeOutcome'],
    ['COMMUNITY_RESOLUTION', { rules: rules.filter((one) => one !== 'EVIDENCE_INSUFFICIENT') }, 'rules'],
    ['COMMUNITY_RESOLUTION', { outcomeRules: outcomeRules.filter((one) => one !== 'CONSENT_MISSING') }, 'outcomeRules'],
    ['YOUTH_CAUTION', { homeOfficeOutcome: '3', informal: true }, 'homeOfficeOutcome'],
    ['CHARGE', { homeOfficeOutcome: '8', informal: true }, 'homeOfficeOutcome'],
  ] as const) {
    const { status, body } = await changeDisposal(team, code, change);
    expect([code, status, body.errors?.[0]?.field]).toEqual([code, 400, field]);
  }
  const stale = await api.post('/api/disposals/OUTCOME_22/editions', changeOf('OUTCOME_22', { version: 3 }));
  expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
});

test('of two administrators who change one disposal at once, one is told', async () => {
  const send = () => team.administrator.api.post('/api/disposals/OUTCOME_20/editions', changeOf('OUTCOME_20'));
  const statuses = (await Promise.all([send(), send()])).map(({ status }) => status);
  expect(statuses.toSorted((one, other) => one - other)).toEqual([201, 409]);
});

test('the preview counts open cases by area and stage, names none, and saves nothing', async () => {
  const { caseId } = await decidedCase(team);
  const waiting = await listed();
  await recommend(team, waiting);
  await listed();
  const { reference } = (await chair.api.get(`/api/cases/${caseId}`)).body;
  const { status, body, text } = await team.administrator.api.post(
    '/api/disposals/COMMUNITY_RESOLUTION/preview',
    changeOf('COMMUNITY_RESOLUTION'),
  );
  expect([status, body.touched]).toEqual([
    200,
    [
      { panelArea: 'Leicester City', state: 'DECIDED', cases: 1, withIt: 1 },
      { panelArea: 'Leicester City', state: 'LISTED', cases: 1, withIt: 0 },
      { panelArea: 'Leicester City', state: 'RECOMMENDED', cases: 1, withIt: 1 },
    ],
  ]);
  for (const name of [caseId, waiting, reference]) expect(text).not.toContain(name);
  expect((await chair.api.get('/api/disposals/COMMUNITY_RESOLUTION')).body.editions).toEqual([]);
});

test('the preview says where the disposal would stand otherwise: a rename nowhere, a rule and an end where they bite', async () => {
  const stance = { responsibilityStance: 'ACCEPTS_RESPONSIBILITY' };
  await decidedCase(team, 'OUTCOME_22', stance);
  await listed(stance);
  await referCase(team, { responsibilityStance: 'FULL_ADMISSION' });
  const preview = async (code: string, change: Record<string, unknown>) =>
    done('The preview', await team.administrator.api.post(`/api/disposals/${code}/preview`, change)).body.standings;
  const in22 = (more: object) => preview('OUTCOME_22', changeOf('OUTCOME_22', more));
  const day = dayFromNow(0);
  expect(await in22({ name: 'Outcome 22: activity' })).toEqual({ day, cases: 2, items: [] });
  expect(await in22({ rules: [...disposals.OUTCOME_22.rules, 'ADMISSION_REQUIRED'] })).toEqual({
    ...{ day, cases: 2 },
    items: [{ panelArea: 'Leicester City', state: 'LISTED', before: 'OPEN', after: 'CLOSED', cases: 1 }],
  });
  const ends = await in22({ validTo: dayFromNow(10) });
  expect([ends.day, ends.items]).toMatchObject([
    dayFromNow(11),
    [
      { state: 'LISTED', before: 'OPEN', after: 'CLOSED', cases: 1 },
      { state: 'REFERRED', before: 'OPEN', after: 'CLOSED', cases: 1 },
    ],
  ]);
  const { code, ...added } = pledge({ validFrom: dayFromNow(5) });
  const { items } = await preview(String(code), added);
  expect(items).toMatchObject([
    { state: 'LISTED', before: null, after: 'OPEN' },
    { state: 'REFERRED', before: null, after: 'OPEN' },
  ]);
});

test('every change is on the trail without its words, and kept as it was made', async () => {
  const { api, id } = team.administrator;
  done('The new one', await api.post('/api/disposals', pledge({ reason: 'Agreed with the force.' })));
  done('The change', await changeDisposal(team, 'OUTCOME_22', { name: 'Outcome 22: activity' }));
  done(
    'The end',
    await api.post('/api/disposals/OUTCOME_20/end', { validTo: dayFromNow(5), reason: 'Over.', version: 0 }),
  );
  const trail = await service.read.rows<{ type: string; details: string }>(
    sql`select t.type, t.details from trail_entries t where t.type like 'DISPOSAL_%' order by t.sequence`,
  );
  expect(trail.map(({ type }) => type)).toEqual(['DISPOSAL_ADDED', 'DISPOSAL_CHANGED', 'DISPOSAL_ENDED']);
  expect(JSON.stringify(trail)).not.toContain('Agreed with the force');
  const { editions } = (await api.get('/api/disposals/COMMUNITY_PLEDGE')).body;
  expect(editions).toMatchObject([{ edition: 1, reason: 'Agreed with the force.', recordedBy: { id } }]);
  const source = service.app.get<DataSource>(getDataSourceToken('write'));
  for (const statement of [`update disposal_editions set name = 'X'`, 'delete from disposal_editions']) {
    await expect(source.query(statement)).rejects.toThrow(/append-only/);
  }
});
