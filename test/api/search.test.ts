import { browserOf } from '../support/browser.js';
import { hiddenFields } from '../support/clients.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase, type ReferredCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let manager: Colleague;
let zoe: ReferredCase;
let namesake: ReferredCase;

const ethnicity = { code: 'W1', scheme: '18+1', source: 'SELF' };
const child = (givenName: string, familyName: string, dateOfBirth: string) => ({
  child: { givenName, familyName, dateOfBirth, sex: 'FEMALE', ethnicity },
});

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
  zoe = await referCase(team, { ...child('Zoë', 'O’Brien-Łuczak', '2011-02-03'), crimeReference: '26/777/a' });
  namesake = await referCase(team, child('Zoe', 'Obrienne', '2012-04-05'));
  for (let made = 0; made < 4; made += 1) await referCase(team);
});
afterAll(() => service.stop());

const search = async (criteria: object, { api } = manager): Promise<string[]> => {
  const { status, body } = await api.post('/api/case-searches', criteria);
  expect(status).toBe(201);
  const found = await api.get(`/api/case-searches/${body.searchId}`);
  return found.body.items.map(({ id }: { id: string }) => id);
};

test.each([
  ['the beginning of a given name without its accent', { name: 'zo' }, ['namesake', 'zoe']],
  ['a family name as somebody would type it', { name: 'obrien luczak' }, ['zoe']],
  ['the second part of a double name', { name: 'Łucz' }, ['zoe']],
  ['both names in either order', { name: 'O’Brien-Łuczak Zoë' }, ['zoe']],
  ['a date of birth', { dateOfBirth: '2012-04-05' }, ['namesake']],
  ['a name and a date of birth together', { name: 'zo', dateOfBirth: '2011-02-03' }, ['zoe']],
  ['the crime reference, however it is written', { reference: '26/777/a' }, ['zoe']],
  ['letters that begin no name', { name: 'uczak' }, []],
])('cases are found by %s', async (_, criteria, expected) => {
  const known: Record<string, string> = { zoe: zoe.caseId, namesake: namesake.caseId };
  expect((await search(criteria)).toSorted()).toEqual(expected.map((name) => known[name]).toSorted());
});

test('a case is found by its reference in small letters', async () => {
  expect(await search({ reference: namesake.reference.toLowerCase() })).toEqual([namesake.caseId]);
});

test('a search for nothing, or by what cannot be searched, is refused', async () => {
  const nothing = await manager.api.post('/api/case-searches', {});
  expect([nothing.status, nothing.body.errors[0].field]).toEqual([400, 'name']);
  expect((await manager.api.post('/api/case-searches', { dateOfBirth: '2011-02-30' })).status).toBe(400);
  expect((await manager.api.post('/api/case-searches', { postcode: 'LE1' })).status).toBe(400);
  expect((await manager.api.post('/api/case-searches', { name: '%%' })).status).toBe(400);
});

test('results come in pages by key, none twice', async () => {
  const { body } = await manager.api.post('/api/case-searches', { name: 'zo' });
  const first = (await manager.api.get(`/api/case-searches/${body.searchId}?limit=1`)).body;
  const second = (await manager.api.get(`/api/case-searches/${body.searchId}?limit=1&after=${first.next}`)).body;
  expect([first.items[0].id, second.items[0].id]).toEqual([namesake.caseId, zoe.caseId]);
  expect((await manager.api.get(`/api/case-searches/${body.searchId}?limit=26`)).status).toBe(400);
});

test('a search is its owner’s alone, reaches their panel areas alone and is gone after a day', async () => {
  const { body } = await manager.api.post('/api/case-searches', { name: 'zo' });
  const assessor = await team.as('YJS_ASSESSOR');
  expect((await assessor.api.get(`/api/case-searches/${body.searchId}`)).status).toBe(404);
  const elsewhere = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: await team.addArea('Rutland') });
  expect(await search({ name: 'zo' }, elsewhere)).toEqual([]);
  expect((await (await team.as('REFERRING_OFFICER')).api.post('/api/case-searches', { name: 'zo' })).status).toBe(403);
  const { fixed } = service.clock;
  service.clock.fixed = new Date(service.clock.milliseconds() + 25 * 3_600_000);
  const later = await manager.api.post('/api/case-searches', { name: 'zo' });
  service.clock.fixed = fixed;
  expect(later.status).toBe(201);
  expect((await manager.api.get(`/api/case-searches/${body.searchId}`)).status).toBe(404);
});

test('that somebody searched, by what and how much they saw is on record, and the words are not', async () => {
  await search({ name: 'O’Brien', dateOfBirth: '2011-02-03' });
  const entries: { details: string }[] = await service.read.source.query(
    `select t.details from trail_entries t where t.type = 'CASES_SEARCHED' order by t.at desc, t.sequence desc`,
  );
  expect(JSON.parse(entries[0]?.details ?? '')).toEqual({ by: ['NAME', 'DATE_OF_BIRTH'], found: 1 });
  expect(JSON.stringify(entries)).not.toContain('Brien');
});

test('on the page nothing personal stands in the address or the title', async () => {
  const browser = await browserOf(service, team, manager);
  const form = await browser.get('/case-searches');
  const wrong = await browser.post('/case-searches', { ...hiddenFields(form.text), name: '' });
  expect([wrong.status, wrong.text.includes('Enter a name, a date of birth or a reference')]).toEqual([422, true]);
  const sent = await browser.fill('/case-searches', { name: 'Zoë', 'dateOfBirth-day': '', reference: '' });
  expect(sent.headers.get('location')).toMatch(/^\/case-searches\/[0-9a-f-]{36}$/);
  const { text } = await browser.get(sent.headers.get('location') ?? '');
  expect(/<title>([^<]*)/.exec(text)?.[1]).not.toContain('Zo');
  expect(text).toContain('Zoë O’Brien-Łuczak');
  expect(text).toContain(`href="/cases/${zoe.caseId}"`);
});
