import sql from 'sql-template-tag';
import { drawSample } from '../../src/policy/sampling.js';
import { browserOf } from '../support/browser.js';
import { codesOf } from '../support/clients.js';
import { childNamed, registerResolution } from '../support/children-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let chair: Colleague;
let lead: Colleague;

const ROUTE = '/api/resolution-samples';
const on = (instant: string): void => void (service.clock.fixed = new Date(instant));

beforeAll(async () => {
  service = await startService();
  on('2026-11-22T12:00:00Z');
  team = await setUpTeam(service);
  chair = await team.as('PANEL_CHAIR');
  lead = await team.as('QA_LEAD');
});
afterAll(() => service.stop());
beforeEach(() => on('2026-11-22T12:00:00Z'));

type Place = { areaId: string; there: Colleague; ids: string[] };

/** A panel area in which so many resolutions were registered in October, one just before and one just after. */
async function october(count: number): Promise<Place> {
  const areaId = await team.addArea(`Area ${Math.random()}`);
  const there = await team.hire(['PANEL_TEAM_MANAGER'], { areaId });
  const register = () => registerResolution(team, { panelAreaId: areaId, givenOn: '2026-09-01' }, there);
  on('2026-09-30T22:30:00Z');
  await register();
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    // Half past midnight on the first of October in London is still September by UTC.
    on(made === 0 ? '2026-09-30T23:30:00Z' : `2026-10-${10 + made}T12:00:00Z`);
    ids.push((await register()).disposalId);
  }
  on('2026-11-01T00:00:00Z');
  await register();
  on('2026-11-22T12:00:00Z');
  return { areaId, there, ids };
}
const draw = ({ areaId, there }: Place, over: object = {}) =>
  there.api.post(ROUTE, { panelAreaId: areaId, month: '2026-10', ...over });
async function drawn(count = 1): Promise<Place & { at: string; sampleId: string; reviewer: Colleague }> {
  const place = await october(count);
  const { sampleId } = (await draw(place)).body;
  const { resolutions } = (await place.there.api.get(`${ROUTE}/${sampleId}`)).body;
  const reviewer = await team.hire(['PANEL_CHAIR'], { areaId: place.areaId });
  return { ...place, sampleId, reviewer, at: `${ROUTE}/${sampleId}/resolutions/${resolutions[0].id}` };
}
const review = { grade: 'APPROPRIATE_WITH_OBSERVATIONS', comment: 'The victim was not asked.', version: 1 };
const trail = async (subjectId: string) =>
  (
    await service.read.rows<{ type: string; details: string }>(
      sql`select t.type, t.details from trail_entries t where t."subjectId" = ${subjectId} order by t.sequence`,
    )
  ).map(({ type, details }) => ({ type, ...JSON.parse(details) }));

describe('a monthly sample of police-issued resolutions', () => {
  test('is drawn of what was registered in that month in London, as many as the area asks for, and can be drawn again by its seed', async () => {
    const place = await october(8);
    const { status, body } = await draw(place);
    expect([status, body]).toMatchObject([201, { month: '2026-10', population: 8, size: 5 }]);
    expect(body.seed).toMatch(/^[0-9a-f]{16}$/);
    const { resolutions } = (await place.there.api.get(`${ROUTE}/${body.sampleId}`)).body;
    expect(resolutions.map(({ disposalId }: { disposalId: string }) => disposalId)).toEqual(
      drawSample(place.ids, 5, body.seed),
    );
    expect(await trail(place.areaId)).toContainEqual({
      ...{ type: 'RESOLUTIONS_SAMPLED', month: '2026-10', population: 8, size: 5 },
    });
  });

  test('waits for who may draw it once the month is over, and no longer when it is drawn', async () => {
    const place = await october(2);
    const waits = async (by: Colleague): Promise<[string, string][]> => {
      const { items } = (await by.api.get('/api/work')).body;
      const list = items.find(({ code }: { code: string }) => code === 'SAMPLES_TO_DRAW');
      return list?.items.map(({ note, href }: { note: string; href: string }) => [note, href]);
    };
    const link = (month: string) => `/resolution-samples/new?panelAreaId=${place.areaId}&month=${month}`;
    expect(await waits(place.there)).toEqual([
      ['1', link('2026-09')],
      ['2', link('2026-10')],
    ]);
    const page = await (await browserOf(service, team, place.there)).get('/');
    expect([page.text.includes('of which a sample is to be drawn'), page.text.includes('October 2026')]).toEqual([
      ...[true, true],
    ]);
    expect((await draw(place)).status).toBe(201);
    expect(await waits(place.there)).toEqual([['1', link('2026-09')]]);
    const member = await team.hire(['PANEL_MEMBER'], { areaId: place.areaId });
    expect(await waits(member)).toBeUndefined();
    on('2026-12-01T12:00:00Z');
    expect((await waits(place.there)).map(([, href]) => href)).toContain(link('2026-11'));
  });

  test('follows the setting of the area, and a seed that is given', async () => {
    const place = await october(4);
    const chosen = { value: 2, from: '2026-11-22', reason: 'The panel has time for two' };
    await team.administrator.api.post(`/api/panel-areas/${place.areaId}/settings/resolutionSample`, chosen);
    const { body } = await draw(place, { seed: 'four lanterns' });
    expect(body).toMatchObject({ population: 4, size: 2, seed: 'four lanterns' });
    const { wanted, resolutions } = (await place.there.api.get(`${ROUTE}/${body.sampleId}`)).body;
    expect(wanted).toBe(2);
    expect(resolutions.map(({ disposalId }: { disposalId: string }) => disposalId)).toEqual(
      drawSample(place.ids, 2, 'four lanterns'),
    );
  });

  test('is drawn once, of a month that is over and has any', async () => {
    const place = await october(1);
    const first = await draw(place);
    const second = await draw(place, { seed: 'a better one' });
    expect([second.status, codesOf(second)]).toEqual([409, ['WRONG_STATE']]);
    expect(second.body.blockers[0].mend).toBe(`/resolution-samples/${first.body.sampleId}`);
    for (const [month, words] of [
      ['2026-11', 'Choose a month that is over'],
      ['2027-01', 'Choose a month that is over'],
      ['2026-08', 'No resolution was registered there in this month'],
      ['2026-13', 'Enter the month as year and month, for example 2026-03'],
    ]) {
      const refused = await draw(place, { month });
      expect([refused.status, refused.body.errors]).toEqual([400, [{ field: 'month', message: words }]]);
    }
  });

  test('is nobody’s of another area, and drawn by those alone who may', async () => {
    const { areaId, sampleId, at, there, reviewer } = await drawn();
    for (const path of [`${ROUTE}/${sampleId}`, at]) expect((await lead.api.get(path)).status).toBe(404);
    expect((await lead.api.post(ROUTE, { panelAreaId: areaId, month: '2026-10' })).status).toBe(404);
    expect((await lead.api.post(`${at}/reviews`, review)).status).toBe(404);
    expect((await reviewer.api.post(ROUTE, { panelAreaId: areaId, month: '2026-10' })).status).toBe(403);
    const officer = await team.hire(['REFERRING_OFFICER'], { areaId });
    expect((await officer.api.get(ROUTE)).status).toBe(403);
    expect((await there.api.get(`${ROUTE}/${sampleId}/resolutions/nothing`)).status).toBe(404);
  });
});

describe('a review of a resolution', () => {
  test('is graded with a comment by whom, and police are still to be told until somebody records that they were', async () => {
    const { at, there, reviewer, sampleId, areaId } = await drawn();
    expect((await there.api.get(at)).body).toMatchObject({ grade: null, toldOn: null, reviews: [] });
    const { status, body } = await reviewer.api.post(`${at}/reviews`, review);
    expect([status, body.version]).toEqual([201, 2]);
    const found = (await there.api.get(at)).body;
    expect(found).toMatchObject({ grade: review.grade, reviewedBy: reviewer.actor.name, toldOn: null });
    expect(found.reviews).toMatchObject([{ comment: review.comment, toldOn: null, toldBy: null }]);
    const [sample] = (await there.api.get(ROUTE)).body.items;
    expect(sample).toMatchObject({ id: sampleId, size: 1, reviewed: 1, told: 0 });
    const work = (await there.api.get('/api/work')).body;
    expect(JSON.stringify(work)).toContain('REVIEWS_TO_TELL');

    const told = { toldOn: '2026-11-22', toldWhom: 'Inspector Coldwell', version: 2 };
    expect((await there.api.post(`${at}/told`, told)).status).toBe(201);
    expect((await there.api.get(at)).body.reviews).toMatchObject([
      { toldOn: '2026-11-22', toldWhom: 'Inspector Coldwell', toldBy: there.actor.name },
    ]);
    expect(await trail(found.childId)).toContainEqual({ type: 'RESOLUTION_REVIEWED', grade: review.grade });
    expect(await trail(found.childId)).toContainEqual({ type: 'POLICE_TOLD_OF_REVIEW', toldOn: '2026-11-22' });
    expect((await there.api.get(`${ROUTE}?panelAreaId=${areaId}`)).body.items).toMatchObject([{ told: 1 }]);
  });

  test('can be made again: the later one counts, the first stays, and police are to be told anew', async () => {
    const { at, there, reviewer } = await drawn();
    await reviewer.api.post(`${at}/reviews`, review);
    await there.api.post(`${at}/told`, { toldOn: '2026-11-22', toldWhom: 'Inspector Coldwell', version: 2 });
    const again = { grade: 'INAPPROPRIATE', comment: 'It was the child’s third.', version: 3 };
    expect((await reviewer.api.post(`${at}/reviews`, again)).status).toBe(201);
    const found = (await there.api.get(at)).body;
    expect(found).toMatchObject({ grade: 'INAPPROPRIATE', toldOn: null });
    expect(found.reviews.map(({ grade }: { grade: string }) => grade)).toEqual(['INAPPROPRIATE', review.grade]);
  });

  test('is refused to whoever registered or issued the resolution, with the reason', async () => {
    const { at, there, areaId } = await drawn();
    const own = await there.api.post(`${at}/reviews`, review);
    expect([own.status, own.body.blockers[0].message]).toEqual([
      409,
      'Somebody else must review this resolution: you registered it',
    ]);
    const issuer = await team.hire(['PANEL_MEMBER'], { areaId, name: 'Rowan Ashdown' });
    const issued = await issuer.api.post(`${at}/reviews`, review);
    const message = 'Somebody else must review this resolution: you issued it';
    expect(issued.body.blockers).toMatchObject([{ code: 'CONFLICT_OF_INTEREST', message }]);
    expect((await there.api.get(at)).body.reviews).toEqual([]);
  });

  test.each([
    ['an unknown grade', 'reviews', { ...review, grade: 'FINE' }, 'grade'],
    ['no comment', 'reviews', { ...review, comment: ' ' }, 'comment'],
    ['a day to come', 'told', { toldOn: '2026-11-23', toldWhom: 'x', version: 2 }, 'toldOn'],
    ['a day before the review', 'told', { toldOn: '2026-11-21', toldWhom: 'x', version: 2 }, 'toldOn'],
    ['nobody told', 'told', { toldOn: '2026-11-22', toldWhom: '', version: 2 }, 'toldWhom'],
  ])('with %s is refused', async (_, what, body, field) => {
    const { at, there, reviewer } = await drawn();
    if (what === 'told') await reviewer.api.post(`${at}/reviews`, review);
    const refused = await (what === 'told' ? there : reviewer).api.post(`${at}/${what}`, body);
    expect([refused.status, refused.body.errors?.map((one: { field: string }) => one.field)]).toEqual([400, [field]]);
  });

  test('is not told of before it is made, nor twice, nor over what somebody else saved', async () => {
    const { at, there, reviewer } = await drawn();
    const told = { toldOn: '2026-11-22', toldWhom: 'Inspector Coldwell', version: 1 };
    expect((await there.api.post(`${at}/told`, told)).status).toBe(400);
    await reviewer.api.post(`${at}/reviews`, review);
    expect((await reviewer.api.post(`${at}/reviews`, review)).status).toBe(409);
    expect((await there.api.post(`${at}/told`, told)).status).toBe(409);
    expect((await there.api.post(`${at}/told`, { ...told, version: 2 })).status).toBe(201);
    expect((await there.api.post(`${at}/told`, { ...told, version: 3 })).status).toBe(400);
  });
});

test('counts by month what was registered, drawn, found and told, within one’s areas', async () => {
  const { at, areaId, there, reviewer } = await drawn(2);
  await reviewer.api.post(`${at}/reviews`, { ...review, grade: 'FAILS_TO_AGREE' });
  const { items } = (await there.api.get(`${ROUTE}/counts`)).body;
  expect(
    items.map(({ month, registered, drawn: count }: Record<string, unknown>) => [month, registered, count]),
  ).toEqual([
    ['2026-11', 1, 0],
    ['2026-10', 2, 2],
    ['2026-09', 1, 0],
  ]);
  expect(items[1]).toMatchObject({
    ...{ panelAreaId: areaId, reviewed: 1, toTell: 1 },
    grades: { APPROPRIATE: 0, APPROPRIATE_WITH_OBSERVATIONS: 0, INAPPROPRIATE: 0, FAILS_TO_AGREE: 1 },
  });
  const october = `${ROUTE}/counts?from=2026-10&to=2026-10`;
  expect((await there.api.get(october)).body.items).toHaveLength(1);
  expect((await chair.api.get(`${october}&panelAreaId=${areaId}`)).body.items).toEqual([]);
});

test.each([
  ['from=2026-11&to=2026-10', 'to', 'The period must not end before it begins'],
  ['from=2026-12', 'from', 'The period must not end before it begins'],
  ['from=2021-11&to=2026-11', 'from', 'At most 60 months are counted at once: begin later, or end earlier'],
  ['from=2021-11', 'from', 'At most 60 months are counted at once: begin later, or end earlier'],
  ['from=October', 'from', 'Enter the month as year and month, for example 2026-03'],
  ['to=2026-13', 'to', 'Enter the month as year and month, for example 2026-03'],
])('counts nothing for %s, and says why', async (query, field, message) => {
  const manager = await team.as('PANEL_TEAM_MANAGER');
  const { status, body } = await manager.api.get(`${ROUTE}/counts?${query}`);
  expect([status, body.errors]).toEqual([400, [{ field, message }]]);
  const page = await (await browserOf(service, team, manager)).get(`/resolution-samples/counts?${query}`);
  expect([page.status, page.text.includes(message)]).toEqual([422, true]);
});

test('counts sixty months, to the latest', async () => {
  const { there } = await october(1);
  const { status, body } = await there.api.get(`${ROUTE}/counts?from=2021-12`);
  expect([status, body.items[0].month]).toEqual([200, '2026-11']);
});

test('an import whose resolution was drawn can no longer be undone', async () => {
  const areaId = await team.addArea('Area of files');
  const there = await team.hire(['PANEL_TEAM_MANAGER'], { areaId });
  on('2026-10-05T12:00:00Z');
  const child = childNamed();
  const text = `givenName,familyName,dateOfBirth,sex,givenOn,offence,officer\n${String(child['givenName'])},${String(child['familyName'])},2011-01-01,MALE,2026-10-01,Took a drink,PC Example\n`;
  const { body } = await there.api.post(`/api/resolution-imports?panelAreaId=${areaId}`, text, {
    'content-type': 'text/csv',
  });
  on('2026-11-22T12:00:00Z');
  expect((await there.api.post(ROUTE, { panelAreaId: areaId, month: '2026-10' })).status).toBe(201);
  const refused = await there.api.delete(`/api/resolution-imports/${body.importId}`);
  expect([refused.status, refused.body.blockers[0].message]).toEqual([
    409,
    'The resolution of 1 October 2026 was drawn for review',
  ]);
});

test('is all on pages: the month that waits, the draw, the review, the telling and the counts', async () => {
  const place = await october(2);
  const manager = await browserOf(service, team, place.there);
  const list = (await manager.get('/resolution-samples')).text;
  expect(list).toMatch(/October 2026: 2 registered/);
  const due = /href="(\/resolution-samples\/new\?[^"]+2026-10)"/.exec(list)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const page = (await manager.get(due)).text;
  expect(page).toMatch(/<option value="2026-10" selected/);
  expect((await manager.fill(due, { panelAreaId: place.areaId, month: '' })).status).toBe(422);
  const sample =
    (await manager.fill(due, { panelAreaId: place.areaId, month: '2026-10' })).headers.get('location') ?? '';
  const shown = (await manager.get(sample)).text;
  expect(shown).toContain('0 of 2 are reviewed');
  const one = /href="(\/resolution-samples\/[^"]+\/resolutions\/[^"]+)"/.exec(shown)?.[1] ?? '';
  const before = (await manager.get(one)).text;
  expect(before).toContain('Nobody has reviewed it yet');
  expect((await manager.fill(`${one}/review`, { grade: 'APPROPRIATE', comment: 'As it should be' })).status).toBe(409);

  const reviewer = await browserOf(
    service,
    team,
    await team.hire(['PANEL_CHAIR', 'YJS_POLICE_OFFICER'], { areaId: place.areaId }),
  );
  expect((await reviewer.get('/')).text).toContain('Police-issued resolutions to review');
  expect((await reviewer.fill(`${one}/review`, { grade: '', comment: '' })).status).toBe(422);
  const saved = await reviewer.fill(`${one}/review`, { grade: 'INAPPROPRIATE', comment: 'A weapon was shown' });
  expect(saved.headers.get('location')).toBe(one);
  expect((await reviewer.get(one)).text).toContain('A weapon was shown');
  expect((await reviewer.get(sample)).text).toContain('Still to be told');
  const told = { 'toldOn-day': '22', 'toldOn-month': '11', 'toldOn-year': '2026', toldWhom: 'Sergeant Quill' };
  expect((await reviewer.fill(`${one}/told`, told)).headers.get('location')).toBe(one);
  expect((await reviewer.get(one)).text).toContain('Sergeant Quill');
  const counts = (await manager.get('/resolution-samples/counts')).text;
  expect(counts).toContain('October 2026');
  expect(counts).toContain('The reviewers did not agree');
});
