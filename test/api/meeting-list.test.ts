import { considerNews, prepareCase, signOff } from '../support/assessments-story.js';
import { browserOf } from '../support/browser.js';
import { type Answer, done } from '../support/clients.js';
import { stepOut } from '../support/confidential-story.js';
import { arrangeMeeting, dayFromNow, listCase } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let chair: Colleague;
const days = [-8, -1, 0, 2, 9, 40] as const;
const arranged = new Map<number, string>();

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  chair = await team.as('PANEL_CHAIR');
  service.clock.ahead -= 10 * 86_400_000;
  for (const day of [9, -8, 40, 2, 0, -1]) {
    arranged.set(day, await arrangeMeeting(team, { startsAt: `${dayFromNow(day)}T10:00` }));
  }
  service.clock.ahead += 10 * 86_400_000;
});
afterAll(() => service.stop());

const ids = (...of: number[]): string[] => of.map((day) => arranged.get(day) ?? '');
const idsOf = ({ body }: Answer): string[] => body.items.map(({ id }: { id: string }) => id);
const links = (text: string): string[] =>
  [...text.matchAll(/href="\/meetings\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id);

test('a client asks for the meetings to come, the nearest first, or for those held, the latest first', async () => {
  expect(idsOf(await chair.api.get('/api/meetings?when=COMING'))).toEqual(ids(0, 2, 9, 40));
  expect(idsOf(await chair.api.get('/api/meetings?when=HELD'))).toEqual(ids(-1, -8));
  expect(idsOf(await chair.api.get('/api/meetings'))).toEqual(ids(...days.toReversed()));
  const first = await chair.api.get('/api/meetings?when=COMING&limit=3');
  expect(idsOf(await chair.api.get(`/api/meetings?when=COMING&limit=3&after=${first.body.next}`))).toEqual(ids(40));
  expect((await chair.api.get('/api/meetings?when=SOON')).body.errors[0].field).toBe('when');
});

test('the page of meetings opens with the next one, and those that were held stand apart', async () => {
  const browser = await browserOf(service, team, chair);
  expect(links((await browser.get('/meetings')).text)).toEqual(ids(0, 2, 9, 40));
  expect(links((await browser.get('/meetings?when=HELD')).text)).toEqual(ids(-1, -8));
  const elsewhere = await team.hire(['PANEL_CHAIR'], { areaId: await team.addArea('Rutland') });
  expect((await (await browserOf(service, team, elsewhere)).get('/meetings')).text).toContain('No meeting is to come.');
});

test('a case that was listed twice for a meeting is counted once, and not once it went back; whoever stepped out sees no place', async () => {
  const meetingId = arranged.get(0) ?? '';
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId, meetingId);
  const manager = await team.as('PANEL_TEAM_MANAGER');
  done('The reopening', await manager.api.post(`/api/cases/${caseId}/reopening`, { reason: 'Late news.' }));
  await considerNews(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId, meetingId);
  const counted = async (): Promise<Record<string, number>> => {
    const { items } = (await chair.api.get('/api/meetings?limit=100')).body;
    return Object.fromEntries(items.map(({ id, cases }: { id: string; cases: number }) => [id, cases]));
  };
  expect((await counted())[meetingId]).toBe(1);
  const stepped = await team.as('PANEL_MEMBER', 2);
  await stepOut(caseId, stepped);
  const agenda = async () => (await stepped.api.get(`/api/meetings/${meetingId}`)).body.agenda;
  expect(await agenda()).toMatchObject([{ recused: true }]);
  done('The reopening', await manager.api.post(`/api/cases/${caseId}/reopening`, { reason: 'Late news.' }));
  expect([(await counted())[meetingId], await agenda()]).toEqual([0, []]);
  await considerNews(team, caseId);
  await signOff(team, caseId);
  const later = arranged.get(9) ?? '';
  await listCase(team, caseId, later);
  const { [meetingId]: before, [later]: after } = await counted();
  expect([before, after]).toEqual([0, 1]);
});

test('“Your work” shows the meetings of two weeks, the next one however far, and none that was cancelled', async () => {
  const work = async (colleague: Colleague): Promise<string[]> => {
    const { items } = (await colleague.api.get('/api/work')).body;
    const list = items.find(({ code }: { code: string }) => code === 'MEETINGS');
    return list.items.map(({ href }: { href: string }) => href.split('/').at(-1));
  };
  const cancel = { reason: 'The room is flooded.', casesGo: 'READY', version: 1 };
  const administrator = await team.as('PANEL_ADMINISTRATOR');
  expect(await work(chair)).toEqual(ids(0, 2, 9));
  await administrator.api.post(`/api/meetings/${arranged.get(2)}/cancellation`, cancel);
  expect(await work(chair)).toEqual(ids(0, 9));
  const areaId = await team.addArea('Far away');
  const far = await team.hire(['PANEL_CHAIR', 'PANEL_ADMINISTRATOR'], { areaId });
  const startsAt = `${dayFromNow(60)}T10:00`;
  const { body } = await far.api.post('/api/meetings', { panelAreaId: areaId, startsAt, place: 'Room 1' });
  expect(await work(far)).toEqual([body.id]);
});
