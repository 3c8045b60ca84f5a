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
});
