import { AccessGuard, type Route } from '../../src/access/guard-routes.js';
import { apiClient, PageClient } from '../support/clients.js';
import { ADMINISTRATOR_EMAIL, PASSWORD, setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let routes: Route[];

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  routes = service.app.get(AccessGuard).routes();
});
afterAll(() => service.stop());

const NOWHERE = '0199f2a0-0000-7000-8000-000000000000';
const isApi = ({ path }: Route): boolean => path.startsWith('/api/');
const addressOf = ({ path }: Route): string => path.replaceAll(/:\w+/g, NOWHERE);
const writes = ({ verb }: Route): boolean => verb !== 'GET';

/** The routes that Express itself knows, found without our own list. */
function routesOfExpress(): string[] {
  type Layer = { route?: { path: string; methods: Record<string, boolean> } };
  const { router } = service.app.getHttpAdapter().getInstance() as unknown as { router: { stack: Layer[] } };
  const found = router.stack.flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : [],
  );
  return [...new Set(found)];
}

test('the list of routes is the whole list', () => {
  const ours = routes.map(({ verb, path }) => `${verb} ${path}`);
  expect(routesOfExpress().toSorted()).toEqual(ours.toSorted());
  expect(ours.length).toBeGreaterThan(20);
});

test('every route says who may use it', () => {
  expect(routes.filter(({ requires }) => requires === undefined)).toEqual([]);
});

test('nobody who is not signed in gets past a route that asks for anything', async () => {
  const stranger = apiClient(service.url);
  const browser = new PageClient(service.url);
  for (const route of routes.filter(({ requires, verb }) => requires !== 'NOTHING' && verb === 'GET')) {
    const { status } = isApi(route) ? await stranger.get(addressOf(route)) : await browser.get(addressOf(route));
    expect([route.path, status]).toEqual([route.path, isApi(route) ? 401 : 303]);
  }
});

test('a person without a role gets 403 wherever a permission is asked', async () => {
  const { api } = await team.hire([]);
  const asking = routes.filter((route) => isApi(route) && !['NOTHING', 'SIGNED_IN'].includes(route.requires ?? ''));
  expect(asking.length).toBeGreaterThan(5);
  for (const route of asking) {
    const address = addressOf(route);
    const answer = { GET: () => api.get(address), PUT: () => api.put(address, {}), DELETE: () => api.delete(address) };
    const { status, body } = await (answer[route.verb as 'GET'] ?? (() => api.post(address, {})))();
    expect([route.verb, route.path, status]).toEqual([route.verb, route.path, 403]);
    expect(body).not.toHaveProperty('stack');
  }
});

test('an administrator, who may see no case, is refused by every route of a case', async () => {
  for (const route of routes.filter(({ path }) => path.startsWith('/api/cases/'))) {
    const { status } = await team.administrator.api[route.verb === 'GET' ? 'get' : 'post'](addressOf(route));
    expect([route.path, [403, 404].includes(status)]).toEqual([route.path, true]);
  }
});

test('no form is taken without the token of its page, nor with the token of another session, nor from elsewhere', async () => {
  const browser = new PageClient(service.url);
  await browser.signIn(ADMINISTRATOR_EMAIL, PASSWORD);
  const other = new PageClient(service.url);
  const foreign = /name="_csrf" value="([^"]+)"/.exec((await other.get('/sign-in')).text)?.[1] ?? '';
  expect(foreign.length).toBeGreaterThan(20);
  const forms = routes.filter((route) => !isApi(route) && writes(route));
  expect(forms.length).toBeGreaterThan(5);
  for (const route of forms) {
    const address = addressOf(route);
    expect([route.path, (await browser.post(address, {})).status]).toEqual([route.path, 403]);
    expect([route.path, (await browser.post(address, { _csrf: foreign })).status]).toEqual([route.path, 403]);
    const headers = { 'sec-fetch-site': 'cross-site' };
    const crossed = await fetch(service.url + address, { method: 'POST', headers, redirect: 'manual' });
    expect([route.path, crossed.status]).toEqual([route.path, 403]);
  }
});

test('every page keeps scripts to its own nonce and is not kept by the browser', async () => {
  const browser = new PageClient(service.url);
  await browser.signIn(ADMINISTRATOR_EMAIL, PASSWORD);
  for (const route of routes.filter((found) => !isApi(found) && !writes(found))) {
    const { headers, text } = await browser.get(addressOf(route));
    const policy = headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect([route.path, headers.get('cache-control')]).toEqual([route.path, 'no-store']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    for (const [, used] of text.matchAll(/<script[^>]*nonce="([^"]*)"/g)) expect(used).toBe(nonce);
    expect([route.path, /<script(?![^>]*nonce=)|\son\w+="|\sstyle="/.test(text)]).toEqual([route.path, false]);
  }
});

test('no two answers share a nonce', async () => {
  const policies = await Promise.all([1, 2].map(async () => (await fetch(`${service.url}/sign-in`)).headers));
  const [one, two] = policies.map((headers) => headers.get('content-security-policy'));
  expect(one).not.toBe(two);
});
