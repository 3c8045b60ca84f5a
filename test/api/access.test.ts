import { PageClient, apiClient } from '../support/clients.js';
import { ADMINISTRATOR_EMAIL, PASSWORD, setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
afterAll(() => service.stop());

test('an administrator signs in on a page and is shown people and panel areas, and no cases', async () => {
  const browser = new PageClient(service.url);
  const signedIn = await browser.signIn(ADMINISTRATOR_EMAIL, PASSWORD);
  expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/']);
  const people = await browser.get('/people');
  expect(people.status).toBe(200);
  expect(people.text).toContain('Ada Administrator');
  expect(people.text).not.toContain('href="/cases"');
});

test('a person is told who they are, with their roles and panel areas', async () => {
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const { status, body } = await manager.api.get('/api/me');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: manager.id,
    roles: [{ role: 'PANEL_TEAM_MANAGER', panelAreaId: team.areaId }],
    panelAreas: [{ id: team.areaId, name: 'Leicester City' }],
  });
});

test('nobody without a token or with a wrong one is let in', async () => {
  expect((await apiClient(service.url).get('/api/me')).status).toBe(401);
  expect((await apiClient(service.url, 'x'.repeat(43)).get('/api/me')).status).toBe(401);
});
