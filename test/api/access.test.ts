import { apiClient, hiddenFields, PageClient } from '../support/clients.js';
import { ADMINISTRATOR_EMAIL, PASSWORD, setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';
import sql from 'sql-template-tag';

let service: Service;
let team: Team;

beforeAll(async () => {
  service = await startService({ TRIES_A_MINUTE: '1000' });
  team = await setUpTeam(service);
});
afterAll(() => service.stop());
afterEach(() => {
  service.clock.fixed = null;
});

const MINUTE = 60_000;
const later = (minutes: number): void => {
  service.clock.fixed = null;
  service.clock.fixed = new Date(service.clock.milliseconds() + minutes * MINUTE);
};

/** A single-use address for somebody, as the administrator is shown it. */
const linkFor = async (id: string): Promise<string> =>
  (await team.administrator.api.post(`/api/people/${id}/password-link`)).body.path as string;

/** Somebody with a password, at their own browser. */
async function signedIn(password = PASSWORD): Promise<{ browser: PageClient; id: string; email: string }> {
  const { id, email } = await team.hire(['PANEL_TEAM_MANAGER']);
  await new PageClient(service.url).fill(await linkFor(id), { password });
  const browser = new PageClient(service.url);
  expect((await browser.signIn(email, password)).status).toBe(303);
  return { browser, id, email };
}

describe('the first administrator', () => {
  test('is set up at an address that works once', async () => {
    const fresh = await startService();
    const { SetUpService } = await import('../../src/access/set-up-service.js');
    const token = await fresh.app.get(SetUpService).invite();
    const browser = new PageClient(fresh.url);
    const details = { name: 'Ada', email: 'ada@example.org', password: PASSWORD };
    expect((await browser.fill(`/setup/${token}`, { ...details, password: 'short' })).status).toBe(422);
    expect((await browser.fill(`/setup/${token}`, details)).headers.get('location')).toBe('/sign-in');
    expect((await browser.fill(`/setup/${token}`, details)).status).toBe(404);
    expect((await browser.signIn('ada@example.org', PASSWORD)).status).toBe(303);
    expect(await fresh.app.get(SetUpService).invite()).toBeNull();
    await fresh.stop();
  });

  test('cannot be set up after an hour, nor with an address that a newer one replaced', async () => {
    const fresh = await startService();
    const { SetUpService } = await import('../../src/access/set-up-service.js');
    const setUp = fresh.app.get(SetUpService);
    const replaced = await setUp.invite();
    const expired = await setUp.invite();
    const browser = new PageClient(fresh.url);
    const details = { name: 'Ada', email: 'ada@example.org', password: PASSWORD };
    expect((await browser.fill(`/setup/${replaced}`, details)).status).toBe(404);
    fresh.clock.fixed = new Date(fresh.clock.milliseconds() + 61 * MINUTE);
    expect((await browser.fill(`/setup/${expired}`, details)).status).toBe(404);
    await fresh.stop();
  });
});

describe('an administrator', () => {
  test('signs in on a page and is shown people and panel areas, and no cases', async () => {
    const browser = new PageClient(service.url);
    const answer = await browser.signIn(ADMINISTRATOR_EMAIL, PASSWORD);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    const people = await browser.get('/people');
    expect(people.status).toBe(200);
    expect(people.text).toContain('Ada Administrator');
    expect(people.text).not.toContain('href="/cases"');
    expect((await team.administrator.api.get('/api/cases')).status).toBe(403);
  });

  test('adds a person with an agency, roles and a panel area on a page, mistakes and all', async () => {
    const browser = new PageClient(service.url);
    await browser.signIn(ADMINISTRATOR_EMAIL, PASSWORD);
    const person = { name: 'Grace Health', email: 'grace@example.org', agency: 'HEALTH_NAVIGATOR' };
    const role = { 'roles[0][role]': 'PARTNER_CONTRIBUTOR' };
    const withoutArea = await browser.fill('/people/new', { ...person, ...role });
    expect(withoutArea.status).toBe(422);
    expect(withoutArea.text).toContain('Select the panel area for this role');
    expect(withoutArea.text).toContain('value="Grace Health"');
    const added = await browser.fill('/people/new', { ...person, ...role, 'roles[0][panelAreaId]': team.areaId });
    expect(added.status).toBe(303);
    const taken = await browser.fill('/people/new', { ...person, ...role, 'roles[0][panelAreaId]': team.areaId });
    expect(taken.text).toContain('Somebody already has this email address');
  });

  test('cannot give a role of the whole service for one panel area', async () => {
    const person = { name: 'X', email: 'x@example.org', agency: 'POLICE' };
    const roles = [{ role: 'ADMINISTRATOR', panelAreaId: team.areaId }];
    const { status, body } = await team.administrator.api.post('/api/people', { ...person, roles });
    expect([status, body.errors[0].field]).toEqual([400, 'roles[0].panelAreaId']);
  });

  test('cannot give up the last way into the service, for themselves or by disabling it', async () => {
    const { api, id } = team.administrator;
    const { items } = (await api.get('/api/people')).body;
    const { version, name, email, agency } = items.find((one: { id: string }) => one.id === id);
    const put = async (more: object) =>
      api.put(`/api/people/${id}`, { ...{ name, email, agency, roles: [], state: 'ACTIVE', version }, ...more });
    for (const more of [{}, { roles: [{ role: 'ADMINISTRATOR' }], state: 'DISABLED' }]) {
      const { status, body } = await put(more);
      expect([status, body.errors]).toEqual([400, [expect.objectContaining({ field: 'roles' })]]);
    }
    expect((await put({ roles: [{ role: 'ADMINISTRATOR' }] })).status).toBe(200);
  });

  test('gives no two panel areas one name', async () => {
    const { api } = team.administrator;
    await team.addArea('Oakham');
    const id = await team.addArea('Uppingham');
    const added = await api.post('/api/panel-areas', { name: 'Oakham' });
    const renamed = await api.put(`/api/panel-areas/${id}`, { name: 'Oakham', panelName: 'Panel', version: 1 });
    for (const { status, body } of [added, renamed]) {
      expect([status, body.errors]).toEqual([
        400,
        [{ field: 'name', message: 'Another panel area already has this name' }],
      ]);
    }
    expect((await api.put(`/api/panel-areas/${id}`, { name: 'Uppingham', panelName: 'P', version: 1 })).status).toBe(
      200,
    );
  });

  test('changes what a panel area is called, and a stale change is refused', async () => {
    const { api } = team.administrator;
    const id = await team.addArea('Rutland');
    const names = { name: 'Rutland', panelName: 'Rutland panel', version: 1 };
    expect((await api.put(`/api/panel-areas/${id}`, names)).status).toBe(200);
    const stale = await api.put(`/api/panel-areas/${id}`, { ...names, panelName: 'Another' });
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
    const { body } = await api.get('/api/panel-areas');
    const found = body.items.find((area: { id: string }) => area.id === id);
    expect(found).toMatchObject({ panelName: 'Rutland panel', repeatThreshold: 2, version: 2 });
  });

  test('does not change with its name what a panel area decides by: that has a day and a reason', async () => {
    const id = await team.addArea('Harborough');
    for (const [field, value] of Object.entries({
      ...{ repeatThreshold: 3, outcome23From: '2026-06-01' },
      ...{ requiredChecks: ['POLICE'], quorumAgencies: ['POLICE'] },
    })) {
      const sent = { name: 'Harborough', version: 1, [field]: value };
      const { status, body } = await team.administrator.api.put(`/api/panel-areas/${id}`, sent);
      expect([status, body.errors.map((one: { field: string }) => one.field)]).toEqual([400, [field]]);
    }
  });

  test('is told of fields that do not exist', async () => {
    const { status, body } = await team.administrator.api.post('/api/panel-areas', { name: 'Y', isAdmin: true });
    expect([status, body.errors[0].field]).toEqual([400, 'isAdmin']);
  });
});

describe('a link to set a password', () => {
  test('works once, within twenty minutes, and ends every open session', async () => {
    const { browser, id, email } = await signedIn();
    const path = await linkFor(id);
    expect((await browser.get('/')).status).toBe(303);
    const weak = await browser.fill(path, { password: 'passwordpassword' });
    expect(weak.text).toContain('harder to guess');
    const better = 'nine ladders under a green sky';
    expect((await browser.fill(path, { password: better })).status).toBe(303);
    expect((await browser.fill(path, { password: better })).status).toBe(404);
    expect((await browser.signIn(email, better)).status).toBe(303);
    const expired = await linkFor(id);
    later(21);
    expect((await browser.fill(expired, { password: better })).status).toBe(404);
  });

  test('is kept as a hash alone', async () => {
    const { id } = await team.hire(['PANEL_MEMBER']);
    const token = (await linkFor(id)).split('/').at(-1);
    const kept = await service.read.rows<object>(sql`select l.* from password_links l`);
    expect(JSON.stringify(kept)).not.toContain(token);
    const answers = await service.read.rows<object>(sql`select k.* from idempotency_keys k`);
    expect(JSON.stringify(answers)).not.toContain(token);
  });
});

describe('signing in', () => {
  const seen = (html: string): string =>
    html.replaceAll(/nonce="[^"]*"|value="[^"]*"/g, '').replaceAll(/name="_(csrf|key)"/g, '');

  test('says the same to somebody unknown and to a wrong password', async () => {
    const { email } = await signedIn();
    const unknown = await new PageClient(service.url).signIn('nobody@example.org', 'something quite wrong');
    const wrong = await new PageClient(service.url).signIn(email, 'something quite wrong');
    expect([unknown.status, wrong.status]).toEqual([422, 422]);
    expect(seen(unknown.text)).toBe(seen(wrong.text));
  });

  test('is locked after ten failures even for the right password, and opens again after a while', async () => {
    const quiet = await startService();
    const others = await setUpTeam(quiet);
    const browser = new PageClient(quiet.url);
    for (let count = 0; count < 10; count += 1) await browser.signIn(ADMINISTRATOR_EMAIL, `wrong ${count}`);
    expect((await browser.signIn(ADMINISTRATOR_EMAIL, PASSWORD)).status).toBe(422);
    quiet.clock.fixed = new Date(quiet.clock.milliseconds() + 16 * MINUTE);
    expect((await browser.signIn(ADMINISTRATOR_EMAIL, PASSWORD)).status).toBe(303);
    expect(others.areaId).toBeTruthy();
    await quiet.stop();
  });

  test('is slowed for one address after twenty tries in a minute', async () => {
    const quiet = await startService();
    const browser = new PageClient(quiet.url);
    const hidden = hiddenFields((await browser.get('/sign-in')).text);
    const statuses: number[] = [];
    for (let count = 0; count < 21; count += 1) {
      statuses.push((await browser.post('/sign-in', { ...hidden, email: `a${count}@example.org` })).status);
    }
    expect(statuses.slice(0, 20)).not.toContain(429);
    expect(statuses.at(-1)).toBe(429);
    await quiet.stop();
  });
});

describe('a session', () => {
  test('ends when idle, and at the latest after the hours set', async () => {
    const { browser } = await signedIn();
    expect((await browser.get('/')).status).toBe(200);
    later(31);
    expect((await browser.get('/')).headers.get('location')).toBe('/sign-in');
    const { browser: other } = await signedIn();
    for (let minutes = 20; minutes < 600; minutes += 20) {
      later(minutes);
      expect((await other.get('/')).status).toBe(200);
    }
    later(31 + 601);
    expect((await other.get('/')).status).toBe(303);
  });

  test('has a new id after signing in, and only the hash of it is kept', async () => {
    const browser = new PageClient(service.url);
    await browser.get('/sign-in');
    const before = browser.cookie('session');
    await browser.signIn(ADMINISTRATOR_EMAIL, PASSWORD);
    const after = browser.cookie('session');
    expect(before && after && before !== after).toBe(true);
    const id = decodeURIComponent(after ?? '')
      .slice(2)
      .split('.')[0];
    const kept = await service.read.rows<object>(sql`select s.* from sessions s`);
    expect(JSON.stringify(kept)).not.toContain(id);
  });

  test('is gone after signing out', async () => {
    const { browser } = await signedIn();
    const { text } = await browser.get('/');
    const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(text) ?? [];
    const cookie = browser.cookie('session');
    expect((await browser.post('/sign-out', { _csrf: token })).status).toBe(303);
    browser.setCookie('session', cookie ?? '');
    expect((await browser.get('/')).headers.get('location')).toBe('/sign-in');
  });

  test('obeys a changed role at the next request and ends when its person is disabled', async () => {
    const { browser, id, email } = await signedIn();
    expect((await browser.get('/meetings')).status).toBe(200);
    const person = { name: 'Changed', email, agency: 'POLICE' };
    await team.administrator.api.put(`/api/people/${id}`, { ...person, roles: [], state: 'ACTIVE', version: 1 });
    expect((await browser.get('/meetings')).status).toBe(403);
    await team.administrator.api.put(`/api/people/${id}`, { ...person, roles: [], state: 'DISABLED', version: 2 });
    expect((await browser.get('/')).headers.get('location')).toBe('/sign-in');
    expect((await browser.signIn(email, PASSWORD)).status).toBe(422);
  });
});

describe('somebody’s own account', () => {
  test('shows where they are signed in and their tokens, which they can end', async () => {
    const { browser, id } = await signedIn();
    const [{ id: tokenId } = { id: '' }] = await service.read.rows<{ id: string }>(
      sql`select t.id from access_tokens t where t."personId" = ${id}`,
    );
    const shown = await browser.get('/account');
    expect(shown.text).toContain(`/account/tokens/${tokenId}/revocation`);
    const token = hiddenFields(shown.text);
    expect((await browser.post(`/account/tokens/${tokenId}/revocation`, token)).status).toBe(303);
    expect((await browser.get('/account')).text).not.toContain(tokenId);
    const { browser: stranger } = await signedIn();
    const foreign = hiddenFields((await stranger.get('/account')).text);
    expect((await stranger.post(`/account/tokens/${tokenId}/revocation`, foreign)).status).toBe(404);
    expect((await browser.post('/account/sessions/end', token)).status).toBe(303);
    expect((await browser.get('/account')).headers.get('location')).toBe('/sign-in');
  });
});

describe('the API', () => {
  test('tells a person who they are, with their roles and panel areas', async () => {
    const manager = await team.as('PANEL_TEAM_MANAGER');
    const { status, body } = await manager.api.get('/api/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: manager.id,
      roles: [{ role: 'PANEL_TEAM_MANAGER', panelAreaId: team.areaId }],
      panelAreas: [{ id: team.areaId, name: 'Leicester City' }],
    });
  });

  test('lets nobody in without a token, with a wrong one, an old one or a cookie', async () => {
    expect((await apiClient(service.url).get('/api/me')).status).toBe(401);
    expect((await apiClient(service.url, 'x'.repeat(43)).get('/api/me')).status).toBe(401);
    const { browser } = await signedIn();
    expect((await browser.get('/api/me')).status).toBe(401);
    const { api } = await team.hire(['PANEL_MEMBER']);
    later(367 * 24 * 60);
    expect((await api.get('/api/me')).status).toBe(401);
  });
});
