import sql from 'sql-template-tag';
import { RegisterResolution } from '../../src/cases/register-resolution.js';
import { browserOf } from '../support/browser.js';
import { hiddenFields } from '../support/clients.js';
import { childNamed, registerResolution } from '../support/children-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let officer: Colleague;
let police: Colleague;

beforeAll(async () => {
  service = await startService();
  service.clock.fixed = new Date('2026-11-22T12:00:00Z');
  team = await setUpTeam(service);
  officer = await team.as('REFERRING_OFFICER');
  police = await team.as('YJS_POLICE_OFFICER');
});
afterAll(() => service.stop());

const REGISTER = '/api/police-issued-resolutions';
const because = [{ code: 'POLICE_ONLY_RESOLUTION_LIMIT', reason: 'The first one was not on the force system yet.' }];
const resolution = (over: object = {}) => ({
  ...{ givenOn: '2026-07-01', offence: 'Threw stones', officer: 'PC Rowan Ashdown (4471)', features: [] },
  ...{ panelAreaId: team.areaId, ...over },
});
const disposalsOf = async (childId: string) =>
  (await police.api.get(`/api/children/${childId}/disposals`)).body.items.map(({ id }: { id: string }) => id);
const counted = async () =>
  (await service.read.row<{ n: number }>(sql`select cast(count(*) as integer) as n from children`))?.n;
const trailOf = async (subjectId: string) =>
  (
    await service.read.rows<{ type: string; details: string }>(
      sql`select t.type, t.details from trail_entries t where t."subjectId" = ${subjectId} order by t.sequence`,
    )
  ).map(({ type, details }) => ({ type, ...JSON.parse(details) }));
const app = () => service.app.get(RegisterResolution);
const inArea = async (goesToPanel: string[]) => {
  const areaId = await team.addArea(`Area ${goesToPanel.join(' ')}`);
  const chosen = { value: goesToPanel, from: '2026-11-22', reason: 'Agreed by the board' };
  const { status } = await team.administrator.api.post(`/api/panel-areas/${areaId}/settings/goesToPanel`, chosen);
  expect(status).toBe(201);
  return { areaId, there: await team.hire(['YJS_POLICE_OFFICER'], { areaId }) };
};

describe('a resolution that turns out to be the child’s second', () => {
  test('is registered by the API with why the panel was not asked, as on the page, and not without', async () => {
    const { childId } = await registerResolution(team);
    const silent = await officer.api.post(REGISTER, resolution({ childId }));
    const refer = `/referrals/new?childId=${childId}`;
    expect([silent.status, silent.body.blockers]).toMatchObject([
      409,
      [{ code: 'POLICE_ONLY_RESOLUTION_LIMIT', severity: 'WARN', mend: refer }],
    ]);
    expect(await disposalsOf(childId)).toHaveLength(1);
    const blank = [{ code: 'POLICE_ONLY_RESOLUTION_LIMIT', reason: '  ' }];
    expect((await officer.api.post(REGISTER, resolution({ childId, overrides: blank }))).status).toBe(400);
    const { status, body } = await officer.api.post(REGISTER, resolution({ childId, overrides: because }));
    expect([status, body.warnings.map(({ code }: { code: string }) => code)]).toEqual([
      201,
      ['POLICE_ONLY_RESOLUTION_LIMIT'],
    ]);
    expect(await disposalsOf(childId)).toHaveLength(2);
    const kept = (await officer.api.get(REGISTER)).body.items.find(({ id }: { id: string }) => id === body.disposalId);
    expect(kept).toMatchObject({ withoutPanelBecause: because[0]?.reason, features: [] });
    expect(await trailOf(childId)).toContainEqual({ type: 'GATE_OVERRIDDEN', code: 'POLICE_ONLY_RESOLUTION_LIMIT' });
    const { body: child } = await police.api.get(`/api/children/${childId}/disposals`);
    expect(child.flags).toMatchObject([{ count: 2, informal: 2, mustExplain: true }]);
  });

  test('may be one: a child who looks like one who had one asks for the same words, and nothing is left behind', async () => {
    const child = childNamed({ givenName: 'Saskia', familyName: 'Underhill' });
    await registerResolution(team, { child });
    const before = await counted();
    const refuse = app().execute(officer.actor, resolution({ child }) as never);
    await expect(refuse).rejects.toMatchObject({
      status: 409,
      blockers: [{ code: 'POLICE_ONLY_RESOLUTION_LIMIT', mend: '/referrals/new' }],
    });
    expect(await counted()).toBe(before);
    expect(await trailOf(team.areaId)).toContainEqual({ type: 'POSSIBLE_MATCHES_SHOWN', found: 1 });
    const { status, body } = await officer.api.post(REGISTER, resolution({ child, overrides: because }));
    expect([status, body.possibleMatches.length]).toEqual([201, 1]);

    const { childId } = body;
    const [other] = body.possibleMatches;
    const matched = { sameAs: other.childId, decision: 'SAME', reason: 'Same mother and address' };
    expect((await police.api.post(`/api/children/${childId}/match`, matched)).status).toBeLessThan(300);
    expect(await disposalsOf(childId)).toHaveLength(2);
    const browser = await browserOf(service, team, officer);
    const page = (await browser.get(`/police-issued-resolutions/${body.disposalId}`)).text;
    expect(page).toContain('a second goes to the panel');
    expect(page).not.toContain('A child who may be this one');
    expect(page).toContain('The first one was not on the force system yet.');
  });

  test('is said on the page with the local rule, and the officer can refer the child as described instead', async () => {
    const child = childNamed({ givenName: 'Leopold', familyName: 'Fairweather', dateOfBirth: '2011-03-09' });
    await registerResolution(team, { child });
    const browser = await browserOf(service, team, officer);
    const at = '/police-issued-resolutions/new';
    const shown = (await browser.get(at)).text;
    expect(shown).toContain('in Leicester City: Cannabis offences; A second community resolution');
    expect(shown).not.toContain('Why was it issued without the panel');
    const refused = await browser.fill(at, {
      ...{ 'child[givenName]': 'Leopold', 'child[familyName]': 'Fairweather', 'child[sex]': 'MALE' },
      ...{ 'child[dateOfBirth-day]': '9', 'child[dateOfBirth-month]': '3', 'child[dateOfBirth-year]': '2011' },
      ...{ 'givenOn-day': '1', 'givenOn-month': '6', 'givenOn-year': '2026', offence: 'Took a bicycle' },
      ...{ features: ['NONE'], officer: 'PC Rowan Ashdown', panelAreaId: team.areaId },
    });
    expect(refused.status).toBe(409);
    for (const said of ['a second goes to the panel', 'Why was it issued without the panel', 'Took a bicycle']) {
      expect(refused.text).toContain(said);
    }
    const carried = hiddenFields(refused.text.slice(refused.text.indexOf('action="/referrals/for-child"')));
    expect(carried).toMatchObject({ 'child[givenName]': 'Leopold', 'child[dateOfBirth]': '2011-03-09' });
    const begun = await browser.post('/referrals/for-child', carried);
    expect(begun.headers.get('location')).toMatch(/^\/referrals\/drafts\/[^/]+\/ethnicity$/);
    const draft = (begun.headers.get('location') ?? '').replace(/ethnicity$/, 'child');
    expect((await browser.get(draft)).text).toContain('value="Fairweather"');
    const half = { ...carried, _key: 'another', 'child[familyName]': '' };
    expect((await browser.post('/referrals/for-child', half)).status).toBe(422);
  });

  test('is said before anything is typed where the child is known, and the referral begins with that child', async () => {
    const { childId } = await registerResolution(team);
    const browser = await browserOf(service, team, officer);
    const page = (await browser.get(`/police-issued-resolutions/new?childId=${childId}`)).text;
    expect(page).toContain('This child has had a community resolution before');
    expect(page).toContain('Why was it issued without the panel');
    const refer = `/referrals/new?childId=${childId}`;
    expect(page).toContain(`href="${refer}"`);
    const begun = await browser.fill(refer, {});
    expect(begun.headers.get('location')).toMatch(/^\/referrals\/drafts\/[^/]+\/offences\/new$/);
    const start = (begun.headers.get('location') ?? '').replace(/offences\/new$/, 'start');
    expect((await browser.get(start)).text).toContain(childId);
    expect(await trailOf(childId)).toContainEqual({ type: 'CHILD_VIEWED', part: 'THE_NAME' });
  });

  test('cannot begin a referral of a child who is not of one’s own area', async () => {
    const { childId } = await registerResolution(team);
    const { there } = await inArea(['CANNABIS']);
    const browser = await browserOf(service, team, there);
    expect((await browser.get(`/referrals/new?childId=${childId}`)).status).toBe(404);
    expect((await browser.get('/referrals/new?childId=nonsense')).status).toBe(404);
  });
});

describe('what is part of the offence', () => {
  const at = async (): Promise<string> => {
    const { childId } = await registerResolution(team, { givenOn: '2026-01-05' });
    return `/police-issued-resolutions/new?childId=${childId}`;
  };
  const typed = {
    ...{ 'givenOn-day': '1', 'givenOn-month': '6', 'givenOn-year': '2026', offence: 'Took a bicycle' },
    ...{ officer: 'PC Rowan Ashdown', withoutPanelBecause: 'The first was not known.' },
  };

  test.each([
    ['NONE', [], '<dd class="govuk-summary-list__value">\n        None\n'],
    ['NOT_KNOWN', null, 'It is not known'],
    ['KNIFE', ['KNIFE'], 'Knife or other weapon'],
  ])('is asked outright: %s is kept as that', async (answer, kept, words) => {
    const browser = await browserOf(service, team, officer);
    const sent = await browser.fill(await at(), { ...typed, panelAreaId: team.areaId, features: [answer] });
    expect(sent.status).toBe(303);
    const page = sent.headers.get('location') ?? '';
    const id = page.split('/').at(-1) ?? '';
    const found = await service.read.row<{ features: string | null }>(
      sql`select d.features from earlier_disposals d where d.id = ${id}`,
    );
    expect(JSON.parse(found?.features ?? 'null')).toEqual(kept);
    expect((await browser.get(page)).text.replaceAll(/\s+/g, ' ')).toContain(words.replaceAll(/\s+/g, ' '));
  });

  test('is not taken to be nothing where nothing is ticked, nor is none beside another', async () => {
    const browser = await browserOf(service, team, officer);
    const address = await at();
    const silent = await browser.fill(address, { ...typed, panelAreaId: team.areaId });
    expect([silent.status, silent.text.includes('or “None of these” alone, or that it is not known')]).toEqual([
      422,
      true,
    ]);
    expect(silent.text).toContain('Took a bicycle');
    expect(silent.text).toMatch(/value="NONE"[^>]*data-behaviour="exclusive"/);
    const both = await browser.fill(address, { ...typed, panelAreaId: team.areaId, features: ['NONE', 'KNIFE'] });
    expect([both.status, both.text.includes('or “None of these” alone')]).toEqual([422, true]);
  });
});

describe('what goes to the panel', () => {
  test('follows the panel area: where it says so knives do, and a second resolution no longer', async () => {
    const { areaId, there } = await inArea(['KNIFE']);
    const send = (over: object) => there.api.post(REGISTER, resolution({ panelAreaId: areaId, ...over }));
    const first = await send({ child: childNamed(), features: ['KNIFE', 'CANNABIS'] });
    expect(first.body.warnings).toMatchObject([{ code: 'KNIFE_TO_PANEL', severity: 'WARN' }]);
    const second = await send({ childId: first.body.childId, features: [], givenOn: '2026-07-02' });
    expect([second.status, second.body.warnings]).toEqual([201, []]);
    const nobodyLooked = await send({ child: childNamed(), features: undefined });
    expect(nobodyLooked.body.warnings).toMatchObject([{ code: 'KNIFE_TO_PANEL' }]);
    const browser = await browserOf(service, team, there);
    expect((await browser.get('/police-issued-resolutions/new')).text).toContain('Knife and other weapon offences');
  });
});
