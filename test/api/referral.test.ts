import { randomUUID } from 'node:crypto';
import { browserOf } from '../support/browser.js';
import { setUpTeam, type Team } from '../support/people.js';
import { gravity, referCase, referral } from '../support/referrals-story.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;

beforeAll(async () => {
  service = await startService();
  service.clock.fixed = new Date('2026-11-22T10:00:00Z');
  team = await setUpTeam(service);
});
afterAll(() => service.stop());

const send = async (overrides: Record<string, unknown>, headers?: Record<string, string>) => {
  const { api } = await team.as('REFERRING_OFFICER');
  return api.post('/api/referrals', referral(team.areaId, overrides), headers);
};
const child = (overrides: Record<string, unknown> = {}) => ({
  ...(referral(team.areaId)['child'] as Record<string, unknown>),
  ...overrides,
});
const offence = (overrides: Record<string, unknown> = {}) => ({
  ...(referral(team.areaId)['offences'] as Record<string, unknown>[])[0],
  ...overrides,
});

describe('a referral that is in order', () => {
  test('opens a case with a reference that can be read aloud', async () => {
    const answer = await referCase(team);
    expect(answer).toMatchObject({ version: 1, possibleMatches: [], warnings: [] });
    expect(answer.reference).toMatch(/^JDP-26-[0-9A-HJKMNP-TV-Z]{6}$/);
  });

  test('is kept as it was sent, the words of the trail naming nobody', async () => {
    const { caseId, reference } = await referCase(team, {
      child: child({ givenName: 'Peregrine', familyName: 'Tallow' }),
      offences: [offence({ homeOfficeClass: '34b', features: ['KNIFE'] }), offence({ indictableOnly: false })],
      evidenceSufficient: false,
    });
    const officer = await team.as('REFERRING_OFFICER');
    const { body } = await officer.api.get(`/api/referrals/${caseId}`);
    expect(body).toMatchObject({
      ...{ reference, state: 'REFERRED', referredOn: '2026-11-22', givenName: 'Peregrine', evidenceSufficient: 'NO' },
      cpsAuthority: 'NOT_KNOWN',
      victims: 1,
      offences: [
        { position: 1, homeOfficeClass: '34B', indictableOnly: 1, features: ['KNIFE'], gravityFinal: 2 },
        { position: 2, indictableOnly: 0 },
      ],
    });
    const trail = await service.read.source.query('select * from trail_entries where "subjectId" = $1', [caseId]);
    const types = trail.map(({ type }: { type: string }) => type);
    expect(types).toEqual(expect.arrayContaining(['CASE_REFERRED', 'VICTIM_ADDED', 'CASE_VIEWED']));
    expect(JSON.stringify(trail)).not.toMatch(/Peregrine|Tallow|Tollgate|Ashdown/);
  });

  test('may name a child already known instead of a new one', async () => {
    const { childId } = await referCase(team);
    const again = await referCase(team, { child: undefined, childId });
    expect(again.childId).toBe(childId);
  });

  test('names children already known who look alike, and says why', async () => {
    const described = child({ givenName: 'Wilhelmina', familyName: 'Oakhurst', dateOfBirth: '2012-02-03' });
    const first = await referCase(team, { child: described });
    const second = await referCase(team, { child: described });
    expect(second.possibleMatches).toEqual([
      { childId: first.childId, reasons: expect.arrayContaining(['SAME_DATE_OF_BIRTH', 'SAME_NAME']) },
    ]);
  });

  test('is taken with a warning for a child who has turned 18, or whose score moved without a reason', async () => {
    const { warnings } = await referCase(team, {
      child: child({ dateOfBirth: '2008-11-22' }),
      offences: [offence({ gravity: { ...gravity(2, 3), factors: [] } }), offence({ gravity: gravity(2, 5) })],
    });
    expect(warnings.map(({ code }) => code)).toEqual([
      'AGE_18_OR_OVER',
      'GRAVITY_MOVED_WITHOUT_FACTOR',
      'GRAVITY_MOVED_WITHOUT_FACTOR',
      'GRAVITY_MOVED_FAR',
      'BORDERLINE_TO_PANEL',
    ]);
  });

  test('may come before the gravity is scored, before ethnicity is known and without a victim', async () => {
    const answer = await referCase(team, {
      child: child({ ethnicity: undefined }),
      offences: [offence({ gravity: undefined })],
      victims: undefined,
      noIdentifiableVictim: { reason: 'Found in a locker, nobody was threatened with it.' },
    });
    expect(answer.version).toBe(1);
  });
});

test('what may be left out may be null as well', async () => {
  const nothing = { features: null, indictableOnly: null, gravity: { ...gravity(2, 3), factors: null } };
  const answer = await referCase(team, {
    ...{ child: child({ ethnicity: null }), childId: null, offences: [offence(nothing), offence({ gravity: null })] },
    ...{ bailDate: null, cpsAuthority: null, appropriateAdult: null, victims: null },
    noIdentifiableVictim: { reason: 'Nobody was there.' },
  });
  expect(answer.warnings.map(({ code }) => code)).toEqual([
    'GRAVITY_MOVED_WITHOUT_FACTOR',
    ...['CANNABIS_TO_PANEL', 'CPS_AUTHORITY_FIRST', 'TRAINED_ASSESSOR_NEEDED'],
  ]);
});

test('what nobody said of an offence is not known, is told so, and counts as if it might be, until somebody says', async () => {
  const silent = { features: undefined, indictableOnly: undefined, homeOfficeClass: '77Z' };
  const { caseId, warnings } = await referCase(team, { offences: [offence(silent)] });
  expect(warnings).toContainEqual({
    code: 'CANNABIS_TO_PANEL',
    message: 'Cannabis offences go to the panel (nobody said what is part of an offence)',
  });
  const said = warnings.map(({ code, message }) => [code, message.includes('nobody said what is part of an offence')]);
  expect(said).toEqual([
    ['CANNABIS_TO_PANEL', true],
    ['CPS_AUTHORITY_FIRST', true],
    ['TRAINED_ASSESSOR_NEEDED', true],
  ]);
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const [found] = (await manager.api.get(`/api/cases/${caseId}`)).body.offences;
  expect(found).toMatchObject({ features: null, indictableOnly: null });
  const at = `/api/cases/${caseId}/offences/${found.id}/gravity`;
  expect((await manager.api.get(at)).body).toMatchObject({ features: null, indictableOnly: null });
  const reasonsOf = async () => {
    const { items } = (await manager.api.get(`/api/cases/${caseId}/eligibility`)).body;
    const { reasons } = items.find(({ code }: { code: string }) => code === 'OUTCOME_22');
    return reasons.map(({ code }: { code: string }) => code);
  };
  const unknown = ['CPS_AUTHORITY_REQUIRED', 'NOTIFICATION_OFFENCE', 'DOMESTIC_OR_HATE_OFFENCE'];
  expect(await reasonsOf()).toEqual(expect.arrayContaining(unknown));
  const browser = await browserOf(service, team, manager);
  expect((await browser.get(`/cases/${caseId}`)).text).toContain('It is not known');
  const page = at.replace('/api', '');
  const form = (await browser.get(page)).text;
  expect(form).not.toMatch(/name="indictableOnly"[^>]*checked/);
  const typed = { edition: 'NPCC-CGM-2025-02', startScore: '2', finalScore: '2', indictableOnly: 'NOT_KNOWN' };
  expect((await browser.fill(page, typed)).status).toBe(422);
  expect((await browser.fill(page, { ...typed, features: ['NOT_KNOWN'] })).status).toBe(303);
  expect(await reasonsOf()).toEqual(expect.arrayContaining(unknown));
  expect((await browser.fill(page, { ...typed, indictableOnly: 'NO', features: ['NONE'] })).status).toBe(303);
  for (const code of unknown) expect(await reasonsOf()).not.toContain(code);
  expect((await manager.api.get(at)).body).toMatchObject({ features: [], indictableOnly: false });
});

describe('a referral that cannot be', () => {
  const refused: [string, () => Record<string, unknown>, string, RegExp][] = [
    ['a child under 10', () => ({ child: child({ dateOfBirth: '2016-09-13' }) }), 'offences[0].date', /under 10/],
    ['an offence before birth', () => ({ child: child({ dateOfBirth: '2026-10-01' }) }), 'offences[0].date', /born/],
    ['a birth after today', () => ({ child: child({ dateOfBirth: '2027-01-01' }) }), 'child.dateOfBirth', /born/],
    ['an offence after today', () => ({ offences: [offence({ date: '2026-11-23' })] }), 'offences[0].date', /after/],
    ['a day that is none', () => ({ offences: [offence({ date: '2026-02-30' })] }), 'offences[0].date', /real date/],
    ['no offence', () => ({ offences: [] }), 'offences', /at least one/],
    ['neither child nor id', () => ({ child: undefined }), 'child', /not both/],
    ['both child and id', () => ({ childId: randomUUID() }), 'child', /not both/],
    ['a child nobody here knows', () => ({ child: undefined, childId: randomUUID() }), 'childId', /no such child/],
    ['neither victims nor a reason', () => ({ victims: [] }), 'victims', /not both/],
    ['both victims and a reason', () => ({ noIdentifiableVictim: { reason: 'None' } }), 'victims', /not both/],
    [
      'a score of 6',
      () => ({ offences: [offence({ gravity: gravity(2, 6) })] }),
      'offences[0].gravity.finalScore',
      /1 to 5/,
    ],
    [
      'a factor without evidence',
      () => ({
        offences: [
          offence({ gravity: { ...gravity(), factors: [{ code: 'HATE', kind: 'AGGRAVATING', evidence: ' ' }] } }),
        ],
      }),
      'offences[0].gravity.factors[0].evidence',
      /what shows/,
    ],
    ['a stance nobody knows', () => ({ responsibilityStance: 'SORRY' }), 'responsibilityStance', /Select/],
    ['a police status nobody knows', () => ({ policeStatus: 'CUSTODY' }), 'policeStatus', /Select/],
    ['bail without its day', () => ({ policeStatus: 'BAIL' }), 'bailDate', /bail/],
    ['an unknown field', () => ({ favouriteColour: 'green' }), 'favouriteColour', /no such field/],
    [
      'ethnicity not stated without a reason',
      () => ({ child: child({ ethnicity: { code: 'NOT_STATED', scheme: '18+1', source: 'SELF' } }) }),
      'child.ethnicity.notStatedReason',
      /why/,
    ],
  ];

  test.each(refused)('with %s is refused at its field', async (_, overrides, field, message) => {
    const before = await cases();
    const { status, body } = await send(overrides());
    expect(status).toBe(400);
    expect(body.errors).toContainEqual({ field, message: expect.stringMatching(message) });
    expect(await cases()).toBe(before);
  });

  test('with nothing in it is told of everything that is missing', async () => {
    const { api } = await team.as('REFERRING_OFFICER');
    const { status, body } = await api.post('/api/referrals', {});
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['panelAreaId', 'offences', 'crimeReference', 'officer', 'policeInformation']),
    );
    expect(body.errors).toContainEqual({ field: 'offences', message: 'Add at least one offence' });
  });
});

describe('who may refer', () => {
  test('an assessor may not', async () => {
    const { api } = await team.as('YJS_ASSESSOR');
    expect((await api.post('/api/referrals', referral(team.areaId))).status).toBe(403);
  });

  test('an officer may not refer to another panel area, nor name its children', async () => {
    const areaId = await team.addArea('Rutland');
    const theirs = await team.hire(['REFERRING_OFFICER'], { areaId });
    const { childId } = await referCase(team, { panelAreaId: areaId }, theirs);
    expect((await send({ panelAreaId: areaId })).status).toBe(403);
    const { status, body } = await send({ child: undefined, childId });
    expect([status, body.errors[0].field]).toEqual([400, 'childId']);
  });

  test('an officer sees the referrals they made, and no others', async () => {
    const [one, other] = [await team.hire(['REFERRING_OFFICER']), await team.hire(['REFERRING_OFFICER'])];
    const mine = await referCase(team, {}, one);
    const { body } = await one.api.get('/api/referrals');
    expect(body.items.map(({ caseId }: { caseId: string }) => caseId)).toEqual([mine.caseId]);
    expect((await other.api.get(`/api/referrals/${mine.caseId}`)).status).toBe(404);
    expect((await other.api.get('/api/referrals')).body.items).toEqual([]);
  });

  test('a long list of referrals is read page by page, each once', async () => {
    const officer = await team.hire(['REFERRING_OFFICER']);
    for (let made = 0; made < 3; made += 1) await referCase(team, {}, officer);
    const first = (await officer.api.get('/api/referrals?limit=2')).body;
    const second = (await officer.api.get(`/api/referrals?limit=2&after=${first.next}`)).body;
    const ids = [...first.items, ...second.items].map(({ caseId }: { caseId: string }) => caseId);
    expect([new Set(ids).size, ids.length, second.next]).toEqual([3, 3, null]);
  });
});

describe('the same referral sent twice', () => {
  test('with one key gets the same answer, and opens one case', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const { api } = await team.as('REFERRING_OFFICER');
    const body = referral(team.areaId);
    const [first, second] = [
      await api.post('/api/referrals', body, headers),
      await api.post('/api/referrals', body, headers),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    const changed = await api.post('/api/referrals', { ...body, crimeReference: 'other' }, headers);
    expect(changed.status).toBe(422);
  });
});

const cases = async (): Promise<number> => {
  const [row] = await service.read.source.query('select cast(count(*) as integer) as "count" from cases');
  return row.count;
};
