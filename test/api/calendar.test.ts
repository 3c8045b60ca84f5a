import { prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { apiClient, done, hiddenFields, PageClient } from '../support/clients.js';
import { arrangeMeeting, dayFromNow, listCase } from '../support/panels-story.js';
import { setUpTeam, type Colleague, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let chair: Colleague;
let meetingId: string;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  chair = await team.as('PANEL_CHAIR');
  meetingId = await arrangeMeeting(team, { place: 'Room 4, behind the school' });
});
afterAll(() => service.stop());

const anybody = () => apiClient(service.url);
const newFeed = async (by = chair) => done('The feed', await by.api.post('/api/me/calendar-feeds')).body;

test('a calendar file of one meeting holds its time, and neither place nor names nor cases', async () => {
  const { caseId, reference } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId, meetingId);
  const { child } = (await chair.api.get(`/api/cases/${caseId}`)).body;
  const { status, text, headers } = await chair.api.get(`/api/meetings/${meetingId}/calendar`);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(text).toContain(
    `DTSTART:${dayFromNow(0).replaceAll('-', '')}T160000Z\r\nDTEND:${dayFromNow(0).replaceAll('-', '')}T180000Z\r\n`,
  );
  for (const secret of [reference, caseId, child.givenName, child.familyName, 'Room 4', chair.actor.name]) {
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
  }
  const page = await (await browserOf(service, team, chair)).get(`/meetings/${meetingId}/calendar`);
  expect([page.status, page.text.startsWith('BEGIN:VCALENDAR')]).toEqual([200, true]);
  const stranger = await team.hire(['PANEL_CHAIR'], { areaId: await team.addArea('Rutland') });
  expect((await stranger.api.get(`/api/meetings/${meetingId}/calendar`)).status).toBe(404);
});

test('the place is given where the panel area says so', async () => {
  const areaId = await team.addArea('Melton');
  const both = await team.hire(['PANEL_ADMINISTRATOR'], { areaId });
  const meeting = { panelAreaId: areaId, startsAt: `${dayFromNow(2)}T10:00`, place: 'Town Hall; room 2' };
  const { id } = done('The meeting', await both.api.post('/api/meetings', meeting)).body;
  const file = async () => (await both.api.get(`/api/meetings/${id}/calendar`)).text;
  expect(await file()).not.toContain('LOCATION');
  const choice = { value: 'PLACE', from: dayFromNow(0), reason: 'The building is public.' };
  const path = `/api/panel-areas/${areaId}/settings/calendarPlace`;
  done('The setting', await team.administrator.api.post(path, choice));
  expect(await file()).toContain('LOCATION:Town Hall\\; room 2');
});

test('a feed is read by its secret address alone, and only the meetings of the areas of its owner', async () => {
  const { path } = await newFeed();
  const { status, text, headers } = await anybody().get(path);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(text).toContain(`UID:${meetingId}@`);
  const far = await team.hire(['PANEL_ADMINISTRATOR'], { areaId: await team.addArea('Oadby') });
  const theirs = await anybody().get((await newFeed(far)).path);
  expect([theirs.status, theirs.text.includes(meetingId)]).toEqual([200, false]);
});

test('a feed opens nothing else, and no other secret opens a feed', async () => {
  const { path } = await newFeed();
  const secret = path.split('/').at(-1) ?? '';
  expect((await apiClient(service.url, secret).get('/api/me')).status).toBe(401);
  expect((await anybody().get(`/calendar-feeds/${chair.token}`)).status).toBe(404);
  expect((await anybody().get('/calendar-feeds/guess')).status).toBe(404);
  expect((await new PageClient(service.url).post(path, {})).status).toBe(403);
});

test('a feed ends when its owner revokes it, loses the role or is disabled', async () => {
  const { id, path } = await newFeed();
  const member = await team.hire(['PANEL_MEMBER']);
  expect((await member.api.delete(`/api/me/calendar-feeds/${id}`)).status).toBe(404);
  expect((await chair.api.delete(`/api/me/calendar-feeds/${id}`)).status).toBe(204);
  expect((await anybody().get(path)).status).toBe(404);
  const feed = await newFeed(member);
  const change = async (more: object): Promise<void> => {
    const people = (await team.administrator.api.get('/api/people')).body.items;
    const { id: _, ...person } = people.find((one: { id: string }) => one.id === member.id);
    done('The change', await team.administrator.api.put(`/api/people/${member.id}`, { ...person, ...more }));
  };
  await change({ roles: [] });
  expect((await anybody().get(feed.path)).text).not.toContain('BEGIN:VEVENT');
  await change({ state: 'DISABLED' });
  expect((await anybody().get(feed.path)).status).toBe(404);
});

test('a feed shows what was moved and cancelled under the same id', async () => {
  const { path } = await newFeed();
  const { api } = await team.as('PANEL_ADMINISTRATOR');
  const id = await arrangeMeeting(team, { startsAt: `${dayFromNow(5)}T10:00` });
  done('The move', await api.post(`/api/meetings/${id}/move`, { startsAt: `${dayFromNow(6)}T11:00`, reason: 'Snow.' }));
  const event = (text: string) => text.split('BEGIN:VEVENT').find((part) => part.includes(`UID:${id}@`)) ?? '';
  expect(event((await anybody().get(path)).text)).toContain('SEQUENCE:1');
  done('The cancellation', await api.post(`/api/meetings/${id}/cancellation`, { reason: 'Snow.', casesGo: 'READY' }));
  const cancelled = event((await anybody().get(path)).text);
  expect(cancelled).toContain('STATUS:CANCELLED');
  expect(cancelled).toContain('SEQUENCE:2');
  expect(cancelled).not.toContain('Snow');
});

test('on the page of an account an address is made, shown once and revoked', async () => {
  const owner = await team.hire(['PANEL_MEMBER']);
  const browser = await browserOf(service, team, owner);
  const send = async (path: string) =>
    browser.post(path, { _csrf: hiddenFields((await browser.get('/account')).text)['_csrf'] ?? '' });
  const made = await send('/account/calendar-feeds');
  expect(made.status).toBe(200);
  const [, path = ''] = /https?:\/\/[^/]+(\/calendar-feeds\/[\w-]+)/.exec(made.text) ?? [];
  expect((await anybody().get(path)).status).toBe(200);
  const account = (await browser.get('/account')).text;
  expect(account).not.toContain(path);
  const [, action = ''] = /action="(\/account\/calendar-feeds\/[^"]+\/revocation)"/.exec(account) ?? [];
  expect((await send(action)).status).toBe(303);
  expect((await anybody().get(path)).status).toBe(404);
});
