import { browserOf } from '../support/browser.js';
import { childNamed, disposal, registerResolution } from '../support/children-story.js';
import { codesOf } from '../support/clients.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let officer: Colleague;
let manager: Colleague;

beforeAll(async () => {
  service = await startService();
  service.clock.fixed = new Date('2026-11-22T12:00:00Z');
  team = await setUpTeam(service);
  officer = await team.as('REFERRING_OFFICER');
  manager = await team.as('PANEL_TEAM_MANAGER');
});
afterAll(() => service.stop());

const REGISTER = '/api/police-issued-resolutions';
const resolution = (over: object) => ({
  ...{ givenOn: '2026-07-01', offence: 'Threw stones', officer: 'PC Rowan Ashdown (4471)', features: [] },
  ...{ panelAreaId: team.areaId, ...over },
});
const words = (...codes: string[]) => codes.map((code) => ({ code, reason: `Checked with the force (${code}).` }));
const itemsOf = async (childId: string) => (await manager.api.get(`/api/children/${childId}/disposals`)).body.items;

describe('the register', () => {
  test.each([
    ['a child of eight', '2018-03-09', 'AGE_UNDER_10'],
    ['somebody of nineteen', '2007-03-09', 'AGE_18_OR_OVER'],
  ])('asks for words about %s, and then takes what was issued', async (_, dateOfBirth, code) => {
    const child = childNamed({ dateOfBirth });
    const silent = await officer.api.post(REGISTER, resolution({ child }));
    expect([silent.status, codesOf(silent)]).toEqual([409, [code]]);
    const { status, body } = await officer.api.post(REGISTER, resolution({ child, overrides: words(code) }));
    expect([status, body.warnings]).toMatchObject([201, [{ code }]]);
    const kept = (await officer.api.get(REGISTER)).body.items.find(({ id }: { id: string }) => id === body.disposalId);
    expect(kept.registeredAlthough).toEqual(words(code));
    const page = (await (await browserOf(service, team, officer)).get(`/police-issued-resolutions/${body.disposalId}`))
      .text;
    expect(page).toContain(`Checked with the force (${code}).`);
  });

  test('asks for words about one that equals one on record, and keeps them apart from why the panel was not asked', async () => {
    const { childId } = await registerResolution(team, { givenOn: '2026-07-01', offence: 'Threw stones' });
    const again = resolution({ childId });
    const silent = await officer.api.post(REGISTER, again);
    expect([silent.status, codesOf(silent)]).toEqual([409, ['POLICE_ONLY_RESOLUTION_LIMIT', 'SAME_DISPOSAL_SAME_DAY']]);
    const half = await officer.api.post(REGISTER, { ...again, overrides: words('POLICE_ONLY_RESOLUTION_LIMIT') });
    expect([half.status, codesOf(half)]).toEqual([409, ['SAME_DISPOSAL_SAME_DAY']]);
    expect(await itemsOf(childId)).toHaveLength(1);
    const overrides = words('POLICE_ONLY_RESOLUTION_LIMIT', 'SAME_DISPOSAL_SAME_DAY');
    const { status, body } = await officer.api.post(REGISTER, { ...again, overrides });
    expect(status).toBe(201);
    const kept = (await officer.api.get(REGISTER)).body.items.find(({ id }: { id: string }) => id === body.disposalId);
    expect([kept.withoutPanelBecause, kept.registeredAlthough]).toEqual([
      overrides[0]?.reason,
      words('SAME_DISPOSAL_SAME_DAY'),
    ]);
  });

  test('asks on its page in a box for each, and keeps what was written in one while another is asked', async () => {
    const { childId } = await registerResolution(team, { givenOn: '2026-07-01' });
    const browser = await browserOf(service, team, officer);
    const at = `/police-issued-resolutions/new?childId=${childId}`;
    const typed = {
      ...{ 'givenOn-day': '1', 'givenOn-month': '7', 'givenOn-year': '2026', offence: 'Threw stones' },
      ...{ officer: 'PC Rowan Ashdown', panelAreaId: team.areaId, withoutPanelBecause: 'Not on the system.' },
      features: ['NONE'],
    };
    expect((await browser.get(at)).text).not.toContain('name="anotherBecause"');
    const asked = await browser.fill(at, typed);
    expect(asked.status).toBe(409);
    for (const said of ['was recorded already', 'name="anotherBecause"', 'Not on the system.']) {
      expect(asked.text).toContain(said);
    }
    const unfit = await browser.fill(at, { ...typed, offence: '', anotherBecause: 'Two matters that day.' });
    expect([unfit.status, unfit.text.includes('Two matters that day.')]).toEqual([422, true]);
    const sent = await browser.fill(at, { ...typed, anotherBecause: 'Two matters that day.' });
    expect(sent.status).toBe(303);
    expect((await browser.get(sent.headers.get('location') ?? '')).text).toContain('Two matters that day.');

    const young = await browser.fill('/police-issued-resolutions/new', {
      ...{ 'child[givenName]': 'Ember', 'child[familyName]': 'Larkspur', 'child[sex]': 'FEMALE' },
      ...{ 'child[dateOfBirth-day]': '9', 'child[dateOfBirth-month]': '3', 'child[dateOfBirth-year]': '2018' },
      ...{ ...typed, withoutPanelBecause: '' },
    });
    expect(young.status).toBe(409);
    expect(young.text).toContain('under 10 on the day it was given');
    expect(young.text).toContain('name="ageBecause"');
    expect(young.text).not.toContain('Or refer the child to the panel');
  });
});

describe('an earlier disposal recorded by hand', () => {
  test('is recorded with a warning about an age or a day on which there was no such disposal', async () => {
    const { childId } = await registerResolution(team, { child: childNamed({ dateOfBirth: '2012-03-09' }) });
    const record = async (over: object) =>
      (await manager.api.post(`/api/children/${childId}/disposals`, disposal({ ...over }))).body.warnings.map(
        ({ code }: { code: string }) => code,
      );
    expect(await record({ disposal: 'YOUTH_CAUTION', givenOn: '2018-05-04' })).toEqual(['AGE_UNDER_10']);
    expect(await record({ disposal: 'OUTCOME_23', givenOn: '2024-05-04' })).toEqual(['DISPOSAL_NOT_IN_FORCE']);
    expect(await record({ disposal: 'OUTCOME_23', givenOn: '2026-05-04' })).toEqual([]);
    expect(await record({ disposal: 'REFERRAL_ORDER', givenOn: '2025-05-04' })).toEqual([]);
  });

  test('is asked about once on its page', async () => {
    const { childId } = await registerResolution(team, { child: childNamed({ dateOfBirth: '2012-03-09' }) });
    const browser = await browserOf(service, team, manager);
    const at = `/children/${childId}/disposals/new`;
    const typed = {
      ...{ disposal: 'YOUTH_CAUTION', offence: 'Broke a window', route: 'OTHER_AREA', completed: 'NOT_KNOWN' },
      ...{ 'givenOn-day': '4', 'givenOn-month': '5', 'givenOn-year': '2018', source: 'His mother' },
    };
    const asked = await browser.fill(at, typed);
    expect([asked.status, asked.text.includes('Is that what the source says?')]).toEqual([422, true]);
    expect(asked.text).toContain('under 10 on the day it was given');
    expect(await itemsOf(childId)).toHaveLength(1);
    expect((await browser.fill(at, { ...typed, isAsKnown: 'YES' })).status).toBe(303);
    expect(await itemsOf(childId)).toHaveLength(2);
    expect((await browser.fill(at, { ...typed, 'givenOn-day': '31', 'givenOn-month': '2' })).status).toBe(422);
  });
});
