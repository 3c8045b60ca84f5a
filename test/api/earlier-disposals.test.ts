import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import sql from 'sql-template-tag';
import { EthnicityInput } from '../../src/children/ethnicity.input.js';
import { recordEthnicity } from '../../src/children/record-ethnicity.js';
import { UnitOfWork } from '../../src/platform/unit-of-work.js';
import { browserOf } from '../support/browser.js';
import { done } from '../support/clients.js';
import { childNamed, disposal, recordDisposal, registerResolution } from '../support/children-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { referCase } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';
import { signedOffCase, stateOf } from '../support/signed-off-case.js';

let service: Service;
let team: Team;
let police: Colleague;
let manager: Colleague;
let officer: Colleague;

beforeAll(async () => {
  service = await startService();
  service.clock.fixed = new Date('2026-11-22T12:00:00Z');
  team = await setUpTeam(service);
  police = await team.as('YJS_POLICE_OFFICER');
  manager = await team.as('PANEL_TEAM_MANAGER');
  officer = await team.as('REFERRING_OFFICER');
});
afterAll(() => service.stop());

const trailOf = async (subjectId: string) =>
  (
    await service.read.rows<{ type: string; details: string }>(
      sql`select t.type, t.details from trail_entries t where t."subjectId" = ${subjectId} order by t.sequence`,
    )
  ).map(({ type, details }) => ({ type, ...JSON.parse(details) }));
const codes = (warnings: { code: string }[]) => warnings.map(({ code }) => code);
const resolution = (over: object = {}) => ({
  ...{ child: childNamed(), givenOn: '2026-06-01', offence: 'Took sweets', officer: 'PC Rowan Ashdown (4471)' },
  ...{ panelAreaId: team.areaId, ...over },
});

describe('an earlier disposal from any source', () => {
  test('is counted by type, route and period, and raises the flag that must be explained from the second informal one on', async () => {
    const { childId } = await referCase(team);
    const { api } = manager;
    await recordDisposal(api, childId, { givenOn: '2024-03-01', disposal: 'YOUTH_CAUTION', route: 'PANEL' });
    await recordDisposal(api, childId, { givenOn: '2026-01-05', disposal: 'OUTCOME_22_DEFERRED' });
    let { body } = await api.get(`/api/children/${childId}/disposals`);
    expect(body.flags).toMatchObject([{ count: 2, informal: 1, mustExplain: false }]);
    await recordDisposal(api, childId, { givenOn: '2026-02-01' });
    ({ body } = await api.get(`/api/children/${childId}/disposals`));
    expect(body.items.map(({ givenOn }: { givenOn: string }) => givenOn)).toEqual([
      '2024-03-01',
      '2026-01-05',
      '2026-02-01',
    ]);
    expect(body.items[2]).toMatchObject({
      ...disposal({ givenOn: '2026-02-01' }),
      ...{ childId, caseId: null, officer: null, panelAreaId: team.areaId, recordedBy: manager.id },
    });
    expect(body.flags).toMatchObject([
      {
        ...{ code: 'REPEAT_DISPOSAL', count: 3, informal: 2, withinYear: 2, mustExplain: true, since: '2024-03-01' },
        byType: { YOUTH_CAUTION: 1, OUTCOME_22_DEFERRED: 1, COMMUNITY_RESOLUTION: 1 },
        byRoute: { PANEL: 1, OTHER_AREA: 2 },
      },
    ]);
    expect(await trailOf(childId)).toEqual(
      expect.arrayContaining([
        { type: 'EARLIER_DISPOSAL_RECORDED', disposal: 'YOUTH_CAUTION', givenOn: '2024-03-01' },
        { type: 'CHILD_VIEWED', part: 'EARLIER_DISPOSALS' },
      ]),
    );
  });

  test('follows the threshold of the panel area', async () => {
    const { body: area } = await team.administrator.api.get('/api/panel-areas');
    const { panelName, requiredChecks, quorumAgencies, outcome23From } = area.items[0];
    const strict = await team.administrator.api.post('/api/panel-areas', {
      ...{ name: 'Strict area', panelName, requiredChecks, quorumAgencies, outcome23From, repeatThreshold: 1 },
    });
    const there = await team.hire(['YJS_POLICE_OFFICER'], { areaId: strict.body.id });
    const { childId } = await registerResolution(team, { panelAreaId: strict.body.id }, there);
    const { body } = await there.api.get(`/api/children/${childId}/disposals`);
    expect(body.flags).toMatchObject([{ count: 1, mustExplain: true }]);
  });

  test('recorded twice is recorded with a warning', async () => {
    const { childId } = await referCase(team);
    expect((await recordDisposal(manager.api, childId)).warnings).toEqual([]);
    expect(codes((await recordDisposal(manager.api, childId)).warnings)).toEqual(['SAME_DISPOSAL_SAME_DAY']);
    expect((await recordDisposal(manager.api, childId, { disposal: 'OUTCOME_21' })).warnings).toEqual([]);
  });

  test('sent twice with one key is recorded once', async () => {
    const { childId } = await referCase(team);
    const key = { 'idempotency-key': `disposal-of-${childId}` };
    const first = await manager.api.post(`/api/children/${childId}/disposals`, disposal(), key);
    const second = await manager.api.post(`/api/children/${childId}/disposals`, disposal(), key);
    expect(second.body).toEqual(first.body);
    expect((await manager.api.get(`/api/children/${childId}/disposals`)).body.items).toHaveLength(1);
  });

  test('takes every signed-off case of the child back to preparation, and the timeline says why', async () => {
    const { childId } = await referCase(team);
    const caseId = await signedOffCase(service, team, childId);
    await recordDisposal(manager.api, childId);
    expect(await stateOf(service, caseId)).toEqual({ state: 'PREPARING', signedOffBy: null });
    expect(await trailOf(caseId)).toEqual(
      expect.arrayContaining([
        { type: 'SIGN_OFF_REMOVED', because: 'EARLIER_DISPOSAL' },
        { type: 'CASE_MOVED', action: 'REOPEN', from: 'READY', to: 'PREPARING' },
      ]),
    );
  });

  test('leaves a case that is not signed off where it is', async () => {
    const { childId, caseId } = await referCase(team);
    await recordDisposal(manager.api, childId);
    expect(await stateOf(service, caseId)).toEqual({ state: 'REFERRED', signedOffBy: null });
  });

  test.each([
    ['a disposal that does not exist', { disposal: 'REPRIMAND' }, 'disposal'],
    ['a day that is none', { givenOn: '2026-02-30' }, 'givenOn'],
    ['a day to come', { givenOn: '2026-11-23' }, 'givenOn'],
    ['a day before birth', { givenOn: '1999-01-01' }, 'givenOn'],
    ['no offence', { offence: '  ' }, 'offence'],
    ['an unknown field', { score: 3 }, 'score'],
    ['an offence that is too long', { offence: 'x'.repeat(501) }, 'offence'],
  ])('is refused with %s', async (_, over, field) => {
    const { childId } = await registerResolution(team);
    const { status, body } = await police.api.post(`/api/children/${childId}/disposals`, disposal(over));
    expect([status, body.errors.map((error: { field: string }) => error.field)]).toEqual([400, [field]]);
  });

  test('is neither seen nor recorded by those who may not', async () => {
    const { childId } = await referCase(team);
    const chair = await team.as('PANEL_CHAIR');
    expect((await chair.api.get(`/api/children/${childId}/disposals`)).status).toBe(200);
    expect((await chair.api.post(`/api/children/${childId}/disposals`, disposal())).status).toBe(403);
    expect((await officer.api.get(`/api/children/${childId}/disposals`)).status).toBe(403);
    const far = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: await team.addArea('Derby') });
    expect((await far.api.get(`/api/children/${childId}/disposals`)).status).toBe(404);
    expect((await far.api.post(`/api/children/${childId}/disposals`, disposal())).status).toBe(404);
  });

  test('is added on a page, which asks once more before the same one is recorded again', async () => {
    const { childId } = await referCase(team);
    const browser = await browserOf(service, team, manager);
    const at = `/children/${childId}/disposals/new`;
    const typed = {
      ...{ disposal: 'COMMUNITY_RESOLUTION', offence: 'Broke a window', route: 'COURT', completed: 'NOT_KNOWN' },
      ...{ 'givenOn-day': '4', 'givenOn-month': '5', 'givenOn-year': '2026' },
    };
    const unfit = await browser.fill(at, typed);
    expect(unfit.status).toBe(422);
    expect(unfit.text).toContain('Enter where this is known from');
    expect(unfit.text).toContain('value="Broke a window"');
    const whole = { ...typed, source: 'His mother' };
    expect((await browser.fill(at, whole)).headers.get('location')).toBe(`/children/${childId}#earlier-disposals`);
    const asked = await browser.fill(at, whole);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Is this another one?');
    expect((await browser.fill(at, { ...whole, isAnother: 'NO' })).status).toBe(303);
    const count = async () => (await manager.api.get(`/api/children/${childId}/disposals`)).body.items.length;
    expect(await count()).toBe(1);
    expect((await browser.fill(at, { ...whole, isAnother: 'YES' })).status).toBe(303);
    expect(await count()).toBe(2);
    const page = await browser.get(`/children/${childId}/disposals`);
    expect(page.text).toContain('His mother');
    expect(page.text).toContain('2 earlier disposals');
  });
});

describe('the register of resolutions that police issued without the panel', () => {
  test('adds an earlier disposal to a child described there, and records who registered it', async () => {
    const { status, body } = await officer.api.post('/api/police-issued-resolutions', resolution({ features: [] }));
    expect([status, body.warnings, body.possibleMatches]).toEqual([201, [], []]);
    const { items } = (await police.api.get(`/api/children/${body.childId}/disposals`)).body;
    expect(items).toMatchObject([
      {
        ...{ id: body.disposalId, disposal: 'COMMUNITY_RESOLUTION', route: 'POLICE_ISSUED', completed: 'NOT_KNOWN' },
        ...{ officer: 'PC Rowan Ashdown (4471)', recordedBy: officer.id },
      },
    ]);
    expect((await trailOf(body.childId)).slice(0, 2)).toEqual([
      { type: 'CHILD_ADDED' },
      { type: 'RESOLUTION_REGISTERED', givenOn: '2026-06-01' },
    ]);
  });

  test('warns of a second one and of cannabis, and stops neither', async () => {
    const first = await registerResolution(team, { features: ['CANNABIS'] });
    expect(first.warnings).toEqual([
      expect.objectContaining({ code: 'CANNABIS_TO_PANEL', severity: 'WARN', mend: `/children/${first.childId}` }),
    ]);
    const { childId } = first;
    const second = await registerResolution(team, { childId, givenOn: '2026-07-01' });
    expect(codes(second.warnings)).toEqual(['POLICE_ONLY_RESOLUTION_LIMIT']);
    const unknown = await registerResolution(team, { features: undefined });
    expect(codes(unknown.warnings)).toEqual(['CANNABIS_TO_PANEL']);
  });

  test('takes a signed-off case of the child back to preparation', async () => {
    const { childId } = await registerResolution(team);
    const caseId = await signedOffCase(service, team, childId);
    await registerResolution(team, { childId, givenOn: '2026-08-01' });
    expect(await stateOf(service, caseId)).toEqual({ state: 'PREPARING', signedOffBy: null });
  });

  test('holds what police registered, and not what somebody else knew of from elsewhere', async () => {
    const { childId } = await registerResolution(team);
    const known = {
      disposal: 'COMMUNITY_RESOLUTION',
      givenOn: '2026-07-01',
      offence: 'Cannabis',
      route: 'POLICE_ISSUED',
    };
    const counted = async (): Promise<unknown> => (await manager.api.get('/api/resolution-samples/counts')).body;
    const before = await counted();
    const sent = { ...known, source: 'Told by telephone', completed: 'NOT_KNOWN' };
    done('It', await police.api.post(`/api/children/${childId}/disposals`, sent));
    const { items } = (await officer.api.get('/api/police-issued-resolutions?limit=100')).body;
    const ofChild = items.filter((one: { childId: string }) => one.childId === childId);
    expect(ofChild.map(({ officer: by }: { officer: string }) => by)).toEqual([expect.any(String)]);
    expect(await counted()).toEqual(before);
    expect((await police.api.get(`/api/children/${childId}/disposals`)).body.items).toHaveLength(2);
  });

  test('takes an officer as a referral names one', async () => {
    const body = resolution({ officer: { name: 'PC Rowan Ashdown', collarNumber: '4471' } });
    const { childId } = (await officer.api.post('/api/police-issued-resolutions', body)).body;
    const { items } = (await police.api.get(`/api/children/${childId}/disposals`)).body;
    expect(items[0].officer).toBe('PC Rowan Ashdown (4471)');
  });

  test.each([
    ['no child', { child: undefined }, ['child']],
    ['half a child', { child: { givenName: 'Wren', sex: 'MALE' } }, ['child.dateOfBirth', 'child.familyName']],
    ['a child yet to be born', { child: childNamed({ dateOfBirth: '2027-01-01' }) }, ['child.dateOfBirth']],
    ['an invisible character in a name', { child: childNamed({ givenName: 'W\u200bren' }) }, ['child.givenName']],
    ['no officer', { officer: '' }, ['officer']],
    ['an officer whose name hides something', { officer: 'PC A\u202eb' }, ['officer']],
    ['a feature that does not exist', { features: ['LOUD'] }, ['features']],
    ['a day to come', { givenOn: '2027-01-01' }, ['givenOn']],
  ])('refuses %s', async (_, over, fields) => {
    const { status, body } = await officer.api.post('/api/police-issued-resolutions', resolution(over));
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual(fields);
  });

  test('refuses another panel area, a child of another area, and roles that do not register', async () => {
    const area = await team.addArea('Nottingham');
    const far = await team.hire(['REFERRING_OFFICER'], { areaId: area });
    expect((await far.api.post('/api/police-issued-resolutions', resolution())).status).toBe(403);
    const { childId } = await registerResolution(team);
    const there = resolution({ childId, child: undefined, panelAreaId: area });
    expect((await far.api.post('/api/police-issued-resolutions', there)).status).toBe(404);
    expect((await officer.api.post('/api/police-issued-resolutions', resolution({ childId }))).status).toBe(400);
    const chair = await team.as('PANEL_CHAIR');
    expect((await chair.api.get('/api/police-issued-resolutions')).status).toBe(403);
    expect((await chair.api.post('/api/police-issued-resolutions', resolution())).status).toBe(403);
  });

  test('is listed by area, latest first, page by page, and the listing is on record', async () => {
    const area = await team.addArea('Register area');
    const there = await team.hire(['REFERRING_OFFICER'], { areaId: area });
    for (const givenOn of ['2026-03-01', '2026-03-03', '2026-03-02', '2026-03-03', '2026-02-01']) {
      await registerResolution(team, { givenOn, panelAreaId: area }, there);
    }
    const days: string[] = [];
    let after = '';
    do {
      const { body } = await there.api.get(`/api/police-issued-resolutions?limit=2&after=${after}`);
      days.push(...body.items.map(({ givenOn }: { givenOn: string }) => givenOn));
      after = body.next ?? '';
    } while (after);
    expect(days).toEqual(['2026-03-03', '2026-03-03', '2026-03-02', '2026-03-01', '2026-02-01']);
    expect(await trailOf(area)).toContainEqual({ type: 'RESOLUTIONS_LISTED', found: 2 });
    expect((await there.api.get('/api/police-issued-resolutions?after=nonsense')).status).toBe(400);
    expect((await there.api.get('/api/police-issued-resolutions?limit=101')).status).toBe(400);
    const { body } = await there.api.get(`/api/police-issued-resolutions?panelAreaId=${team.areaId}`);
    expect(body.items).toEqual([]);
  });

  test('is kept on pages: a referring officer registers, is warned, and sees of a match only what was given', async () => {
    const area = await team.addArea('Far area');
    const far = await team.hire(['YJS_POLICE_OFFICER'], { areaId: area });
    const child = childNamed({ givenName: 'Peregrine', familyName: 'Holloway' });
    await registerResolution(team, { child, panelAreaId: area, givenOn: '2026-01-15' }, far);

    const browser = await browserOf(service, team, officer);
    const [year = '', month = '', day = ''] = String(child['dateOfBirth']).split('-');
    const typed = {
      ...{ 'child[givenName]': 'Peregrine', 'child[familyName]': 'Holloway', 'child[sex]': 'FEMALE' },
      ...{ 'child[dateOfBirth-day]': day, 'child[dateOfBirth-month]': month, 'child[dateOfBirth-year]': year },
      ...{ 'givenOn-day': '1', 'givenOn-month': '6', 'givenOn-year': '2026' },
      ...{ offence: 'Had a small bag of cannabis', features: ['CANNABIS'], panelAreaId: team.areaId },
    };
    const at = '/police-issued-resolutions/new';
    const nothing = await browser.fill(at, {});
    expect(nothing.status).toBe(422);
    for (const message of ['Enter child’s given name', 'Enter the offence', 'Enter the officer who issued it']) {
      expect(nothing.text).toContain(message);
    }
    const unfit = await browser.fill(at, typed);
    expect([unfit.status, unfit.text.includes('value="Peregrine"')]).toEqual([422, true]);
    const whole = { ...typed, officer: 'PC Rowan Ashdown', withoutPanelBecause: 'The officer did not know.' };
    const sent = await browser.fill(at, whole);
    expect(sent.status).toBe(303);
    const page = await browser.get(sent.headers.get('location') ?? '');
    expect(page.text).toContain('Cannabis offences go to the panel');
    expect(page.text).toContain('A child known in another panel area');
    expect(page.text).toContain('15 January 2026, Far area');
    expect(page.text).not.toContain('/match/');
    const list = await browser.get('/police-issued-resolutions');
    expect(list.text).toContain('Peregrine Holloway');
    expect(list.text).not.toContain('href="/children/');
    expect(list.text).not.toContain('resolution-imports');
  });

  test('takes a known child from the child’s page', async () => {
    const { childId } = await registerResolution(team);
    const browser = await browserOf(service, team, police);
    const address = `/police-issued-resolutions/new?childId=${childId}`;
    expect((await browser.get(`/children/${childId}`)).text).toContain(address);
    const typed = {
      ...{ 'givenOn-day': '1', 'givenOn-month': '7', 'givenOn-year': '2026' },
      ...{ offence: 'Threw stones', panelAreaId: team.areaId, features: ['NONE'] },
    };
    const unfit = await browser.fill(address, typed);
    expect([unfit.status, unfit.text.includes('given name')]).toEqual([422, false]);
    const explained = { officer: 'PC Rowan Ashdown', withoutPanelBecause: 'The first was not known.' };
    expect((await browser.fill(address, { ...typed, ...explained })).status).toBe(303);
    expect((await police.api.get(`/api/children/${childId}/disposals`)).body.items).toHaveLength(2);
  });
});

const ethnicity = { code: 'W1', scheme: '18+1', source: 'OFFICER', officerCode: 'IC3' } as const;
const recordAgain = (childId: string, input: EthnicityInput) =>
  service.app.get(UnitOfWork).run(police.actor, async (work) => {
    work.record({ type: 'CHILD', id: childId, panelAreaId: team.areaId }, { type: 'CHILD_VIEWED', part: 'THE_CHILD' });
    return recordEthnicity(work, childId, team.areaId, input);
  });

describe('ethnicity', () => {
  test('is kept beside what was recorded before, and not repeated when nothing changed', async () => {
    const { childId } = await registerResolution(team);
    expect(await recordAgain(childId, ethnicity)).toBe(true);
    expect(await recordAgain(childId, { ...ethnicity })).toBe(false);
    expect(await recordAgain(childId, { ...ethnicity, code: 'M1', source: 'SELF' })).toBe(true);
    expect(await recordAgain(childId, ethnicity)).toBe(true);
    const { body } = await police.api.get(`/api/children/${childId}`);
    expect(body.ethnicities.map(({ code }: { code: string }) => code)).toEqual(['W1', 'M1', 'W1']);
    expect(body.ethnicity).toMatchObject({ ...ethnicity, recordedBy: police.id });
  });

  test('not stated is kept with its reason, and a reason with nothing else', async () => {
    const { childId } = await registerResolution(team);
    await recordAgain(childId, { ...ethnicity, code: 'NS', notStatedReason: 'DECLINED' });
    expect((await police.api.get(`/api/children/${childId}`)).body.ethnicity).toMatchObject({
      code: 'NOT_STATED',
      notStatedReason: 'DECLINED',
    });
    await recordAgain(childId, { ...ethnicity, notStatedReason: 'DECLINED' });
    expect((await police.api.get(`/api/children/${childId}`)).body.ethnicity.notStatedReason).toBeNull();
  });

  test.each([
    ['a code of another list', { scheme: '16+1', code: 'A4' }, ['code']],
    ['an unknown code', { code: 'Z9' }, ['code']],
    ['not stated without a reason', { code: 'NOT_STATED' }, ['notStatedReason']],
    ['an unknown list', { scheme: '19+1' }, ['code', 'scheme']],
    ['an unknown source', { source: 'GUESS' }, ['source']],
    ['an unknown officer code', { officerCode: 'IC7' }, ['officerCode']],
  ])('is refused with %s', async (_, over, fields) => {
    const faults = await validate(plainToInstance(EthnicityInput, { ...ethnicity, ...over }));
    expect(faults.map(({ property }) => property).toSorted()).toEqual(fields);
  });
});

describe('a child’s record', () => {
  test('holds ethnicity with its source, the past, and the cases of one’s own areas', async () => {
    const { childId, caseId, reference } = await referCase(team);
    const { status, body } = await manager.api.get(`/api/children/${childId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ id: childId, identityId: childId, panelAreaId: team.areaId, disposals: [], flags: [] },
      ethnicity: { source: 'SELF', scheme: '18+1', officerCode: 'IC1', recordedByName: officer.actor.name },
      cases: [{ id: caseId, reference, state: 'REFERRED' }],
    });
    const page = await (await browserOf(service, team, manager)).get(`/children/${childId}`);
    expect(page.text).toContain(`/cases/${caseId}`);
    expect(page.text).toContain('White, North European');
    expect(await trailOf(childId)).toContainEqual({ type: 'CHILD_VIEWED', part: 'THE_CHILD' });
  });
});
