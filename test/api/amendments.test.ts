import sql from 'sql-template-tag';
import { checklistCodes } from '../../src/policy/prosecutor.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf, done, hiddenFields } from '../support/clients.js';
import { pledge } from '../support/disposals-story.js';
import { condition, decidedCase, deliver, outcomeOf, recordOutcome, versionOf } from '../support/outcomes-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { dayFromNow, decide, listCase, pairOf, placeOf, recommend, recommendation } from '../support/panels-story.js';
import { drawPlan } from '../support/quality-story.js';
import { referCase, type ReferredCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let chair: Colleague;
let inspector: Colleague;
let constable: Colleague;
let senior: Colleague;
let manager: Colleague;
let assessor: Colleague;
let began: number;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  began = service.clock.ahead;
  chair = await team.as('PANEL_CHAIR');
  inspector = await team.as('POLICE_DECISION_MAKER');
  constable = await team.as('YJS_POLICE_OFFICER');
  senior = await team.as('SENIOR_REVIEWER');
  manager = await team.as('PANEL_TEAM_MANAGER');
  assessor = await team.as('YJS_ASSESSOR');
});
afterEach(() => void (service.clock.ahead = began));
afterAll(() => service.stop());

async function listedCase(): Promise<ReferredCase> {
  const referred = await referCase(team);
  await prepareCase(team, referred.caseId);
  await signOff(team, referred.caseId);
  await listCase(team, referred.caseId);
  return referred;
}

async function outcomeCase(disposal = 'COMMUNITY_RESOLUTION', more: object = {}): Promise<ReferredCase> {
  const referred = await decidedCase(team, disposal);
  await recordOutcome(team, referred.caseId, disposal, more);
  return referred;
}

const minutesLater = (minutes: number): void => void (service.clock.ahead += minutes * 60_000);
const undo = async (by: Colleague, caseId: string, more: object = {}) =>
  by.api.post(`/api/cases/${caseId}/undoing`, { version: await versionOf(team, caseId), ...more });
const historyOf = async (caseId: string) => (await chair.api.get(`/api/cases/${caseId}/decision-history`)).body.items;
const standingsOf = async (caseId: string): Promise<string[]> =>
  (await historyOf(caseId)).map((one: { record: string; standing: string }) => `${one.record} ${one.standing}`);
const stateOf = async (caseId: string): Promise<string> => (await chair.api.get(`/api/cases/${caseId}`)).body.state;
const earlierOf = async (childId: string) => (await manager.api.get(`/api/children/${childId}/disposals`)).body.items;
const trailOf = async (caseId: string): Promise<string> => {
  const { body } = await chair.api.get(`/api/cases/${caseId}/timeline`);
  return body.items.map(({ sentence }: { sentence: string }) => sentence).join('\n');
};

/** How many cases an audit of today would draw from. */
async function population(): Promise<number> {
  const { api } = await team.as('QA_LEAD');
  const query = new URLSearchParams({ panelAreaId: team.areaId, from: dayFromNow(0), to: dayFromNow(0) }).toString();
  return (await api.get(`/api/audit-plans/population?${query}`)).body.population;
}

describe('a slip', () => {
  test('in a recommendation is taken back by who recorded it; the case is listed again and recommended on anew', async () => {
    const { caseId } = await listedCase();
    await recommend(team, caseId, 'OUTCOME_22');
    const { status, body } = await undo(chair, caseId, { note: 'The wrong radio was pressed.' });
    expect([status, body.state, body.record]).toEqual([200, 'LISTED', 'RECOMMENDATION']);
    expect((await chair.api.get(`/api/cases/${caseId}/recommendation`)).status).toBe(404);
    await recommend(team, caseId);
    expect(await standingsOf(caseId)).toEqual(['RECOMMENDATION STANDING', 'RECOMMENDATION UNDONE']);
    const [, first] = await historyOf(caseId);
    expect(first).toMatchObject({
      disposal: 'OUTCOME_22',
      undoing: { note: 'The wrong radio was pressed.', undoneBy: { id: chair.id } },
    });
    const counted = (await chair.api.get(`/api/cases/${caseId}`)).body;
    expect(counted.recommendation.disposal).toBe('COMMUNITY_RESOLUTION');
    expect(await trailOf(caseId)).toContain('took back a slip: the panel’s recommendation');
  });

  test('in a recommendation on an escalated case leads back to the escalation', async () => {
    const { caseId } = await listedCase();
    const version = await versionOf(team, caseId);
    await chair.api.post(`/api/cases/${caseId}/escalation`, {
      reason: 'No agreement.',
      version,
      ...(await pairOf(team)),
    });
    await recommend(team, caseId, undefined, [{ code: 'ESCALATION_UNDER_WAY', reason: 'They agreed by telephone.' }]);
    expect((await undo(chair, caseId)).body.state).toBe('ESCALATED');
  });

  test('in a recommendation that was escalated since is none: seniors settled it, and it stands', async () => {
    const { caseId } = await listedCase();
    await recommend(team, caseId);
    const pair = await pairOf(team);
    const sent = { reason: 'Police cannot follow it.', version: await versionOf(team, caseId), ...pair };
    done('The escalation', await chair.api.post(`/api/cases/${caseId}/escalation`, sent));
    for (const by of [inspector, senior]) {
      const view = { result: 'STAYS_WITH_POLICE', reason: 'Enough is known.', version: await versionOf(team, caseId) };
      done('The view', await by.api.post(`/api/cases/${caseId}/escalation/views`, view));
    }
    expect(await stateOf(caseId)).toBe('RECOMMENDED');
    const refused = await undo(chair, caseId);
    expect([codesOf(refused), refused.text.includes('the case was escalated')]).toEqual([['BUILT_UPON'], true]);
    expect(await stateOf(caseId)).toBe('RECOMMENDED');
  });

  test('rests only on what came after it: a referral to the prosecutor before a decision does not keep it', async () => {
    const { caseId } = await listedCase();
    await recommend(team, caseId);
    const checklist = Object.fromEntries(checklistCodes.map((code) => [code, { answer: 'YES' }]));
    const sent = { purpose: 'ADVICE', sentOn: dayFromNow(0), checklist, version: await versionOf(team, caseId) };
    done('The referral', await inspector.api.post(`/api/cases/${caseId}/prosecutor`, sent));
    await decide(team, caseId);
    expect((await undo(inspector, caseId)).body.state).toBe('RECOMMENDED');
    const built = await undo(chair, caseId);
    expect([codesOf(built), built.text.includes('sent to the prosecutor')]).toEqual([['BUILT_UPON'], true]);
  });

  test('in a police decision is taken back: police decide on the same recommendation, and one decision counts', async () => {
    const { caseId } = await decidedCase(team, 'OUTCOME_22');
    expect((await undo(inspector, caseId)).body.state).toBe('RECOMMENDED');
    expect((await chair.api.get(`/api/cases/${caseId}`)).body.policeDecision).toBeUndefined();
    await decide(team, caseId, 'COMMUNITY_RESOLUTION', { reasonCode: 'GRAVITY' });
    expect(await standingsOf(caseId)).toEqual([
      'POLICE_DECISION STANDING',
      'POLICE_DECISION UNDONE',
      'RECOMMENDATION STANDING',
    ]);
    const kept = (await chair.api.get(`/api/cases/${caseId}/police-decision`)).body;
    expect([kept.disposal, kept.standing]).toEqual(['COMMUNITY_RESOLUTION', 'STANDING']);
  });

  test('in an outcome is taken back: it is no earlier disposal of the child, its duties end, and another is recorded', async () => {
    const { caseId, childId } = await outcomeCase('YOUTH_CAUTION');
    expect(await earlierOf(childId)).toHaveLength(1);
    const { status, body } = await undo(constable, caseId);
    expect([status, body.state]).toEqual([200, 'DECIDED']);
    expect(await earlierOf(childId)).toEqual([]);
    expect((await constable.api.get(`/api/cases/${caseId}/duties`)).body.items).toEqual([]);
    expect((await chair.api.get(`/api/cases/${caseId}/outcome`)).status).toBe(404);
    await recordOutcome(team, caseId, 'YOUTH_CAUTION', { place: 'At the police station' });
    expect((await earlierOf(childId)).map(({ disposal }: { disposal: string }) => disposal)).toEqual(['YOUTH_CAUTION']);
    expect((await standingsOf(caseId)).slice(0, 2)).toEqual(['OUTCOME STANDING', 'OUTCOME UNDONE']);
    expect((await chair.api.get(`/api/cases/${caseId}/outcome`)).body.place).toBe('At the police station');
    expect((await constable.api.get(`/api/cases/${caseId}/duties`)).body.items.length).toBeGreaterThan(0);
  });

  test('is not taken back by another, nor late, nor once something rests on it', async () => {
    const { caseId } = await decidedCase(team);
    const other = await team.as('POLICE_DECISION_MAKER', 2);
    const byAnother = await undo(other, caseId);
    expect([byAnother.status, codesOf(byAnother)]).toEqual([409, ['UNDO_NOT_YOURS']]);
    await deliver(team, caseId, 'UNDER_WAY');
    const built = await undo(inspector, caseId);
    expect([codesOf(built), built.text.includes('delivery was recorded')]).toEqual([['BUILT_UPON'], true]);
    minutesLater(11);
    expect(codesOf(await undo(inspector, caseId))).toEqual(['UNDO_TOO_LATE', 'BUILT_UPON']);
    expect(await stateOf(caseId)).toBe('DECIDED');
  });

  test.each([
    ['contacts', { heldOn: dayFromNow(0), way: 'HOME', result: 'KEPT', who: 'The assessor' }],
    ['steps', { takenOn: dayFromNow(0), step: 'ASKED_CHILD', note: 'The bus.' }],
  ])('a decision is not taken back once %s with the child were recorded under it', async (what, sent) => {
    const { caseId } = await decidedCase(team);
    done('The record', await assessor.api.post(`/api/cases/${caseId}/delivery/${what}`, sent));
    expect(codesOf(await undo(inspector, caseId))).toEqual(['BUILT_UPON']);
  });

  test('can be taken back for as long as the panel area says', async () => {
    const { caseId } = await decidedCase(team);
    const path = `/api/panel-areas/${team.areaId}/settings/undoMinutes`;
    const choose = (value: number) =>
      team.administrator.api.post(path, { value, from: dayFromNow(0), reason: 'Meetings are hurried.' });
    expect((await choose(30)).status).toBe(201);
    minutesLater(20);
    expect((await undo(inspector, caseId)).status).toBe(200);
    await choose(10);
  });

  test('is not there before anything was recorded, nor for people of another area or without the permission', async () => {
    const { caseId } = await listedCase();
    expect(codesOf(await undo(chair, caseId))).toEqual(['WRONG_STATE']);
    await recommend(team, caseId);
    expect((await undo(senior, caseId)).status).toBe(403);
    const stranger = await team.hire(['PANEL_CHAIR'], { areaId: await team.addArea('Harborough') });
    expect((await undo(stranger, caseId)).status).toBe(404);
    expect((await undo(chair, caseId, { version: 1 })).body.code).toBe('STALE_VERSION');
    expect((await undo(chair, caseId, { mood: 'sorry' })).body.errors[0].field).toBe('mood');
  });

  test('is taken back once, whoever asks twice at the same time', async () => {
    const { caseId } = await decidedCase(team);
    const version = await versionOf(team, caseId);
    const [one, two] = await Promise.all([undo(inspector, caseId, { version }), undo(inspector, caseId, { version })]);
    expect([one.status, two.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await stateOf(caseId)).toBe('RECOMMENDED');
  });

  test('is not counted among the cases a sample is drawn from', async () => {
    const before = await population();
    const { caseId } = await decidedCase(team);
    expect(await population()).toBe(before + 1);
    await undo(inspector, caseId);
    expect(await population()).toBe(before);
  });
});

describe('a case that is withdrawn after its outcome', () => {
  const withdraw = async (by: Colleague, caseId: string, more: object = {}) =>
    by.api.post(`/api/cases/${caseId}/withdrawal`, {
      ...{ reason: 'It was another child’s.', version: await versionOf(team, caseId), ...more },
    });
  const dutiesOf = async (caseId: string) => (await constable.api.get(`/api/cases/${caseId}/duties`)).body.items;
  const standingOutcomes = (caseId: string) =>
    service.read.rows(sql`select o.id from standing_outcomes o where o."caseId" = ${caseId}`);

  test('was entered in error or transferred: it is asked which', async () => {
    const { caseId } = await outcomeCase();
    const { status, body } = await withdraw(manager, caseId);
    expect([status, body.errors]).toEqual([
      400,
      [{ field: 'reasonCode', message: 'Select why the case is withdrawn' }],
    ]);
    expect((await withdraw(manager, caseId, { reasonCode: 'BORED' })).body.errors[0].field).toBe('reasonCode');
    const page = await (await browserOf(service, team, manager)).get(`/cases/${caseId}/withdrawal`);
    for (const words of ['It was entered in error', 'It was transferred elsewhere']) expect(page.text).toContain(words);
    expect(await stateOf(caseId)).toBe('OUTCOME_RECORDED');
  });

  test('and was entered in error counts no more for the child, and nobody is asked to do anything for it', async () => {
    const { caseId, childId } = await outcomeCase('YOUTH_CAUTION');
    await deliver(team, caseId, 'UNDER_WAY');
    expect(await earlierOf(childId)).toHaveLength(1);
    const { status, body } = await withdraw(manager, caseId, { reasonCode: 'ENTERED_IN_ERROR' });
    expect([status, body.state]).toEqual([200, 'WITHDRAWN']);
    expect([await earlierOf(childId), await dutiesOf(caseId), await standingOutcomes(caseId)]).toEqual([[], [], []]);
    expect((await standingsOf(caseId))[0]).toBe('OUTCOME UNDONE');
    const delivered = (await chair.api.get(`/api/cases/${caseId}/delivery`)).body;
    expect(delivered).toMatchObject({ status: null, past: [{ status: 'UNDER_WAY', because: 'WITHDRAWAL' }] });
    const page = (await (await browserOf(service, team, chair)).get(`/cases/${caseId}/delivery`)).text;
    expect(page).toContain('Before the case was withdrawn as entered in error');
    expect(await trailOf(caseId)).toContain('moved the case to “Withdrawn”: It was entered in error');
  });

  test('and was entered in error keeps what was delivered, and not what was planned before the outcome', async () => {
    const { caseId } = await decidedCase(team, 'YOUTH_CONDITIONAL_CAUTION');
    await deliver(team, caseId, 'PLANNED');
    await recordOutcome(team, caseId, 'YOUTH_CONDITIONAL_CAUTION');
    await deliver(team, caseId, 'COMPLETED');
    done('The withdrawal', await withdraw(manager, caseId, { reasonCode: 'ENTERED_IN_ERROR' }));
    const { status, past } = (await chair.api.get(`/api/cases/${caseId}/delivery`)).body;
    expect([status, past]).toMatchObject([null, [{ status: 'COMPLETED' }, { status: 'PLANNED', because: 'OUTCOME' }]]);
  });

  test('and was entered in error ends the duties of an earlier review too', async () => {
    const { caseId } = await outcomeCase();
    done('The review', await review(senior, caseId, { anew: 'OUTCOME' }));
    await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION');
    expect((await dutiesOf(caseId)).length).toBeGreaterThan(2);
    done('The withdrawal', await withdraw(manager, caseId, { reasonCode: 'ENTERED_IN_ERROR' }));
    expect(await dutiesOf(caseId)).toEqual([]);
  });

  test('says which of the two it is from the police decision on, and in error is in no audit drawn from then on', async () => {
    const before = await population();
    const { caseId } = await decidedCase(team);
    await deliver(team, caseId, 'UNDER_WAY');
    const moved = await decidedCase(team);
    const refused = await withdraw(manager, caseId);
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'reasonCode']);
    const page = await (await browserOf(service, team, manager)).get(`/cases/${caseId}/withdrawal`);
    expect(page.text).toContain('It was entered in error');
    const back = await decidedCase(team);
    done(
      'Back',
      await inspector.api.post(`/api/cases/${back.caseId}/return-to-panel`, {
        ...{ reason: 'The child refused.', version: await versionOf(team, back.caseId) },
      }),
    );
    expect((await withdraw(manager, back.caseId)).body.errors[0].field).toBe('reasonCode');
    done('In error too', await withdraw(manager, back.caseId, { reasonCode: 'ENTERED_IN_ERROR' }));
    done('In error', await withdraw(manager, caseId, { reasonCode: 'ENTERED_IN_ERROR' }));
    done('Transferred', await withdraw(manager, moved.caseId, { reasonCode: 'TRANSFERRED' }));
    expect(await population()).toBe(before + 1);
    expect((await chair.api.get(`/api/cases/${caseId}/delivery`)).body.status).toBeNull();
  });

  test('and was transferred keeps what is true: the outcome, the disposal and its duties', async () => {
    const { caseId, childId } = await outcomeCase('YOUTH_CAUTION');
    done('The withdrawal', await withdraw(manager, caseId, { reasonCode: 'TRANSFERRED' }));
    expect([await earlierOf(childId), await standingOutcomes(caseId)]).toMatchObject([[{ caseId }], [{}]]);
    expect((await dutiesOf(caseId)).length).toBeGreaterThan(0);
    const near = (await manager.api.get('/api/cases?clock=DUTY&limit=100')).body.items;
    expect(near.map(({ id }: { id: string }) => id)).toContain(caseId);
    expect(await trailOf(caseId)).toContain('moved the case to “Withdrawn”: It was transferred elsewhere');
  });

  test('as entered in error is so by somebody else than who recorded the outcome', async () => {
    const both = await team.hire(['PANEL_TEAM_MANAGER', 'YJS_POLICE_OFFICER']);
    const { caseId, childId } = await decidedCase(team);
    const sent = outcomeOf('COMMUNITY_RESOLUTION', await versionOf(team, caseId));
    done('The outcome', await both.api.post(`/api/cases/${caseId}/outcome`, sent));
    const refused = await withdraw(both, caseId, { reasonCode: 'ENTERED_IN_ERROR' });
    expect([refused.status, codesOf(refused)]).toEqual([409, ['REVIEWER_NOT_INDEPENDENT']]);
    expect(await earlierOf(childId)).toHaveLength(1);
    done('Transferred', await withdraw(both, caseId, { reasonCode: 'TRANSFERRED' }));
  });

  test('is withdrawn on its page, for one of the two', async () => {
    const { caseId, childId } = await outcomeCase();
    const browser = await browserOf(service, team, manager);
    const at = `/cases/${caseId}/withdrawal`;
    const fields = { reason: 'Entered twice.', reasonCode: 'ENTERED_IN_ERROR' };
    const sent = await browser.post(at, { ...hiddenFields((await browser.get(at)).text), ...fields });
    expect([sent.status, await stateOf(caseId), await earlierOf(childId)]).toEqual([303, 'WITHDRAWN', []]);
  });
});

const correct = async (by: Colleague, caseId: string, more: object = {}) =>
  by.api.post(`/api/cases/${caseId}/corrections`, {
    ...{ record: 'OUTCOME', field: 'place', after: 'At the youth centre', version: await versionOf(team, caseId) },
    ...{ whatWasWrong: 'The place was that of another child.', why: 'The constable’s note says so.' },
    ...more,
  });

describe('a slip of the pen', () => {
  test('in the day of a condition warns each time that it is put off beyond the weeks', async () => {
    const { caseId } = await outcomeCase('YOUTH_CONDITIONAL_CAUTION');
    const field = 'conditions.0.due';
    const warned = async (days: number): Promise<string[]> => {
      const { body } = done('It', await correct(manager, caseId, { field, after: dayFromNow(days) }));
      return body.informed.map(({ code }: { code: string }) => code);
    };
    expect([await warned(200), await warned(300), await warned(250)]).toEqual([['YCC_DEADLINE'], ['YCC_DEADLINE'], []]);
  });
  test.each([
    ['appropriateAdult.name', '\u200b', 'Enter what should stand there'],
    ['appropriateAdult.name', 'Jo A\u202eb', 'Remove invisible characters from the name'],
    ['givenBy', 'Sergeant\u200b Ash', 'Remove invisible characters from the name'],
  ])('%s is not corrected to %j', async (field, after, message) => {
    const { caseId } = await outcomeCase();
    const { status, body } = await correct(manager, caseId, { field, after });
    expect([status, body.errors]).toEqual([400, [{ field: 'after', message }]]);
  });

  test('is corrected beside the record, before and after side by side, and is no changed outcome', async () => {
    const { caseId } = await outcomeCase();
    const { status, body } = await correct(manager, caseId);
    expect([status, body.before, body.after]).toEqual([201, 'At home, with a parent', 'At the youth centre']);
    const outcome = (await chair.api.get(`/api/cases/${caseId}/outcome`)).body;
    expect([outcome.place, outcome.standing, outcome.corrections.length]).toEqual([
      'At the youth centre',
      'STANDING',
      1,
    ]);
    const first = await service.read.row<{ place: string }>(
      sql`select o.place from outcomes o where o."caseId" = ${caseId}`,
    );
    expect(first?.place).toBe('At home, with a parent');
    expect(await stateOf(caseId)).toBe('OUTCOME_RECORDED');
    expect(await standingsOf(caseId)).toHaveLength(3);
    expect(await trailOf(caseId)).toContain('corrected a slip of the pen in the outcome: where');
    await expect(outcomesChanged(caseId)).rejects.toThrow(/append-only/);
  });

  const outcomesChanged = (caseId: string) =>
    service.app
      .get<{ query(text: string, values: unknown[]): Promise<unknown> }>('writeDataSource')
      .query(`update outcomes set place = 'x' where "caseId" = '${caseId}'`, []);

  test('in the day of an outcome moves the earlier disposal and its duties with it', async () => {
    const { caseId, childId } = await outcomeCase('YOUTH_CAUTION');
    minutesLater(24 * 60);
    const { status } = await correct(manager, caseId, { field: 'givenOn', after: dayFromNow(1) });
    expect(status).toBe(201);
    expect((await earlierOf(childId))[0].givenOn).toBe(dayFromNow(1));
    expect((await chair.api.get(`/api/cases/${caseId}`)).body.outcome.givenOn).toBe(dayFromNow(1));
    const { items } = (await constable.api.get(`/api/cases/${caseId}/duties`)).body;
    const told = items.find(({ code }: { code: string }) => code === 'REFER_TO_YJS');
    expect(told.dueOn).toBe(dayFromNow(2));
  });

  const signed = [
    condition({ description: 'Write to the persn harmed', due: dayFromNow(30) }),
    condition({ description: 'Help to mend the shelter', due: dayFromNow(40), attendanceHours: 6 }),
  ];
  const deliveryAt = (caseId: string, rest = ''): string => `/api/cases/${caseId}/delivery${rest}`;
  const put = async (caseId: string, sent: object, rest = '') =>
    done('The delivery', await assessor.api.put(deliveryAt(caseId, rest), sent));
  const deliveryOf = async (caseId: string) => done('The delivery', await assessor.api.get(deliveryAt(caseId))).body;
  const words = { field: 'conditions.0.description', after: 'Write to the person harmed' };
  const day = { field: 'conditions.1.due', after: dayFromNow(50) };

  test('in a condition is corrected where it is carried out; what was recorded there stays, and so does the first record', async () => {
    const { caseId } = await outcomeCase('YOUTH_CONDITIONAL_CAUTION', { conditions: signed });
    const planned = signed.map((one) => ({ ...one, owner: 'Robin', provider: 'A club' }));
    await put(caseId, { status: 'UNDER_WAY', startedOn: dayFromNow(0), actions: planned });
    const held = { heldOn: dayFromNow(0), way: 'HOME', who: 'Robin', result: 'KEPT' };
    done('The contact', await assessor.api.post(deliveryAt(caseId, '/contacts'), held));
    const { version } = await deliveryOf(caseId);
    done('The words', await correct(manager, caseId, words));
    done('The day', await correct(manager, caseId, day));
    const [first, second] = planned;
    expect(await deliveryOf(caseId)).toMatchObject({
      ...{ status: 'UNDER_WAY', startedOn: dayFromNow(0), dueOn: day.after, version: version + 2 },
      actions: [
        { ...first, description: words.after },
        { ...second, due: day.after },
      ],
    });
    expect((await assessor.api.get(deliveryAt(caseId, '/contacts'))).body.items).toHaveLength(1);
    const stored = await service.read.row<{ conditions: string }>(
      sql`select o.conditions from outcomes o where o."caseId" = ${caseId}`,
    );
    expect(JSON.parse(stored?.conditions ?? '')).toMatchObject(signed);
    const { text } = await (await browserOf(service, team, assessor)).get(`/cases/${caseId}/delivery`);
    expect([text.includes(words.after), text.includes('persn')]).toEqual([true, false]);
  });

  test('in a condition puts it on no day before the outcome, nor the outcome after what was done since', async () => {
    const { caseId } = await outcomeCase('YOUTH_CONDITIONAL_CAUTION', { conditions: signed });
    const said = { ...day, after: dayFromNow(-1) };
    const early = await correct(manager, caseId, said);
    expect([early.status, early.body.errors?.[0]]).toEqual([
      400,
      { field: 'after', message: expect.stringContaining('A condition cannot be due before the outcome is given') },
    ]);
    service.clock.ahead += 86_400_000 * 60;
    const late = await correct(manager, caseId, { field: 'givenOn', after: dayFromNow(45) });
    service.clock.ahead -= 86_400_000 * 60;
    expect([late.status, late.body.errors?.[0]?.field]).toEqual([400, 'after']);
  });

  test('in a condition leaves how it was completed, and one that was varied since', async () => {
    const { caseId } = await outcomeCase('YOUTH_CONDITIONAL_CAUTION', { conditions: signed });
    await put(caseId, { status: 'UNDER_WAY' });
    const varied = { ...signed[1], due: dayFromNow(45), owner: 'Robin' };
    const variation = { variedOn: dayFromNow(0), agreedBy: ['CHILD', 'POLICE'], why: 'Exams.', version: 1 };
    const actions = [{ ...signed[0], owner: 'Robin' }, varied];
    done('Varied', await assessor.api.post(deliveryAt(caseId, '/variations'), { ...variation, actions }));
    await put(caseId, { completed: 'YES', reasonCode: 'COMPLETED', endedOn: dayFromNow(0), version: 2 }, '/completion');
    done('The words', await correct(manager, caseId, words));
    done('The day', await correct(manager, caseId, day));
    expect(await deliveryOf(caseId)).toMatchObject({
      ...{ status: 'COMPLETED', completion: { completed: 'YES', endedOn: dayFromNow(0) } },
      actions: [{ description: words.after }, varied],
    });
  });

  test('in a condition stands in a delivery that is begun after it', async () => {
    const { caseId } = await outcomeCase('YOUTH_CONDITIONAL_CAUTION', { conditions: signed });
    done('The words', await correct(manager, caseId, words));
    await put(caseId, { status: 'UNDER_WAY' });
    expect((await deliveryOf(caseId)).actions).toMatchObject([{ description: words.after }, signed[1]]);
  });

  test('in the last day of a condition is refused where its delivery begins after it', async () => {
    const { caseId } = await outcomeCase('YOUTH_CONDITIONAL_CAUTION', { conditions: signed });
    const planned = signed.map((one) => ({ ...one, owner: 'Robin', startsOn: dayFromNow(20) }));
    await put(caseId, { status: 'PLANNED', actions: planned });
    const { status, body } = await correct(manager, caseId, { ...day, after: dayFromNow(10) });
    expect([status, body.errors?.[0]?.field]).toEqual([400, 'after']);
    expect((await deliveryOf(caseId)).actions).toMatchObject(planned);
  });

  test('in a reason of the recommendation is corrected, and only where something is written', async () => {
    const { caseId } = await decidedCase(team);
    const about = { record: 'RECOMMENDATION', field: 'reasons.child', after: 'Wants to apologise to her neighbour.' };
    expect((await correct(manager, caseId, about)).status).toBe(201);
    const kept = (await chair.api.get(`/api/cases/${caseId}/recommendation`)).body;
    expect(kept.reasons.child).toBe('Wants to apologise to her neighbour.');
    const option = { ...about, field: 'optionsConsidered.1.reason', after: 'The harm asks for more than that.' };
    expect((await correct(manager, caseId, option)).status).toBe(201);
    const beyond = await correct(manager, caseId, { ...about, field: 'optionsConsidered.7.reason' });
    expect(beyond.body.errors[0].field).toBe('field');
  });

  test.each([
    ['a disposal', { field: 'disposal', after: 'YOUTH_CAUTION' }, 'field'],
    ['a field nobody knows', { field: '__proto__.x' }, 'field'],
    ['a record nobody knows', { record: 'MOOD' }, 'record'],
    ['what changes nothing', { after: ' At home, with a parent ' }, 'after'],
    ['what leaves nothing', { after: ' ' }, 'after'],
    ['a field where nothing is written', { field: 'victimInformedOn', after: '2026-11-23' }, 'field'],
    ['a day that does not exist', { field: 'givenOn', after: '2026-02-30' }, 'after'],
    ['a day to come', { field: 'givenOn', after: '2027-01-01' }, 'after'],
    ['a day before police decided', { field: 'givenOn', after: '2026-11-20' }, 'after'],
    [
      'a decision before the panel met',
      { record: 'POLICE_DECISION', field: 'decidedOn', after: '2026-11-20' },
      'after',
    ],
    ['a decision after the outcome', { record: 'POLICE_DECISION', field: 'decidedOn', after: '2026-11-24' }, 'after'],
    ['too many words', { field: 'givenBy', after: 'x'.repeat(201) }, 'after'],
    ['no word of what was wrong', { whatWasWrong: ' ' }, 'whatWasWrong'],
    ['no word of why', { why: undefined }, 'why'],
  ])('is not corrected into %s', async (_, change, field) => {
    caseToCorrect ??= (await outcomeCase()).caseId;
    const { status, body } = await correct(manager, caseToCorrect, change);
    expect([status, body.errors?.[0]?.field]).toEqual([400, field]);
    expect((await historyOf(caseToCorrect)).flatMap((one: { corrections: [] }) => one.corrections)).toEqual([]);
  });
  let caseToCorrect: string | undefined;

  test('is corrected by those who may, in their own area, from what they were shown', async () => {
    const { caseId } = await outcomeCase();
    expect((await correct(constable, caseId)).status).toBe(403);
    const stranger = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: await team.addArea('Melton') });
    expect((await correct(stranger, caseId)).status).toBe(404);
    expect((await correct(manager, caseId, { version: 1 })).body.code).toBe('STALE_VERSION');
  });

  test('that shuts a gate nobody can lift is refused, and nothing is corrected', async () => {
    const lastDay = { validTo: dayFromNow(1) };
    done('The disposal', await team.administrator.api.post('/api/disposals', pledge(lastDay)));
    const { caseId } = await decidedCase(team, 'COMMUNITY_PLEDGE');
    minutesLater(2 * 24 * 60);
    const change = { record: 'POLICE_DECISION', field: 'decidedOn', after: dayFromNow(2) };
    const shut = await correct(manager, caseId, change);
    expect([shut.status, codesOf(shut)]).toEqual([409, ['DISPOSAL_NOT_IN_FORCE']]);
    expect((await historyOf(caseId))[0].corrections).toEqual([]);
  });
});

const review = async (by: Colleague, caseId: string, more: object = {}) =>
  by.api.post(`/api/cases/${caseId}/decision-review`, {
    ...{ anew: 'POLICE_DECISION', reasonCode: 'INFORMATION_WRONG', reason: 'It rested on another child’s record.' },
    tellChild: 'We made a mistake and are looking at it again.',
    ...{ tellCarer: 'The same, and whom to call.', tellVictim: 'The decision is being made again.' },
    version: await versionOf(team, caseId),
    ...more,
  });

describe('a review', () => {
  test('sends the case back to police, who decide anew; the first decision and outcome stay and no longer count', async () => {
    const { caseId, childId } = await outcomeCase();
    const { status, body } = await review(senior, caseId);
    expect([status, body.state, body.superseded.length]).toEqual([201, 'RECOMMENDED', 2]);
    expect(body.duties.map(({ code }: { code: string }) => code)).toEqual([
      'TELL_CHILD_OF_REVIEW',
      'TELL_CARER_OF_REVIEW',
      'TELL_VICTIM_OF_REVIEW',
    ]);
    expect(await earlierOf(childId)).toEqual([]);
    await decide(team, caseId, 'OUTCOME_21', { reasonCode: 'PUBLIC_INTEREST' });
    await recordOutcome(team, caseId, 'OUTCOME_21');
    expect(await standingsOf(caseId)).toEqual([
      'OUTCOME STANDING',
      'POLICE_DECISION STANDING',
      'OUTCOME SUPERSEDED',
      'POLICE_DECISION SUPERSEDED',
      'RECOMMENDATION STANDING',
    ]);
    expect((await earlierOf(childId)).map(({ disposal }: { disposal: string }) => disposal)).toEqual(['OUTCOME_21']);
    const fallen = (await historyOf(caseId)).find((one: { standing: string }) => one.standing === 'SUPERSEDED');
    expect(fallen.review).toMatchObject({ reasonCode: 'INFORMATION_WRONG', reviewedBy: { id: senior.id } });
    const duties = (await constable.api.get(`/api/cases/${caseId}/duties`)).body.items;
    expect(duties.map(({ code }: { code: string }) => code)).toContain('TELL_CHILD_OF_REVIEW');
    expect(await trailOf(caseId)).toContain('reviewed what was decided: the police decision is made anew');
  });

  test('of a recommendation sends a closed case back to preparation, and every gate is asked again', async () => {
    const { caseId } = await decidedCase(team);
    await deliver(team, caseId, 'COMPLETED');
    await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION');
    const version = await versionOf(team, caseId);
    expect((await manager.api.post(`/api/cases/${caseId}/closure`, { version })).status).toBe(200);
    expect((await review(senior, caseId, { anew: 'RECOMMENDATION' })).body.state).toBe('PREPARING');
    const shown = (await chair.api.get(`/api/cases/${caseId}`)).body;
    expect([shown.signedOffBy, shown.recommendation, shown.policeDecision, shown.outcome, shown.delivery]).toEqual([
      null,
      ...[undefined, undefined, undefined, undefined],
    ]);
    expect(new Set((await standingsOf(caseId)).map((one) => one.split(' ')[1]))).toEqual(new Set(['SUPERSEDED']));
    const early = await chair.api.post(
      `/api/cases/${caseId}/recommendation`,
      recommendation((await placeOfOrNone(caseId)) ?? '', await versionOf(team, caseId)),
    );
    expect(codesOf(early)).toContain('ASSESSMENT_NOT_SIGNED_OFF');
  });

  const placeOfOrNone = (caseId: string): Promise<string | null> =>
    placeOf(team, caseId).then(
      ({ meetingId }) => meetingId,
      () => null,
    );

  test('of an outcome keeps the decision and what was delivered', async () => {
    const { caseId } = await decidedCase(team);
    await deliver(team, caseId, 'UNDER_WAY');
    await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION');
    expect((await review(senior, caseId, { anew: 'OUTCOME' })).body.state).toBe('DECIDED');
    expect((await chair.api.get(`/api/cases/${caseId}/delivery`)).body.status).toBe('UNDER_WAY');
    const sent = outcomeOf('COMMUNITY_RESOLUTION', await versionOf(team, caseId));
    expect((await constable.api.post(`/api/cases/${caseId}/outcome`, sent)).status).toBe(201);
  });

  test('is not for whoever decided, nor for a stage at which nothing is decided', async () => {
    const { caseId } = await decidedCase(team);
    const own = await review(inspector, caseId);
    expect([own.status, codesOf(own)]).toEqual([409, ['REVIEWER_NOT_INDEPENDENT']]);
    const other = await team.as('POLICE_DECISION_MAKER', 2);
    expect((await review(other, caseId)).status).toBe(201);
    expect((await review(other, caseId)).body.errors[0].field).toBe('anew');
    const { caseId: listed } = await listedCase();
    expect(codesOf(await review(senior, listed))).toEqual(['WRONG_STATE']);
    expect((await review(chair, caseId)).status).toBe(403);
    const stranger = await team.hire(['SENIOR_REVIEWER'], { areaId: await team.addArea('Oadby') });
    expect((await review(stranger, caseId)).status).toBe(404);
  });

  test.each([
    ['what is made anew', { anew: 'DISPOSAL' }, 'anew'],
    ['an outcome where there is none', { anew: 'OUTCOME' }, 'anew'],
    ['a reason from the list', { reasonCode: 'WHIM' }, 'reasonCode'],
    ['what was found wrong', { reason: '' }, 'reason'],
    ['what the child is told', { tellChild: ' ' }, 'tellChild'],
    ['what the victim is told', { tellVictim: undefined }, 'tellVictim'],
  ])('says %s, or is refused', async (_, change, field) => {
    caseToReview ??= (await decidedCase(team)).caseId;
    const { status, body } = await review(senior, caseToReview, change);
    expect([status, body.errors?.[0]?.field]).toEqual([400, field]);
  });
  let caseToReview: string | undefined;

  test('leaves the sample of an audit as it was drawn, and no later one counts what fell', async () => {
    const { caseId } = await decidedCase(team);
    const period = { from: dayFromNow(0), to: dayFromNow(0), size: 500 };
    const plan = await drawPlan(team, period);
    expect(plan.sample.map((one) => one.caseId)).toContain(caseId);
    await review(senior, caseId);
    const later = await drawPlan(team, period);
    expect(later.sample.map((one) => one.caseId)).not.toContain(caseId);
    const { body } = await (await team.as('QA_LEAD')).api.get(`/api/audit-plans/${plan.planId}`);
    expect(body.sample.map((one: { caseId: string }) => one.caseId)).toContain(caseId);
  });
});

describe('what does not count any more', () => {
  test('is read whole by whoever assures the decision, on its page and by the API', async () => {
    const { caseId } = await outcomeCase();
    await review(senior, caseId, { anew: 'RECOMMENDATION' });
    const lead = await team.as('QA_LEAD');
    const browser = await browserOf(service, team, lead);
    const { items } = (await lead.api.get(`/api/cases/${caseId}/decision-history`)).body;
    expect(items.map((one: { standing: string }) => one.standing)).toEqual(Array(3).fill('SUPERSEDED'));
    for (const { id, record } of items) {
      const at = `/cases/${caseId}/decision-history/${id}`;
      const { status, body } = await lead.api.get(`/api${at}`);
      expect([status, body.record, body.standing]).toEqual([200, record, 'SUPERSEDED']);
      expect(body.whole.evaluation.results.length).toBeGreaterThan(0);
      const page = await browser.get(at);
      expect([page.status, page.text.includes('Replaced after a review')]).toEqual([200, true]);
    }
    const recommended = items.find((one: { record: string }) => one.record === 'RECOMMENDATION');
    const { whole } = (await lead.api.get(`/api/cases/${caseId}/decision-history/${recommended.id}`)).body;
    expect(whole.reasons.child.length).toBeGreaterThan(0);
    const { text } = await browser.get(`/cases/${caseId}/decision-history/${recommended.id}`);
    for (const words of [whole.reasons.child, whole.optionsConsidered[0].reason]) expect(text).toContain(words);
  });

  test('is not there under the address of another case', async () => {
    const [one, other] = [await outcomeCase(), await decidedCase(team)];
    const [{ id }] = await historyOf(one.caseId);
    expect((await chair.api.get(`/api/cases/${other.caseId}/decision-history/${id}`)).status).toBe(404);
    expect((await chair.api.get(`/api/cases/${one.caseId}/decision-history/${id}`)).status).toBe(200);
  });
});

describe('on the pages', () => {
  test('whoever decided takes it back, a manager corrects, a senior reviews, and all of it is read', async () => {
    const { caseId } = await decidedCase(team);
    const at = `/cases/${caseId}`;
    const police = await browserOf(service, team, inspector);
    const history = await police.get(`${at}/decision-history`);
    expect(history.text).toContain('Take back what you recorded last');
    expect((await police.fill(`${at}/undoing`, { note: 'Pressed too soon.' })).status).toBe(303);
    await decide(team, caseId);
    await recordOutcome(team, caseId, 'COMMUNITY_RESOLUTION');

    const team1 = await browserOf(service, team, manager);
    expect((await team1.get(`${at}/decision-history`)).text).toContain(`${at}/corrections/OUTCOME/givenBy`);
    const page = `${at}/corrections/OUTCOME/givenBy`;
    const why = { whatWasWrong: 'The name was misspelt.', why: 'She said so.' };
    const same = await team1.fill(page, { after: 'Sergeant Hollis Ferrant', ...why });
    expect([same.status, same.text.includes('This is what stands there already')]).toEqual([422, true]);
    expect((await team1.fill(page, { after: 'Sergeant Holly Ferrant', ...why })).status).toBe(303);
    expect((await team1.get(`${at}/corrections/OUTCOME/disposal`)).status).toBe(404);
    const note = `${at}/corrections/POLICE_DECISION/reason`;
    const offered = (await team1.get(`${at}/decision-history`)).text;
    expect(offered).toContain(`href="${note}">Note</a>`);
    expect((await team1.get(note)).text).toContain('Note: what should stand there');
    expect((await team1.fill(note, { after: 'Police agree with the panel.', ...why })).status).toBe(303);
    const corrected = (await team1.get(`${at}/decision-history`)).text;
    expect(corrected).toContain('Police agree with the panel.');
    expect(corrected).not.toContain('Why it differs from the recommendation');

    const reviewer = await browserOf(service, team, senior);
    const bare = await reviewer.fill(`${at}/decision-review`, { anew: 'OUTCOME' });
    expect([bare.status, bare.text.includes('Enter what the child is to be told')]).toEqual([422, true]);
    const words = { tellChild: 'We look again.', tellCarer: 'We look again.', tellVictim: 'We look again.' };
    const whole = { anew: 'OUTCOME', reasonCode: 'NOT_WHAT_WAS_DECIDED', reason: 'Another disposal was given.' };
    expect((await reviewer.fill(`${at}/decision-review`, { ...whole, ...words })).status).toBe(303);

    const { text } = await reviewer.get(`${at}/decision-history`);
    for (const shown of [
      ...['Taken back as a slip', 'Replaced after a review', 'Stands', 'Pressed too soon.'],
      ...['Sergeant Hollis Ferrant', 'Sergeant Holly Ferrant', 'The name was misspelt.', 'Another disposal was given.'],
    ]) {
      expect(text).toContain(shown);
    }
    expect((await team1.get(at)).text).toContain(`${at}/decision-history`);
    expect((await reviewer.get(`${at}/duties`)).text).toContain('Tell the child what a review changed');
  });
});
