import { settingsOf } from '../../src/access/area-settings.queries.js';
import { usualSettings } from '../../src/policy/area-settings.js';
import { browserOf } from '../support/browser.js';
import { setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let areaId: string;
let address: string;

const today = '2026-11-23';
const chosen = { value: 4, from: today, reason: 'Agreed by the partnership board' };

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
beforeEach(async () => {
  areaId = await team.addArea(`Area ${Math.random()}`);
  address = `/api/panel-areas/${areaId}/settings`;
});
afterAll(() => service.stop());

const administer = () => team.administrator.api;
const settings = (day = today) => settingsOf(service.read.source, areaId, day);

describe('what a panel area decides by', () => {
  test('is what is usual until it chooses, from a day on, and everything stays on record', async () => {
    expect(await settings()).toEqual(usualSettings);
    expect((await administer().post(`${address}/repeatReviewInformal`, chosen)).status).toBe(201);
    const later = { ...chosen, value: 2, from: '2027-01-01' };
    expect((await administer().post(`${address}/repeatReviewInformal`, later)).status).toBe(201);
    expect(await settings()).toEqual({ ...usualSettings, repeatReviewInformal: 4 });
    expect((await settings('2026-11-22')).repeatReviewInformal).toBe(usualSettings.repeatReviewInformal);
    expect((await settings('2027-01-01')).repeatReviewInformal).toBe(2);
    const { body } = await administer().get(address);
    const item = body.items.find(({ setting }: { setting: string }) => setting === 'repeatReviewInformal');
    expect(item).toMatchObject({ value: 4, usual: 3, history: [{ fromDay: '2027-01-01', value: 2 }, { value: 4 }] });
    expect(item.history[1].reason).toBe(chosen.reason);
  });

  test('of two choices for one day the last counts', async () => {
    await administer().post(`${address}/repeatReviewInformal`, chosen);
    await administer().post(`${address}/repeatReviewInformal`, { ...chosen, value: 5 });
    expect((await settings()).repeatReviewInformal).toBe(5);
  });

  test.each([
    [{ ...chosen, value: 0 }, 400, ['value']],
    [{ ...chosen, value: '4' }, 400, ['value']],
    [{ ...chosen, from: '2026-11-22' }, 400, ['from']],
    [{ ...chosen, value: 99, from: '2026-11-22' }, 400, ['value', 'from']],
    [{ value: 4, from: today }, 400, ['reason']],
    [{ from: today, reason: 'Why' }, 400, ['value']],
  ])('refuses %j and writes nothing', async (sent, status, fields) => {
    const refused = await administer().post(`${address}/repeatReviewInformal`, sent);
    expect(refused.status).toBe(status);
    expect(refused.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
    expect(await settings()).toEqual(usualSettings);
  });

  test('is for the administrator alone, and a setting that nobody knows is not there', async () => {
    const manager = await team.as('PANEL_TEAM_MANAGER');
    expect((await manager.api.post(`${address}/repeatReviewInformal`, chosen)).status).toBe(403);
    expect((await administer().post(`${address}/toString`, chosen)).status).toBe(404);
    expect((await administer().post(`/api/panel-areas/${areaId}x/settings/repeatReviewInformal`, chosen)).status).toBe(
      404,
    );
  });

  test.each([
    ['requiredChecks', [], ['SCHOOL', 'POLICE'], ['VILLAGE']],
    ['quorumAgencies', ['SCHOOL'], ['POLICE', 'SCHOOL'], []],
    ['repeatThreshold', 1, 10, 11],
    ['outcome23From', '2026-12-01', '2026-02-01', '2026-02-30'],
  ])('has %s among it, and refuses what it cannot be', async (setting, one, other, wrong) => {
    for (const value of [one, other]) {
      expect((await administer().post(`${address}/${setting}`, { ...chosen, value })).status).toBe(201);
      expect(await settings()).toEqual({ ...usualSettings, [setting]: value });
    }
    const refused = await administer().post(`${address}/${setting}`, { ...chosen, value: wrong });
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'value']);
    const { items } = (await administer().get('/api/panel-areas')).body;
    const area = items.find(({ id }: { id: string }) => id === areaId);
    expect(area[setting]).toEqual(other);
  });

  test('may be said when the area is added: they are its first choices, on record as such', async () => {
    const { requiredChecks, quorumAgencies } = { requiredChecks: ['SCHOOL'], quorumAgencies: ['POLICE'] };
    const first = { requiredChecks, quorumAgencies, repeatThreshold: 1, outcome23From: '2026-06-01' };
    const name = `Area ${Math.random()}`;
    const { body } = await administer().post('/api/panel-areas', { name, ...first });
    expect(await settingsOf(service.read.source, body.id, today)).toEqual({ ...usualSettings, ...first });
    const { items } = (await administer().get(`/api/panel-areas/${body.id}/settings`)).body;
    const chosenThen = {
      fromDay: today,
      reason: 'Chosen when the panel area was added',
      chosenBy: 'Ada Administrator',
    };
    for (const [setting, value] of Object.entries(first)) {
      const item = items.find((one: { setting: string }) => one.setting === setting);
      expect(item).toMatchObject({ value, history: [{ ...chosenThen, value }] });
    }
  });

  test('is chosen on a page, which shows what was chosen before and comes back filled', async () => {
    const browser = await browserOf(service, team, team.administrator);
    const page = `/panel-areas/${areaId}/settings`;
    expect((await browser.get('/panel-areas')).text).toContain(page);
    expect((await browser.get(page)).text).toContain('What is usual; nobody has chosen');
    const typed = {
      value: '40',
      'from-day': '23',
      'from-month': '11',
      'from-year': '2026',
      reason: 'The board agreed',
    };
    const refused = await browser.fill(`${page}/repeatReviewInformal`, typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Enter a whole number from 1 to 10');
    expect(refused.text).toContain('The board agreed');
    expect((await browser.fill(`${page}/repeatReviewInformal`, { ...typed, value: '4' })).status).toBe(303);
    expect((await browser.get(page)).text).toContain('Since 23 November 2026');
    const shown = (await browser.get(`${page}/repeatReviewInformal`)).text;
    expect(shown).toContain('In force');
    expect(shown).toContain('The board agreed');
  });

  test('has a day and a list without which a panel cannot meet on the same page', async () => {
    const browser = await browserOf(service, team, team.administrator);
    const page = `/panel-areas/${areaId}/settings`;
    const typed = { 'from-day': '23', 'from-month': '11', 'from-year': '2026', reason: 'The board agreed' };
    const day = (month: string) => ({ 'value-day': '1', 'value-month': month, 'value-year': '2027' });
    expect((await browser.fill(`${page}/outcome23From`, { ...typed, ...day('13') })).text).toContain(
      'Enter a real date',
    );
    expect((await browser.fill(`${page}/outcome23From`, { ...typed, ...day('1') })).status).toBe(303);
    expect((await browser.get(page)).text).toContain('<strong>1 January 2027</strong>');
    const nobody = await browser.fill(`${page}/quorumAgencies`, typed);
    expect([nobody.status, nobody.text]).toEqual([422, expect.stringContaining('Select at least one from the list')]);
    expect((await browser.fill(`${page}/quorumAgencies`, { ...typed, 'value[0]': 'SCHOOL' })).status).toBe(303);
    expect((await browser.get('/panel-areas')).text).toContain('School');
  });

  test('leads from a new area to what it decides by', async () => {
    const browser = await browserOf(service, team, team.administrator);
    const added = await browser.fill('/panel-areas/new', { name: 'Blaby' });
    expect(added.status).toBe(303);
    expect(added.headers.get('location')).toMatch(/^\/panel-areas\/.+\/settings$/);
  });
});
