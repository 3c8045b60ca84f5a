import { rulesEdition } from '../../src/policy/rules.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf, hiddenFields } from '../support/clients.js';
import { chooseSetting, type Colleague, setUpTeam, type Team } from '../support/people.js';
import { dayFromNow, decide, listCase, pairOf, placeOf, recommend, recommendation } from '../support/panels-story.js';
import { gravity, referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let police: Colleague;
let chair: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [police, chair] = [await team.as('POLICE_DECISION_MAKER'), await team.as('PANEL_CHAIR')];
});
afterAll(() => service.stop());

async function listedCase(referral: Record<string, unknown> = {}): Promise<string> {
  const { caseId } = await referCase(team, referral);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId);
  return caseId;
}

/** A case on which the panel recommended, and a decision that follows it. */
async function recommendedCase(referral: Record<string, unknown> = {}, disposal = 'COMMUNITY_RESOLUTION') {
  const caseId = await listedCase(referral);
  await recommend(team, caseId, disposal);
  const { version } = await placeOf(team, caseId);
  const send = (more: object = {}, by = police) =>
    by.api.post(`/api/cases/${caseId}/police-decision`, {
      ...{ disposal, decidedOn: dayFromNow(0), overrides: [], version },
      ...more,
    });
  return { caseId, version, send };
}

test('police decide as the panel recommended, and what was asked is kept', async () => {
  const { caseId, send } = await recommendedCase();
  const { status, body } = await send();
  expect([status, body.state, body.differs]).toEqual([201, 'DECIDED', false]);
  const kept = (await chair.api.get(`/api/cases/${caseId}/police-decision`)).body;
  expect(kept).toMatchObject({
    disposal: 'COMMUNITY_RESOLUTION',
    recommended: 'COMMUNITY_RESOLUTION',
    decidedBy: { id: police.id },
    evaluation: { edition: rulesEdition, inputs: { recommended: 'COMMUNITY_RESOLUTION' } },
  });
  const { body: timeline } = await chair.api.get(`/api/cases/${caseId}/timeline`);
  const said = timeline.items.map(({ sentence }: { sentence: string }) => sentence).join('\n');
  expect(said).toContain('recorded the police decision: community resolution');
});

test('a decision that differs says why, and is told apart ever after', async () => {
  const { caseId, send } = await recommendedCase();
  const shut = await send({ disposal: 'OUTCOME_22', reason: ' ' });
  expect([shut.status, codesOf(shut)]).toEqual([409, ['DIFFERENCE_UNEXPLAINED']]);
  const reason = 'The evidence has weakened since.';
  const uncoded = await (await recommendedCase()).send({ disposal: 'OUTCOME_22', reason });
  expect([uncoded.status, uncoded.body.informed]).toEqual([
    201,
    expect.arrayContaining([expect.objectContaining({ code: 'DIFFERENCE_NOT_CODED' })]),
  ]);
  const odd = await send({ disposal: 'OUTCOME_22', reason, reasonCode: 'WHIM' });
  expect([odd.status, odd.body.errors[0].field]).toEqual([400, 'reasonCode']);
  const { status, body } = await send({ disposal: 'OUTCOME_22', reason, reasonCode: 'EVIDENCE_CHANGED' });
  expect([status, body.differs]).toEqual([201, true]);
  const kept = (await chair.api.get(`/api/cases/${caseId}/police-decision`)).body;
  expect([kept.divergenceCode, kept.reason]).toEqual(['EVIDENCE_CHANGED', reason]);
  const { body: timeline } = await chair.api.get(`/api/cases/${caseId}/timeline`);
  const said = timeline.items.map(({ sentence }: { sentence: string }) => sentence).join('\n');
  expect(said).toContain('not what the panel recommended');
});

test('a decision that is what the panel recommended has no reason for a difference, and may have a note', async () => {
  const { caseId, send } = await recommendedCase();
  const odd = await send({ reasonCode: 'GRAVITY', reason: 'Police agree.' });
  const message = 'The decision is what the panel recommended: no reason for a difference is chosen';
  expect([odd.status, odd.body.errors]).toEqual([400, [{ field: 'reasonCode', message }]]);
  const browser = await browserOf(service, team, police);
  const at = `/cases/${caseId}/police-decision`;
  const typed = { disposal: 'COMMUNITY_RESOLUTION', reason: 'Police agree.', ...dayOfForm() };
  const { status, text } = await browser.fill(at, { ...typed, reasonCode: 'GRAVITY' });
  expect([status, text.includes('href="#reasonCode"'), text.includes('id="reasonCode-error"')]).toEqual([
    ...[422, true, true],
  ]);
  expect(text).toContain(message);
  expect(text).toContain('Police agree.</textarea>');
  expect(text).toMatch(/value="GRAVITY" selected/);
  expect((await browser.fill(at, typed)).status).toBe(303);
  expect((await chair.api.get(`/api/cases/${caseId}/police-decision`)).body).toMatchObject({
    ...{ divergenceCode: null, reason: 'Police agree.' },
  });
});

test('what could wait for the recommendation is asked in full of the decision', async () => {
  const offences = [
    {
      date: '2026-09-12',
      homeOfficeClass: '8N',
      description: 'Robbed a boy of his phone.',
      indictableOnly: true,
      gravity: gravity(),
    },
  ];
  const { send } = await recommendedCase({ offences });
  const shut = await send();
  expect([shut.status, codesOf(shut)]).toEqual([409, ['CPS_AUTHORITY_REQUIRED']]);
  const overrides = [{ code: 'CPS_AUTHORITY_REQUIRED', reason: 'The prosecutor agreed by telephone, note 14.' }];
  expect((await send({ overrides })).status).toBe(201);
});

test('a caution without a full admission cannot be decided, whatever reason is given', async () => {
  const { send } = await recommendedCase({ responsibilityStance: 'ACCEPTS_RESPONSIBILITY' });
  const overrides = [{ code: 'ADMISSION_REQUIRED', reason: 'We insist.' }];
  const why = { reason: 'It is more serious than that.', reasonCode: 'GRAVITY' };
  const shut = await send({ disposal: 'YOUTH_CAUTION', ...why, overrides });
  expect(shut.body.blockers).toMatchObject([{ code: 'ADMISSION_REQUIRED', severity: 'STOP' }]);
});

test('a disposal not in force on the day of the decision cannot be decided', async () => {
  const { send } = await recommendedCase();
  const deferred = { disposal: 'OUTCOME_23', reason: 'Prosecution is deferred.', reasonCode: 'PUBLIC_INTEREST' };
  await firstDay(dayFromNow(1));
  expect(codesOf(await send(deferred))).toEqual(['DISPOSAL_NOT_IN_FORCE']);
  await firstDay(dayFromNow(0));
  expect((await send(deferred)).status).toBe(201);
});

/** Outcome 23 can be used in the area from this day on. */
async function firstDay(value: string): Promise<void> {
  const choice = { value, from: dayFromNow(0), reason: 'The force begins then' };
  await chooseSetting(team, 'outcome23From', choice);
}

test('police cannot have decided before the panel recommended', async () => {
  const { send } = await recommendedCase();
  const early = await send({ decidedOn: dayFromNow(-1) });
  expect([early.status, early.body.errors[0]]).toMatchObject([400, { field: 'decidedOn' }]);
});

test('of two decisions at once one is recorded, and the other is told', async () => {
  const { caseId, send } = await recommendedCase();
  const other = await team.as('POLICE_DECISION_MAKER', 2);
  const [one, two] = await Promise.all([send(), send({}, other)]);
  expect([one.status, two.status].toSorted((a, b) => a - b)).toEqual([201, 409]);
  expect([one.body.code, two.body.code]).toContain('STALE_VERSION');
  const { items } = (await chair.api.get(`/api/cases/${caseId}/decision-history`)).body;
  expect(items.map(({ record }: { record: string }) => record)).toEqual(['POLICE_DECISION', 'RECOMMENDATION']);
});

test('conditions of a conditional caution may follow, and a warning does not stop the decision', async () => {
  const { send } = await recommendedCase({}, 'YOUTH_CONDITIONAL_CAUTION');
  const { status, body } = await send();
  expect([status, body.informed.map(({ code }: { code: string }) => code)]).toEqual([
    201,
    expect.arrayContaining(['WOULD_BE_FIRST_TIME_ENTRANT']),
  ]);
});

test('nothing is decided before the panel has recommended, and nothing twice', async () => {
  const caseId = await listedCase();
  const { version } = await placeOf(team, caseId);
  const sent = { disposal: 'COMMUNITY_RESOLUTION', decidedOn: dayFromNow(0), reason: 'Early.', overrides: [], version };
  const early = await police.api.post(`/api/cases/${caseId}/police-decision`, sent);
  expect([early.status, codesOf(early)[0]]).toEqual([409, 'WRONG_STATE']);
  await recommend(team, caseId);
  await decide(team, caseId);
  const again = { ...sent, version: (await placeOf(team, caseId)).version };
  expect(codesOf(await police.api.post(`/api/cases/${caseId}/police-decision`, again))).toEqual(['WRONG_STATE']);
});

test('the decision is for the police of the area alone, with the version that was shown', async () => {
  const { send, version } = await recommendedCase();
  expect((await send({}, chair)).status).toBe(403);
  const stranger = await team.hire(['POLICE_DECISION_MAKER'], { areaId: await team.addArea('Blaby') });
  expect((await send({}, stranger)).status).toBe(404);
  expect((await send({ version: version - 1 })).body.code).toBe('STALE_VERSION');
  for (const [change, field] of [
    [{ version: undefined }, 'version'],
    [{ decidedOn: dayFromNow(2) }, 'decidedOn'],
    [{ decidedOn: '2026-02-30' }, 'decidedOn'],
    [{ disposal: 'DETENTION' }, 'disposal'],
    [{ mood: 'Stern' }, 'mood'],
  ] as const) {
    const { status, body } = await send(change);
    expect([status, body.errors[0].field]).toEqual([400, field]);
  }
});

test('on its page the recommendation stands beside, a repeat is shown, and nothing is chosen beforehand', async () => {
  const { caseId } = await recommendedCase(await knownChild());
  const browser = await browserOf(service, team, police);
  const { status, text } = await browser.get(`/cases/${caseId}/police-decision`);
  expect([status, text.includes('What the panel recommended')]).toEqual([200, true]);
  expect(text).toContain('Repeat disposal: 1 earlier disposal');
  expect(text).not.toMatch(/name="disposal"[^>]*checked/);
  const typed = { disposal: 'OUTCOME_21', reason: '' };
  const shut = await browser.fill(`/cases/${caseId}/police-decision`, { ...typed, ...dayOfForm() });
  expect([shut.status, shut.text.includes('DIFFERENCE_UNEXPLAINED')]).toEqual([409, true]);
  // What is mended below is not a link that would open the page anew, without what was typed.
  expect(shut.text).toContain('href="#reason">');
  expect(shut.text).toContain('id="reason-error"');
  expect(shut.text).toContain('<title>Error: ');
  expect(shut.text).toMatch(/value="OUTCOME_21" checked/);
  const why = { reasonCode: 'PUBLIC_INTEREST', reason: 'Not in the public interest after all.' };
  const whole = { ...typed, ...dayOfForm(), ...why };
  expect((await browser.fill(`/cases/${caseId}/police-decision`, whole)).status).toBe(303);
  const shown = await browser.get(`/cases/${caseId}/recommendation`);
  expect(shown.text).toContain('Not in the public interest after all.');
  expect(shown.text).toContain('Police weigh the public interest otherwise');
});

test('whoever records second is told that it was recorded, and where to read it', async () => {
  const { caseId, version } = await recommendedCase();
  const browser = await browserOf(service, team, police);
  const opened = hiddenFields((await browser.get(`/cases/${caseId}/police-decision`)).text);
  await decide(team, caseId);
  const sent = { disposal: 'OUTCOME_21', reason: 'Typed meanwhile.', ...dayOfForm(), version: String(version) };
  const { status, text } = await browser.post(`/cases/${caseId}/police-decision`, { ...opened, ...sent });
  expect(status).toBe(409);
  for (const words of ['Somebody else changed this', 'The case is “decided', 'decision-history', 'Typed meanwhile.']) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('No answer');
});

/** A child who had a community resolution before. */
async function knownChild(): Promise<Record<string, unknown>> {
  const { childId } = await referCase(team);
  const { api } = await team.as('YJS_POLICE_OFFICER');
  const earlier = { disposal: 'COMMUNITY_RESOLUTION', givenOn: '2026-02-03', offence: 'Shop theft', completed: 'YES' };
  const sent = { ...earlier, route: 'POLICE_ISSUED', source: 'Police' };
  const { status, text } = await api.post(`/api/children/${childId}/disposals`, sent);
  if (status !== 201) throw new Error(text);
  return { child: undefined, childId };
}

function dayOfForm(): Record<string, string> {
  const [year = '', month = '', day = ''] = dayFromNow(0).split('-');
  return { 'decidedOn-day': day, 'decidedOn-month': month, 'decidedOn-year': year };
}

const goOn = [{ code: 'ESCALATION_UNDER_WAY', reason: 'Both services agreed on the telephone.' }];

test('a case the panel cannot settle is escalated, and recommended on again', async () => {
  const { caseId, version } = await recommendedCase();
  const path = `/api/cases/${caseId}/escalation`;
  const member = await team.as('PANEL_MEMBER');
  const reason = 'Police and the youth justice service do not agree.';
  expect((await member.api.post(path, { reason })).status).toBe(403);
  expect((await police.api.post(path, { reason: ' ' })).body.errors[0].field).toBe('reason');
  expect((await police.api.post(path, { reason, version: version - 1 })).body.code).toBe('STALE_VERSION');
  const other = await team.as('POLICE_DECISION_MAKER', 2);
  const pair = { ...(await pairOf(team)), policeId: other.id };
  const escalated = await police.api.post(path, { reason, version, ...pair });
  expect([escalated.status, escalated.body.state]).toEqual([201, 'ESCALATED']);
  expect((await chair.api.get(path)).body.items).toMatchObject([{ reason, escalatedBy: { id: police.id } }]);
  expect(codesOf(await police.api.post(path, { reason }))).toEqual(['WRONG_STATE']);
  await recommend(team, caseId, 'OUTCOME_22', goOn);
  await decide(team, caseId, 'OUTCOME_22');
  const { body } = await chair.api.get(`/api/cases/${caseId}/police-decision`);
  expect([body.recommended, body.disposal]).toEqual(['OUTCOME_22', 'OUTCOME_22']);
});

test('a case is escalated from its page', async () => {
  const caseId = await listedCase();
  const browser = await browserOf(service, team, chair);
  const bad = await browser.fill(`/cases/${caseId}/escalation`, {});
  expect([bad.status, bad.text.includes('Enter why the case is escalated')]).toEqual([422, true]);
  const sent = await browser.fill(`/cases/${caseId}/escalation`, {
    ...{ reason: 'It needs the heads of both services.', ...(await pairOf(team)) },
  });
  expect(sent.status).toBe(303);
  const { meetingId, version } = await placeOf(team, caseId);
  const again = await chair.api.post(
    `/api/cases/${caseId}/recommendation`,
    recommendation(meetingId, version, { overrides: goOn }),
  );
  expect(again.status).toBe(201);
});
