import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { codesOf } from '../support/clients.js';
import { arrangeMeeting, attend, dayFromNow, listCase, recommend } from '../support/panels-story.js';
import { setUpTeam, type Colleague, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

const DAY = 86_400_000;

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

const readyCase = async (): Promise<string> => {
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  return caseId;
};

test('a meeting is arranged by the clock in London and found again, the latest first', async () => {
  const summer = await arrangeMeeting(team, { startsAt: '2027-07-06T09:30' });
  const winter = await arrangeMeeting(team, { startsAt: '2026-12-01T09:30:00Z', place: 'City Hall' });
  const { status, body } = await chair.api.get('/api/meetings?limit=100');
  expect(status).toBe(200);
  const ours = body.items.filter(({ id }: { id: string }) => [summer, winter].includes(id));
  expect(ours).toMatchObject([
    { id: summer, startsAt: '2027-07-06T08:30:00.000Z', meetingDay: '2027-07-06' },
    { id: winter, startsAt: '2026-12-01T09:30:00.000Z', meetingDay: '2026-12-01', place: 'City Hall', cases: 0 },
  ]);
});

test('the list of meetings goes on where the last page ended', async () => {
  const first = await chair.api.get('/api/meetings?limit=1');
  const second = await chair.api.get(`/api/meetings?limit=1&after=${first.body.next}`);
  expect(first.body.items).toHaveLength(1);
  expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
  expect((await chair.api.get('/api/meetings?after=nonsense')).status).toBe(400);
  expect((await chair.api.get('/api/meetings?limit=101')).status).toBe(400);
});

test.each([
  ['on a day that does not exist', { startsAt: '2026-02-30T10:00' }, 'startsAt'],
  ['at an hour that does not exist', { startsAt: '2026-11-24T25:00' }, 'startsAt'],
  ['in a year that has passed', { startsAt: '2020-11-24T10:00' }, 'startsAt'],
  ['at a time that has passed today', { startsAt: `${dayFromNow(0)}T09:59` }, 'startsAt'],
  ['on some Tuesday', { startsAt: 'Tuesday' }, 'startsAt'],
  ['at a number', { startsAt: 12 }, 'startsAt'],
  ['of no panel area', { panelAreaId: 'somewhere' }, 'panelAreaId'],
  ['in a place described at length', { place: 'x'.repeat(501) }, 'place'],
  ['with a colour', { colour: 'red' }, 'colour'],
])('a meeting %s is refused with its field', async (_, change, field) => {
  const sent = { panelAreaId: team.areaId, startsAt: '2026-11-24T10:00', ...change };
  const { status, body } = await administrator.api.post('/api/meetings', sent);
  expect([status, body.errors[0].field]).toEqual([400, field]);
});

test('nobody arranges a meeting without that permission, or in another area', async () => {
  const meeting = { panelAreaId: team.areaId, startsAt: '2026-11-24T10:00' };
  expect((await chair.api.post('/api/meetings', meeting)).status).toBe(403);
  const elsewhere = await team.hire(['PANEL_ADMINISTRATOR'], { areaId: await team.addArea('Rutland') });
  const { status, body } = await elsewhere.api.post('/api/meetings', meeting);
  expect([status, body.errors[0].field]).toEqual([400, 'panelAreaId']);
});

test('a meeting of another area is not there', async () => {
  const meetingId = await arrangeMeeting(team);
  const stranger = await team.hire(['PANEL_CHAIR', 'PANEL_ADMINISTRATOR'], { areaId: await team.addArea('Far') });
  expect((await stranger.api.get(`/api/meetings/${meetingId}`)).status).toBe(404);
  expect((await stranger.api.get(`/api/meetings/${meetingId}/pack`)).status).toBe(404);
  expect((await stranger.api.put(`/api/meetings/${meetingId}/attendance`, [])).status).toBe(404);
  expect((await stranger.api.post(`/api/meetings/${meetingId}/agenda`, { caseId: meetingId })).status).toBe(404);
});

test('a ready case is listed, and the meeting shows it with its place, state and nothing missing', async () => {
  const caseId = await readyCase();
  const meetingId = await arrangeMeeting(team);
  const listed = await administrator.api.post(`/api/meetings/${meetingId}/agenda`, { caseId });
  expect([listed.status, listed.body.state, listed.body.position]).toEqual([201, 'LISTED', 1]);
  const { body } = await chair.api.get(`/api/meetings/${meetingId}`);
  expect(body.agenda).toMatchObject([
    { caseId, position: 1, state: 'LISTED', standing: true, recused: false, blockers: [], flags: [] },
  ]);
  const { body: timeline } = await chair.api.get(`/api/cases/${caseId}/timeline`);
  expect(timeline.items.map(({ event }: { event: string }) => event)).toEqual(
    expect.arrayContaining(['CASE_LISTED', 'CASE_MOVED']),
  );
});

test('a case is put on the agenda of a meeting whose day has passed only with a reason', async () => {
  const meetingId = await arrangeMeeting(team);
  const caseId = await readyCase();
  service.clock.ahead += DAY;
  const path = `/api/meetings/${meetingId}/agenda`;
  const shut = await administrator.api.post(path, { caseId });
  expect([shut.status, codesOf(shut)]).toEqual([409, ['MEETING_OVER']]);
  const overrides = [{ code: 'MEETING_OVER', reason: 'It was heard, and written down on paper.' }];
  expect((await administrator.api.post(path, { caseId, overrides })).status).toBe(201);
  service.clock.ahead -= DAY;
});

test('a case that is not ready, or listed already, is not listed, and every reason is named', async () => {
  const { caseId } = await referCase(team);
  const meetingId = await arrangeMeeting(team);
  const early = await administrator.api.post(`/api/meetings/${meetingId}/agenda`, { caseId });
  expect(early.status).toBe(409);
  expect(codesOf(early)).toEqual(
    expect.arrayContaining(['WRONG_STATE', 'CHILD_NOT_HEARD', 'ASSESSMENT_NOT_SIGNED_OFF']),
  );
  const ready = await readyCase();
  await listCase(team, ready, meetingId);
  const again = await administrator.api.post(`/api/meetings/${meetingId}/agenda`, { caseId: ready });
  expect([again.status, codesOf(again)]).toEqual([409, ['WRONG_STATE']]);
});

test('a case of another area, or of nowhere, is not listed', async () => {
  const meetingId = await arrangeMeeting(team);
  const areaId = await team.addArea('Melton');
  const both = await team.hire(['PANEL_ADMINISTRATOR']);
  const officer = await team.hire(['REFERRING_OFFICER'], { areaId });
  const { caseId } = await referCase(team, { panelAreaId: areaId }, officer);
  expect((await both.api.post(`/api/meetings/${meetingId}/agenda`, { caseId })).status).toBe(404);
  expect((await both.api.post(`/api/meetings/${meetingId}/agenda`, { caseId: 'x' })).status).toBe(400);
  expect((await chair.api.post(`/api/meetings/${meetingId}/agenda`, { caseId })).status).toBe(403);
});

test('attendance is taken as a bare list or with a version, and a stale version changes nothing', async () => {
  const meetingId = await arrangeMeeting(team);
  await attend(team, meetingId);
  const { body } = await chair.api.get(`/api/meetings/${meetingId}`);
  expect([body.version, body.quorate, body.attendances.length]).toEqual([2, true, 2]);
  const attendances = [{ personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE', deputyFor: 'POLICE' }];
  const stale = await chair.api.put(`/api/meetings/${meetingId}/attendance`, { attendances, version: 1 });
  expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
  const fresh = await chair.api.put(`/api/meetings/${meetingId}/attendance`, { attendances, version: 2 });
  expect([fresh.status, fresh.body]).toEqual([200, { version: 3 }]);
  const now = await chair.api.get(`/api/meetings/${meetingId}`);
  expect(now.body.quorum).toEqual([
    { agency: 'POLICE', present: true },
    { agency: 'YOUTH_JUSTICE_SERVICE', present: false },
  ]);
});

test('nobody is written down twice, from elsewhere, or for an agency that does not exist', async () => {
  const meetingId = await arrangeMeeting(team);
  const path = `/api/meetings/${meetingId}/attendance`;
  const seat = { personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' };
  const stranger = await team.hire(['PANEL_MEMBER'], { areaId: await team.addArea('Oadby') });
  const wrong = await chair.api.put(path, [seat, seat, { ...seat, personId: stranger.id }]);
  const fields = wrong.body.errors.map(({ field }: { field: string }) => field);
  expect([wrong.status, fields]).toEqual([400, ['attendances[1].personId', 'attendances[2].personId']]);
  const silent = await chair.api.put(path, {});
  expect(silent.body.errors).toEqual([{ field: 'attendances', message: 'Enter who attended' }]);
  const unknown = await chair.api.put(path, [{ ...seat, agency: 'ARMY' }]);
  expect([unknown.status, unknown.body.errors[0].field]).toEqual([400, 'attendances[0].agency']);
  const member = await team.as('PANEL_MEMBER');
  expect((await member.api.put(path, [seat])).status).toBe(403);
});

test('whoever sits has a role of the panel, and sits for their own agency or as a marked deputy', async () => {
  const meetingId = await arrangeMeeting(team);
  const path = `/api/meetings/${meetingId}/attendance`;
  const [observer, auditor] = [await team.as('OBSERVER'), await team.as('QA_LEAD')];
  const own = { agency: 'YOUTH_JUSTICE_SERVICE' };
  const seats = [
    { personId: chair.id, agency: 'POLICE' },
    { personId: observer.id, ...own },
    { personId: auditor.id, ...own },
  ];
  const wrong = await chair.api.put(path, seats);
  expect([wrong.status, wrong.body.errors.map(({ field }: { field: string }) => field)]).toEqual([
    400,
    ['attendances[0].agency', 'attendances[1].personId', 'attendances[2].personId'],
  ]);
  expect((await chair.api.put(path, [{ personId: chair.id, ...own, deputyFor: 'POLICE' }])).status).toBe(200);
});

test('the list of who sat is kept as it was, and once the panel has recommended it changes with a reason alone', async () => {
  const caseId = await readyCase();
  const meetingId = await listCase(team, caseId);
  const police = await team.as('POLICE_DECISION_MAKER');
  const late = await team.hire(['PANEL_MEMBER'], { agency: 'HOUSING', name: 'Ottoline Farrow' });
  const path = `/api/meetings/${meetingId}/attendance`;
  const seats = [
    { personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE', deputyFor: 'PROBATION' },
    { personId: police.id, agency: 'POLICE' },
  ];
  expect((await chair.api.put(path, seats)).status).toBe(200);
  const conflict = { caseId, personId: police.id, reason: 'Interviewed the child.' };
  await chair.api.post(`/api/meetings/${meetingId}/conflicts`, conflict);
  await recommend(team, caseId, 'COMMUNITY_RESOLUTION', [
    { code: 'NOT_QUORATE', reason: 'Police wrote that they agree.' },
  ]);
  const attendances = [...seats, { personId: late.id, agency: 'HOUSING' }];
  const silent = await chair.api.put(path, { attendances });
  expect([silent.status, silent.body.errors[0].field]).toEqual([400, 'reason']);
  const reason = 'Housing came at eleven, for the last case.';
  expect((await chair.api.put(path, { attendances, reason })).status).toBe(200);
  const { body } = await chair.api.get(`/api/meetings/${meetingId}`);
  expect(body.attendances).toHaveLength(3);
  expect(body.attendancesBefore).toMatchObject([
    { seats: [{ deputyFor: null }, {}], reason: null },
    { seats: [{ personId: chair.id, deputyFor: 'PROBATION' }, { personId: police.id }], reason },
  ]);
  const took = (await chair.api.get(`/api/cases/${caseId}/recommendation`)).body.tookPart;
  expect(took).toMatchObject([{ personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE', deputyFor: 'PROBATION' }]);
  const browser = await browserOf(service, team, chair);
  const { text } = await browser.get(`/cases/${caseId}/recommendation`);
  expect(text).toMatch(/Who took part[^]*Youth justice service, deputy for Probation/);
  expect(text).not.toContain('Ottoline Farrow');
  const screen = await browser.get(`/meetings/${meetingId}`);
  expect([screen.text.includes('as it was before (2)'), screen.text.includes(reason)]).toEqual([true, true]);
});

test('who is here is recorded on the day of the meeting, not before', async () => {
  const meetingId = await arrangeMeeting(team, { startsAt: `${dayFromNow(1)}T09:00` });
  const seats = [{ personId: chair.id, agency: 'YOUTH_JUSTICE_SERVICE' }];
  const early = await chair.api.put(`/api/meetings/${meetingId}/attendance`, seats);
  expect([early.status, early.body.errors[0].field]).toEqual([400, 'attendances']);
});

test('a conflict is told by the person, or for them by whoever runs the meeting', async () => {
  const meetingId = await listCase(team, await readyCase());
  const { body } = await chair.api.get(`/api/meetings/${meetingId}`);
  const [{ caseId }] = body.agenda;
  const [one, other] = [await team.as('PANEL_MEMBER', 1), await team.as('PANEL_MEMBER', 2)];
  const path = `/api/meetings/${meetingId}/conflicts`;
  const conflict = { caseId, personId: one.id, reason: 'Coaches the child at football.' };
  expect((await other.api.post(path, conflict)).status).toBe(403);
  expect((await one.api.post(path, conflict)).status).toBe(201);
  expect((await chair.api.post(path, { ...conflict, personId: other.id })).status).toBe(201);
  expect((await chair.api.post(path, { ...conflict, reason: ' ' })).body.errors[0].field).toBe('reason');
  const seen = (await chair.api.get(`/api/meetings/${meetingId}`)).body.agenda[0];
  expect(seen.conflicts.map(({ personId }: { personId: string }) => personId)).toEqual([one.id, other.id]);
  const unseen = (await one.api.get(`/api/meetings/${meetingId}`)).body.agenda[0];
  expect([unseen.recused, unseen.child, unseen.conflicts]).toEqual([true, undefined, undefined]);
  const elsewhere = { ...conflict, caseId: (await referCase(team)).caseId };
  expect((await chair.api.post(path, elsewhere)).body.errors[0].field).toBe('caseId');
});

test('on pages a meeting is arranged, a case listed and attendance taken', async () => {
  const caseId = await readyCase();
  const browser = await browserOf(service, team, await team.hire(['PANEL_ADMINISTRATOR']));
  const when = { 'day-day': '23', 'day-month': '11', 'day-year': '2026', time: '14:30', place: 'Room 9' };
  const bad = await browser.fill('/meetings/new', { panelAreaId: team.areaId, ...when, time: 'half two' });
  expect([bad.status, bad.text.includes('Room 9')]).toEqual([422, true]);
  const empty = await browser.fill('/meetings/new', { time: '25:99' });
  for (const fault of ['Select a panel area', 'Enter the day of the meeting', 'Enter a time as hours and minutes']) {
    expect([fault, empty.text.includes(fault)]).toEqual([fault, true]);
  }
  const late = await browser.fill('/meetings/new', { panelAreaId: team.areaId, ...when, time: '00:01' });
  const beside = ['Room 9', 'href="#time"', 'id="time-error"', 'Enter a time that is still to come'];
  expect([late.status, beside.filter((words) => !late.text.includes(words))]).toEqual([422, []]);
  const made = await browser.fill('/meetings/new', { panelAreaId: team.areaId, ...when });
  expect(made.status).toBe(303);
  const past = { ...when, time: '00:01', reason: 'The chair is away.' };
  const moved = await browser.fill(`${made.headers.get('location') ?? ''}/move`, past);
  expect([moved.status, beside.filter((words) => !moved.text.includes(words))]).toEqual([422, []]);
  const place = made.headers.get('location') ?? '';
  const meetingId = place.split('/').at(-1) ?? '';
  expect((await browser.get('/meetings')).text).toContain(place);
  const listed = await browser.fill(`/cases/${caseId}/listing`, { meetingId });
  expect([listed.status, listed.headers.get('location')]).toEqual([303, place]);
  const police = await team.as('POLICE_DECISION_MAKER');
  const seat = { 'attendances[0][personId]': police.id, 'attendances[0][agency]': 'POLICE' };
  expect((await browser.fill(`${place}/attendance`, seat)).status).toBe(303);
  const shown = await browser.get(place);
  expect(shown.status).toBe(200);
  expect(shown.text).toContain('23 November 2026 at 2:30pm');
  expect(shown.text).toContain(`/cases/${caseId}/adjournment`);
  expect(shown.text).toContain('The panel is not quorate yet');
});

test('a conflict is recorded on its page, and the case is then hidden from that person', async () => {
  const caseId = await readyCase();
  const meetingId = await listCase(team, caseId);
  const member = await team.hire(['PANEL_MEMBER']);
  const browser = await browserOf(service, team, member);
  const conflict = { caseId, personId: member.id, reason: 'A neighbour of the family.' };
  const sent = await browser.fill(`/meetings/${meetingId}/conflicts?caseId=${caseId}`, conflict);
  expect(sent.status).toBe(303);
  const { text } = await browser.get(`/meetings/${meetingId}`);
  expect(text).toContain('You have stepped out of this case');
  expect(text).not.toContain(`/cases/${caseId}"`);
  expect((await browser.get(`/cases/${caseId}/recommendation`)).status).toBe(404);
});
