import type { PageClient } from '../support/clients.js';
import { browserOf } from '../support/browser.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { dayFromNow } from '../support/panels-story.js';
import { gravity, referCase, type ReferredCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let manager: Colleague;
let assessor: Colleague;
let browser: PageClient;
const cases: ReferredCase[] = [];

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
  assessor = await team.as('YJS_ASSESSOR');
  for (let made = 0; made < 7; made += 1) cases.push(await referCase(team));
  for (const { caseId } of cases.slice(0, 3)) await manager.api.post(`/api/cases/${caseId}/acceptance`);
  await manager.api.post(`/api/cases/${cases[0]?.caseId}/allocation`, { personId: assessor.id });
  const disposal = { disposal: 'COMMUNITY_RESOLUTION', givenOn: '2026-03-02', offence: 'Shoplifting' };
  const known = { route: 'POLICE_ISSUED', source: 'Police system', completed: 'YES' };
  await manager.api.post(`/api/children/${cases[4]?.childId}/disposals`, { ...disposal, ...known });
  browser = await browserOf(service, team, manager);
});
afterAll(() => service.stop());

const idsOf = (items: { id: string }[]): string[] => items.map(({ id }) => id);
const list = async (query: string, { api } = manager) => (await api.get(`/api/cases${query}`)).body;
const hrefOf = (html: string, text: string): string =>
  new RegExp(`href="([^"]+)"[^>]*>(?:(?!</a>)[\\s\\S])*?${text}`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

test('the caseload is narrowed by state, by whom it is allocated to and by flag, each with its count', async () => {
  expect(await list('')).toMatchObject({ count: 7, next: null });
  const preparing = await list('?state=PREPARING');
  expect([preparing.count, idsOf(preparing.items).toSorted()]).toEqual([
    3,
    cases
      .slice(0, 3)
      .map(({ caseId }) => caseId)
      .toSorted(),
  ]);
  expect(idsOf((await list('?allocatedTo=me', assessor)).items)).toEqual([cases[0]?.caseId]);
  expect((await list(`?allocatedTo=${assessor.id}`)).count).toBe(1);
  expect((await list('?allocatedTo=none&state=PREPARING')).count).toBe(2);
  const repeats = await list('?flag=REPEAT_DISPOSAL');
  expect(repeats.items).toMatchObject([{ id: cases[4]?.caseId, hadDisposals: 1 }]);
});

test.each(['stateSince', '-stateSince', 'referredOn', '-referredOn', 'reference', '-reference'])(
  'sorted by %s, pages by key show every case once, in order, and lead back again',
  async (sort) => {
    const all = await list(`?sort=${sort}&limit=100`);
    const seen: string[] = [];
    let after = '';
    let previous: string | null = null;
    do {
      const page = await list(`?sort=${sort}&limit=3${after}`);
      expect(page.count).toBe(7);
      seen.push(...idsOf(page.items));
      previous = page.previous;
      after = page.next ? `&after=${page.next}` : '';
    } while (after);
    expect(seen).toEqual(idsOf(all.items));
    const back = await list(`?sort=${sort}&limit=3&before=${previous}`);
    expect(idsOf(back.items)).toEqual(seen.slice(3, 6));
    const first = await list(`?sort=${sort}&limit=3&before=${back.previous}`);
    expect([idsOf(first.items), first.previous]).toEqual([seen.slice(0, 3), null]);
    const by = sort.replace('-', '');
    const values = all.items.map((item: Record<string, string>) => item[by]);
    const sorted = values.toSorted();
    expect(values).toEqual(sort.startsWith('-') ? sorted.toReversed() : sorted);
  },
);

test('the page shows its filters as chips, its count in the heading and its order in the columns', async () => {
  const { text } = await browser.get('/cases?state=PREPARING&allocatedTo=none&sort=reference');
  expect(text).toContain('<h1 class="govuk-heading-l">2 cases</h1>');
  expect(text).toMatch(/aria-sort="ascending"><a[^>]*>Reference/);
  const without = hrefOf(text, 'Remove this filter:</span> Preparing');
  expect(without).toBe('/cases?allocatedTo=none&sort=reference');
  expect((await browser.get(without)).text).toContain('6 cases</h1>');
  expect(hrefOf(text, 'Reference')).toContain('sort=-reference');
  expect(text).not.toContain('name="panelAreaId"');
});

test('a form that leaves filters at any lists everything, and older pages are a link away', async () => {
  const { text } = await browser.get('/cases?state=&allocatedTo=&flag=&limit=4');
  expect(text).toContain('7 cases</h1>');
  const older = hrefOf(text, 'Older');
  const next = await browser.get(older);
  expect(next.text).toContain('Newer');
  expect([...next.text.matchAll(/<th scope="row"/g)]).toHaveLength(3);
  const newer = await browser.get(hrefOf(next.text, 'Newer'));
  expect([...newer.text.matchAll(/<th scope="row"/g)]).toHaveLength(4);
});

test('what cannot be a filter is refused, naming the field', async () => {
  for (const query of ['state=ASLEEP', 'sort=name', 'limit=1000', 'after=rubbish', 'name=Tamsin']) {
    const { status, body } = await manager.api.get(`/api/cases?${query}`);
    expect([query, status, body.errors[0].field]).toEqual([query, 400, query.split('=')[0]]);
  }
});

test('cases of another area are in no list, and whoever may not list cases gets none', async () => {
  const elsewhere = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: await team.addArea('Rutland') });
  expect(await list('', elsewhere)).toMatchObject({ items: [], count: 0 });
  expect(await list(`?panelAreaId=${team.areaId}`, elsewhere)).toMatchObject({ items: [], count: 0 });
  const officer = await team.as('REFERRING_OFFICER');
  expect((await officer.api.get('/api/cases')).status).toBe(403);
});

test('somebody of two areas sees both together, in one order, and may look at one alone', async () => {
  const areaId = await team.addArea('Harborough');
  const officer = await team.hire(['REFERRING_OFFICER'], { areaId });
  await referCase(team, { panelAreaId: areaId }, officer);
  const both = await team.hire(['PANEL_TEAM_MANAGER']);
  const held = [team.areaId, areaId].map((panelAreaId) => ({ role: 'PANEL_TEAM_MANAGER', panelAreaId }));
  const person = { email: both.email, name: 'Of both', agency: 'YOUTH_JUSTICE_SERVICE', state: 'ACTIVE', roles: held };
  expect((await team.administrator.api.put(`/api/people/${both.id}`, { ...person, version: 1 })).status).toBe(200);
  const all = await list('?sort=referredOn&limit=3', both);
  expect([all.count, all.items.length]).toEqual([8, 3]);
  expect((await list(`?panelAreaId=${areaId}`, both)).count).toBe(1);
  expect((await (await browserOf(service, team, both)).get('/cases')).text).toContain('Harborough');
});

test('a list that was looked at is in the trail with how many cases it showed', async () => {
  await list('?state=PREPARING');
  const [latest] = await service.read.source.query(
    `select t.details, t."actorId" from trail_entries t where t.type = 'CASES_LISTED' order by t.at desc, t.sequence desc`,
  );
  expect([JSON.parse(latest.details), latest.actorId]).toEqual([{ found: 3 }, manager.id]);
});

test('each case says what runs out first in it, on the page and by the API', async () => {
  const offences = [
    { date: '2026-07-10', homeOfficeClass: '105A', description: 'Pushed another child.', gravity: gravity() },
  ];
  const onBail = await referCase(team, { policeStatus: 'BAIL', bailDate: dayFromNow(4), offences });
  const over = await referCase(team, { policeStatus: 'BAIL', bailDate: dayFromNow(-1), offences });
  const gone = await referCase(team);
  const { items } = await list('?limit=100');
  await manager.api.post(`/api/cases/${gone.caseId}/withdrawal`, { reason: 'Entered twice.' });
  const after = (await list('?limit=100')).items;
  const clockOf = ({ caseId }: ReferredCase, among = after) =>
    among.find(({ id }: { id: string }) => id === caseId).nearestClock;
  expect(clockOf(onBail)).toMatchObject({ code: 'BAIL', dueOn: dayFromNow(4), standing: 'NEAR', daysLeft: 4 });
  expect(clockOf(over)).toMatchObject({ code: 'BAIL', dueOn: dayFromNow(-1), standing: 'OVER', daysLeft: -1 });
  expect(clockOf(gone, items)).toMatchObject({ code: 'ASSESSMENT', dueOn: '2026-12-07', standing: 'FAR' });
  expect(clockOf(gone)).toBeNull();
  const [first] = (await manager.api.get(`/api/cases/${over.caseId}`)).body.clocks;
  expect(clockOf(over)).toEqual(first);

  const { text } = await browser.get('/cases?limit=100');
  expect(text).toContain('Runs out first');
  const rowOf = ({ caseId }: ReferredCase) =>
    textOf(text.split('<tr class="govuk-table__row">').find((row) => row.includes(`/cases/${caseId}`)) ?? '');
  expect(rowOf(onBail)).toContain('Bail ends 27 November 2026 Near 4 days left');
  expect(rowOf(over)).toContain('Bail ends 22 November 2026 Over 1 day ago');
  expect(rowOf(gone)).toContain('Nothing');
});

test('the list is narrowed to what is near, due or over, as the area counts it, and to none that is far', async () => {
  const found = async (clock: string) => {
    const { items, count } = await list(`?limit=100&clock=${clock}`);
    expect([clock, items.length]).toEqual([clock, count]);
    return items.map(({ id }: { id: string }) => id);
  };
  const all = (await list('?limit=100')).items;
  const isNear = async ({ id }: { id: string }, code?: string): Promise<boolean> => {
    const { clocks, state } = (await manager.api.get(`/api/cases/${id}`)).body;
    const running = clocks.filter((one: { code: string; standing: string }) =>
      ['NEAR', 'DUE', 'OVER'].includes(one.standing),
    );
    return state !== 'WITHDRAWN' && running.some((one: { code: string }) => code === undefined || one.code === code);
  };
  for (const code of ['BAIL', 'LIMITATION', 'DECISION', 'ASSESSMENT', 'TURNS_18']) {
    const near: string[] = [];
    for (const one of all) if (await isNear(one, code)) near.push(one.id);
    expect([code, (await found(code)).toSorted()]).toEqual([code, near.toSorted()]);
  }
  expect((await found('BAIL')).length).toBe(2);
  expect((await found('DECISION')).length).toBe(0);
  service.clock.ahead += 18 * 86_400_000;
  const later = await team.hire(['PANEL_TEAM_MANAGER']);
  expect((await list('?clock=DECISION&limit=100', later)).count).toBe((await list('?limit=100', later)).count - 1);
  service.clock.ahead -= 18 * 86_400_000;
  const { text } = await browser.get('/cases?clock=BAIL&limit=1');
  expect(text).toContain('2 cases</h1>');
  expect(text).toContain('Near, due or over: Bail ends');
  expect(hrefOf(text, 'Older')).toContain('clock=BAIL');
  expect((await manager.api.get('/api/cases?clock=NOON')).body.errors[0].field).toBe('clock');
});

const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
