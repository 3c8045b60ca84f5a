import { considerNews, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf, done } from '../support/clients.js';
import { restrictCase, stepOut } from '../support/confidential-story.js';
import { arrangeMeeting, dayFromNow, listCase } from '../support/panels-story.js';
import { setUpTeam, type Colleague, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

const DAY = 86_400_000;

let service: Service;
let team: Team;
let administrator: Colleague;
let chair: Colleague;
let caseId: string;
let meetingId: string;

beforeEach(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [administrator, chair] = [await team.as('PANEL_ADMINISTRATOR'), await team.as('PANEL_CHAIR')];
  ({ caseId } = await referCase(team));
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  meetingId = await listCase(team, caseId);
});
afterEach(() => service.stop());

const later = (days: number, more: object = {}) =>
  arrangeMeeting(team, { startsAt: `${dayFromNow(days)}T10:00`, ...more });
const adjourn = (more: object = {}) =>
  chair.api.post(`/api/cases/${caseId}/adjournment`, { meetingId, reasonCode: 'LEGAL_ADVICE', ...more });
const stateNow = async (): Promise<string> => (await chair.api.get(`/api/cases/${caseId}`)).body.state;
const agenda = async (id: string) => (await chair.api.get(`/api/meetings/${id}`)).body.agenda;
const events = async (): Promise<string[]> =>
  (await chair.api.get(`/api/cases/${caseId}/timeline`)).body.items.map(({ event }: { event: string }) => event);
const work = async (by: Colleague, code: string) =>
  (await by.api.get('/api/work')).body.items.find((list: { code: string }) => list.code === code);

test('a case that stays ready is listed at once for the meeting that was chosen', async () => {
  const chosen = await later(8);
  const { body } = await adjourn({ returnTo: chosen });
  expect(body.state).toBe('LISTED');
  expect(await agenda(chosen)).toMatchObject([{ caseId, standing: true, carriedOver: 1 }]);
  expect(await events()).toEqual(expect.arrayContaining(['CASE_RETURNED_TO_AGENDA', 'CASE_LISTED']));
  const { text } = await (await browserOf(service, team, chair)).get(`/meetings/${chosen}`);
  expect(text).toMatch(/Carried over<\/strong> <span class="jdp-text">Adjourned once before/);
});

test('a case that goes back to preparation comes back in the unit that signs it off', async () => {
  const [tooEarly, next] = [await later(3), await later(10)];
  expect(
    (await adjourn({ reasonCode: 'MISSING_VICTIM_VIEW', returnTo: 'NEXT', until: dayFromNow(5) })).body.state,
  ).toBe('PREPARING');
  await signOffAnew();
  expect(await stateNow()).toBe('LISTED');
  expect(await agenda(tooEarly)).toEqual([]);
  expect(await agenda(next)).toMatchObject([{ caseId, standing: true }]);
});

test('a case never comes back past a shut gate: the panel administrator sees why, and lists it with a reason', async () => {
  const closed = await later(2, { closesHoursBefore: 96 });
  expect((await adjourn({ returnTo: closed })).body.state).toBe('READY');
  expect(await agenda(closed)).toEqual([]);
  const waiting = await work(administrator, 'RETURNS_SHUT');
  expect(waiting).toMatchObject({ count: 1, items: [{ note: '["LISTED_LATE"]', href: `/cases/${caseId}/listing` }] });
  const { text } = await (await browserOf(service, team, administrator)).get('/');
  expect(text).toContain('The pack was issued, or the agenda closed');
  expect(await events()).toContain('RETURN_TO_AGENDA_SHUT');
  await listCase(team, caseId, closed, 'The advice came on Monday.');
  expect((await work(administrator, 'RETURNS_SHUT')).count).toBe(0);
});

test('a case for which there is no later meeting comes back when one is arranged', async () => {
  expect((await adjourn({ returnTo: 'NEXT' })).body.state).toBe('READY');
  expect((await work(administrator, 'RETURNS_SHUT')).items[0].note).toBe('["NO_LATER_MEETING"]');
  const urgent = { extraordinaryBecause: 'SAFETY', extraordinaryReason: 'For another child.' };
  await later(4, urgent);
  expect(await stateNow()).toBe('READY');
  const next = await later(8);
  expect([await stateNow(), (await agenda(next)).length]).toEqual(['LISTED', 1]);
});

test('a case comes back to a cancelled meeting no more than any other', async () => {
  const chosen = await later(8);
  expect((await adjourn({ reasonCode: 'MISSING_CHILD_VOICE', returnTo: chosen })).body.state).toBe('PREPARING');
  const cancel = { reason: 'Snow.', casesGo: 'READY' };
  done('The cancellation', await administrator.api.post(`/api/meetings/${chosen}/cancellation`, cancel));
  await signOffAnew();
  expect(await stateNow()).toBe('READY');
  expect((await work(administrator, 'RETURNS_SHUT')).items[0].note).toBe('["MEETING_CANCELLED"]');
});

test('the next meeting is the first that takes the case, and whoever adjourns is told which', async () => {
  await later(8, { closesHoursBefore: 336 });
  await later(15, { capacity: 1 });
  await fill(dayFromNow(15));
  const open = await later(22);
  const { body } = await adjourn({ returnTo: 'NEXT' });
  expect(body).toMatchObject({ state: 'LISTED', cameBackTo: dayFromNow(22), waits: null });
  expect(await agenda(open)).toMatchObject([{ caseId, standing: true }]);
  const { text } = await (await browserOf(service, team, chair)).get(`/meetings/${meetingId}`);
  expect(text).toContain('Listed for the meeting of 15 December 2026.');
});

test('the next meeting is after the one from which the case was adjourned, whatever day it is', async () => {
  const far = await later(29);
  await adjourn({ returnTo: far });
  await later(8);
  const { body } = await adjourn({ meetingId: far });
  expect(body).toMatchObject({ state: 'READY', cameBackTo: null });
  expect(body.waits).toEqual({ meetingDay: null, fromDay: null, shut: ['NO_LATER_MEETING'] });
  const after = await later(36);
  expect(await agenda(after)).toMatchObject([{ caseId, standing: true }]);
});

test.each<[string, (id: string) => Promise<unknown>]>([
  ['cancelled', (id) => cancel(id)],
  ['full', (id) => fill(dayFromNow(8), id)],
])('a case in preparation comes back to a later meeting than the chosen one, which is %s', async (_, lose) => {
  const chosen = await later(8, { capacity: 1 });
  const next = await later(15);
  await adjourn({ reasonCode: 'MISSING_CHILD_VOICE', returnTo: chosen });
  await lose(chosen);
  await signOffAnew();
  expect(await agenda(next)).toMatchObject([{ caseId, standing: true }]);
});

test('a case that no meeting took is tried again when one is arranged', async () => {
  const chosen = await later(8, { closesHoursBefore: 336 });
  expect((await adjourn({ returnTo: chosen })).body.waits).toMatchObject({ shut: ['LISTED_LATE'] });
  expect(await stateNow()).toBe('READY');
  const next = await later(15);
  expect(await agenda(next)).toMatchObject([{ caseId, standing: true }]);
});

test('a case whose series holds no more meetings comes back to the next one of its panel', async () => {
  const rule = { frequency: 'WEEKLY', weekday: 'TUESDAY', time: '10:00', onBankHoliday: 'SKIP' };
  const series = async (fromDay: string, untilDay: string) => {
    const sent = { panelAreaId: team.areaId, ...rule, fromDay, untilDay };
    return done('The series', await administrator.api.post('/api/meeting-series', sent)).body.meetings;
  };
  const [last] = await series('2026-12-01', '2026-12-01');
  await adjourn({ returnTo: last.id });
  expect((await adjourn({ meetingId: last.id })).body.state).toBe('READY');
  const [first] = await series('2027-01-05', '2027-01-12');
  expect(await agenda(first.id)).toMatchObject([{ caseId, standing: true }]);
});

test('with nothing said of where it comes back, it comes back to the next meeting, and its day is in the work', async () => {
  const soon = await later(3);
  const { body } = await adjourn({ until: dayFromNow(5) });
  expect(body).toMatchObject({ state: 'READY', waits: { fromDay: dayFromNow(5), shut: ['NO_LATER_MEETING'] } });
  expect((await work(administrator, 'TO_LIST')).items).toMatchObject([{ note: dayFromNow(5) }]);
  const page = await (await browserOf(service, team, administrator)).get('/');
  expect(page.text).toContain('Comes back on or after 28 November 2026');
  const refused = await administrator.api.post(`/api/meetings/${soon}/agenda`, { caseId });
  expect([refused.status, codesOf(refused)]).toEqual([409, ['LISTED_BEFORE_ITS_DAY']]);
  const browser = await browserOf(service, team, administrator);
  const reason = { 'overrides[0][code]': 'LISTED_BEFORE_ITS_DAY', 'overrides[0][reason]': 'The doctor wrote sooner.' };
  expect((await browser.fill(`/cases/${caseId}/listing`, { meetingId: soon, ...reason })).status).toBe(303);
  expect(await agenda(soon)).toMatchObject([{ caseId, beforeItsDay: 'The doctor wrote sooner.' }]);
});

const cancel = async (id: string) => {
  const sent = { reason: 'Snow.', casesGo: 'READY' };
  done('The cancellation', await administrator.api.post(`/api/meetings/${id}/cancellation`, sent));
};

/** Another case takes the one place of the meeting of a day. */
async function fill(day: string, meeting?: string): Promise<void> {
  const { items } = (await chair.api.get('/api/meetings')).body;
  const id = meeting ?? items.find((one: { meetingDay: string }) => one.meetingDay === day).id;
  const other = await referCase(team);
  await prepareCase(team, other.caseId);
  await signOff(team, other.caseId);
  await listCase(team, other.caseId, id);
}

async function signOffAnew(): Promise<void> {
  await considerNews(team, caseId);
  await signOff(team, caseId);
}

test('where it comes back is a meeting of this panel, to come, and not before the day that was given', async () => {
  const chosen = await later(3);
  const elsewhere = await team.hire(['PANEL_ADMINISTRATOR'], { areaId: await team.addArea('Rutland') });
  const panelAreaId = elsewhere.actor.roles[0]?.panelAreaId ?? '';
  const far = { panelAreaId, startsAt: `${dayFromNow(8)}T10:00` };
  const { id } = done('A meeting elsewhere', await elsewhere.api.post('/api/meetings', far)).body;
  service.clock.ahead -= 30 * DAY;
  const past = await arrangeMeeting(team, { startsAt: '2026-11-01T10:00' });
  service.clock.ahead += 30 * DAY;
  for (const change of [
    ...[{ returnTo: 'Tuesday' }, { returnTo: meetingId }, { returnTo: id }, { returnTo: past }],
    { returnTo: chosen, until: dayFromNow(4) },
  ]) {
    const { status, body } = await adjourn(change);
    expect([change, status, body.errors[0].field]).toEqual([change, 400, 'returnTo']);
  }
  expect(await stateNow()).toBe('LISTED');
  expect((await adjourn({ reasonCode: 'MEETING_CANCELLED' })).body.errors[0].field).toBe('reasonCode');
});

test('what the panel asks for stands with its owner, in their work and on the case, until it is done', async () => {
  const assessor = await team.as('YJS_ASSESSOR');
  const police = await team.as('POLICE_DECISION_MAKER');
  const actions = [
    { what: 'Ask the school for the exclusion letter', ownerId: assessor.id, due: dayFromNow(4) },
    { what: 'Send the interview record', agency: 'POLICE', due: dayFromNow(6) },
  ];
  expect((await adjourn({ actions })).status).toBe(200);
  const mine = await work(assessor, 'PANEL_ACTIONS');
  expect(mine.items).toMatchObject([{ note: actions[0]?.what, since: dayFromNow(4) }]);
  expect((await work(police, 'PANEL_ACTIONS')).items).toMatchObject([{ note: actions[1]?.what }]);
  const browser = await browserOf(service, team, assessor);
  expect((await browser.get(`/cases/${caseId}`)).text).toContain('2 things are not done');
  const bad = await browser.fill(mine.items[0].href, {});
  expect([bad.status, bad.text.includes('Enter what was done')]).toEqual([422, true]);
  expect((await browser.fill(mine.items[0].href, { done: 'The letter is with the record.' })).status).toBe(303);
  expect((await work(assessor, 'PANEL_ACTIONS')).count).toBe(0);
  const { items } = (await chair.api.get(`/api/cases/${caseId}/panel-actions`)).body;
  expect(items).toMatchObject([
    { what: actions[1]?.what, doneAt: null },
    { what: actions[0]?.what, done: 'The letter is with the record.', doneByName: assessor.actor.name },
  ]);
  const path = `/api/cases/${caseId}/panel-actions/${items[0].id}/completion`;
  expect((await assessor.api.post(path, { done: 'Sent.' })).status).toBe(403);
  expect((await police.api.post(path, { done: 'Sent.' })).status).toBe(200);
  expect((await police.api.post(path, { done: 'Sent again.' })).body.errors[0].field).toBe('done');
  expect(await events()).toEqual(expect.arrayContaining(['PANEL_ACTION_ADDED', 'PANEL_ACTION_DONE']));
});

test('why a case was adjourned is read on its page, on both agendas and where the panel decides', async () => {
  const [chosen, words] = [await later(8), 'Counsel is asked whether Danny may be charged.'];
  const actions = [{ what: 'Send counsel the record', agency: 'POLICE', due: dayFromNow(20) }];
  const { body } = await adjourn({ reasonCode: 'OTHER', reason: words, returnTo: chosen, actions });
  expect(body.dueTooLate).toEqual([{ what: 'Send counsel the record', dueOn: dayFromNow(20) }]);
  const [before, after] = [(await agenda(meetingId))[0], (await agenda(chosen))[0]];
  expect(before.adjournment).toMatchObject({ reasonCode: 'OTHER', reason: words, cameBackTo: dayFromNow(8) });
  expect([before.panelActions[0].what, after.carriedOverFrom]).toMatchObject([
    'Send counsel the record',
    [{ reason: words }],
  ]);
  const { adjournments } = (await chair.api.get(`/api/cases/${caseId}`)).body;
  expect(adjournments).toMatchObject([{ reason: words, cameBackTo: dayFromNow(8) }]);
  const browser = await browserOf(service, team, chair);
  const pages = [
    `/cases/${caseId}`,
    `/cases/${caseId}/recommendation`,
    `/meetings/${meetingId}`,
    `/meetings/${chosen}`,
  ];
  for (const path of pages) {
    const { text } = await browser.get(path);
    const late =
      'Send counsel the record (Police, by 13 December 2026): not done, and due after the case is heard again';
    expect([path, text.includes(words), text.includes(late)]).toEqual([path, true, true]);
  }
  await restrictCase(team, caseId, [chair]);
  for (const path of pages.slice(2)) {
    const { text } = await browser.get(path);
    expect([path, text.includes(words), text.includes('Send counsel')]).toEqual([path, false, false]);
  }
});

test('a contributor sees what was asked of their agency, which child it is about, and no more of the case', async () => {
  const partner = await team.hire(['PARTNER_CONTRIBUTOR'], { agency: 'CHILDRENS_SOCIAL_CARE' });
  const [words, others] = ['Say who the social worker is', 'Send the interview record'];
  const actions = [
    { what: words, agency: 'CHILDRENS_SOCIAL_CARE', due: dayFromNow(4) },
    { what: others, agency: 'POLICE', due: dayFromNow(4) },
  ];
  const elsewhere = await referCase(team);
  await adjourn({ reason: 'Counsel is asked.', actions });
  const { items } = (await partner.api.get(`/api/cases/${caseId}/panel-actions`)).body;
  expect(items).toMatchObject([{ what: words, doneAt: null }]);
  expect(items).toHaveLength(1);
  const mine = await work(partner, 'PANEL_ACTIONS');
  expect(mine.items).toMatchObject([{ note: words, href: `/cases/${caseId}/panel-actions/${items[0].id}/completion` }]);
  const browser = await browserOf(service, team, partner);
  for (const path of [`/cases/${caseId}/panel-actions`, mine.items[0].href]) {
    const { status, text } = await browser.get(path);
    expect([path, status, text.includes(words), text.includes('Date of birth')]).toEqual([path, 200, true, true]);
    for (const hidden of [others, 'Counsel', `href="/cases/${caseId}"`, 'Ready for panel']) {
      expect([path, hidden, text.includes(hidden)]).toEqual([path, hidden, false]);
    }
  }
  for (const path of ['', '/timeline', '/pack']) {
    expect((await partner.api.get(`/api/cases/${caseId}${path}`)).status).toBe(403);
  }
  const all = (await chair.api.get(`/api/cases/${caseId}/panel-actions`)).body.items;
  const ofPolice = all.find(({ what }: { what: string }) => what === others).id;
  expect((await browser.get(`/cases/${caseId}/panel-actions/${ofPolice}/completion`)).status).toBe(404);
  const post = (id: string) =>
    partner.api.post(`/api/cases/${caseId}/panel-actions/${id}/completion`, { done: 'Told.' });
  expect((await post(ofPolice)).status).toBe(403);
  expect((await partner.api.get(`/api/cases/${elsewhere.caseId}/panel-actions`)).status).toBe(404);
  for (const role of ['VICTIM_WORKER', 'REFERRING_OFFICER'] as const) {
    const officer = await team.hire([role], { agency: 'POLICE' });
    expect((await work(officer, 'PANEL_ACTIONS')).items).toMatchObject([{ note: others }]);
  }
  const assessor = await team.as('QA_LEAD');
  expect((await assessor.api.get(`/api/cases/${caseId}/panel-actions`)).body.items).toHaveLength(2);
  await restrictCase(team, caseId, [chair]);
  expect((await post(items[0].id)).status).toBe(404);
  expect([(await browser.get(mine.items[0].href)).status, (await work(partner, 'PANEL_ACTIONS')).count]).toEqual([
    404, 0,
  ]);
});

test('a contributor records what their agency did', async () => {
  const partner = await team.hire(['PARTNER_CONTRIBUTOR'], { agency: 'HOUSING' });
  await adjourn({ actions: [{ what: 'Find a bed', agency: 'HOUSING', due: dayFromNow(4) }] });
  const browser = await browserOf(service, team, partner);
  const { items } = await work(partner, 'PANEL_ACTIONS');
  const sent = await browser.fill(items[0].href, { done: 'A room from Monday.' });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/cases/${caseId}/panel-actions`]);
  expect((await browser.get(`/cases/${caseId}/panel-actions`)).text).toContain('A room from Monday.');
  expect((await work(partner, 'PANEL_ACTIONS')).count).toBe(0);
});

test('what is overdue stands in the work of the panel administrator, whoever owes it', async () => {
  await adjourn({ actions: [{ what: 'Find a bed', agency: 'HOUSING', due: dayFromNow(1) }] });
  expect((await work(administrator, 'PANEL_ACTIONS_OVERDUE')).count).toBe(0);
  service.clock.ahead += 3 * 86_400_000;
  expect((await work(administrator, 'PANEL_ACTIONS_OVERDUE')).items).toMatchObject([
    { note: 'Find a bed', href: `/cases/${caseId}/panel-actions` },
  ]);
  const partner = await team.hire(['PARTNER_CONTRIBUTOR'], { agency: 'HOUSING' });
  expect((await work(partner, 'PANEL_ACTIONS')).items).toMatchObject([{ note: 'Find a bed' }]);
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const { version } = (await manager.api.get(`/api/cases/${caseId}`)).body;
  const withdrawal = { reason: 'It was entered twice.', version };
  done('The withdrawal', await manager.api.post(`/api/cases/${caseId}/withdrawal`, withdrawal));
  const left = [await work(administrator, 'PANEL_ACTIONS_OVERDUE'), await work(partner, 'PANEL_ACTIONS')];
  expect(left.map(({ count }) => count)).toEqual([0, 0]);
});

test.each([
  ['without words', { what: ' ' }, 'what'],
  ['by nobody', { agency: undefined }, 'ownerId'],
  ['by a person and an agency', { ownerId: 'CHAIR' }, 'ownerId'],
  ['by somebody from elsewhere', { agency: undefined, ownerId: 'STRANGER' }, 'ownerId'],
  ['by the army', { agency: 'ARMY' }, 'agency'],
  ['for yesterday', { due: '2026-11-22' }, 'due'],
  ['for some day', { due: 'soon' }, 'due'],
  ['with a colour', { colour: 'red' }, 'colour'],
])('nothing is asked for %s', async (_, change: Record<string, unknown>, field) => {
  const people: Record<string, string> = { CHAIR: chair.id, STRANGER: team.administrator.id };
  const asked = { what: 'Find a bed', agency: 'HOUSING', due: dayFromNow(3), ...change };
  if (change['ownerId']) Object.assign(asked, { ownerId: people[String(change['ownerId'])] });
  const { status, body } = await chair.api.post(`/api/cases/${caseId}/panel-actions`, asked);
  expect([status, body.errors[0].field]).toEqual([400, field]);
  const adjourned = await adjourn({ actions: [asked] });
  expect([adjourned.status, adjourned.body.errors[0].field]).toEqual([400, `actions[0].${field}`]);
  expect(await stateNow()).toBe('LISTED');
});

test('something is asked of somebody alone who can open what was asked of them, and say that it is done', async () => {
  const [observer, auditor] = [await team.hire(['OBSERVER']), await team.hire(['QA_AUDITOR'])];
  const [gone, out] = [await team.hire(['PANEL_MEMBER']), await team.hire(['PANEL_MEMBER'])];
  const roles = [{ role: 'PANEL_MEMBER', panelAreaId: team.areaId }];
  const leave = { name: 'Somebody', email: gone.email, agency: 'YOUTH_JUSTICE_SERVICE', state: 'DISABLED', roles };
  done('The leaving', await team.administrator.api.put(`/api/people/${gone.id}`, { ...leave, version: 1 }));
  await stepOut(caseId, out);
  const asked = { what: 'Find a bed', due: dayFromNow(3) };
  const refused = async (ownerId: string): Promise<void> => {
    const { status, body } = await chair.api.post(`/api/cases/${caseId}/panel-actions`, { ...asked, ownerId });
    expect([status, body.errors?.[0].field]).toEqual([400, 'ownerId']);
    const adjourned = await adjourn({ actions: [{ ...asked, ownerId }] });
    expect([adjourned.status, adjourned.body.errors?.[0].field]).toEqual([400, 'actions[0].ownerId']);
  };
  for (const { id } of [observer, auditor, gone, out]) await refused(id);
  const partner = await team.as('PARTNER_CONTRIBUTOR');
  done('The action', await chair.api.post(`/api/cases/${caseId}/panel-actions`, { ...asked, ownerId: partner.id }));
  await restrictCase(team, caseId, [chair]);
  await refused(partner.id);
});

test('on its page a case is adjourned with where it comes back and who does what', async () => {
  const chosen = await later(8);
  const browser = await browserOf(service, team, chair);
  const action = { 'actions[0][what]': 'Ask the school', 'actions[0][agency]': 'SCHOOL' };
  const due = { 'actions[0][due-day]': '30', 'actions[0][due-month]': '11', 'actions[0][due-year]': '2026' };
  const fields = { reasonCode: 'SAFEGUARDING_ENQUIRY', returnTo: chosen, ...action, ...due };
  expect((await browser.fill(`/cases/${caseId}/adjournment`, fields)).status).toBe(303);
  expect(await stateNow()).toBe('LISTED');
  const { text } = await browser.get(`/cases/${caseId}/panel-actions`);
  expect(text).toContain('Ask the school');
  expect(text).toContain('School or college');
  const further = {
    what: 'Call the carer',
    agency: 'EARLY_HELP',
    'due-day': '1',
    'due-month': '12',
    'due-year': '2026',
  };
  expect((await browser.fill(`/cases/${caseId}/panel-actions/new`, further)).status).toBe(303);
  const member = await team.as('PANEL_MEMBER');
  expect((await member.api.post(`/api/cases/${caseId}/panel-actions`, {})).status).toBe(403);
  expect(codesOf(await adjourn())).toEqual(['NOT_ON_AGENDA']);
});
