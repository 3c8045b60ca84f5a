import { disposals } from '../../src/policy/disposals.js';
import { browserOf } from '../support/browser.js';
import { done } from '../support/clients.js';
import { changeDisposal, pledge } from '../support/disposals-story.js';
import { decidedCase, recordOutcome } from '../support/outcomes-story.js';
import { dayFromNow } from '../support/panels-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

/** What was decided keeps the disposals of that day; on what is not, the new ones hold. */
const DAY = 86_400_000;
const OLD = disposals.COMMUNITY_RESOLUTION.name;
const NEW = 'Agreement in the community';
const ADDED = 'Community pledge';

let service: Service;
let team: Team;
let chair: Colleague;
let began: number;

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  began = service.clock.ahead;
  chair = await team.as('PANEL_CHAIR');
}, 60_000);
afterEach(() => void (service.clock.ahead = began));
afterAll(() => service.stop());

const asked = async (path: string) => done(path, await chair.api.get(`/api${path}`)).body;
const namesIn = (text: string | string[]) => [OLD, NEW, ADDED].map((name) => text.includes(name));
const said = async (caseId: string, by = chair) => {
  const browser = await browserOf(service, team, by);
  const pages = [];
  for (const path of ['', '/gravity', '/eligibility']) {
    pages.push(namesIn((await browser.get(`/cases/${caseId}${path}`)).text));
  }
  const { day, items } = await asked(`/cases/${caseId}/eligibility`);
  const [{ alsoAtScore }] = (await asked(`/cases/${caseId}/gravity`)).items;
  const names = items.map(({ name }: { name: string }) => name);
  return { pages, day, names: namesIn(names), alsoAtScore };
};

test('a decided case shows the disposals as they were known when police decided, and an open one those of today', async () => {
  const { caseId: decided } = await decidedCase(team);
  const { caseId: given } = await decidedCase(team);
  await recordOutcome(team, given, 'COMMUNITY_RESOLUTION');
  const { caseId: open } = await referCase(team);
  const was = { pages: Array(3).fill([true, false, false]), day: dayFromNow(0), names: [true, false, false] };
  expect(await said(decided)).toEqual({ ...was, alsoAtScore: [] });

  done('The name', await changeDisposal(team, 'COMMUNITY_RESOLUTION', { name: NEW }));
  done('The new one', await team.administrator.api.post('/api/disposals', pledge()));
  expect(await said(decided)).toEqual({ ...was, alsoAtScore: [] });
  service.clock.ahead += 7 * DAY;
  // Whoever signed in a week ago has to again.
  const later = await team.as('PANEL_CHAIR', 2);
  for (const caseId of [decided, given]) expect(await said(caseId, later)).toEqual({ ...was, alsoAtScore: [] });
  expect(await said(open, later)).toEqual({
    ...{ pages: Array(3).fill([false, true, true]), day: dayFromNow(7), names: [false, true, true] },
    alsoAtScore: ['COMMUNITY_PLEDGE'],
  });
});
