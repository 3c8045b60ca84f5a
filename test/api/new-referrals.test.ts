import { browserOf } from '../support/browser.js';
import { decidedCase, recordOutcome } from '../support/outcomes-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService, STORY_DAY } from '../support/service.js';

let service: Service;
let team: Team;
let lead: Colleague;
let first: { caseId: string; childId: string };

/** The cases are decided on the day of the story; what was decided is given ten days later. */
const GIVEN = '2026-12-03';
const SOON = '2027-01-12';
/** The last day of the three months within which a new referral counts, and the day after it. */
const [LAST, AFTER] = ['2027-03-03', '2027-03-04'];
/** The day on which everybody asks: the three months have passed, the six have not. */
const ASKED = '2027-03-08';

/** A child given a resolution, and perhaps referred anew on a day. */
async function resolved(referredOn?: string): Promise<{ caseId: string; childId: string }> {
  const { caseId, childId } = await given('COMMUNITY_RESOLUTION', GIVEN);
  if (referredOn) await onDay(referredOn, () => referCase(team, { child: undefined, childId }));
  return { caseId, childId };
}

async function given(disposal: string, givenOn: string): Promise<{ caseId: string; childId: string }> {
  service.clock.fixed = null;
  const found = await decidedCase(team, disposal);
  await onDay(givenOn, () => recordOutcome(team, found.caseId, disposal, { givenOn }));
  return found;
}

async function onDay<Found>(day: string, work: () => Promise<Found>): Promise<Found> {
  service.clock.fixed = new Date(`${day}T10:00:00Z`);
  const found = await work();
  service.clock.fixed = new Date(`${ASKED}T10:00:00Z`);
  return found;
}

beforeAll(async () => {
  service = await startService();
  team = await setUpTeam(service);
  lead = await team.as('QA_LEAD');
  first = await resolved(SOON);
  for (let place = 0; place < 4; place += 1) await resolved(LAST);
  await resolved(AFTER);
});
afterAll(() => service.stop());

const period = { from: '2026-12-01', to: GIVEN };
const asked = (more: object = {}): string =>
  `/measures/new-referrals?${new URLSearchParams({ panelAreaId: team.areaId, ...period, ...more }).toString()}`;

test('of an area are counted by disposal, apart from the children whose months have not passed', async () => {
  const { status, body } = await lead.api.get(`/api${asked()}`);
  expect([status, body.label, body.smallestShown]).toEqual([200, 'New referrals, not proven reoffending', 5]);
  const windows = [
    { months: 3, children: 6, referred: 5, notYetDue: 0 },
    { months: 6, children: 0, referred: 0, notYetDue: 6 },
    { months: 12, children: 0, referred: 0, notYetDue: 6 },
  ];
  expect(body.disposals).toEqual([
    { disposal: 'COMMUNITY_RESOLUTION', name: 'Community resolution', windows },
    { disposal: null, name: null, windows },
  ]);
});

test('that are few are not shown', async () => {
  await given('OUTCOME_22', STORY_DAY);
  const { body } = await lead.api.get(`/api${asked({ from: STORY_DAY })}`);
  const few = body.disposals.find(({ disposal }: { disposal: string }) => disposal === 'OUTCOME_22');
  expect(few.windows[0]).toEqual({ months: 3, children: null, referred: null, notYetDue: null });
  expect(body.disposals.at(-1).windows[0]).toEqual({ months: 3, children: null, referred: null, notYetDue: null });
  const { text } = await (await browserOf(service, team, lead)).get(asked({ from: STORY_DAY }));
  expect(text).toContain('Not shown of Not shown');
});

test('are shown with their label wherever they stand, and never a child', async () => {
  const browser = await browserOf(service, team, lead);
  const { text } = await browser.get(asked());
  expect(text.match(/New referrals, not proven reoffending/g)?.length).toBeGreaterThanOrEqual(3);
  expect(text).toContain('5 of 6 (83%)');
  expect(text).toContain('jdp-stacked');
  expect(text).toContain('data-label="Within 3 months"');
  expect(text).toContain('Not followed long enough yet: 6');
  expect((await browser.get('/measures/new-referrals')).text).toContain('Outcomes from');
  const wrong = await browser.get(asked({ from: GIVEN, to: STORY_DAY }));
  expect(wrong.text).toContain('The period must not end before it begins');
});

test('are shown of the last two years and the first area where nothing is chosen, and it is said so', async () => {
  const { text } = await (await browserOf(service, team, lead)).get('/measures/new-referrals');
  for (const words of [
    'Nothing was chosen: these are the outcomes of the last two years',
    'New referrals, not proven reoffending: outcomes from 9 March 2025 to 8 March 2027',
    ...['5 of 6 (83%)', 'Nobody was followed this long yet', 'Not followed long enough yet: '],
  ]) {
    expect(text).toContain(words);
  }
  const both = await team.hire(['QA_LEAD']);
  const areas = [team.areaId, await team.addArea('Oadby')];
  const { name, agency } = both.actor;
  const change = { name, email: both.email, agency, state: 'ACTIVE', version: 1 };
  const roles = areas.map((panelAreaId) => ({ role: 'QA_LEAD', panelAreaId }));
  const changed = await team.administrator.api.put(`/api/people/${both.id}`, { ...change, roles });
  expect(changed.status).toBe(200);
  const { text: open } = await (await browserOf(service, team, both)).get('/measures/new-referrals');
  expect(open).toContain('in Leicester City. Choose another panel area below');
  const { text: wrong } = await (await browserOf(service, team, lead)).get(asked({ from: 'soon' }));
  expect(wrong).toContain('Nothing is counted yet: put right what is said below');
});

test('of one child are a plain list on the case, of what the reader may see, without a case that was withdrawn', async () => {
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const since = async (by = manager) => (await by.api.get(`/api/cases/${first.caseId}/new-referrals`)).body;
  const { items } = await since();
  expect(items).toMatchObject([{ referredOn: SOON }]);
  const { text } = await (await browserOf(service, team, manager)).get(`/cases/${first.caseId}/outcome`);
  for (const words of ['not proven reoffending', 'Within 3 months', '1 new referral so far', items[0].reference]) {
    expect(text).toContain(words);
  }
  const areaId = await team.addArea('Elsewhere');
  const there = await team.hire(['REFERRING_OFFICER', 'PANEL_TEAM_MANAGER'], { areaId });
  const both = await team.hire(['REFERRING_OFFICER']);
  expect((await there.api.get(`/api/cases/${first.caseId}/new-referrals`)).status).toBe(404);
  const again = await referCase(team, { child: undefined, childId: first.childId }, both);
  expect((await since()).items).toHaveLength(2);
  await manager.api.post(`/api/cases/${again.caseId}/withdrawal`, { reason: 'Entered in error.' });
  expect((await since()).items).toHaveLength(1);
  const undecided = await referCase(team);
  expect((await manager.api.get(`/api/cases/${undecided.caseId}/new-referrals`)).status).toBe(404);
});

test.each([
  [{ from: 'soon' }, 'from'],
  [{ panelAreaId: 'here' }, 'panelAreaId'],
  [{ colour: 'red' }, 'colour'],
  [{ from: GIVEN, to: STORY_DAY }, 'to'],
])('asked for with %j are refused with their field', async (more, field) => {
  const { status, body } = await lead.api.get(`/api${asked(more)}`);
  expect([status, body.errors[0].field]).toEqual([400, field]);
});

test('are for the quality assurance lead of that area, and that they were looked at is on record', async () => {
  expect((await (await team.as('QA_AUDITOR')).api.get(`/api${asked()}`)).status).toBe(403);
  const stranger = await team.hire(['QA_LEAD'], { areaId: await team.addArea('Hinckley') });
  expect((await stranger.api.get(`/api${asked()}`)).status).toBe(404);
  const trail = await service.read.source.query(
    `select count(*) as n from trail_entries where type = 'MEASURE_VIEWED'`,
  );
  expect(Number(trail[0].n)).toBeGreaterThan(2);
});
