import { browserOf } from '../support/browser.js';
import { PageClient } from '../support/clients.js';
import { setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
afterAll(() => service.stop());

test('a page learns whom the service takes its reader for, and the token that its forms need now', async () => {
  const assessor = await team.as('YJS_ASSESSOR');
  const browser = await browserOf(service, team, assessor);
  const { text } = await browser.get('/account');
  expect(text).toContain(`data-person="${assessor.id}"`);
  const { status, body } = await browser.get('/session');
  expect([status, body.person]).toEqual([200, assessor.id]);
  expect(text).toContain(`name="_csrf" value="${body.token}"`);
});

test('a stranger learns nothing from it, gets no session by asking, and no other site may read it', async () => {
  const stranger = new PageClient(service.url);
  const { status, body, headers } = await stranger.get('/session');
  expect([status, body]).toEqual([200, { person: null, token: null }]);
  expect(headers.getSetCookie()).toEqual([]);
  expect([headers.get('access-control-allow-origin'), headers.get('cache-control')]).toEqual([null, 'no-store']);
  expect((await stranger.get('/sign-in')).text).not.toContain('data-person');
});

test('a session that has ended is told, and its token is no longer good', async () => {
  const officer = await team.as('YJS_POLICE_OFFICER');
  const browser = await browserOf(service, team, officer);
  const { token } = (await browser.get('/session')).body;
  service.clock.ahead += 31 * 60_000;
  expect((await browser.get('/session')).body).toEqual({ person: null, token: null });
  expect((await browser.post('/sign-out', { _csrf: token })).status).toBe(403);
});
