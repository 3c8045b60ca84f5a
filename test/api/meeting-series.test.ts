import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf, done } from '../support/clients.js';
import { arrangeMeeting, dayFromNow, listCase, pairOf, recommend } from '../support/panels-story.js';
import { setUpTeam, type Colleague, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let administrator: Colleague;
let chair: Colleague;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  [administrator, chair] = [await team.as('PANEL_ADMINISTRATOR'), await team.as('PANEL_CHAIR')];
});
afterAll(() => service.stop());

const series = (more: object = {}) => ({
  ...{ panelAreaId: team.areaId, frequency: 'WEEKLY', weekday: 'FRIDAY', time: '10:00', onBankHoliday: 'SKIP' },
  ...{ fromDay: '2026-12-01', untilDay: '2027-01-08', place: 'Room 4' },
  ...{ overrides: [{ code: 'MEETING_AT_SAME_TIME', reason: 'It sits in another room.' }], ...more },
});
const arrange = (more: object = {}, by = administrator) => by.api.post('/api/meeting-series', series(more));

async function readyCase(): Promise<string> {
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  return caseId;
}

test('a series makes a meeting on each of its days by the clock in London, and skips bank holidays', async () => {
  const { status, body } = await arrange({ capacity: 8, closesHoursBefore: 48 });
  const days = body.meetings.map(({ meetingDay }: { meetingDay: string }) => meetingDay);
  expect([status, days]).toEqual([201, ['2026-12-04', '2026-12-11', '2026-12-18', '2027-01-08']]);
  const shown = (await chair.api.get(`/api/meeting-series/${body.id}`)).body;
  expect(shown.bankHolidays).toEqual([
    { day: '2026-12-25', arrangedFor: null },
    { day: '2027-01-01', arrangedFor: null },
  ]);
  const one = (await chair.api.get(`/api/meetings/${body.meetings[0].id}`)).body;
  expect(one).toMatchObject({ seriesId: body.id, capacity: 8, closesAt: '2026-12-02T10:00:00.000Z', place: 'Room 4' });
});

test('a meeting that would fall on a bank holiday is held on the next working day where that was chosen', async () => {
  const { body } = await arrange({ onBankHoliday: 'NEXT_WORKING_DAY', fromDay: '2026-12-24', untilDay: '2027-01-01' });
  expect(body.meetings.map(({ meetingDay }: { meetingDay: string }) => meetingDay)).toEqual([
    '2026-12-29',
    '2027-01-04',
  ]);
});

test.each([
  ['of more than a year', { untilDay: '2027-12-01' }, 'untilDay'],
  ['that ends before it begins', { untilDay: '2026-11-30' }, 'untilDay'],
  ['that began in the past', { fromDay: '2026-11-01' }, 'fromDay'],
  ['of a year whose bank holidays are not known', { fromDay: '2028-06-01', untilDay: '2029-02-01' }, 'untilDay'],
  ['in which no such day falls', { fromDay: '2026-12-05', untilDay: '2026-12-10' }, 'untilDay'],
  ['every day', { frequency: 'DAILY' }, 'frequency'],
  ['on Sundays', { weekday: 'SUNDAY' }, 'weekday'],
  ['at half two', { time: 'half2' }, 'time'],
  ['on a day that does not exist', { fromDay: '2027-02-30' }, 'fromDay'],
  ['for no case', { capacity: 0 }, 'capacity'],
  ['that closes a month before', { closesHoursBefore: 720 }, 'closesHoursBefore'],
  ['of another area', { panelAreaId: '0199f2a0-0000-7000-8000-000000000000' }, 'panelAreaId'],
  ['with a colour', { colour: 'red' }, 'colour'],
])('a series %s is refused with its field, and no meeting is made', async (_, change, field) => {
  const before = (await chair.api.get('/api/meetings?limit=100')).body.items.length;
  const { status, body } = await arrange(change);
  expect([status, body.errors[0].field]).toEqual([400, field]);
  expect((await chair.api.get('/api/meetings?limit=100')).body.items).toHaveLength(before);
});

test('only whoever arranges meetings arranges a series, and another area does not see it', async () => {
  expect((await arrange({}, chair)).status).toBe(403);
  const { id } = (await arrange()).body;
  const stranger = await team.hire(['PANEL_CHAIR'], { areaId: await team.addArea('Rutland') });
  expect((await stranger.api.get(`/api/meeting-series/${id}`)).status).toBe(404);
});

test('a single meeting is moved with its agenda and its reason; not into the past, and not on an older version', async () => {
  const caseId = await readyCase();
  const meetingId = await listCase(team, caseId, await arrangeMeeting(team));
  const path = `/api/meetings/${meetingId}/move`;
  const move = { startsAt: `${dayFromNow(3)}T14:30`, reason: 'The chair is away.' };
  expect((await administrator.api.post(path, { ...move, startsAt: '2026-11-01T10:00' })).body.errors[0].field).toBe(
    'startsAt',
  );
  expect((await administrator.api.post(path, { startsAt: move.startsAt })).body.errors[0].field).toBe('reason');
  expect((await administrator.api.post(path, { ...move, version: 9 })).body.code).toBe('STALE_VERSION');
  expect((await chair.api.post(path, move)).status).toBe(403);
  const { body } = await administrator.api.post(path, { ...move, version: 1 });
  expect(body).toMatchObject({ startsAt: `${dayFromNow(3)}T14:30:00.000Z`, meetingDay: dayFromNow(3), version: 2 });
  const shown = (await chair.api.get(`/api/meetings/${meetingId}`)).body;
  expect(shown.agenda).toMatchObject([{ caseId, standing: true, state: 'LISTED' }]);
  expect(shown.changes).toMatchObject([{ change: 'MOVED', reason: 'The chair is away.' }]);
});

test('a meeting that moves to the time of another, or to a bank holiday, is asked for the reasons that arranging asks for', async () => {
  await arrangeMeeting(team, { startsAt: `${dayFromNow(5)}T16:20` });
  const meetingId = await arrangeMeeting(team, { startsAt: `${dayFromNow(6)}T16:20` });
  const move = (more: object) =>
    administrator.api.post(`/api/meetings/${meetingId}/move`, { reason: 'The chair is away.', ...more });
  const asked = await move({ startsAt: `${dayFromNow(5)}T16:20` });
  expect([asked.status, codesOf(asked)]).toEqual([409, ['MEETING_AT_SAME_TIME']]);
  expect(codesOf(await move({ startsAt: '2026-12-25T10:00' }))).toEqual(['MEETING_ON_BANK_HOLIDAY']);
  const shown = async () => (await chair.api.get(`/api/meetings/${meetingId}`)).body;
  expect(await shown()).toMatchObject({ meetingDay: dayFromNow(6), version: 1 });
  expect((await move({ startsAt: `${dayFromNow(6)}T16:20` })).status).toBe(200);
  const overrides = [{ code: 'MEETING_AT_SAME_TIME', reason: 'It sits in another room.' }];
  expect((await move({ startsAt: `${dayFromNow(5)}T16:20`, overrides })).status).toBe(200);
  expect(await shown()).toMatchObject({ meetingDay: dayFromNow(5), overrides });
  const browser = await browserOf(service, team, administrator);
  const page = `/meetings/${meetingId}/move`;
  const to = { 'day-day': '25', 'day-month': '12', 'day-year': '2026', time: '10:40', reason: 'The room is taken.' };
  const shut = await browser.fill(page, to);
  expect([shut.status, shut.text.includes('bank holiday')]).toEqual([409, true]);
  const because = { 'overrides[0][code]': 'MEETING_ON_BANK_HOLIDAY', 'overrides[0][reason]': 'A child is moved.' };
  expect((await browser.fill(page, { ...to, ...because })).status).toBe(303);
  expect((await browser.get(`/meetings/${meetingId}`)).text).toContain('On a bank holiday: A child is moved.');
});

test('the cases of a cancelled meeting are ready to be listed again, and it takes no other', async () => {
  const caseId = await readyCase();
  const meetingId = await listCase(team, caseId, await arrangeMeeting(team));
  const path = `/api/meetings/${meetingId}/cancellation`;
  expect((await administrator.api.post(path, { casesGo: 'READY' })).body.errors[0].field).toBe('reason');
  expect((await administrator.api.post(path, { reason: 'Snow.', casesGo: 'HOME' })).body.errors[0].field).toBe(
    'casesGo',
  );
  const { body } = await administrator.api.post(path, { reason: 'Snow.', casesGo: 'READY', version: 1 });
  expect(body.cases).toEqual([{ caseId, state: 'READY' }]);
  const shown = (await chair.api.get(`/api/meetings/${meetingId}`)).body;
  expect(shown).toMatchObject({
    cancelReason: 'Snow.',
    agenda: [{ adjournment: { reasonCode: 'MEETING_CANCELLED' } }],
  });
  const again = await administrator.api.post(`/api/meetings/${meetingId}/agenda`, { caseId });
  expect([again.status, codesOf(again)]).toEqual([409, ['MEETING_CANCELLED']]);
  expect(codesOf(await administrator.api.post(path, { reason: 'Snow.', casesGo: 'READY' }))).toEqual([
    'MEETING_CANCELLED',
  ]);
  const move = { startsAt: `${dayFromNow(3)}T14:30`, reason: 'Later.' };
  expect(codesOf(await administrator.api.post(`/api/meetings/${meetingId}/move`, move))).toEqual(['MEETING_CANCELLED']);
});

test('the cases of a cancelled meeting of a series go to its next meeting, where that was chosen', async () => {
  const { meetings } = (await arrange({ fromDay: '2026-12-01', untilDay: '2026-12-18' })).body;
  const caseId = await readyCase();
  await listCase(team, caseId, meetings[0].id);
  const cancelled = await administrator.api.post(`/api/meetings/${meetings[0].id}/cancellation`, {
    reason: 'Snow.',
    casesGo: 'NEXT',
  });
  expect(cancelled.body.cases).toEqual([{ caseId, state: 'LISTED' }]);
  const next = (await chair.api.get(`/api/meetings/${meetings[1].id}`)).body;
  expect(next.agenda).toMatchObject([{ caseId, standing: true, carriedOver: 1 }]);
});

test('a meeting at which the panel recommended is neither moved nor cancelled', async () => {
  const caseId = await readyCase();
  const meetingId = await listCase(team, caseId);
  await recommend(team, caseId);
  const cancel = await administrator.api.post(`/api/meetings/${meetingId}/cancellation`, {
    reason: 'Snow.',
    casesGo: 'READY',
  });
  expect([cancel.status, codesOf(cancel)]).toEqual([409, ['MEETING_HELD']]);
  const move = { startsAt: `${dayFromNow(3)}T14:30`, reason: 'Later.' };
  expect(codesOf(await administrator.api.post(`/api/meetings/${meetingId}/move`, move))).toEqual(['MEETING_HELD']);
});

describe('what was recorded at a meeting keeps it where it is,', () => {
  const adjourn = (caseId: string, meetingId: string) =>
    chair.api.post(`/api/cases/${caseId}/adjournment`, { meetingId, reasonCode: 'LEGAL_ADVICE' });
  const seat = (meetingId: string, attendances: object[]) =>
    chair.api.put(`/api/meetings/${meetingId}/attendance`, attendances);
  const moved = (meetingId: string, time = '14:50') =>
    administrator.api.post(`/api/meetings/${meetingId}/move`, {
      ...{ startsAt: `${dayFromNow(3)}T${time}`, reason: 'Later.' },
    });

  /** What moving it and cancelling it are answered with. */
  async function refusals(meetingId: string): Promise<string[]> {
    const sent = { reason: 'Snow.', casesGo: 'READY' };
    const move = await moved(meetingId);
    const path = `/api/meetings/${meetingId}/cancellation`;
    return [...codesOf(move), ...codesOf(await administrator.api.post(path, sent))];
  }
  const both = ['MEETING_HELD', 'MEETING_HELD'];

  test('a recommendation also once police have the case again', async () => {
    const caseId = await readyCase();
    const meetingId = await listCase(team, caseId);
    await recommend(team, caseId);
    done(
      'The attendance',
      await chair.api.put(`/api/meetings/${meetingId}/attendance`, { attendances: [], reason: 'x' }),
    );
    const police = await team.as('POLICE_DECISION_MAKER');
    const sent = { reasonCode: 'EVIDENCE', reason: 'A witness withdrew.' };
    done('The return', await police.api.post(`/api/cases/${caseId}/return-to-police`, sent));
    expect(await refusals(meetingId)).toEqual(both);
  });

  test('an adjournment on its day, and not one from an agenda still to come', async () => {
    const [today, ahead] = [await readyCase(), await readyCase()];
    const meetingId = await listCase(team, today, await arrangeMeeting(team));
    done('The adjournment', await adjourn(today, meetingId));
    expect(await refusals(meetingId)).toEqual(both);
    const later = await listCase(team, ahead, await arrangeMeeting(team, { startsAt: `${dayFromNow(2)}T16:40` }));
    done('The adjournment', await adjourn(ahead, later));
    expect((await moved(later, '15:10')).status).toBe(200);
  });

  test('who was here, unless that was a mistake', async () => {
    const meetingId = await arrangeMeeting(team);
    done('The attendance', await seat(meetingId, [{ personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' }]));
    expect(await refusals(meetingId)).toEqual(both);
    done('Nobody', await seat(meetingId, []));
    expect((await moved(meetingId)).status).toBe(200);
  });

  test('a disagreement on its day, also once the preparation was reopened', async () => {
    const caseId = await readyCase();
    const meetingId = await listCase(team, caseId, await arrangeMeeting(team));
    const sent = { reason: 'Police and youth justice do not agree.', ...(await pairOf(team)) };
    done('The escalation', await chair.api.post(`/api/cases/${caseId}/escalation`, sent));
    expect(await refusals(meetingId)).toEqual(both);
    const manager = await team.as('PANEL_TEAM_MANAGER');
    done('The reopening', await manager.api.post(`/api/cases/${caseId}/reopening`, { reason: 'The school called.' }));
    expect(await refusals(meetingId)).toEqual(both);
  });

  test('a series that ends leaves it alone', async () => {
    const daily = { fromDay: dayFromNow(0), untilDay: dayFromNow(8), time: '16:00', weekday: 'MONDAY' };
    const { id, meetings } = done('The series', await arrange(daily)).body;
    const [first, ...others] = meetings.map((one: { id: string }) => one.id);
    done('The attendance', await seat(first, [{ personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' }]));
    const { body } = await administrator.api.post(`/api/meeting-series/${id}/ending`, { reason: 'A mistake.' });
    expect(body).toEqual({ id, cancelled: others, kept: [first] });
  });
});

test('an extraordinary sitting says what cannot wait, and asks the same of a case', async () => {
  const path = '/api/meetings';
  const sitting = { panelAreaId: team.areaId, startsAt: `${dayFromNow(1)}T16:00`, extraordinaryBecause: 'BAIL_ENDS' };
  expect((await administrator.api.post(path, sitting)).body.errors[0].field).toBe('extraordinaryReason');
  const bored = { ...sitting, extraordinaryBecause: 'BORED', extraordinaryReason: 'x' };
  expect((await administrator.api.post(path, bored)).body.errors[0].field).toBe('extraordinaryBecause');
  const alone = { ...sitting, extraordinaryBecause: undefined, extraordinaryReason: 'x' };
  expect((await administrator.api.post(path, alone)).body.errors[0].field).toBe('extraordinaryBecause');
  const { body } = await administrator.api.post(path, { ...sitting, extraordinaryReason: 'Bail ends on Thursday.' });
  const { caseId } = await referCase(team);
  const early = await administrator.api.post(`/api/meetings/${body.id}/agenda`, { caseId });
  expect(codesOf(early)).toEqual(expect.arrayContaining(['WRONG_STATE', 'CHILD_NOT_HEARD']));
  const { text } = await (await browserOf(service, team, chair)).get(`/meetings/${body.id}`);
  expect(text).toContain('Extraordinary sitting. Bail ends before the next meeting: Bail ends on Thursday.');
});

test('on pages a series is arranged and one of its meetings moved, another cancelled', async () => {
  const browser = await browserOf(service, team, administrator);
  const from = { 'fromDay-day': '1', 'fromDay-month': '3', 'fromDay-year': '2027' };
  const until = { 'untilDay-day': '31', 'untilDay-month': '3', 'untilDay-year': '2027' };
  const { fromDay: _, untilDay: __, overrides: ___, ...rest } = { ...series(), time: '11:15' };
  const bad = await browser.fill('/meeting-series/new', { ...rest, ...from, ...until, 'untilDay-year': '2029' });
  expect([bad.status, bad.text.includes('a longer series is arranged again')]).toEqual([422, true]);
  const made = await browser.fill('/meeting-series/new', { ...rest, ...from, ...until, capacity: '6' });
  expect(made.status).toBe(303);
  const page = (await browser.get(made.headers.get('location') ?? '')).text;
  expect(page).toContain('26 March 2027: no meeting');
  const [first = '', second = ''] = [...page.matchAll(/href="(\/meetings\/[^"]+)"/g)].map(([, href = '']) => href);
  const to = { 'day-day': '4', 'day-month': '3', 'day-year': '2027', time: '9.30', reason: 'The room is taken.' };
  expect((await browser.fill(`${first}/move`, to)).status).toBe(303);
  const moved = (await browser.get(first)).text;
  expect(moved).toContain('Meeting on 4 March 2027 at 9:30am');
  expect(moved).toContain('moved it: The room is taken.');
  expect((await browser.fill(`${second}/cancellation`, { reason: 'Snow.', casesGo: 'READY' })).status).toBe(303);
  expect((await browser.get(second)).text).toContain('cancelled it: Snow.');
  done('The trail of the meeting', await administrator.api.get('/api/meetings'));
});

describe('a meeting at a time at which the panel has one, or on a bank holiday,', () => {
  const at = (startsAt: string, more: object = {}) =>
    administrator.api.post('/api/meetings', { panelAreaId: team.areaId, startsAt, ...more });

  test('is arranged with a reason, which stands on its page', async () => {
    const startsAt = `${dayFromNow(9)}T09:15`;
    expect((await at(startsAt)).status).toBe(201);
    const again = await at(startsAt);
    expect([again.status, codesOf(again)]).toEqual([409, ['MEETING_AT_SAME_TIME']]);
    const overrides = [{ code: 'MEETING_AT_SAME_TIME', reason: 'A second room, for the long cases.' }];
    const { id } = done('The second', await at(startsAt, { overrides })).body;
    const { text } = await (await browserOf(service, team, administrator)).get(`/meetings/${id}`);
    expect(text).toContain('At the same time as another meeting of this panel: A second room, for the long cases.');
    expect(codesOf(await at('2026-12-25T10:00'))).toEqual(['MEETING_ON_BANK_HOLIDAY']);
    const page = await browserOf(service, team, administrator);
    const when = { 'day-day': '25', 'day-month': '12', 'day-year': '2026', time: '10:00', panelAreaId: team.areaId };
    expect((await page.fill('/meetings/new', when)).text).toContain('say why the panel meets on it');
    const why = { 'overrides[0][code]': 'MEETING_ON_BANK_HOLIDAY', 'overrides[0][reason]': 'Bail ends on that day.' };
    expect((await page.fill('/meetings/new', { ...when, ...why })).status).toBe(303);
  });

  test('stays when its series ends where a case comes back to it', async () => {
    const { id, meetings } = done('The series', await arrange({ time: '15:35', untilDay: '2026-12-22' })).body;
    const [, second, ...others] = meetings.map((one: { id: string }) => one.id);
    const caseId = await readyCase();
    const meetingId = await listCase(team, caseId);
    const sent = { meetingId, reasonCode: 'MISSING_VICTIM_VIEW', returnTo: second };
    done('The adjournment', await chair.api.post(`/api/cases/${caseId}/adjournment`, sent));
    const { body } = await administrator.api.post(`/api/meeting-series/${id}/ending`, { reason: 'Not needed.' });
    expect(body).toEqual({ id, cancelled: [meetings[0].id, ...others], kept: [second] });
    const browser = await browserOf(service, team, administrator);
    expect((await browser.get(`/meeting-series/${id}`)).text).toContain(`/meeting-series/${id}/ending`);
  });

  test('is not arranged by a second series without a word, and a mistaken series ends as a whole', async () => {
    const weekly = { weekday: 'THURSDAY', time: '13:45', untilDay: '2026-12-22', overrides: [] };
    const { id, meetings } = done('The series', await arrange(weekly)).body;
    expect(codesOf(await arrange(weekly))).toEqual(['MEETING_AT_SAME_TIME']);
    const [caseId, withdrawn] = [await readyCase(), await readyCase()];
    const [first, ...others] = meetings.map((one: { id: string }) => one.id);
    await listCase(team, caseId, first);
    await listCase(team, withdrawn, others[0]);
    const { api } = await team.as('PANEL_TEAM_MANAGER');
    done('The withdrawal', await api.post(`/api/cases/${withdrawn}/withdrawal`, { reason: 'Entered twice.' }));
    const { version: versionBefore } = (await chair.api.get(`/api/meetings/${first}`)).body;
    const path = `/api/meeting-series/${id}/ending`;
    expect((await chair.api.post(path, { reason: 'A mistake.' })).status).toBe(403);
    const stranger = await team.hire(['PANEL_ADMINISTRATOR'], { areaId: await team.addArea('Blaby') });
    expect((await stranger.api.post(path, { reason: 'A mistake.' })).status).toBe(404);
    expect((await administrator.api.post(path, { reason: ' ' })).body.errors[0].field).toBe('reason');
    const { body } = await administrator.api.post(path, { reason: 'Arranged twice by mistake.' });
    expect(body).toEqual({ id, cancelled: others, kept: [first] });
    expect((await chair.api.get(`/api/meetings/${first}`)).body.version).toBe(versionBefore);
    const shown = (await chair.api.get(`/api/meetings/${others[0]}`)).body;
    expect(shown).toMatchObject({ cancelReason: 'Arranged twice by mistake.' });
    const browser = await browserOf(service, team, administrator);
    expect((await browser.get(`/meeting-series/${id}`)).text).toContain(`/meeting-series/${id}/ending`);
    expect((await browser.fill(`/meeting-series/${id}/ending`, { reason: 'Again.' })).status).toBe(303);
    expect((await arrange({ ...weekly, fromDay: '2026-12-08' })).status).toBe(201);
  });
});
