import { navigationOf, placesUnderMore } from '../../src/platform/web/places.js';
import { type Role, roleCodes, serviceRoles } from '../../src/policy/permissions.js';
import { browserOf } from '../support/browser.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
afterAll(() => service.stop());

/** The addresses of a part of a page. */
const linksIn = (html: string, from: string, to: string): string[] => {
  const part = html.slice(html.indexOf(from), html.indexOf(to, html.indexOf(from)));
  return [...part.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
};
const navigationIn = (html: string): string[] => linksIn(html, '<nav', '</nav>');
const contentIn = (html: string): string[] => linksIn(html, '<main', '</main>');
const browserFor = (person: Colleague) => browserOf(service, team, person);

test.each(roleCodes.filter((role) => !serviceRoles.includes(role)))(
  'somebody who is %s has one line of navigation, and may open every place in it and under More',
  async (role) => {
    const browser = await browserFor(await team.as(role));
    const { text } = await browser.get('/');
    const top = navigationIn(text);
    expect(top.length).toBeGreaterThan(1);
    expect(top.length).toBeLessThanOrEqual(7);
    const more = top.includes('/more') ? contentIn((await browser.get('/more')).text) : [];
    const shown = [...top, ...more];
    expect(new Set(shown).size).toBe(shown.length);
    for (const place of shown) expect([place, (await browser.get(place)).status]).toEqual([place, 200]);
    expect(shown).toContain('/rules');
  },
);

test('an administrator has what is set for the service in one line', async () => {
  const browser = await browserFor(team.administrator);
  const top = navigationIn((await browser.get('/')).text);
  expect(top).toEqual([
    ...['/', '/people', '/panel-areas', '/letter-templates', '/disposals', '/bank-holidays', '/rules'],
  ]);
  for (const place of top) expect([place, (await browser.get(place)).status]).toEqual([place, 200]);
});

test('what stands under More has its headings, and More is where one is on its pages', async () => {
  const browser = await browserFor(await team.as('PANEL_TEAM_MANAGER'));
  const { text } = await browser.get('/more');
  for (const words of ['Cases</h2>', 'Quality</h2>', 'Police-issued resolutions</a>', 'Absences</a>', 'Rules</a>']) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('Settings</h2>');
  expect(contentIn(text)).not.toContain('/audit-plans');
  const currentOn = async (path: string): Promise<string | undefined> =>
    /aria-current="(?:page|true)"[^>]*>\s*(?:<strong[^>]*>)?\s*([^<]+?)\s*</.exec((await browser.get(path)).text)?.[1];
  expect(await currentOn('/more')).toBe('More');
  expect(await currentOn('/covers')).toBe('More');
  expect(await currentOn('/cases')).toBe('Cases');
  expect(await currentOn('/case-searches')).toBe('Search');
});

test('nobody who is not signed in is shown any place', async () => {
  const answer = await fetch(`${service.url}/more`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringContaining('/sign-in')]);
});

test('somebody of every role still has one line, and every place once', () => {
  const roles = roleCodes.map((role: Role) => ({ role, panelAreaId: team.areaId }));
  const actor = { ...team.administrator.actor, roles };
  const top = navigationOf(actor, '/covers').map(({ href }) => href);
  const more = placesUnderMore(actor).flatMap(({ places }) => places.map(({ href }) => href));
  expect(top).toHaveLength(7);
  expect(new Set([...top, ...more]).size).toBe(23);
});
