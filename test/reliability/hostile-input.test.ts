import fc from 'fast-check';
import { AccessGuard } from '../../src/access/guard-routes.js';
import { prepareCase, signOff } from '../support/assessments-story.js';
import type { Answer, ApiClient } from '../support/clients.js';
import { listCase, placeOf, recommendation } from '../support/panels-story.js';
import { setUpTeam, type Team } from '../support/people.js';
import { referCase, referral } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
});
afterAll(() => service.stop());

const SEED = 20_261_122;

/** What a careless or hostile sender puts where something else belongs. */
const odd = fc.oneof(
  fc.constantFrom(null, true, -1, 1e308, '', ' ', '\u0000', '\u202e', '😀'.repeat(3000), "'; drop table cases; --"),
  fc.constantFrom([], {}, [[]], { $gt: '' }, ['a', 'b'], '<script>alert(1)</script>', '%00', '{{7*7}}', '2026-02-31'),
  fc.string({ maxLength: 50, unit: 'binary' }),
  fc.double(),
  fc.object({ maxDepth: 2 }),
);

type Json = Record<string, unknown>;

/** Every path into a body, so that one thing can be broken at a time. */
function pathsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [path];
  const inner = Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...path, name]));
  return path.length > 0 ? [path, ...inner] : inner;
}

function broken(body: Json, path: readonly (string | number)[], value: unknown): Json {
  const copy = structuredClone(body);
  let place = copy as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) place = place[part] as Record<string | number, unknown>;
  place[path.at(-1) ?? ''] = value;
  return copy;
}

/** Breaks one thing of a valid body, many times: never a 5xx, never a stack, and a refusal names a field. */
async function breakEach(body: Json, send: (sent: Json) => Promise<Answer>, runs = 120): Promise<void> {
  const paths = pathsIn(body);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), odd, async (path, value) => {
      const answer = await send(broken(body, path, value));
      expect([path.join('.'), answer.status < 500]).toEqual([path.join('.'), true]);
      expect(answer.text).not.toMatch(/\bat .*\.(ts|js):\d+|SQLITE_|QueryFailed|select \w+\."/);
    }),
    { numRuns: runs, seed: SEED },
  );
}

test('a referral with one thing wrong is refused in words, never with a failure', async () => {
  const { api } = await team.as('REFERRING_OFFICER');
  await breakEach(referral(team.areaId), (sent) => api.post('/api/referrals', sent), 250);
});

test('a recommendation with one thing wrong is refused in words, never with a failure', async () => {
  const { caseId } = await referCase(team);
  await prepareCase(team, caseId);
  await signOff(team, caseId);
  await listCase(team, caseId);
  const { meetingId, version } = await placeOf(team, caseId);
  const { api } = await team.as('PANEL_CHAIR');
  const body = recommendation(meetingId, version, {
    dissents: [{ agency: 'POLICE', disposal: 'CHARGE', reason: 'Why' }],
  });
  await breakEach(body, (sent) => api.post(`/api/cases/${caseId}/recommendation`, sent));
});

test('every route of the API answers nonsense without failing', async () => {
  const everybody = await team.hire([
    ...(['PANEL_TEAM_MANAGER', 'PANEL_CHAIR', 'YJS_ASSESSOR', 'QA_LEAD', 'POLICE_DECISION_MAKER'] as const),
    ...(['PANEL_ADMINISTRATOR', 'YJS_POLICE_OFFICER', 'VICTIM_WORKER', 'REFERRING_OFFICER'] as const),
  ]);
  const { caseId } = await referCase(team);
  const routes = service.app
    .get(AccessGuard)
    .routes()
    .filter(({ path }) => path.startsWith('/api/'));
  const places = fc.constantFrom(caseId, 'x', '%00', '..%2f..', '-1', "'--", 'é', '1'.repeat(500));
  for (const { verb, path } of routes) {
    await fc.assert(
      fc.asyncProperty(places, odd, odd, async (place, name, value) => {
        const answer = await ask(everybody.api, verb, path.replaceAll(/:\w+/g, place), { [String(name)]: value });
        expect([verb, path, place, answer.status < 500]).toEqual([verb, path, place, true]);
      }),
      { numRuns: 12, seed: SEED },
    );
  }
});

const ask = (api: ApiClient, verb: string, path: string, body: Json): Promise<Answer> => {
  if (verb === 'GET') return api.get(`${path}?limit=-1&after=zzz&state=NO&sort=up&from=x&for=NOTHING`);
  if (verb === 'DELETE') return api.delete(path);
  return verb === 'PUT' ? api.put(path, body) : api.post(path, body);
};

test('a body that is too large, not JSON, or not said to be, is refused as such', async () => {
  const { api } = await team.as('REFERRING_OFFICER');
  const json = { 'content-type': 'application/json' };
  expect((await api.post('/api/referrals', '{"a":', json)).status).toBe(400);
  expect((await api.post('/api/referrals', `{"a":"${'x'.repeat(2_000_000)}"}`, json)).status).toBe(413);
  expect(
    (await api.post('/api/referrals', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status,
  ).toBe(415);
  expect((await api.post('/api/referrals', '<a/>', { 'content-type': 'text/xml' })).status).toBe(415);
  expect((await api.get('/api/cases/%E0%A4%A')).status).toBe(400);
});

test('nothing that people wrote, and no name, came into the log', async () => {
  const log = service.log.join('\n');
  for (const word of ['Ashdown', 'Tollgate', 'Marchbank', 'apology', 'drop table']) expect(log).not.toContain(word);
  expect(log).not.toMatch(/"failure"/);
});
