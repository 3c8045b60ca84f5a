import { checklistCodes } from '../../src/policy/prosecutor.js';
import { disposals } from '../../src/policy/disposals.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf, done, hiddenFields } from '../support/clients.js';
import { restrictCase } from '../support/confidential-story.js';
import { versionOf } from '../support/outcomes-story.js';
import {
  arrangeMeeting,
  dayFromNow,
  decide,
  listCase,
  pairOf,
  placeOf,
  recommend,
  recommendation,
} from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase, type ReferredCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let chair: Colleague;
let inspector: Colleague;
let head: Colleague;
let began: number;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  began = service.clock.ahead;
  chair = await team.as('PANEL_CHAIR');
  inspector = await team.as('POLICE_DECISION_MAKER');
  head = await team.as('SENIOR_REVIEWER');
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

/** The chair names the pair, unless the ladder does. */
async function escalatedCase(isRecommended = false, isNamed = false): Promise<ReferredCase> {
  const referred = await listedCase();
  const { caseId } = referred;
  if (isRecommended) await recommend(team, caseId);
  const sent = {
    ...{ reason: 'Police and youth justice do not agree.', version: await versionOf(team, caseId) },
    ...(isNamed ? {} : await pairOf(team)),
  };
  const { status, text } = await chair.api.post(`/api/cases/${caseId}/escalation`, sent);
  if (status !== 201) throw new Error(text);
  return referred;
}

const say = async (by: Colleague, caseId: string, result: string, more: object = {}) =>
  by.api.post(`/api/cases/${caseId}/escalation/views`, {
    ...{ result, reason: `For reasons of ${by.actor.name}.`, version: await versionOf(team, caseId) },
    ...more,
  });
const name = async (caseId: string, side: string, personId: string, more: object = {}, by = chair) =>
  by.api.post(`/api/cases/${caseId}/escalation/seniors`, {
    ...{ side, personId, reason: 'Nobody is named for this step.', version: await versionOf(team, caseId) },
    ...more,
  });
const recommendAs = async (caseId: string, more: object = {}) => {
  const { meetingId, version } = await placeOf(team, caseId);
  return chair.api.post(`/api/cases/${caseId}/recommendation`, recommendation(meetingId, version, more));
};
const goOn = [{ code: 'ESCALATION_UNDER_WAY', reason: 'Both services agreed on the telephone.' }];
/** Of one whose session no story that takes days has ended. */
const browserOfChair = async () => browserOf(service, team, await team.hire(['PANEL_CHAIR']));
const latest = async (by: Colleague, caseId: string) =>
  (await by.api.get(`/api/cases/${caseId}/escalation`)).body.items[0];
const workOf = async (by: Colleague, code: string): Promise<{ href: string; note: string; since: string }[]> => {
  const { items } = (await by.api.get('/api/work')).body;
  return items.find((list: { code: string }) => list.code === code)?.items ?? [];
};
const isAsked = async (by: Colleague, caseId: string): Promise<boolean> =>
  (await workOf(by, 'DISAGREEMENTS')).some(({ href }) => href === `/cases/${caseId}/escalations`);

describe('a meeting that hears a case which is with the seniors', () => {
  /** To somebody whose session no story that takes days has ended. */
  const shownOf = async (caseId: string, role: 'PANEL_CHAIR' | 'POLICE_DECISION_MAKER') => {
    const { meetingId } = await placeOf(team, caseId);
    const browser = await browserOf(service, team, await team.hire([role]));
    const { agenda } = (await chair.api.get(`/api/meetings/${meetingId}`)).body;
    const { withSeniors } = agenda.find((one: { caseId: string }) => one.caseId === caseId);
    const { text: page } = await browser.get(`/meetings/${meetingId}`);
    const card = page.slice(page.indexOf(`id="case-${caseId}"`)).split('</section>')[0] ?? '';
    return { withSeniors, card, views: (await browser.get(`/cases/${caseId}/views`)).text };
  };

  test('says so and leads there; a recommendation is offered again when they have agreed', async () => {
    const { caseId } = await escalatedCase();
    const during = await shownOf(caseId, 'PANEL_CHAIR');
    expect(during.withSeniors).toBe(true);
    expect(during.card).toContain('Escalated: with the seniors');
    for (const page of [during.card, during.views]) {
      expect(page).toContain(`href="/cases/${caseId}/escalations"`);
      expect(page).not.toContain('Record recommendation');
    }
    for (const by of [inspector, head]) await say(by, caseId, 'AGREED_DISPOSAL', { disposal: 'OUTCOME_22' });
    const after = await shownOf(caseId, 'PANEL_CHAIR');
    expect([after.withSeniors, after.card.includes('Record recommendation')]).toEqual([false, true]);
  });

  test('offers what can be done with a case that is recommended, and with one that is decided', async () => {
    const { caseId } = await listedCase();
    await recommend(team, caseId);
    const recommended = (await shownOf(caseId, 'POLICE_DECISION_MAKER')).card;
    expect([recommended.includes('>Decide<'), recommended.includes('Record recommendation')]).toEqual([true, false]);
    await decide(team, caseId);
    const decided = (await shownOf(caseId, 'POLICE_DECISION_MAKER')).card;
    expect([decided.includes('>Record outcome<'), decided.includes('>Decide<')]).toEqual([true, false]);
  });
});

describe('a disagreement', () => {
  test('goes to a senior of police and one of youth justice with a clock, and a disposal agreed is recommended through the gates', async () => {
    const { caseId } = await escalatedCase();
    expect(await latest(chair, caseId)).toMatchObject({
      escalatedBy: { id: chair.id },
      steps: [{ step: 1, steps: 3, name: 'Sergeant and team manager', dueOn: dayFromNow(2), views: [] }],
      end: null,
    });
    expect([await isAsked(inspector, caseId), await isAsked(head, caseId)]).toEqual([true, true]);
    const first = await say(inspector, caseId, 'AGREED_DISPOSAL', { disposal: 'OUTCOME_22' });
    expect([first.status, first.body.side, first.body.ended]).toEqual([201, 'POLICE', 'WAITS']);
    expect([await isAsked(inspector, caseId), await isAsked(head, caseId)]).toEqual([false, true]);
    const second = await say(head, caseId, 'AGREED_DISPOSAL', { disposal: 'OUTCOME_22' });
    expect([second.body.ended, second.body.result, second.body.state]).toEqual([
      ...['SETTLED', 'AGREED_DISPOSAL', 'ESCALATED'],
    ]);
    await recommend(team, caseId, 'OUTCOME_22');
    await decide(team, caseId, 'OUTCOME_22');
    expect((await latest(chair, caseId)).end).toMatchObject({
      result: 'AGREED_DISPOSAL',
      disposal: 'OUTCOME_22',
      agreed: true,
    });
  });

  test('is not settled on a disposal that nobody could recommend', async () => {
    const { caseId } = await escalatedCase();
    const { status, body } = await say(inspector, caseId, 'AGREED_DISPOSAL', { disposal: 'OUTCOME_22_DEFERRED' });
    expect([status, body.errors]).toEqual([
      400,
      [{ field: 'disposal', message: 'This disposal was not in force on that day: select another' }],
    ]);
    expect(await isAsked(inspector, caseId)).toBe(true);
  });

  test('hides what one senior said from the other, and from everybody, until both have answered', async () => {
    const { caseId } = await escalatedCase();
    await say(inspector, caseId, 'AGREED_DISPOSAL', { disposal: 'OUTCOME_22' });
    for (const reader of [head, chair]) {
      const [view] = (await latest(reader, caseId)).steps[0].views;
      expect(view).toMatchObject({ side: 'POLICE', result: null, reason: null, disposal: null, disposalName: null });
    }
    expect((await latest(inspector, caseId)).steps[0].views[0]).toMatchObject({
      ...{ result: 'AGREED_DISPOSAL', disposal: 'OUTCOME_22', disposalName: disposals.OUTCOME_22.name },
    });
    const page = await (await browserOf(service, team, head)).get(`/cases/${caseId}/escalations`);
    expect([page.text.includes('Has answered'), page.text.includes('For reasons of')]).toEqual([true, false]);
    await say(head, caseId, 'RETURN_TO_PANEL');
    const { steps } = await latest(chair, caseId);
    expect(steps[0].views.map(({ result }: { result: string }) => result)).toEqual([
      ...['AGREED_DISPOSAL', 'RETURN_TO_PANEL'],
    ]);
  });

  test('climbs the ladder step by step while they differ, and after the last stays with police', async () => {
    const { caseId } = await escalatedCase(true);
    let [police, youth] = [inspector, head];
    for (const [step, days] of [
      [2, 3],
      [3, 7],
    ] as const) {
      await say(police, caseId, 'STAYS_WITH_POLICE');
      const { body } = await say(youth, caseId, 'AGREED_DISPOSAL', { disposal: 'OUTCOME_22' });
      expect([body.ended, body.next.step, body.next.dueOn]).toEqual(['NEXT_STEP', step, dayFromNow(days)]);
      for (const [side, by] of [
        ['POLICE', police],
        ['YOUTH_JUSTICE', youth],
      ] as const) {
        expect(codesOf(await name(caseId, side, by.id))).toEqual(['SENIOR_NOT_APART']);
        expect(codesOf(await say(by, caseId, 'RETURN_TO_PANEL'))).toEqual(['SENIOR_NOT_APART']);
      }
      [police, youth] = [await team.as('POLICE_DECISION_MAKER', step), await team.as('SENIOR_REVIEWER', step)];
      for (const [side, by] of [
        ['POLICE', police],
        ['YOUTH_JUSTICE', youth],
      ] as const) {
        expect((await name(caseId, side, by.id)).body).toMatchObject({ step, side, personId: by.id });
      }
    }
    await say(police, caseId, 'RETURN_TO_PANEL');
    const { body } = await say(youth, caseId, 'STAYS_WITH_POLICE');
    expect([body.ended, body.result, body.state]).toEqual(['STAYS_WITH_POLICE', 'STAYS_WITH_POLICE', 'RECOMMENDED']);
    expect((await latest(chair, caseId)).end).toMatchObject({ agreed: false, acknowledgedAt: null });
    await decide(team, caseId);
  });

  test('that stays with police is recorded so that they can decide, and returns to the panel where the seniors say so', async () => {
    const { caseId: alone } = await escalatedCase();
    await say(inspector, alone, 'STAYS_WITH_POLICE');
    const left = await say(head, alone, 'STAYS_WITH_POLICE');
    expect([left.body.ended, left.body.state]).toEqual(['SETTLED', 'ESCALATED']);
    expect((await workOf(chair, 'ESCALATED')).at(-1)).toMatchObject({
      note: 'SETTLED',
      href: `/cases/${alone}/escalations`,
    });
    const asked = await (await browserOfChair()).get(`/cases/${alone}/recommendation`);
    expect(asked.text).toContain('It stayed with police: the seniors left it with them');
    expect((await recommendAs(alone, { basis: 'POLICE_FINAL' })).status).toBe(201);
    await decide(team, alone);
    const { caseId: back } = await escalatedCase();
    await say(inspector, back, 'RETURN_TO_PANEL');
    expect((await say(head, back, 'RETURN_TO_PANEL')).body.state).toBe('READY');
    await listCase(team, back);
    await recommend(team, back);
  });

  test('is told to the panel until its chair takes note', async () => {
    const { caseId } = await escalatedCase();
    await say(inspector, caseId, 'RETURN_TO_PANEL');
    const path = `/api/cases/${caseId}/escalation/acknowledgement`;
    const note = async (by: Colleague) => by.api.post(path, { version: await versionOf(team, caseId) });
    expect(codesOf(await note(chair))).toEqual(['WRONG_STATE']);
    await say(head, caseId, 'RETURN_TO_PANEL');
    const waits = async () =>
      (await workOf(chair, 'ESCALATIONS_ENDED')).filter(({ href }) => href === `/cases/${caseId}/escalations`);
    expect(await waits()).toMatchObject([{ note: 'RETURN_TO_PANEL' }]);
    expect((await note(head)).status).toBe(403);
    expect((await note(chair)).body.acknowledged).toBe(1);
    expect(await waits()).toEqual([]);
    expect(codesOf(await note(chair))).toEqual(['WRONG_STATE']);
    const { body } = await chair.api.get(`/api/cases/${caseId}/timeline`);
    const said = body.items.map(({ sentence }: { sentence: string }) => sentence).join('\n');
    expect(said).toContain('settled the disagreement: the panel hears it again');
    expect(said).toContain('took note for the panel');
  });

  test('is overdue once its working days have passed', async () => {
    const { caseId } = await escalatedCase();
    const mine = async () => (await workOf(head, 'DISAGREEMENTS')).find(({ href }) => href.includes(caseId));
    expect(await mine()).toMatchObject({ note: 'Sergeant and team manager', since: dayFromNow(2) });
    service.clock.ahead += 3 * 24 * 3_600_000;
    expect(await mine()).toMatchObject({ note: 'OVERDUE Sergeant and team manager' });
    const clocks = (await chair.api.get(`/api/cases/${caseId}`)).body.clocks;
    expect(clocks).toContainEqual(
      expect.objectContaining({ code: 'ESCALATION', about: 'Sergeant and team manager', standing: 'OVER' }),
    );
    const [first] = await workOf(chair, 'ESCALATED');
    expect(first).toMatchObject({ note: 'OVERDUE Sergeant and team manager', since: dayFromNow(2) });
    const late = await team.hire(['SENIOR_REVIEWER']);
    const work = await (await browserOf(service, team, late)).get('/');
    expect(work.text).toContain('Sergeant and team manager, overdue</td>');
    const { text } = await (await browserOf(service, team, late)).get(`/cases/${caseId}/escalations`);
    expect(text).toContain('Overdue');
  });

  test('is settled by nobody else, by nobody twice, and by nobody of another area', async () => {
    const { caseId } = await escalatedCase();
    expect((await say(chair, caseId, 'RETURN_TO_PANEL')).status).toBe(403);
    const stranger = await team.hire(['SENIOR_REVIEWER'], { areaId: await team.addArea('Lutterworth') });
    expect((await say(stranger, caseId, 'RETURN_TO_PANEL')).status).toBe(404);
    const health = await team.hire(['SENIOR_REVIEWER'], { agency: 'HEALTH_NAVIGATOR' });
    expect(codesOf(await say(health, caseId, 'RETURN_TO_PANEL'))).toEqual(['ESCALATION_NOT_YOURS']);
    await say(inspector, caseId, 'RETURN_TO_PANEL');
    expect(codesOf(await say(inspector, caseId, 'STAYS_WITH_POLICE'))).toEqual(['ESCALATION_NOT_YOURS']);
    const { caseId: listed } = await listedCase();
    expect(codesOf(await say(head, listed, 'RETURN_TO_PANEL'))).toEqual(['WRONG_STATE']);
    for (const [change, field] of [
      [{ result: 'MERCY' }, 'result'],
      [{ result: 'AGREED_DISPOSAL' }, 'disposal'],
      [{ result: 'AGREED_DISPOSAL', disposal: 'DETENTION' }, 'disposal'],
      [{ result: 'AGREED_DISPOSAL', disposal: 'no code' }, 'disposal'],
      [{ reason: ' ' }, 'reason'],
      [{ version: undefined }, 'version'],
    ] as const) {
      const { status, body } = await say(head, caseId, 'RETURN_TO_PANEL', change);
      expect([status, body.errors[0].field]).toEqual([400, field]);
    }
    expect((await say(head, caseId, 'RETURN_TO_PANEL', { version: 1 })).body.code).toBe('STALE_VERSION');
  });

  test('answered twice at once for one side is answered once', async () => {
    const { caseId } = await escalatedCase();
    const version = await versionOf(team, caseId);
    const twice = [inspector, inspector];
    const answers = await Promise.all(twice.map((by) => say(by, caseId, 'RETURN_TO_PANEL', { version })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });

  test('is asked of a named pair who have no part in it: not of who escalates, recommended, or has a conflict', async () => {
    const { caseId } = await listedCase();
    const both = await team.hire(['PANEL_CHAIR', 'SENIOR_REVIEWER']);
    const pair = await pairOf(team);
    const send = async (by: Colleague, more: object) => {
      const version = await versionOf(team, caseId);
      return by.api.post(`/api/cases/${caseId}/escalation`, { reason: 'No agreement.', version, ...more });
    };
    const bare = await send(chair, {});
    expect([bare.status, bare.body.errors.map(({ field }: { field: string }) => field)]).toEqual([
      400,
      ['policeId', 'youthJusticeId'],
    ]);
    expect(codesOf(await send(inspector, pair))).toEqual(['SENIOR_NOT_APART']);
    expect(codesOf(await send(both, { ...pair, youthJusticeId: both.id }))).toEqual(['SENIOR_NOT_APART']);
    const crossed = await send(chair, { policeId: head.id, youthJusticeId: inspector.id });
    expect([crossed.status, crossed.body.errors.length]).toEqual([400, 2]);
    expect((await send(chair, pair)).body.step).toMatchObject({ step: 1, steps: 3 });
    const steps = (await latest(chair, caseId)).steps;
    expect(steps[0]).toMatchObject({ policeName: inspector.actor.name, youthJusticeName: head.actor.name });
  });

  test('has another senior named where one is away, with a reason on the trail', async () => {
    const { caseId } = await escalatedCase();
    const stand = await team.as('SENIOR_REVIEWER', 2);
    expect(codesOf(await say(stand, caseId, 'RETURN_TO_PANEL'))).toEqual(['ESCALATION_NOT_YOURS']);
    expect((await name(caseId, 'YOUTH_JUSTICE', stand.id, {}, head)).status).toBe(403);
    for (const [change, field] of [
      [{ personId: inspector.id }, 'personId'],
      [{ personId: head.id }, 'personId'],
      [{ reason: ' ' }, 'reason'],
      [{ side: 'COURT' }, 'side'],
    ] as const) {
      const { status, body } = await name(caseId, 'YOUTH_JUSTICE', stand.id, change);
      expect([status, body.errors?.[0]?.field]).toEqual([400, field]);
    }
    const manager = await team.as('PANEL_TEAM_MANAGER');
    const browser = await browserOf(service, team, manager);
    const at = `/cases/${caseId}/escalations`;
    expect((await browser.get(at)).text).toContain(`${at}/senior`);
    const typed = { side: 'YOUTH_JUSTICE', personId: stand.id, reason: 'On leave until Monday.' };
    expect((await browser.fill(`${at}/senior`, { ...typed, reason: '' })).status).toBe(422);
    expect((await browser.fill(`${at}/senior`, typed)).status).toBe(303);
    const { text } = await browser.get(at);
    for (const words of ['On leave until Monday.', `instead of ${head.actor.name}`]) expect(text).toContain(words);
    expect([await isAsked(head, caseId), await isAsked(stand, caseId)]).toEqual([false, true]);
    expect(codesOf(await say(head, caseId, 'RETURN_TO_PANEL'))).toEqual(['ESCALATION_NOT_YOURS']);
    expect((await say(stand, caseId, 'RETURN_TO_PANEL')).status).toBe(201);
    expect(codesOf(await name(caseId, 'YOUTH_JUSTICE', head.id))).toEqual(['WRONG_STATE']);
    const { body } = await chair.api.get(`/api/cases/${caseId}/timeline`);
    const said = body.items.map(({ sentence }: { sentence: string }) => sentence).join('\n');
    expect(said).toContain('named who is asked for youth justice in step 1 of the escalation');
  });

  test('is what the page of the case leads to, before a recommendation', async () => {
    const { caseId } = await escalatedCase();
    const { text } = await (await browserOfChair()).get(`/cases/${caseId}`);
    const [first] = /<div class="govuk-button-group">\s*<a[^>]*>/.exec(text) ?? [];
    expect(first).toContain(`/cases/${caseId}/escalations`);
    expect(/<a[^>]*recommendation"[^>]*govuk-button--secondary/.test(text)).toBe(true);
    expect(text).toContain('Answer of the seniors: sergeant and team manager');
  });

  test('that stays with police may go back to them for a charge, and the prosecutor is asked with the checklist', async () => {
    const { caseId } = await escalatedCase();
    await say(inspector, caseId, 'STAYS_WITH_POLICE');
    await say(head, caseId, 'STAYS_WITH_POLICE');
    const back = { reasonCode: 'CHARGE_NEEDED', reason: 'It is robbery.', version: await versionOf(team, caseId) };
    expect((await inspector.api.post(`/api/cases/${caseId}/return-to-police`, back)).status).toBe(200);
    const checklist = Object.fromEntries(checklistCodes.map((code) => [code, { answer: 'YES' }]));
    const sent = { purpose: 'CHARGE', sentOn: dayFromNow(0), checklist, version: await versionOf(team, caseId) };
    const { status, text } = await inspector.api.post(`/api/cases/${caseId}/prosecutor`, sent);
    expect([status, text]).toEqual([201, expect.any(String)]);
    expect((await workOf(inspector, 'PROSECUTOR')).map(({ href }) => href)).toContain(`/cases/${caseId}/prosecutor`);
  });

  test('left with police is a basis of a recommendation only once the seniors left it there', async () => {
    const { caseId } = await listedCase();
    const { status, body } = await recommendAs(caseId, { basis: 'POLICE_FINAL' });
    expect([status, body.errors[0].field]).toEqual([400, 'basis']);
  });

  test('binds with words: what differs from the disposal agreed asks why, of the panel and of police', async () => {
    const { caseId } = await escalatedCase();
    for (const by of [inspector, head]) await say(by, caseId, 'AGREED_DISPOSAL', { disposal: 'OUTCOME_22' });
    const shut = await recommendAs(caseId);
    expect([shut.status, codesOf(shut)]).toEqual([409, ['DIFFERS_FROM_ESCALATION']]);
    const page = await (await browserOfChair()).get(`/cases/${caseId}/recommendation`);
    for (const words of ['How the seniors settled the disagreement', `For reasons of ${head.actor.name}.`]) {
      expect(page.text).toContain(words);
    }
    const overrides = [{ code: 'DIFFERS_FROM_ESCALATION', reason: 'The victim has asked for an apology since.' }];
    expect((await recommendAs(caseId, { overrides })).status).toBe(201);
    const version = await versionOf(team, caseId);
    const decision = { disposal: 'COMMUNITY_RESOLUTION', decidedOn: dayFromNow(0), overrides: [], version };
    const path = `/api/cases/${caseId}/police-decision`;
    expect(codesOf(await inspector.api.post(path, decision))).toEqual(['DIFFERS_FROM_ESCALATION']);
    for (const at of ['police-decision', 'recommendation']) {
      const shown = await (
        await browserOf(service, team, await team.as('POLICE_DECISION_MAKER', 2))
      ).get(`/cases/${caseId}/${at}`);
      expect(shown.text).toContain('How the seniors settled the disagreement');
    }
    expect((await inspector.api.post(path, { ...decision, overrides })).status).toBe(201);
  });

  test('is told to the panel at its next meeting, with what the chair noted', async () => {
    const { caseId } = await escalatedCase();
    for (const by of [inspector, head]) await say(by, caseId, 'RETURN_TO_PANEL');
    const note = { note: 'We ask the school before.', version: await versionOf(team, caseId) };
    expect((await chair.api.post(`/api/cases/${caseId}/escalation/acknowledgement`, note)).status).toBe(200);
    const next = await arrangeMeeting(team);
    const member = await team.as('PANEL_MEMBER');
    const { settled } = (await member.api.get(`/api/meetings/${next}/police-decisions`)).body;
    const told = settled.find((one: { caseId: string }) => one.caseId === caseId);
    expect(told).toMatchObject({ result: 'RETURN_TO_PANEL', note: 'We ask the school before.' });
    const page = await (await browserOf(service, team, member)).get(`/meetings/${next}/police-decisions`);
    for (const words of ['Disagreements that seniors settled', 'We ask the school before.']) {
      expect(page.text).toContain(words);
    }
  });

  test('dates what follows: police do not decide before it was settled', async () => {
    const { caseId } = await escalatedCase(true);
    service.clock.ahead += 2 * 24 * 3_600_000;
    for (const by of [inspector, head]) await say(by, caseId, 'STAYS_WITH_POLICE');
    const send = async (decidedOn: string) =>
      inspector.api.post(`/api/cases/${caseId}/police-decision`, {
        ...{ disposal: 'COMMUNITY_RESOLUTION', decidedOn, overrides: [] },
        version: await versionOf(team, caseId),
      });
    const early = await send(dayFromNow(1));
    expect([early.status, early.body.errors?.[0]?.field]).toEqual([400, 'decidedOn']);
    expect((await send(dayFromNow(2))).status).toBe(201);
  });

  test('is not reviewed by whoever settled it', async () => {
    const { caseId } = await escalatedCase(true);
    for (const by of [inspector, head]) await say(by, caseId, 'STAYS_WITH_POLICE');
    const other = await team.as('POLICE_DECISION_MAKER', 2);
    const decision = { disposal: 'COMMUNITY_RESOLUTION', decidedOn: dayFromNow(0), overrides: [] };
    const path = `/api/cases/${caseId}`;
    const { status } = await other.api.post(`${path}/police-decision`, {
      ...decision,
      version: await versionOf(team, caseId),
    });
    expect(status).toBe(201);
    const review = async (by: Colleague) =>
      by.api.post(`${path}/decision-review`, {
        ...{
          anew: 'POLICE_DECISION',
          reasonCode: 'COMPLAINT',
          reason: 'The parent asked for it.',
          tellChild: 'That it is looked at.',
        },
        ...{ tellCarer: 'Likewise.', tellVictim: 'Likewise.', version: await versionOf(team, caseId) },
      });
    for (const by of [head, inspector]) expect(codesOf(await review(by))).toEqual(['REVIEWER_NOT_INDEPENDENT']);
    expect((await review(await team.as('SENIOR_REVIEWER', 2))).status).toBe(201);
  });

  test('is given up when the panel reads the case anew meanwhile, and a new one begins a new step', async () => {
    const { caseId } = await escalatedCase();
    expect(codesOf(await recommendAs(caseId))).toEqual(['ESCALATION_UNDER_WAY']);
    await recommend(team, caseId, undefined, goOn);
    expect(await isAsked(head, caseId)).toBe(false);
    const pair = { policeId: (await team.as('POLICE_DECISION_MAKER', 2)).id, youthJusticeId: head.id };
    const sent = { reason: 'Police cannot follow it.', version: await versionOf(team, caseId), ...pair };
    expect((await inspector.api.post(`/api/cases/${caseId}/escalation`, sent)).status).toBe(201);
    expect((await workOf(head, 'DISAGREEMENTS')).filter(({ href }) => href.includes(caseId))).toHaveLength(1);
    const { text } = await (await browserOfChair()).get(`/cases/${caseId}/escalations`);
    expect(text).toContain('The case moved on before it ended');
  });
});

describe('the ladder of a panel area', () => {
  const path = () => `/api/panel-areas/${team.areaId}/escalation-ladders`;
  const step = (more: object = {}) => ({ name: 'Heads of both services', workingDays: 1, ...more });
  const write = (more: object = {}) =>
    team.administrator.api.post(path(), { fromDay: dayFromNow(0), steps: [step()], reason: 'Agreed in May.', ...more });

  test('is what is usual until the area writes its own, which holds from a day on and keeps its history', async () => {
    const before = (await team.administrator.api.get(path())).body;
    expect([before.inForce.length, before.items]).toEqual([3, []]);
    const { caseId: under } = await escalatedCase();
    const named = step({ policeId: inspector.id, youthJusticeId: head.id });
    expect((await write({ steps: [named] })).status).toBe(201);
    await write({ fromDay: dayFromNow(30), steps: [step(), step()] });
    const after = (await team.administrator.api.get(path())).body;
    expect([after.inForce, after.items.length]).toEqual([[named], 2]);
    const { caseId } = await escalatedCase(false, true);
    expect((await latest(chair, caseId)).steps[0]).toMatchObject({
      ...{ steps: 1, dueOn: dayFromNow(1), policeId: inspector.id, youthJusticeName: head.actor.name },
    });
    const other = await team.as('SENIOR_REVIEWER', 2);
    expect(await isAsked(other, caseId)).toBe(false);
    expect(codesOf(await say(other, caseId, 'RETURN_TO_PANEL'))).toEqual(['ESCALATION_NOT_YOURS']);
    await say(inspector, caseId, 'RETURN_TO_PANEL');
    expect((await say(head, caseId, 'STAYS_WITH_POLICE')).body.ended).toBe('STAYS_WITH_POLICE');
    expect((await latest(chair, under)).steps[0].steps).toBe(3);
    await say(inspector, under, 'RETURN_TO_PANEL');
    const next = await say(head, under, 'STAYS_WITH_POLICE');
    expect([next.status, next.body.next]).toMatchObject([201, { step: 2, steps: 3, dueOn: dayFromNow(3) }]);
  });

  test.each([
    ['no step', { steps: [] }, 'steps'],
    ['a day that has passed', { fromDay: '2026-11-22' }, 'fromDay'],
    ['no working day', { steps: [{ name: 'x', workingDays: 0 }] }, 'steps[0].workingDays'],
    ['a step of no name', { steps: [{ workingDays: 1 }] }, 'steps[0].name'],
    ['no reason', { reason: '' }, 'reason'],
  ])('is not written with %s', async (_, change, field) => {
    const { status, body } = await write(change);
    expect([status, body.errors?.[0]?.field]).toEqual([400, field]);
  });

  test('names only seniors of the right agency in that area, and is the administrator’s', async () => {
    const wrong = await write({ steps: [step({ policeId: head.id, youthJusticeId: chair.id })] });
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      ...['steps[0].policeId', 'steps[0].youthJusticeId'],
    ]);
    expect((await head.api.get(path())).status).toBe(403);
    const nowhere = path().replace(team.areaId, '0199f2a0-0000-7000-8000-000000000000');
    expect((await team.administrator.api.get(nowhere)).status).toBe(404);
  });

  test('is written on its page, and the seniors answer on theirs', async () => {
    const browser = await browserOf(service, team, team.administrator);
    const page = `/panel-areas/${team.areaId}/escalation-ladder`;
    expect((await browser.get('/panel-areas')).text).toContain(page);
    const day = { 'fromDay-day': '23', 'fromDay-month': '11', 'fromDay-year': '2026' };
    const typed = { 'steps[0][name]': 'Chief inspector and service manager', 'steps[0][workingDays]': '4', ...day };
    expect((await browser.fill(page, { ...typed, reason: 'A new policy.' })).status).toBe(303);
    const { text } = await browser.get(page);
    expect(text).toContain(
      'Chief inspector and service manager: a senior of police, named by whoever escalates and one of youth justice, likewise, 4 working days',
    );
    expect(text).toContain('not law');

    const { caseId } = await escalatedCase();
    const at = `/cases/${caseId}/escalations`;
    const police = await browserOf(service, team, inspector);
    const bare = await police.fill(at, { result: 'AGREED_DISPOSAL', reason: 'It fits.' });
    expect([bare.status, bare.text.includes('Select the disposal for the panel to recommend')]).toEqual([422, true]);
    expect((await police.fill(at, { result: 'RETURN_TO_PANEL', reason: 'New facts.' })).status).toBe(303);
    const substitute = await team.hire(['SENIOR_REVIEWER']);
    expect((await name(caseId, 'YOUTH_JUSTICE', substitute.id)).status).toBe(201);
    const youth = await browserOf(service, team, substitute);
    expect((await youth.fill(at, { result: 'RETURN_TO_PANEL', reason: 'The same.' })).status).toBe(303);
    const chairs = await browserOfChair();
    expect((await chairs.get(at)).text).toContain('Both seniors agreed');
    expect((await chairs.get('/')).text).toContain('Ends of escalations, for the panel to note');
    const noted = hiddenFields((await chairs.get(at)).text);
    const wordy = await chairs.post(`${at}/acknowledgement`, { ...noted, note: 'x'.repeat(4001) });
    expect([wordy.status, wordy.text.includes('xxxx')]).toEqual([422, true]);
    expect((await chairs.post(`${at}/acknowledgement`, { ...noted, note: 'We ask earlier.' })).status).toBe(303);
    const after = (await chairs.get(at)).text;
    expect([after.includes('We ask earlier.'), after.includes('Take note of this')]).toEqual([true, false]);
  });
});

test('about a restricted case only seniors who are named on it are asked', async () => {
  const { caseId } = await listedCase();
  const manager = await team.as('PANEL_TEAM_MANAGER');
  await restrictCase(team, caseId, [chair, inspector]);
  const sent = async () => {
    const reason = 'Police and youth justice do not agree.';
    return { reason, version: await versionOf(team, caseId), ...(await pairOf(team)) };
  };
  const refused = await chair.api.post(`/api/cases/${caseId}/escalation`, await sent());
  expect([refused.status, refused.body.errors?.map(({ field }: { field: string }) => field)]).toEqual([
    ...[400, ['youthJusticeId']],
  ]);
  const people = `/api/cases/${caseId}/restriction/people`;
  done('Named', await manager.api.post(people, { personId: head.id, reason: 'Settles disagreements.' }));
  expect((await chair.api.post(`/api/cases/${caseId}/escalation`, await sent())).status).toBe(201);
});
