import sql from 'sql-template-tag';
import type { Evaluation } from '../../src/policy/evaluation.js';
import { rules } from '../../src/policy/rules.js';
import { homeOfficeOutcome } from '../../src/policy/outcome-gates.js';
import { childNamed, recordDisposal } from '../support/children-story.js';
import { browserOf } from '../support/browser.js';
import { type Answer, codesOf } from '../support/clients.js';
import { prepareCase } from '../support/assessments-story.js';
import { condition, decidedCase, deliver, outcomeOf, recordOutcome, versionOf } from '../support/outcomes-story.js';
import { dayFromNow } from '../support/panels-story.js';
import { setUpTeam, type Colleague, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';
import { signedOffCase, stateOf } from '../support/signed-off-case.js';

let service: Service;
let team: Team;
let police: Colleague;
let manager: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [police, manager] = [await team.as('YJS_POLICE_OFFICER'), await team.as('PANEL_TEAM_MANAGER')];
});
afterAll(() => service.stop());

type Shut = { code: string; severity: string; mend: string };
const shutBy = ({ body }: Answer): Shut[] => body.blockers ?? [];
const severityOf = (answer: Answer, code: string) => shutBy(answer).find((one) => one.code === code)?.severity;

async function sending(caseId: string, disposal: string) {
  const version = await versionOf(team, caseId);
  return (more: object = {}, by = police) =>
    by.api.post(`/api/cases/${caseId}/outcome`, outcomeOf(disposal, version, more));
}

const noAdult = ['APPROPRIATE_ADULT_MISSING', { appropriateAdult: undefined }] as const;
const givenBy = ['GIVEN_BY_MISSING', { givenBy: undefined }] as const;
const place = ['GIVEN_BY_MISSING', { place: '  ' }] as const;
const when = ['GIVEN_BY_MISSING', { givenOn: undefined }] as const;
const other = ['OUTCOME_DIFFERS_FROM_DECISION', { disposal: 'CHARGE' }] as const;
const unexplained = ['EXPLANATION_MISSING', { explained: false }] as const;
const untold = ['VICTIM_NOT_INFORMED', { victimInformedOn: undefined }] as const;

/** Each disposal with what is left out, or put in, and the gate that this shuts. */
const situations: readonly (readonly [string, readonly (readonly [string, object])[]])[] = [
  ['NO_FURTHER_ACTION', [['NFA_REASON_MISSING', { nfaReason: undefined }], other]],
  ['OUTCOME_20', [untold, other]],
  ['OUTCOME_21', [untold, other]],
  ['COMMUNITY_RESOLUTION', [givenBy, place, when, noAdult, ['CONSENT_MISSING', { consent: 'REFUSED' }], other]],
  ['OUTCOME_22', [other]],
  ['OUTCOME_23', [other]],
  ['YOUTH_CAUTION', [givenBy, place, when, noAdult, unexplained, ['EXPLANATION_MISSING', { explained: undefined }]]],
  [
    'YOUTH_CONDITIONAL_CAUTION',
    [
      ...[givenBy, place, when, noAdult, unexplained],
      ['CONSENT_MISSING', { consent: 'GIVEN' }],
      ['CONSENT_MISSING', { consent: undefined }],
      ['YCC_CONDITIONS_REQUIRED', { conditions: undefined }],
      ['YCC_CONDITIONS_REQUIRED', { conditions: [] }],
      ['YCC_CONDITIONS_REQUIRED', { conditions: [condition({ object: 'RESTRICTIVE' })] }],
      ['YCC_PENALTY_CAP', { conditions: [condition({ object: 'PUNITIVE', penaltyPence: 7501 })] }],
    ],
  ],
  ['CHARGE', [['OUTCOME_DIFFERS_FROM_DECISION', { disposal: 'NO_FURTHER_ACTION' }]]],
];

const isActivity = (disposal: string) => disposal === 'OUTCOME_22' || disposal === 'OUTCOME_23';

test.each(['OUTCOME_22', 'OUTCOME_23'])('%s waits until its activity is completed', async (disposal) => {
  const { caseId } = await decidedCase(team, disposal);
  const record = async () => (await sending(caseId, disposal))();
  expect(codesOf(await record())).toEqual(['ACTIVITY_NOT_COMPLETED']);
  for (const status of ['NOT_NEEDED', 'PLANNED', 'NOT_COMPLETED']) {
    await deliver(team, caseId, status);
    expect([status, codesOf(await record())]).toEqual([status, ['ACTIVITY_NOT_COMPLETED']]);
  }
  const { body } = await manager.api.get(`/api/cases/${caseId}/readiness?for=RECORD_OUTCOME`);
  expect(body.blockers).toMatchObject([{ code: 'ACTIVITY_NOT_COMPLETED', mend: `/cases/${caseId}/delivery` }]);
  await deliver(team, caseId, 'COMPLETED');
  expect((await record()).status).toBe(201);
});

test.each(situations)('%s is recorded once everything it needs is there', async (disposal, shutting) => {
  const { caseId, childId, reference } = await decidedCase(team, disposal);
  if (isActivity(disposal)) await deliver(team, caseId, 'COMPLETED');
  const send = await sending(caseId, disposal);
  for (const [code, change] of shutting) {
    const refused = await send(change);
    expect([code, change, refused.status, codesOf(refused)]).toEqual([
      ...[code, change, 409],
      expect.arrayContaining([code]),
    ]);
  }
  expect(await stateOf(service, caseId)).toMatchObject({ state: 'DECIDED' });

  const { status, body } = await send();
  const number = homeOfficeOutcome(disposal, 'NOT_IN_PUBLIC_INTEREST_POLICE');
  expect([status, body.state, body.disposal, body.homeOfficeOutcome]).toEqual([
    ...[201, 'OUTCOME_RECORDED', disposal, number],
  ]);
  const member = await team.as('PANEL_MEMBER');
  const shown = await member.api.get(`/api/cases/${caseId}/outcome`);
  expect(shown.body).toMatchObject({ disposal, homeOfficeOutcome: number, recordedBy: { id: police.id } });
  const { items } = (await manager.api.get(`/api/children/${childId}/disposals`)).body;
  const completed = isActivity(disposal) ? 'YES' : 'NOT_KNOWN';
  const source = `Outcome of case ${reference}`;
  expect(items).toMatchObject([{ disposal, route: 'PANEL', givenOn: dayFromNow(0), completed, caseId, source }]);
  const events = (await manager.api.get(`/api/cases/${caseId}/timeline`)).body.items;
  expect(events).toContainEqual(expect.objectContaining({ event: 'OUTCOME_RECORDED' }));
});

test('what shuts a caution cannot be lifted, what shuts a resolution can, and every shut gate is told at once', async () => {
  const nothing = { givenBy: undefined, place: undefined, appropriateAdult: undefined, consent: undefined };
  const reasons = ['GIVEN_BY_MISSING', 'APPROPRIATE_ADULT_MISSING', 'CONSENT_MISSING', 'EXPLANATION_MISSING'];
  const overrides = reasons.map((code) => ({ code, reason: 'The family had to leave' }));
  const caution = await decidedCase(team, 'YOUTH_CONDITIONAL_CAUTION');
  const stopped = await (
    await sending(caution.caseId, 'YOUTH_CONDITIONAL_CAUTION')
  )({ ...nothing, explained: undefined, conditions: undefined, overrides }, manager);
  expect(codesOf(stopped)).toEqual(expect.arrayContaining([...reasons, 'YCC_CONDITIONS_REQUIRED']));
  expect(codesOf(stopped)).not.toContain('YCC_PENALTY_CAP');
  for (const code of reasons) expect([code, severityOf(stopped, code)]).toEqual([code, 'STOP']);
  expect(shutBy(stopped)[0]?.mend).toBe(`/cases/${caution.caseId}/outcome`);

  const { caseId } = await decidedCase(team, 'COMMUNITY_RESOLUTION');
  const send = await sending(caseId, 'COMMUNITY_RESOLUTION');
  const withoutAdult = { appropriateAdult: undefined, consent: undefined, overrides };
  expect(codesOf(await send(withoutAdult))).toEqual(['APPROPRIATE_ADULT_MISSING', 'CONSENT_MISSING']);
  const { status, body } = await send(withoutAdult, manager);
  expect(status).toBe(201);
  expect(body.overridden.map(({ code }: Shut) => code)).toEqual(['APPROPRIATE_ADULT_MISSING', 'CONSENT_MISSING']);
  const { evaluation } = (await manager.api.get(`/api/cases/${caseId}/outcome`)).body as { evaluation: Evaluation };
  const asked = Object.fromEntries(evaluation.results.map(({ code, result }) => [code, result]));
  expect(asked).toMatchObject({ POLICE_DECISION_MISSING: 'OPEN', APPROPRIATE_ADULT_MISSING: 'OVERRIDDEN' });
  expect(evaluation.overrides[0]).toMatchObject({ reason: 'The family had to leave', by: manager.id });
  const events = (await manager.api.get(`/api/cases/${caseId}/timeline`)).body.items;
  expect(events.filter(({ event }: { event: string }) => event === 'GATE_OVERRIDDEN')).toHaveLength(2);
});

test('a condition that ends late is recorded with its warning', async () => {
  const { caseId } = await decidedCase(team, 'YOUTH_CONDITIONAL_CAUTION');
  const late = condition({ due: dayFromNow(113), attendanceHours: 21, penaltyPence: 1500, object: 'PUNITIVE' });
  const { status, body } = await (await sending(caseId, 'YOUTH_CONDITIONAL_CAUTION'))({ conditions: [late] });
  expect(status).toBe(201);
  expect(body.informed.map(({ code }: Shut) => code).toSorted()).toEqual(['YCC_ATTENDANCE_CAP', 'YCC_DEADLINE']);
  const { conditions, evaluation } = (await police.api.get(`/api/cases/${caseId}/outcome`)).body;
  expect(conditions).toEqual([late]);
  const warned = (evaluation as Evaluation).results.filter(({ result }) => result === 'SHUT');
  expect(warned.map(({ code }) => code)).toEqual(['YCC_ATTENDANCE_CAP', 'YCC_DEADLINE']);
  const { text } = await (await browserOf(service, team, police)).get(`/cases/${caseId}/outcome`);
  const told = text.slice(text.indexOf('What the rules warned of'));
  expect(told).toContain(rules.YCC_ATTENDANCE_CAP.message);
  expect(told).toContain(rules.YCC_DEADLINE.message);
});

test('a child who turned 18 since the decision is given no caution', async () => {
  const birthday = dayFromNow(3);
  const dateOfBirth = `${Number(birthday.slice(0, 4)) - 18}${birthday.slice(4)}`;
  const ethnicity = { code: 'W1', scheme: '18+1', source: 'SELF' };
  const child = { ...childNamed(), dateOfBirth, ethnicity };
  const { caseId } = await decidedCase(team, 'YOUTH_CAUTION', { child });
  const ahead = service.clock.ahead;
  try {
    service.clock.ahead += 3 * 24 * 3600 * 1000;
    const refused = await (await sending(caseId, 'YOUTH_CAUTION'))({ givenOn: birthday });
    expect([refused.status, codesOf(refused)]).toEqual([409, ['AGE_18_OR_OVER']]);
  } finally {
    service.clock.ahead = ahead;
  }
});

test('nothing can be recorded before police decided, and readiness says what is missing', async () => {
  const { caseId } = await referCase(team);
  const readiness = async () =>
    (await manager.api.get(`/api/cases/${caseId}/readiness?for=RECORD_OUTCOME`)).body.blockers.map(
      ({ code }: Shut) => code,
    );
  expect(await readiness()).toEqual(expect.arrayContaining(['WRONG_STATE', 'POLICE_DECISION_MISSING']));
  const refused = await (await sending(caseId, 'OUTCOME_21'))();
  expect([refused.status, codesOf(refused)]).toEqual([
    ...[409, ['WRONG_STATE', 'POLICE_DECISION_MISSING', 'OUTCOME_DIFFERS_FROM_DECISION']],
  ]);
  expect((await manager.api.get(`/api/cases/${caseId}/outcome`)).status).toBe(404);
});

test('two who record at once record one outcome, and the same submission gets the same answer', async () => {
  const { caseId, childId } = await decidedCase(team);
  const sent = outcomeOf('COMMUNITY_RESOLUTION', await versionOf(team, caseId));
  const send = (by: Colleague, key: string) =>
    by.api.post(`/api/cases/${caseId}/outcome`, sent, { 'idempotency-key': key });
  const answers = await Promise.all([send(police, 'one'), send(manager, 'two')]);
  expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409']);
  const [first, by, key] = answers[0]?.status === 201 ? [answers[0], police, 'one'] : [answers[1], manager, 'two'];
  expect((await send(by, key)).body).toEqual(first?.body);
  const again = await (await sending(caseId, 'COMMUNITY_RESOLUTION'))();
  expect([again.status, codesOf(again)]).toEqual([409, ['WRONG_STATE']]);
  const { items } = (await manager.api.get(`/api/children/${childId}/disposals`)).body;
  expect(items).toHaveLength(1);
});

test('an outcome sent from an old page is refused, and nothing of it is kept', async () => {
  const { caseId } = await decidedCase(team);
  const stale = outcomeOf('COMMUNITY_RESOLUTION', (await versionOf(team, caseId)) - 1);
  const { status, body } = await police.api.post(`/api/cases/${caseId}/outcome`, stale);
  expect([status, body.code]).toEqual([409, 'STALE_VERSION']);
  const kept = sql`select o.id from outcomes o where o."caseId" = ${caseId}`;
  expect(await service.read.rows(kept)).toEqual([]);
});

test('an outcome is recorded by those who may, in their own area', async () => {
  const { caseId } = await decidedCase(team);
  const sent = outcomeOf('COMMUNITY_RESOLUTION', await versionOf(team, caseId));
  const member = await team.as('PANEL_MEMBER');
  expect((await member.api.post(`/api/cases/${caseId}/outcome`, sent)).status).toBe(403);
  const areaId = await team.addArea('Rutland');
  const stranger = await team.hire(['YJS_POLICE_OFFICER', 'PANEL_TEAM_MANAGER'], { areaId });
  expect((await stranger.api.post(`/api/cases/${caseId}/outcome`, sent)).status).toBe(404);
  for (const part of ['outcome', 'delivery', 'duties']) {
    expect((await stranger.api.get(`/api/cases/${caseId}/${part}`)).status).toBe(404);
  }
});

test.each([
  ['of no known disposal', { disposal: 'FINE' }, 'disposal'],
  ['of tomorrow', { givenOn: dayFromNow(1) }, 'givenOn'],
  ['of a day before the child was born', { givenOn: '1999-01-01' }, 'givenOn'],
  ['of a day that does not exist', { givenOn: '2026-02-30' }, 'givenOn'],
  ['by a name without end', { givenBy: 'x'.repeat(201) }, 'givenBy'],
  ['with an adult without a name', { appropriateAdult: { relationship: 'Aunt' } }, 'appropriateAdult.name'],
  ['with an adult by number', { appropriateAdult: 4 }, 'appropriateAdult'],
  ['with an agreement nobody knows', { consent: 'PERHAPS' }, 'consent.status'],
  ['agreed to tomorrow', { consent: { status: 'GIVEN', on: dayFromNow(1) } }, 'consent.on'],
  ['explained in a word', { explained: 'somewhat' }, 'explained'],
  ['told to a victim tomorrow', { victimInformedOn: dayFromNow(1) }, 'victimInformedOn'],
  ['for a reason nobody knows', { nfaReason: 'BECAUSE' }, 'nfaReason'],
  ['with a penalty below nothing', { conditions: [condition({ penaltyPence: -1 })] }, 'conditions[0].penaltyPence'],
  ['with a colour', { colour: 'red' }, 'colour'],
  ['without a version', { version: undefined }, 'version'],
])('an outcome %s is refused with its field', async (_, change, field) => {
  const { caseId } = await undecided();
  const { status, body } = await (await sending(caseId, 'COMMUNITY_RESOLUTION'))(change);
  expect([status, body.errors?.map((one: { field: string }) => one.field)]).toEqual([
    400,
    expect.arrayContaining([field]),
  ]);
});

/** Any case serves to send what is refused for what it says. */
let known: Promise<{ caseId: string }> | undefined;
const undecided = () => (known ??= referCase(team));

test('an activity ends before the outcome that stands on it, whichever is written last', async () => {
  const { caseId } = await decidedCase(team, 'OUTCOME_22');
  await deliver(team, caseId, 'UNDER_WAY');
  service.clock.fixed = new Date(`${dayFromNow(2)}T10:00:00Z`);
  const { api } = await team.as('YJS_ASSESSOR');
  const at = `/api/cases/${caseId}/delivery/completion`;
  const ended = { completed: 'YES', reasonCode: 'COMPLETED', endedOn: dayFromNow(1), version: 1 };
  expect((await api.put(at, ended)).status).toBe(200);
  const early = await (await sending(caseId, 'OUTCOME_22'))({ givenOn: dayFromNow(0) });
  expect([early.status, early.body.errors?.[0]?.field]).toEqual([400, 'givenOn']);
  expect((await (await sending(caseId, 'OUTCOME_22'))({ givenOn: dayFromNow(1) })).status).toBe(201);
  const later = await api.put(at, { ...ended, endedOn: dayFromNow(2), version: 2 });
  service.clock.fixed = null;
  expect([later.status, later.body.errors?.[0]?.field]).toEqual([400, 'endedOn']);
});

test.each([
  ['before police decided', { givenOn: dayFromNow(-1) }, 'givenOn'],
  [
    'that the child agreed to afterwards',
    { givenOn: dayFromNow(0), consent: { status: 'GIVEN', on: dayFromNow(1) } },
    'consent.on',
  ],
  [
    'of which the victim was told before',
    { givenOn: dayFromNow(1), victimInformedOn: dayFromNow(0) },
    'victimInformedOn',
  ],
  [
    'that the child agreed to before police decided',
    { consent: { status: 'GIVEN', on: dayFromNow(-1) } },
    'consent.on',
  ],
  [
    'of which a condition is due before',
    { givenOn: dayFromNow(1), conditions: [condition(), condition({ due: dayFromNow(0) })] },
    'conditions[1].due',
  ],
])('an outcome %s is refused, and nothing is recorded', async (_, change, field) => {
  const { caseId } = await decidedCase(team);
  service.clock.fixed = new Date(`${dayFromNow(2)}T10:00:00Z`);
  const { status, body } = await (await sending(caseId, 'COMMUNITY_RESOLUTION'))(change);
  service.clock.fixed = null;
  expect([status, body.errors.map((one: { field: string }) => one.field)]).toEqual([400, [field]]);
  expect((await police.api.get(`/api/cases/${caseId}/outcome`)).status).toBe(404);
});

test('an outcome that nobody gives in person needs its day', async () => {
  const { caseId } = await undecided();
  const { status, body } = await (await sending(caseId, 'NO_FURTHER_ACTION'))({ givenOn: undefined });
  expect([status, body.errors[0].field]).toEqual([400, 'givenOn']);
});

test('an appropriate adult may be sent as a name, or as a name and a relationship', async () => {
  const { caseId } = await decidedCase(team, 'YOUTH_CAUTION');
  expect(await recordOutcome(team, caseId, 'YOUTH_CAUTION', { appropriateAdult: ' Ruth Ambrose-Lee ' })).toBeDefined();
  const { body } = await police.api.get(`/api/cases/${caseId}/outcome`);
  expect(body).toMatchObject({ appropriateAdult: { name: 'Ruth Ambrose-Lee' }, explained: true, conditions: [] });
});

test('the next referral of the child shows the outcome, and a case that was signed off without it is opened again', async () => {
  const { caseId, childId } = await decidedCase(team);
  const other = await signedOffCase(service, team, childId);
  await recordDisposal(manager.api, childId, { givenOn: '2026-04-01' });
  await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION');
  expect(await stateOf(service, other)).toEqual({ state: 'PREPARING', signedOffBy: null });
  const next = await referCase(team, { child: undefined, childId });
  const { flags } = (await manager.api.get(`/api/cases/${next.caseId}`)).body;
  expect(flags).toMatchObject([
    { code: 'REPEAT_DISPOSAL', count: 2, informal: 2, since: '2026-04-01', byRoute: { PANEL: 1, OTHER_AREA: 1 } },
  ]);
  await prepareCase(team, next.caseId);
  const { items } = (await manager.api.get(`/api/cases/${next.caseId}/earlier-disposals`)).body;
  expect(items.map(({ route }: { route: string }) => route)).toEqual(['OTHER_AREA', 'PANEL']);
  const own = (await manager.api.get(`/api/cases/${caseId}`)).body.flags;
  expect(own).toMatchObject([{ count: 1 }]);
});
