import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { browserOf } from '../support/browser.js';
import { type Answer, codesOf, done } from '../support/clients.js';
import { stepOut } from '../support/confidential-story.js';
import {
  condition,
  decidedCase,
  deliver,
  delivery,
  outcomeOf,
  recordOutcome,
  versionOf,
} from '../support/outcomes-story.js';
import { dayFromNow } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { gravity } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';
import { stateOf } from '../support/signed-off-case.js';

let service: Service;
let team: Team;
let assessor: Colleague;
let police: Colleague;
let reader: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [assessor, police] = [await team.as('YJS_ASSESSOR'), await team.as('YJS_POLICE_OFFICER')];
  reader = await team.as('PANEL_MEMBER');
});
beforeEach(() => {
  service.clock.fixed = null;
});
afterAll(() => service.stop());

const at = (caseId: string, rest = ''): string => `/api/cases/${caseId}/delivery${rest}`;
const today = dayFromNow(0);
const contact = (more: object = {}) => ({ heldOn: today, way: 'HOME', who: 'The worker', result: 'KEPT', ...more });
const missed = { result: 'MISSED', reason: 'The bus did not come.', excuse: 'REASONABLE' };
const fieldOf = ({ status, body }: Answer) => [status >= 400 && status < 500, body.errors?.[0]?.field];
/** Today, as it is typed into a field of three. */
const dayTyped = (field: string) => ({ [`${field}-day`]: '23', [`${field}-month`]: '11', [`${field}-year`]: '2026' });
const events = async (caseId: string): Promise<string[]> =>
  (await reader.api.get(`/api/cases/${caseId}/timeline`)).body.items.map(({ event }: { event: string }) => event);

let known: ReturnType<typeof decidedCase> | undefined;
const underWay = async (): Promise<string> => {
  const { caseId } = await (known ??= decidedCase(team, 'OUTCOME_22').then(async (found) => {
    await deliver(team, found.caseId, 'UNDER_WAY');
    return found;
  }));
  return caseId;
};

describe('contacts and steps', () => {
  test('are added one by one, kept or missed, and counted on the page; nothing follows by itself', async () => {
    const caseId = await underWay();
    expect((await assessor.api.post(at(caseId, '/contacts'), contact())).status).toBe(201);
    expect((await assessor.api.post(at(caseId, '/contacts'), contact(missed))).status).toBe(201);
    const step = { takenOn: today, step: 'ASKED_CHILD', note: 'The bus.' };
    expect((await assessor.api.post(at(caseId, '/steps'), step)).status).toBe(201);
    const { items } = (await reader.api.get(at(caseId, '/contacts'))).body;
    expect(items).toMatchObject([
      { ...missed, recordedByName: assessor.actor.name },
      { result: 'KEPT', reason: null },
    ]);
    expect((await reader.api.get(at(caseId, '/steps'))).body.items).toMatchObject([{ step: 'ASKED_CHILD' }]);
    const { text } = await (await browserOf(service, team, reader)).get(`/cases/${caseId}/delivery`);
    for (const words of ['1 kept, 1 missed.', 'The bus did not come.', 'Asked the child', 'is not recorded unless']) {
      expect(text).toContain(words);
    }
    const { notTakingPart } = (await reader.api.get(at(caseId))).body;
    expect(notTakingPart.message).toContain('returns the case to the panel or to police');
    expect(await stateOf(service, caseId)).toMatchObject({ state: 'DECIDED' });
    expect(await events(caseId)).toEqual(expect.arrayContaining(['DELIVERY_CONTACT_ADDED', 'ENGAGEMENT_STEP_ADDED']));
  });

  test('are refused by the database a change', async () => {
    const source = service.app.get<DataSource>(getDataSourceToken('write'));
    for (const table of ['delivery_contacts', 'delivery_steps']) {
      await expect(source.query(`delete from ${table}`)).rejects.toThrow(/append-only/);
    }
  });

  test.each([
    ['contacts', contact({ heldOn: dayFromNow(1) }), 'heldOn'],
    ['contacts', contact({ heldOn: '2026-01-05' }), 'heldOn'],
    ['contacts', contact({ result: 'MISSED', excuse: 'NOT_KNOWN' }), 'reason'],
    ['contacts', contact({ result: 'MISSED', reason: 'Nobody knows.' }), 'excuse'],
    ['contacts', contact({ way: 'DREAM' }), 'way'],
    ['contacts', contact({ who: ' ' }), 'who'],
    ['steps', { takenOn: dayFromNow(1), step: 'ASKED_CHILD' }, 'takenOn'],
    ['steps', { takenOn: today, step: 'OTHER' }, 'note'],
    ['steps', { takenOn: today, step: 'PUNISHED' }, 'step'],
  ])('of %s, %j is refused with its field', async (what, sent, field) => {
    expect(fieldOf(await assessor.api.post(at(await underWay(), `/${what}`), sent))).toEqual([true, field]);
  });

  test('are added on pages of their own, by those who may, while something is delivered', async () => {
    const caseId = await underWay();
    const browser = await browserOf(service, team, assessor);
    const held = dayTyped('heldOn');
    const typed = { way: 'SCHOOL', who: 'The mentor', result: 'MISSED', ...held };
    const wrong = await browser.fill(`/cases/${caseId}/delivery/contacts`, typed);
    expect([wrong.status, wrong.text.includes('Enter why it was missed')]).toEqual([422, true]);
    const reasons = { reason: 'Nobody knows yet.', excuse: 'NOT_KNOWN' };
    const sent = await browser.fill(`/cases/${caseId}/delivery/contacts`, { ...typed, ...reasons });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/cases/${caseId}/delivery`]);
    expect(
      (await browser.fill(`/cases/${caseId}/delivery/steps`, { step: 'TOLD_POLICE', ...dayTyped('takenOn') })).status,
    ).toBe(303);
    expect((await reader.api.post(at(caseId, '/contacts'), contact())).status).toBe(403);
    const stranger = await team.hire(['YJS_ASSESSOR'], { areaId: await team.addArea('Oakham') });
    for (const path of ['/contacts', '/steps', '/variations']) {
      expect([path, (await stranger.api.get(at(caseId, path))).status]).toEqual([path, 404]);
    }
    expect((await stranger.api.post(at(caseId, '/contacts'), contact())).status).toBe(404);
  });
});

describe('how a delivery ends', () => {
  const ended = (completed: string, reasonCode: string, more: object = {}) => ({
    ...{ completed, reasonCode, endedOn: today, version: 1 },
    ...more,
  });

  test.each([
    ['YES', 'COMPLETED_EARLY', {}, 'COMPLETED', 201],
    ['NO', 'DISENGAGED', { reason: 'Came once.' }, 'NOT_COMPLETED', 409],
    ['NOT_RECORDED', 'NOT_KNOWN', { reason: 'The worker left and wrote nothing.' }, 'NOT_RECORDED', 409],
  ])(
    'is said by a person: %s, because of %s; an Outcome 22 needs a yes',
    async (completed, reasonCode, more, status, outcome) => {
      const { caseId } = await decidedCase(team, 'OUTCOME_22');
      await deliver(team, caseId, 'UNDER_WAY');
      const answer = await assessor.api.put(at(caseId, '/completion'), ended(completed, reasonCode, more));
      expect([answer.status, answer.body.status, answer.body.version]).toEqual([200, status, 2]);
      const { completion } = (await reader.api.get(at(caseId))).body;
      expect(completion).toMatchObject({ completed, reasonCode, endedOn: today, by: { id: assessor.id } });
      const sent = outcomeOf('OUTCOME_22', await versionOf(team, caseId));
      expect((await police.api.post(`/api/cases/${caseId}/outcome`, sent)).status).toBe(outcome);
      expect(await events(caseId)).toContain('DELIVERY_ENDED');
    },
  );

  test.each([
    [ended('YES', 'DISENGAGED'), 'reasonCode'],
    [ended('NO', 'COMPLETED', { reason: 'x' }), 'reasonCode'],
    [ended('NO', 'DISENGAGED'), 'reason'],
    [ended('NOT_RECORDED', 'NOT_KNOWN', { reason: ' ' }), 'reason'],
    [ended('YES', 'COMPLETED', { endedOn: dayFromNow(1) }), 'endedOn'],
    [ended('YES', 'COMPLETED', { endedOn: dayFromNow(-60) }), 'endedOn'],
    [ended('PERHAPS', 'COMPLETED'), 'completed'],
  ])('%j is refused with its field', async (sent, field) => {
    expect(fieldOf(await assessor.api.put(at(await underWay(), '/completion'), sent))).toEqual([true, field]);
  });

  test.each(['NOT_NEEDED', null])('is no completion of nothing: %s', async (status) => {
    const { caseId } = await decidedCase(team, 'COMMUNITY_RESOLUTION');
    if (status) done('The plan', await assessor.api.put(at(caseId), { status, actions: [] }));
    const version = status ? 1 : 0;
    const answer = await assessor.api.put(at(caseId, '/completion'), { ...ended('YES', 'COMPLETED'), version });
    expect(fieldOf(answer)).toEqual([true, 'completed']);
  });

  test('of an activity is said once it is on record what it was and when it began', async () => {
    const { caseId } = await decidedCase(team, 'OUTCOME_22');
    const nothing = await assessor.api.put(at(caseId, '/completion'), ended('YES', 'COMPLETED', { version: 0 }));
    const mend = `/cases/${caseId}/delivery`;
    expect([nothing.status, nothing.body.blockers]).toMatchObject([409, [{ code: 'ACTIVITY_NOT_COMPLETED', mend }]]);
    await deliver(team, caseId, 'UNDER_WAY');
    expect((await assessor.api.put(at(caseId, '/completion'), ended('YES', 'COMPLETED'))).status).toBe(200);
  });

  test('is never before a contact, and no contact is after it', async () => {
    const { caseId } = await decidedCase(team, 'COMMUNITY_RESOLUTION');
    await deliver(team, caseId, 'UNDER_WAY', { startedOn: today });
    service.clock.fixed = new Date(`${dayFromNow(4)}T10:00:00Z`);
    await assessor.api.post(at(caseId, '/contacts'), contact({ heldOn: dayFromNow(3) }));
    const early = await assessor.api.put(
      at(caseId, '/completion'),
      ended('YES', 'COMPLETED', { endedOn: dayFromNow(2) }),
    );
    expect(fieldOf(early)).toEqual([true, 'endedOn']);
    const end = ended('YES', 'COMPLETED', { endedOn: dayFromNow(3) });
    expect((await assessor.api.put(at(caseId, '/completion'), end)).status).toBe(200);
    const late = await assessor.api.post(at(caseId, '/contacts'), contact({ heldOn: dayFromNow(4) }));
    expect(fieldOf(late)).toEqual([true, 'heldOn']);
  });

  test('stays to be read when it is said anew, which asks why', async () => {
    const { caseId } = await decidedCase(team, 'COMMUNITY_RESOLUTION');
    await deliver(team, caseId, 'UNDER_WAY');
    const first = ended('NO', 'DISENGAGED', { reason: 'Came once.' });
    expect((await assessor.api.put(at(caseId, '/completion'), first)).status).toBe(200);
    const again = ended('YES', 'COMPLETED', { version: 2 });
    const open = { ...delivery('UNDER_WAY'), version: 2 };
    for (const [rest, sent] of [['/completion', again] as const, ['', open] as const]) {
      expect(fieldOf(await assessor.api.put(at(caseId, rest), sent))).toEqual([true, 'changedBecause']);
    }
    const browser = await browserOf(service, team, assessor);
    const why = { changedBecause: 'The register of the club was found.' };
    const typed = { completed: 'YES', reasonCode: 'COMPLETED', ...dayTyped('endedOn') };
    const asked = await browser.fill(`/cases/${caseId}/delivery/completion`, typed);
    expect([asked.status, asked.text.includes('Enter why what was said of its end is changed')]).toEqual([422, true]);
    expect((await browser.fill(`/cases/${caseId}/delivery/completion`, { ...typed, ...why })).status).toBe(303);
    const { past, status } = (await reader.api.get(at(caseId))).body;
    expect(status).toBe('COMPLETED');
    expect(past).toMatchObject([
      {
        ...{ because: 'CHANGE', ...why, status: 'NOT_COMPLETED', endReason: 'DISENGAGED', endedOn: today },
        ...{ notCompletedReason: 'Came once.', keptByName: assessor.actor.name },
      },
    ]);
    const { text } = await browser.get(`/cases/${caseId}/delivery`);
    for (const words of ['What was said of its end before', 'Came once.', why.changedBecause])
      expect(text).toContain(words);
  });

  test('is not overwritten by whoever did not see it, and is written on its page', async () => {
    const { caseId } = await decidedCase(team, 'OUTCOME_23');
    await deliver(team, caseId, 'UNDER_WAY');
    const stale = await assessor.api.put(at(caseId, '/completion'), ended('YES', 'COMPLETED', { version: 7 }));
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
    const browser = await browserOf(service, team, assessor);
    const day = { 'endedOn-day': '23', 'endedOn-month': '11', 'endedOn-year': '2026' };
    const typed = { completed: 'NO', reasonCode: 'DISENGAGED', reason: 'Did not come.', ...day };
    expect((await browser.fill(`/cases/${caseId}/delivery/completion`, typed)).status).toBe(303);
    const shown = (await (await browserOf(service, team, police)).get(`/cases/${caseId}/delivery`)).text;
    expect(shown).toContain(`/cases/${caseId}/return-to-panel`);
    expect(shown).toContain('the decision to prosecute stands');
  });

  test('is never said by a day that passes: whoever sees to it is asked, and an Outcome 23 that failed returns', async () => {
    const { caseId } = await decidedCase(team, 'OUTCOME_23');
    const owner = await team.hire(['YJS_ASSESSOR']);
    const actions = [{ description: 'Four sessions', owner: 'The assessor', due: dayFromNow(5) }];
    const planned = { ...delivery('UNDER_WAY', { actions }), ownerId: owner.id };
    expect((await assessor.api.put(at(caseId), planned)).status).toBe(200);
    const asked = async (by: Colleague): Promise<string[]> => {
      const { items } = (await by.api.get('/api/work')).body;
      const list = items.find(({ code }: { code: string }) => code === 'DELIVERIES_PAST');
      return list.items.map(({ href }: { href: string }) => href);
    };
    expect(await asked(owner)).toEqual([]);
    service.clock.fixed = new Date(`${dayFromNow(6)}T10:00:00Z`);
    expect(await asked(owner)).toEqual([`/cases/${caseId}/delivery/completion`]);
    expect(await asked(assessor)).toEqual([]);
    expect(await stateOf(service, caseId)).toMatchObject({ state: 'DECIDED' });
    expect((await reader.api.get(at(caseId))).body).toMatchObject({ status: 'UNDER_WAY', completion: null });
    const said = { ...ended('NO', 'WITHDRAWN', { reason: 'The child changed their mind.' }), endedOn: dayFromNow(6) };
    expect((await owner.api.put(at(caseId, '/completion'), said)).status).toBe(200);
    expect(await asked(owner)).toEqual([]);
    const version = await versionOf(team, caseId);
    const back = { reason: 'The child did not want to go on.', version };
    expect((await police.api.post(`/api/cases/${caseId}/return-to-panel`, back)).body.state).toBe('PREPARING');
    const { past } = (await reader.api.get(at(caseId))).body;
    expect(past).toMatchObject([{ status: 'NOT_COMPLETED', endReason: 'WITHDRAWN', dueOn: dayFromNow(5) }]);
  });

  test('is asked of all who may say so where whoever saw to it stepped out and nobody prepares the case', async () => {
    const { caseId } = await decidedCase(team, 'OUTCOME_23');
    const owner = await team.hire(['YJS_ASSESSOR']);
    const actions = [{ description: 'Four sessions', owner: 'The assessor', due: dayFromNow(5) }];
    done('The plan', await assessor.api.put(at(caseId), { ...delivery('UNDER_WAY', { actions }), ownerId: owner.id }));
    service.clock.fixed = new Date(`${dayFromNow(6)}T10:00:00Z`);
    const asks = async (by: Colleague): Promise<boolean> =>
      (await by.api.get('/api/work')).body.items
        .find(({ code }: { code: string }) => code === 'DELIVERIES_PAST')
        .items.some(({ href }: { href: string }) => href.includes(caseId));
    expect([await asks(owner), await asks(assessor)]).toEqual([true, false]);
    await stepOut(caseId, owner);
    expect([await asks(owner), await asks(assessor)]).toEqual([false, true]);
    service.clock.fixed = null;
    const { text } = await (await browserOf(service, team, assessor)).get(`/cases/${caseId}/delivery`);
    expect(text).toContain(`${owner.actor.name}, who saw to it before, can open this case no more`);
  });

  test('names nobody who may not see to it', async () => {
    const sent = { ...delivery('UNDER_WAY', { version: 1 }), ownerId: reader.id };
    expect(fieldOf(await assessor.api.put(at(await underWay()), sent))).toEqual([true, 'ownerId']);
  });
});

describe('a variation', () => {
  const summary = [{ date: '2026-11-02', homeOfficeClass: '105A', description: 'Pushed a child.', gravity: gravity() }];
  const item = (more: object = {}) => ({ ...condition(), owner: 'The worker', ...more });
  const caution = async (): Promise<string> => {
    const { caseId } = await decidedCase(team, 'YOUTH_CONDITIONAL_CAUTION', { offences: summary });
    await recordOutcome(team, caseId, 'YOUTH_CONDITIONAL_CAUTION');
    await deliver(team, caseId, 'UNDER_WAY');
    return caseId;
  };
  const varying = (more: object = {}) => ({
    ...{ variedOn: today, agreedBy: ['CHILD', 'CARER', 'POLICE'], why: 'The shelter was taken down.', version: 1 },
    ...{ actions: [item({ description: 'Write a letter' })], overrides: [], ...more },
  });

  test('of the conditions of a caution keeps what they were, who agreed and why', async () => {
    const caseId = await caution();
    const kept = (await reader.api.get(at(caseId))).body.actions;
    expect(kept).toMatchObject([{ object: 'REPARATIVE' }, { description: 'Two sessions about consequences' }]);
    const { status, body } = await assessor.api.post(at(caseId, '/variations'), varying({ dueOn: dayFromNow(70) }));
    expect([status, body.version]).toEqual([201, 2]);
    expect((await reader.api.get(at(caseId))).body).toMatchObject({
      ...{ actions: [{ description: 'Write a letter' }], dueOn: dayFromNow(70), version: 2 },
    });
    const { items } = (await reader.api.get(at(caseId, '/variations'))).body;
    expect(items).toMatchObject([
      {
        agreedBy: ['CHILD', 'CARER', 'POLICE'],
        before: kept,
        after: [{ description: 'Write a letter' }],
        overrides: [],
      },
    ]);
    expect(await events(caseId)).toContain('DELIVERY_VARIED');
    const page = (await (await browserOf(service, team, reader)).get(`/cases/${caseId}/delivery`)).text;
    expect(page).toContain('The shelter was taken down.');
    expect(page).toContain('may be prosecuted for the original offence');
  });

  test('is held to the same caps as the caution, and needs the child and police to agree', async () => {
    const caseId = await caution();
    const vary = (more: object) => assessor.api.post(at(caseId, '/variations'), varying(more));
    const dear = await vary({ actions: [item({ penaltyPence: 3001 })] });
    expect([dear.status, codesOf(dear)]).toEqual([409, ['YCC_PENALTY_CAP']]);
    expect(codesOf(await vary({ actions: [item({ object: 'RESTRICTIVE' })] }))).toEqual(['YCC_CONDITIONS_REQUIRED']);
    const alone = await vary({ agreedBy: ['CARER'] });
    expect(codesOf(alone)).toEqual(['VARIATION_NOT_AGREED']);
    expect(alone.body.blockers[0].mend).toBe(`/cases/${caseId}/delivery/variations`);
    const reason = 'The child agreed by telephone; police confirm tomorrow.';
    const answered = await vary({ agreedBy: ['CARER'], overrides: [{ code: 'VARIATION_NOT_AGREED', reason }] });
    expect(answered.status).toBe(201);
    const long = await vary({ actions: [item({ attendanceHours: 21, object: 'PUNITIVE' })], version: 2 });
    expect(long.body.informed.map(({ code }: { code: string }) => code)).toContain('YCC_ATTENDANCE_CAP');
  });

  test.each([
    [{ agreedBy: [] }, 'agreedBy'],
    [{ agreedBy: ['NEIGHBOUR'] }, 'agreedBy'],
    [{ why: ' ' }, 'why'],
    [{ variedOn: dayFromNow(1) }, 'variedOn'],
    [{ dueOn: dayFromNow(-1) }, 'dueOn'],
    [{ actions: [{ ...condition(), owner: 'W', startsOn: dayFromNow(90) }] }, 'actions[0].due'],
    [{ actions: [{ ...condition(), owner: 'W', due: dayFromNow(-1) }] }, 'actions[0].due'],
    [{ actions: undefined }, 'actions'],
  ])('with %j is refused with its field', async (more, field) => {
    expect(fieldOf(await assessor.api.post(at(await underWay(), '/variations'), varying(more)))).toEqual([true, field]);
  });

  test('is the only way to change a condition that stands; the rest can be written as before', async () => {
    const caseId = await caution();
    const put = (actions: object[], version: number) =>
      assessor.api.put(at(caseId), { ...delivery('UNDER_WAY', { version }), actions });
    const changed = await put([item({ due: dayFromNow(90) })], 1);
    expect([changed.status, codesOf(changed)]).toEqual([409, ['CONDITIONS_CHANGED_WITHOUT_VARIATION']]);
    const plain = { description: 'A lift to the sessions', owner: 'The worker', due: dayFromNow(9) };
    expect((await put([plain], 1)).status).toBe(200);
    expect((await reader.api.get(at(caseId))).body.actions).toMatchObject([{ object: 'REPARATIVE' }, plain]);
    expect((await put([item({ provider: 'The youth club' })], 2)).status).toBe(200);
    expect((await reader.api.get(at(caseId))).body.actions).toMatchObject([{ provider: 'The youth club' }]);
  });

  test('is written on its page, which begins with what is agreed; nothing that ended can be varied', async () => {
    const caseId = await caution();
    const browser = await browserOf(service, team, assessor);
    const path = `/cases/${caseId}/delivery/variations`;
    expect((await browser.get(path)).text).toContain('repair the shelter');
    const day = { 'actions[0][due-day]': '1', 'actions[0][due-month]': '2', 'actions[0][due-year]': '2027' };
    const typed = {
      ...{
        agreedBy: ['CHILD', 'POLICE'],
        why: 'A closer place.',
        ...dayTyped('variedOn'),
        'actions[0][object]': 'REPARATIVE',
      },
      ...{ 'actions[0][description]': 'Help in the garden', 'actions[0][owner]': 'The worker', ...day },
    };
    expect((await browser.fill(path, typed)).status).toBe(303);
    const end = { completed: 'YES', reasonCode: 'COMPLETED', endedOn: today, version: 2 };
    expect((await assessor.api.put(at(caseId, '/completion'), end)).status).toBe(200);
    const late = await assessor.api.post(at(caseId, '/variations'), varying({ version: 3 }));
    expect([late.status, codesOf(late)]).toEqual([409, ['WRONG_STATE']]);
  });
});

describe('interventions of a panel area', () => {
  test('are listed by an administrator, chosen in a delivery, and stay where they were chosen', async () => {
    const list = `/api/panel-areas/${team.areaId}/interventions`;
    const mentoring = { name: 'Mentoring', provider: 'The Lantern Project' };
    const { status, body } = await team.administrator.api.post(list, mentoring);
    expect([status, (await reader.api.post(list, mentoring)).status]).toEqual([201, 403]);
    const { caseId } = await decidedCase(team, 'OUTCOME_22');
    const chosen = { description: 'Six sessions', owner: 'The worker', due: dayFromNow(30), interventionId: body.id };
    const put = (version: number, interventionId: string) =>
      assessor.api.put(at(caseId), { ...delivery('PLANNED', { version }), actions: [{ ...chosen, interventionId }] });
    expect((await put(0, body.id)).status).toBe(200);
    const page = async () => (await (await browserOf(service, team, reader)).get(`/cases/${caseId}/delivery`)).text;
    expect(await page()).toContain('Mentoring, The Lantern Project');
    const ended = { ...mentoring, ended: 'YES', version: 1 };
    expect((await team.administrator.api.put(`/api/interventions/${body.id}`, ended)).status).toBe(200);
    expect((await team.administrator.api.put(`/api/interventions/${body.id}`, ended)).body.code).toBe('STALE_VERSION');
    expect((await put(1, body.id)).status).toBe(200);
    expect((await assessor.api.get(list)).body.items).toMatchObject([{ name: 'Mentoring', ended: true }]);
    const other = await decidedCase(team, 'OUTCOME_22');
    const refused = await assessor.api.put(at(other.caseId), { ...delivery('PLANNED'), actions: [chosen] });
    expect(fieldOf(refused)).toEqual([true, 'actions[0].interventionId']);
    const stranger = await team.hire(['YJS_ASSESSOR'], { areaId: await team.addArea('Wigston') });
    expect((await stranger.api.get(list)).status).toBe(404);
  });

  test('are added and ended on pages', async () => {
    const browser = await browserOf(service, team, team.administrator);
    const list = `/panel-areas/${team.areaId}/interventions`;
    expect((await browser.fill(list, { name: 'Art', provider: ' ' })).status).toBe(422);
    expect((await browser.fill(list, { name: 'Art', provider: 'The Loft' })).status).toBe(303);
    const [, id] = /href="\/interventions\/([\w-]+)">Art</.exec((await browser.get(list)).text) ?? [];
    expect(
      (await browser.fill(`/interventions/${id}`, { name: 'Art', provider: 'The Loft', ended: 'YES' })).status,
    ).toBe(303);
    expect((await browser.get(list)).text).toContain('No longer');
    expect((await browser.get('/panel-areas')).text).toContain(list);
  });
});
