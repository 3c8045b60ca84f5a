import { browserOf } from '../support/browser.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let manager: Colleague;
let caseId: string;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
  ({ caseId } = await referCase(team));
  const at = `/api/cases/${caseId}`;
  await manager.api.post(`${at}/acceptance`);
  await (await team.as('YJS_ASSESSOR')).api.get(`${at}/police-information`);
  await manager.api.post(`${at}/withdrawal`, { reason: 'Entered for the wrong child.' });
});
afterAll(() => service.stop());

const timeline = async (query = '') => (await manager.api.get(`/api/cases/${caseId}/timeline${query}`)).body;
type Item = { at: string; event: string; sentence: string; actor: string };

test('the timeline says newest first what happened, who did it and who only looked', async () => {
  const { items } = await timeline();
  const events = items.map(({ event }: Item) => event);
  expect(events.slice(0, 3)).toEqual(['CASE_VIEWED', 'CASE_MOVED', 'CASE_VIEWED']);
  expect(items[1]).toMatchObject({ actor: 'Colleague 1', reason: 'Entered for the wrong child.' });
  expect(items[2]).toMatchObject({ sentence: 'viewed police information' });
  expect(events.at(-1)).toBe('CASE_REFERRED');
  const times = items.map(({ at }: Item) => at);
  expect(times).toEqual(times.toSorted().toReversed());
});

test('looks can be left out, and pages by key miss and repeat nothing', async () => {
  const all = (await timeline('?changesOnly=true&limit=100')).items;
  expect(all.some(({ event }: Item) => event === 'CASE_VIEWED')).toBe(false);
  const seen: Item[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page: { items: Item[]; next: string | null } = await timeline(`?changesOnly=true&limit=1&after=${next}`);
    seen.push(...page.items);
    next = page.next;
  }
  expect(seen).toEqual(all);
  expect((await manager.api.get(`/api/cases/${caseId}/timeline?after=x`)).status).toBe(400);
});

test('the page names the child at its head and keeps the reason beside the move', async () => {
  const browser = await browserOf(service, team, manager);
  const { text } = await browser.get(`/cases/${caseId}/timeline`);
  expect(text).toContain('aria-label="Child"');
  expect(text).toContain('Moved the case to “Withdrawn”');
  expect(text).toContain('Entered for the wrong child.');
  expect(text).toContain('Viewed police information');
  const changes = await browser.get(`/cases/${caseId}/timeline?changesOnly=true`);
  expect(changes.text).not.toContain('Viewed police information');
});

test('a timeline is shown to nobody without the permission or of another area', async () => {
  expect((await (await team.as('REFERRING_OFFICER')).api.get(`/api/cases/${caseId}/timeline`)).status).toBe(403);
  const elsewhere = await team.hire(['YJS_ASSESSOR'], { areaId: await team.addArea('Rutland') });
  expect((await elsewhere.api.get(`/api/cases/${caseId}/timeline`)).status).toBe(404);
});
