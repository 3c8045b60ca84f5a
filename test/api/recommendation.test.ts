import sql from 'sql-template-tag';
import type { Evaluation } from '../../src/policy/evaluation.js';
import { meetingBlockers } from '../../src/policy/meeting-gates.js';
import { rulesEdition } from '../../src/policy/rules.js';
import { recommendationReadiness } from '../../src/decisions/decision-gates.js';
import { findCase } from '../../src/cases/find-case.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf, done } from '../support/clients.js';
import {
  arrangeMeeting,
  attend,
  dayFromNow,
  listCase,
  placeOf,
  recommend,
  recommendation,
} from '../support/panels-story.js';
import { setUpTeam, type Colleague, type Team } from '../support/people.js';
import { gravity, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

const DAY = 86_400_000;

let service: Service;
let team: Team;
let chair: Colleague;
let administrator: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [chair, administrator] = [await team.as('PANEL_CHAIR'), await team.as('PANEL_ADMINISTRATOR')];
});
afterAll(() => service.stop());

async function readyCase(overrides: Record<string, unknown> = {}): Promise<string> {
  const { caseId } = await referCase(team, overrides);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  return caseId;
}

/** A case listed for a quorate meeting, and a recommendation that would be recorded as it is. */
async function listedCase(overrides: Record<string, unknown> = {}) {
  const caseId = await readyCase(overrides);
  const meetingId = await listCase(team, caseId);
  const { version } = await placeOf(team, caseId);
  const sent = (more: object = {}) => recommendation(meetingId, version, more);
  const send = (more: object = {}, by = chair) => by.api.post(`/api/cases/${caseId}/recommendation`, sent(more));
  return { caseId, meetingId, version, sent, send };
}

const stored = (caseId: string) =>
  service.read.rows<{ id: string; disposal: string; evaluation: string }>(
    sql`select r.id, r.disposal, r.evaluation from recommendations r where r."caseId" = ${caseId}`,
  );

test('the chair records what the panel recommends, and what was asked and answered is kept with it', async () => {
  const { caseId, send, meetingId } = await listedCase();
  const { status, body } = await send();
  expect([status, body.state, body.disposal]).toEqual([201, 'RECOMMENDED', 'COMMUNITY_RESOLUTION']);
  const [kept] = await stored(caseId);
  const evaluation = JSON.parse(kept?.evaluation ?? '') as Evaluation;
  expect(evaluation).toMatchObject({ edition: rulesEdition, by: chair.id, overrides: [] });
  const asked = Object.fromEntries(evaluation.results.map(({ code, result }) => [code, result]));
  expect(asked).toMatchObject({ CHILD_NOT_HEARD: 'OPEN', NOT_QUORATE: 'OPEN', EVIDENCE_INSUFFICIENT: 'OPEN' });
  expect(evaluation.inputs).toMatchObject({ meetingId, ethnicityRecorded: true, identityConsidered: true });
  expect(evaluation.inputs).not.toHaveProperty('ethnicity');
  const member = await team.as('PANEL_MEMBER');
  const shown = await member.api.get(`/api/cases/${caseId}/recommendation`);
  expect(shown.body).toMatchObject({ basis: 'UNANIMOUS', reasons: { child: expect.stringContaining('apologise') } });
  const { body: timeline } = await member.api.get(`/api/cases/${caseId}/timeline`);
  const events = timeline.items.map(({ event }: { event: string }) => event);
  expect(events).toEqual(expect.arrayContaining(['RECOMMENDATION_RECORDED', 'CASE_MOVED']));
});

test('on a case that was only referred every shut gate is named at once, and nothing is recorded', async () => {
  const { caseId, version } = await referCase(team);
  const meetingId = await arrangeMeeting(team);
  const answer = await chair.api.post(
    `/api/cases/${caseId}/recommendation`,
    recommendation(meetingId, version, { reasons: { child: 'Only this.' } }),
  );
  expect(answer.status).toBe(409);
  expect(codesOf(answer)).toEqual(
    expect.arrayContaining([
      ...['WRONG_STATE', 'SAFETY_NOT_RATED', 'SAFETY_NOT_ANALYSED', 'HARM_NOT_RATED', 'HARM_NOT_ANALYSED'],
      ...['CHILD_NOT_HEARD', 'CARER_NOT_HEARD', 'VICTIM_NOT_HEARD', 'IDENTITY_NOT_CONSIDERED'],
      ...['ASSESSMENT_NOT_SUBMITTED', 'ASSESSMENT_NOT_SIGNED_OFF', 'SAME_PERSON_AUTHOR_AND_SIGNER'],
      ...['EARLIER_DISPOSALS_NOT_CHECKED', 'AGENCY_CHECK_OUTSTANDING', 'EXPLOITATION_NOT_CONSIDERED'],
      ...['NOT_ON_AGENDA', 'NOT_QUORATE', 'RECORDER_NOT_PRESENT', 'REASONS_MISSING'],
    ]),
  );
  for (const { mend, message } of answer.body.blockers)
    expect([mend, message]).toEqual([expect.any(String), expect.any(String)]);
  expect(await stored(caseId)).toEqual([]);
});

test('a child and a carer heard, and a preparation signed, only after the meeting day do not count', async () => {
  service.clock.ahead -= 60 * DAY;
  const meetingId = await arrangeMeeting(team, { startsAt: `${dayFromNow(-60)}T16:00` });
  service.clock.ahead += 60 * DAY;
  const caseId = await readyCase();
  const overrides = [{ code: 'MEETING_OVER', reason: 'It was heard on paper.' }];
  done('The listing', await administrator.api.post(`/api/meetings/${meetingId}/agenda`, { caseId, overrides }));
  await attend(team, meetingId);
  const { version } = await placeOf(team, caseId);
  const answer = await chair.api.post(`/api/cases/${caseId}/recommendation`, recommendation(meetingId, version));
  expect([answer.status, codesOf(answer)]).toEqual([
    409,
    ['CHILD_NOT_HEARD', 'CARER_NOT_HEARD', 'ASSESSMENT_NOT_SIGNED_OFF'],
  ]);
});

test('nothing is recommended before the day of the meeting, and nobody can pass over that', async () => {
  const caseId = await readyCase();
  const meetingId = await arrangeMeeting(team, { startsAt: `${dayFromNow(1)}T10:00` });
  await listCase(team, caseId, meetingId);
  const send = async () => {
    const overrides = [{ code: 'MEETING_NOT_BEGUN', reason: 'Everybody is on the telephone today.' }];
    const { version } = await placeOf(team, caseId);
    return chair.api.post(`/api/cases/${caseId}/recommendation`, recommendation(meetingId, version, { overrides }));
  };
  const early = await send();
  expect([early.status, codesOf(early).includes('MEETING_NOT_BEGUN')]).toEqual([409, true]);
  service.clock.ahead += 14 * 3_600_000;
  await attend(team, meetingId);
  expect((await send()).status).toBe(201);
  service.clock.ahead -= 14 * 3_600_000;
});

test('a recommendation belongs to the meeting for which the case is listed', async () => {
  const { send, caseId } = await listedCase();
  const other = await arrangeMeeting(team);
  await attend(team, other);
  expect(codesOf(await send({ meetingId: other }))).toEqual(['NOT_ON_AGENDA']);
  const nowhere = await send({ meetingId: '00000000-0000-7000-8000-000000000000' });
  expect(codesOf(nowhere)).toEqual(expect.arrayContaining(['NOT_ON_AGENDA', 'NOT_QUORATE']));
  await recommend(team, caseId);
});

test('without police the panel is not quorate, unless somebody who may gives a reason', async () => {
  const { caseId, meetingId, send } = await listedCase();
  const alone = [{ personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' }];
  await chair.api.put(`/api/meetings/${meetingId}/attendance`, alone);
  const shut = await send();
  expect([shut.status, codesOf(shut)]).toEqual([409, ['NOT_QUORATE']]);
  expect(shut.body.blockers[0]).toMatchObject({ severity: 'OVERRIDE', mend: `/meetings/${meetingId}/attendance` });
  const overrides = [{ code: 'NOT_QUORATE', reason: 'Police sent their view in writing and agree.' }];
  expect((await send({ overrides: [{ code: 'NOT_QUORATE', reason: ' ' }] })).status).toBe(400);
  expect(codesOf(await send({ overrides }, administrator))).toEqual(['NOT_QUORATE']);
  const opened = await send({ overrides });
  expect([opened.status, opened.body.overridden]).toEqual([
    201,
    [{ code: 'NOT_QUORATE', severity: 'OVERRIDE', reason: overrides[0]?.reason }],
  ]);
  const evaluation = JSON.parse((await stored(caseId))[0]?.evaluation ?? '') as Evaluation;
  expect(evaluation.overrides).toMatchObject([{ code: 'NOT_QUORATE', by: chair.id }]);
  const { body } = await chair.api.get(`/api/cases/${caseId}/timeline`);
  expect(body.items.map(({ event }: { event: string }) => event)).toContain('GATE_OVERRIDDEN');
});

test('a deputy makes up the quorum', async () => {
  const { meetingId, send } = await listedCase();
  const member = await team.as('PANEL_MEMBER');
  await chair.api.put(`/api/meetings/${meetingId}/attendance`, [
    { personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' },
    { personId: member.id, agency: 'YOUTH_JUSTICE_SERVICE', deputyFor: 'POLICE' },
  ]);
  expect((await send()).status).toBe(201);
});

test('whoever has a conflict cannot record, and does not count for the quorum', async () => {
  const { caseId, meetingId, send } = await listedCase();
  const conflicts = `/api/meetings/${meetingId}/conflicts`;
  const police = await team.as('POLICE_DECISION_MAKER');
  await chair.api.post(conflicts, { caseId, personId: police.id, reason: 'Interviewed the child.' });
  expect(codesOf(await send())).toEqual(['NOT_QUORATE']);
  await chair.api.post(conflicts, { caseId, personId: chair.id, reason: 'Knows the family.' });
  const own = await send({ overrides: [{ code: 'NOT_QUORATE', reason: 'Nobody else could come.' }] });
  expect(own.body.blockers).toMatchObject([{ code: 'CONFLICT_OF_INTEREST', severity: 'STOP' }]);
});

test('a chair who was not there cannot record; the panel administrator can', async () => {
  const { meetingId, send } = await listedCase();
  const absent = await team.as('PANEL_CHAIR', 2);
  expect(codesOf(await send({}, absent))).toEqual(['RECORDER_NOT_PRESENT']);
  expect(meetingId).toBeTruthy();
  expect((await send({}, administrator)).status).toBe(201);
});

test.each(['child', 'carer', 'victim', 'safety', 'harm', 'identity', 'earlierDisposals'])(
  'without how the %s part bore on it nothing is recorded',
  async (part) => {
    shared ??= await listedCase();
    const reasons = { ...(shared.sent()['reasons'] as object), [part]: '' };
    expect(codesOf(await shared.send({ reasons }))).toEqual(['REASONS_MISSING']);
  },
);
let shared: Awaited<ReturnType<typeof listedCase>> | undefined;

test('without options considered nothing is recorded', async () => {
  const { send } = await listedCase();
  expect(codesOf(await send({ optionsConsidered: [] }))).toEqual(['REASONS_MISSING']);
});

test('leaving what the gravity score points to asks for a reason', async () => {
  const { send } = await listedCase();
  const away = { disposal: 'NO_FURTHER_ACTION', gravityDeparture: '' };
  expect(codesOf(await send(away))).toEqual(['GRAVITY_DEPARTURE_UNEXPLAINED']);
  expect((await send({ ...away, gravityDeparture: 'Nothing more is needed: school has dealt with it.' })).status).toBe(
    201,
  );
});

test('a caution needs a full admission and evidence, whoever asks', async () => {
  const { send } = await listedCase({ responsibilityStance: 'ACCEPTS_RESPONSIBILITY', evidenceSufficient: 'NO' });
  const overrides = ['ADMISSION_REQUIRED', 'EVIDENCE_INSUFFICIENT'].map((code) => ({ code, reason: 'We insist.' }));
  const caution = await send({ disposal: 'YOUTH_CAUTION', overrides });
  expect(caution.body.blockers).toMatchObject([
    { code: 'EVIDENCE_INSUFFICIENT', severity: 'STOP' },
    { code: 'ADMISSION_REQUIRED', severity: 'STOP' },
  ]);
  expect(codesOf(await send({ disposal: 'COMMUNITY_RESOLUTION' }))).toEqual(['EVIDENCE_INSUFFICIENT']);
  expect((await send({ disposal: 'OUTCOME_22' })).status).toBe(201);
});

test('a warning to be answered is answered by whoever records, override or not', async () => {
  const offences = [
    {
      date: '2026-09-12',
      homeOfficeClass: '105A',
      description: 'Pushed his sister.',
      features: ['DOMESTIC'],
      gravity: gravity(),
    },
  ];
  const { send } = await listedCase({ offences });
  expect((await send()).body.blockers).toMatchObject([{ code: 'DOMESTIC_OR_HATE_OFFENCE', severity: 'WARN' }]);
  const overrides = [{ code: 'DOMESTIC_OR_HATE_OFFENCE', reason: 'The guidance was read in the meeting.' }];
  expect((await send({ overrides }, administrator)).status).toBe(201);
});

test('what would make the child a first-time entrant is told and stops nobody', async () => {
  const { send } = await listedCase();
  const { status, body } = await send({ disposal: 'YOUTH_CAUTION' });
  expect([status, body.informed.map(({ code }: { code: string }) => code)]).toEqual([
    201,
    expect.arrayContaining(['WOULD_BE_FIRST_TIME_ENTRANT']),
  ]);
});

test('dissent is kept by agency and keeps nobody from recording, but then not everybody agreed', async () => {
  const { caseId, send } = await listedCase();
  const dissents = [{ agency: 'POLICE', disposal: 'YOUTH_CAUTION', reason: 'The harm was greater than that.' }];
  const contradiction = await send({ dissents });
  expect([contradiction.status, contradiction.body.errors[0].field]).toEqual([400, 'basis']);
  const nobody = await send({ dissents: [], basis: 'MAJORITY' });
  expect([nobody.status, nobody.body.errors[0].field]).toEqual([400, 'basis']);
  expect((await send({ dissents, basis: 'MAJORITY' })).status).toBe(201);
  const { body } = await chair.api.get(`/api/cases/${caseId}/recommendation`);
  expect(body.dissents).toEqual(dissents);
});

test('dissent is of an agency that sits on the case, once, and with what is recommended', async () => {
  const { caseId, meetingId, send } = await listedCase();
  const nurse = await team.hire(['PANEL_MEMBER'], { agency: 'HEALTH_NAVIGATOR' });
  const police = await team.as('POLICE_DECISION_MAKER');
  await chair.api.put(`/api/meetings/${meetingId}/attendance`, [
    { personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' },
    { personId: police.id, agency: 'POLICE' },
    { personId: nurse.id, agency: 'HEALTH_NAVIGATOR' },
  ]);
  const conflict = { caseId, personId: nurse.id, reason: 'Treats the family.' };
  await chair.api.post(`/api/meetings/${meetingId}/conflicts`, conflict);
  const why = { reason: 'The harm was greater than that.' };
  const dissents = [
    { agency: 'HOUSING', disposal: 'YOUTH_CAUTION', ...why },
    { agency: 'HEALTH_NAVIGATOR', disposal: 'YOUTH_CAUTION', ...why },
    { agency: 'POLICE', disposal: 'COMMUNITY_RESOLUTION', ...why },
    { agency: 'POLICE', disposal: 'YOUTH_CAUTION', ...why },
  ];
  const { status, body } = await send({ dissents, basis: 'MAJORITY' });
  expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([
    400,
    ['dissents[0].agency', 'dissents[1].agency', 'dissents[2].disposal', 'dissents[3].agency'],
  ]);
  const { text } = await (await browserOf(service, team, chair)).get(`/cases/${caseId}/recommendation`);
  const [, offered = ''] = /name="dissents\[0\]\[agency\]"[^>]*>([\s\S]*?)<\/select>/.exec(text) ?? [];
  expect([...offered.matchAll(/value="(\w+)"/g)].map(([, code]) => code)).toEqual(['YOUTH_JUSTICE_SERVICE', 'POLICE']);
  expect((await send({ dissents: [{ agency: 'POLICE', ...why }], basis: 'MAJORITY' })).status).toBe(201);
  const shown = await (await browserOf(service, team, chair)).get(`/cases/${caseId}/recommendation`);
  expect(shown.text).toMatch(/Who disagreed[\s\S]*Police\s*<\/dt>[\s\S]*The harm was greater than that/);
});

test('what is recommended is one of the options considered, with why', async () => {
  const { send } = await listedCase();
  const optionsConsidered = [{ disposal: 'OUTCOME_22', reason: 'The harm asks for something that is seen done.' }];
  const shut = await send({ optionsConsidered });
  expect([shut.status, codesOf(shut)]).toEqual([409, ['REASONS_MISSING']]);
  expect(shut.body.blockers[0].message).toContain('not all written (Add the recommended disposal to the options');
  const none = await send({ optionsConsidered: [] });
  expect(none.body.blockers[0].message).toContain('(Options considered, with what is recommended among them)');
});

test('nobody records without that permission, of another area, or on a case that is not there', async () => {
  const { caseId, send } = await listedCase();
  expect((await send({}, await team.as('PANEL_MEMBER'))).status).toBe(403);
  const stranger = await team.hire(['PANEL_CHAIR'], { areaId: await team.addArea('Harborough') });
  expect((await send({}, stranger)).status).toBe(404);
  expect((await stranger.api.get(`/api/cases/${caseId}/recommendation`)).status).toBe(404);
  expect((await chair.api.get(`/api/cases/${caseId}/recommendation`)).status).toBe(404);
});

test.each([
  ['no version', { version: undefined }, 'version'],
  ['a disposal that does not exist', { disposal: 'DETENTION' }, 'disposal'],
  ['no basis', { basis: undefined }, 'basis'],
  ['a reason for an unknown part', { reasons: { weather: 'Fine' } }, 'reasons.weather'],
  ['reasons too long', { reasons: { child: 'x'.repeat(4001) } }, 'reasons.child'],
  ['reasons that are a list', { reasons: ['x'] }, 'reasons'],
  ['an option without a reason', { optionsConsidered: [{ disposal: 'CHARGE' }] }, 'optionsConsidered[0].reason'],
  ['a meeting that is no id', { meetingId: 'Tuesday' }, 'meetingId'],
  ['an unknown field', { favourite: true }, 'favourite'],
])('%s is refused with its field', async (_, change, field) => {
  shared ??= await listedCase();
  const { status, body } = await shared.send(change);
  expect(status).toBe(400);
  expect(body.errors.map((error: { field: string }) => error.field).join(' ')).toContain(field);
});

test('of two chairs at once one records, and the other is told', async () => {
  const { caseId, meetingId, send } = await listedCase();
  const other = await team.as('PANEL_CHAIR', 3);
  await chair.api.put(`/api/meetings/${meetingId}/attendance`, [
    { personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' },
    { personId: other.id, agency: 'YOUTH_JUSTICE_SERVICE', deputyFor: 'POLICE' },
  ]);
  const answers = await Promise.all([send(), send({ disposal: 'OUTCOME_22' }, other)]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('STALE_VERSION');
  expect(await stored(caseId)).toHaveLength(1);
});

test('the same submission sent again gets the first answer and records once', async () => {
  const { caseId, sent } = await listedCase();
  const key = { 'idempotency-key': `recommend-${caseId}` };
  const path = `/api/cases/${caseId}/recommendation`;
  const [one, two] = [await chair.api.post(path, sent(), key), await chair.api.post(path, sent(), key)];
  expect([one.status, two.status, two.body]).toEqual([201, 201, one.body]);
  expect(await stored(caseId)).toHaveLength(1);
});

test('what is missing can be asked before anything is written', async () => {
  const { caseId } = await listedCase();
  const found = await findCase(service.read.source, chair.actor, 'case.read', caseId);
  expect(await recommendationReadiness(service.read.source, found, chair.actor, dayFromNow(0))).toEqual([]);
  const { caseId: early } = await referCase(team);
  const referred = await findCase(service.read.source, chair.actor, 'case.read', early);
  const blockers = await recommendationReadiness(service.read.source, referred, chair.actor, dayFromNow(0));
  expect(blockers.map(({ code }) => code)).toEqual(expect.arrayContaining(['WRONG_STATE', 'CHILD_NOT_HEARD']));
  expect(blockers.find(({ code }) => code === 'NOT_ON_AGENDA')?.mend).toBe(`/cases/${early}/listing`);
  expect(meetingBlockers({}).length).toBeGreaterThan(0);
});

/** What the page asks besides the reasons. */
const further = {
  'leastCriminalising[disposal]': 'NO_FURTHER_ACTION',
  'leastCriminalising[reason]': 'Nothing would change at school.',
  'missingInformation[status]': 'NOTHING',
};

test('on its page the voices stand first, every disposal in its fixed order, none chosen', async () => {
  const { caseId, meetingId } = await listedCase({ responsibilityStance: 'DENIES' });
  const browser = await browserOf(service, team, chair);
  const { status, text } = await browser.get(`/cases/${caseId}/recommendation`);
  expect(status).toBe(200);
  const places = [
    'What the child said',
    'What the parent or carer said',
    'What the victim said',
    'Safety and wellbeing',
  ];
  const found = places.map((words) => text.indexOf(words));
  expect(found).toEqual(found.toSorted((one, other) => one - other));
  expect(found.every((place) => place > 0)).toBe(true);
  expect(text).not.toMatch(/name="disposal"[^>]*checked/);
  const radios = [...text.matchAll(/name="disposal" type="radio" value="(\w+)"/g)].map(([, code]) => code);
  expect(radios).toEqual([
    ...['NO_FURTHER_ACTION', 'OUTCOME_20', 'OUTCOME_21', 'COMMUNITY_RESOLUTION', 'OUTCOME_22', 'OUTCOME_23'],
    ...['YOUTH_CAUTION', 'YOUTH_CONDITIONAL_CAUTION', 'CHARGE'],
  ]);
  expect(text).toContain('A caution needs the child’s full admission (Crime and Disorder Act 1998');
  const typed = { disposal: 'OUTCOME_22', 'reasons[child]': 'She wants to go on with school.' };
  const missing = await browser.fill(`/cases/${caseId}/recommendation`, typed);
  expect(missing.status).toBe(422);
  expect(missing.text).toContain('She wants to go on with school.');
  expect(missing.text).toContain('Add at least one option that was considered');
  expect(missing.text).toContain('Enter how ethnicity and identity bore on it');
  const parts = ['child', 'carer', 'victim', 'safety', 'harm', 'identity', 'earlierDisposals'];
  const whole = {
    ...{ disposal: 'OUTCOME_22', basis: 'MAJORITY', gravityDeparture: '', ...further },
    ...Object.fromEntries(parts.map((part) => [`reasons[${part}]`, `It bore on it: ${part}.`])),
    'optionsConsidered[0][disposal]': 'OUTCOME_22',
    'optionsConsidered[0][reason]': 'An activity that she chose.',
    'dissents[0][agency]': 'POLICE',
    'dissents[0][disposal]': 'CHARGE',
    'dissents[0][reason]': 'Denies it.',
  };
  const sent = await browser.fill(`/cases/${caseId}/recommendation`, whole);
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/cases/${caseId}/recommendation`]);
  const shown = await browser.get(`/cases/${caseId}/recommendation`);
  expect(shown.text).toContain('It bore on it: victim.');
  expect(shown.text).toContain('Police: Charge');
  expect(shown.text).toContain(`/meetings/${meetingId}`);
});

test('a shut gate sends the page back with what was typed and every reason', async () => {
  const { caseId, meetingId } = await listedCase();
  await chair.api.put(`/api/meetings/${meetingId}/attendance`, [
    { personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' },
  ]);
  const browser = await browserOf(service, team, chair);
  const parts = ['child', 'carer', 'victim', 'safety', 'harm', 'identity', 'earlierDisposals'];
  const whole = {
    ...{ disposal: 'OUTCOME_22', basis: 'UNANIMOUS', ...further },
    ...Object.fromEntries(parts.map((part) => [`reasons[${part}]`, `Typed for ${part}.`])),
    'optionsConsidered[0][disposal]': 'OUTCOME_22',
    'optionsConsidered[0][reason]': 'An activity.',
  };
  const shut = await browser.fill(`/cases/${caseId}/recommendation`, whole);
  expect(shut.status).toBe(409);
  expect(shut.text).toContain('NOT_QUORATE');
  expect(shut.text).toContain('Typed for earlierDisposals.');
  const override = { 'overrides[0][code]': 'NOT_QUORATE', 'overrides[0][reason]': 'They joined by telephone.' };
  expect((await browser.fill(`/cases/${caseId}/recommendation`, { ...whole, ...override })).status).toBe(303);
});

test('a panel member reads what the panel decides on, without a form', async () => {
  const { caseId } = await listedCase();
  const browser = await browserOf(service, team, await team.as('PANEL_MEMBER'));
  const { status, text } = await browser.get(`/cases/${caseId}/recommendation`);
  expect([status, text.includes('What the rules say of each disposal'), text.includes('type="radio"')]).toEqual([
    200,
    true,
    false,
  ]);
});

test('whoever may not take the attendance is told of it without a link', async () => {
  const { caseId, meetingId } = await listedCase();
  await chair.api.put(`/api/meetings/${meetingId}/attendance`, [
    { personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' },
  ]);
  const at = `/cases/${caseId}/recommendation`;
  const attendance = `href="/meetings/${meetingId}/attendance"`;
  expect((await (await browserOf(service, team, chair)).get(at)).text).toContain(attendance);
  const { text } = await (await browserOf(service, team, await team.as('QA_LEAD'))).get(at);
  expect([text.includes('NOT_QUORATE'), text.includes(attendance)]).toEqual([true, false]);
  const hrefs = [...text.matchAll(/href="(\/(?:cases|meetings)\/[^"#]+)"/g)].map(([, href = '']) => href);
  const reader = await browserOf(service, team, await team.as('QA_LEAD'));
  for (const href of new Set(hrefs)) expect([href, (await reader.get(href)).status]).toEqual([href, 200]);
});

test('a shut gate that a field of the page answers leads to that field, and stands beside it', async () => {
  const { caseId } = await listedCase({ responsibilityStance: 'FULL_ADMISSION' });
  const browser = await browserOf(service, team, chair);
  const parts = ['child', 'carer', 'victim', 'safety', 'harm', 'identity', 'earlierDisposals'];
  const { status, text } = await browser.fill(`/cases/${caseId}/recommendation`, {
    ...{ disposal: 'CHARGE', basis: 'UNANIMOUS', 'missingInformation[status]': 'NOTHING' },
    'leastCriminalising[disposal]': 'CHARGE',
    ...Object.fromEntries(parts.map((part) => [`reasons[${part}]`, `Typed for ${part}.`])),
    'optionsConsidered[0][disposal]': 'YOUTH_CAUTION',
    'optionsConsidered[0][reason]': 'Too little.',
  });
  expect([status, text.includes('Typed for earlierDisposals.')]).toEqual([409, true]);
  for (const [code, id] of [
    ['REASONS_MISSING', 'optionsConsidered'],
    ['GRAVITY_DEPARTURE_UNEXPLAINED', 'gravityDeparture'],
    ['LEAST_CRIMINALISING_NOT_EXPLAINED', 'leastCriminalising-disposal'],
  ] as const) {
    expect(text).toMatch(new RegExp(`href="#${id}">[^<]+</a>\\s*<p class="jdp-blockers__about">[^<]*${code}`));
  }
  expect(text).toContain('id="gravityDeparture-error"');
  expect(text).toContain('id="leastCriminalising-disposal-error"');
  expect(text).toMatch(
    /id="optionsConsidered"[\s\S]*govuk-error-message[\s\S]*Add the recommended disposal[\s\S]*id="optionsConsidered-0"/,
  );
});
