import sql from 'sql-template-tag';
import { csvFile } from '../../src/exchange/safe-csv.js';
import { browserOf } from '../support/browser.js';
import { childNamed, registerResolution } from '../support/children-story.js';
import { type Colleague, setUpTeam, type Team } from '../support/people.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let manager: Colleague;
const ROUTE = '/api/resolution-imports';
const csv = { 'content-type': 'text/csv' };

beforeAll(async () => {
  service = await startService();
  service.clock.fixed = new Date('2026-11-22T09:00:00Z');
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
});
afterAll(() => service.stop());

const goodRow: Record<string, string> = {
  ...{ givenName: 'Rowan', familyName: 'Applegarth', dateOfBirth: '2011-05-04', sex: 'MALE', givenOn: '2026-09-01' },
  ...{ offence: 'Took a drink', features: 'NONE', officer: 'PC Example (1234)', withoutPanelBecause: '' },
};
let made = 0;
/** A file whose rows are of children unlike one another, unless they are said to be alike. */
function file(...rows: Record<string, string>[]): string {
  const headings = [...new Set([...Object.keys(goodRow), ...rows.flatMap(Object.keys)])];
  const filled = rows.map((row) => ({ ...goodRow, ...childNamed({ sex: 'MALE' }), offence: `Took ${made++}`, ...row }));
  return csvFile([headings, ...filled.map((row) => headings.map((name) => (row as never)[name] ?? ''))]);
}

const dryRun = (text: string) => manager.api.post(`${ROUTE}?dryRun=true&panelAreaId=${team.areaId}`, text, csv);
const apply = (text: string, headers = {}) =>
  manager.api.post(`${ROUTE}?panelAreaId=${team.areaId}`, text, { ...csv, ...headers });
const counts = () =>
  service.read.row(
    sql`select (select count(*) from children) as children, (select count(*) from earlier_disposals) as disposals,
               (select count(*) from child_search_names) as terms`,
  );
const trail = async (subjectId: string): Promise<string[]> =>
  (
    await service.read.rows<{ type: string }>(
      sql`select e.type from trail_entries e where e."subjectId" = ${subjectId} order by e.chain, e.sequence`,
    )
  ).map(({ type }) => type);
const disposalsOf = async (childId: string) => (await manager.api.get(`/api/children/${childId}/disposals`)).body;

describe('a file of police-issued resolutions', () => {
  test('is checked without changing anything, and imported whole: each row a child with a resolution that counts', async () => {
    const text = file({}, { features: 'knife; hate' }, { features: '' });
    const before = await counts();
    const checked = await dryRun(text);
    expect([checked.status, checked.body]).toMatchObject([200, { rows: 3, errors: [], fit: [2, 3, 4] }]);
    expect(checked.body.warnings).toEqual([
      { row: 4, column: '', message: expect.stringMatching(/^Cannabis offences go to the panel \(nobody said/) },
    ]);
    expect(await counts()).toEqual(before);
    const { status, body } = await apply(text);
    expect([status, body.resolutions.map(({ row }: { row: number }) => row)]).toEqual([201, [2, 3, 4]]);
    const [first, second, third] = body.resolutions;
    expect((await disposalsOf(first.childId)).flags).toMatchObject([{ count: 1, byRoute: { POLICE_ISSUED: 1 } }]);
    const { items } = (await manager.api.get('/api/police-issued-resolutions')).body;
    const kept = (id: string) => items.find((item: { id: string }) => item.id === id).features;
    expect([first, second, third].map(({ disposalId }) => kept(disposalId))).toEqual([[], ['KNIFE', 'HATE'], null]);
    expect(await trail(body.importId)).toEqual(['RESOLUTIONS_IMPORTED']);
    expect(await trail(first.childId)).toEqual(['CHILD_ADDED', 'RESOLUTION_REGISTERED', 'CHILD_VIEWED']);
  });

  test('sent twice is imported once, and with its key has the first answer again', async () => {
    const text = file({});
    const first = await apply(text, { 'idempotency-key': 'once' });
    expect((await apply(text, { 'idempotency-key': 'once' })).body).toEqual(first.body);
    const again = await apply(text);
    expect(again.status).toBe(409);
    expect(again.body.blockers).toMatchObject([
      { message: 'This very file was imported already', mend: `/resolution-imports/${first.body.importId}` },
    ]);
  });

  test.each([
    ['a child without a name', { givenName: '' }, 'givenName', 'Enter the child’s given name'],
    ['a day in another order', { givenOn: '01/09/2026' }, 'givenOn', /Write the day as year, month, day/],
    ['a day to come', { givenOn: '2027-01-01' }, 'givenOn', 'Enter a day that is not in the future'],
    ['a day before birth', { givenOn: '2001-01-01' }, 'givenOn', 'Enter a day after the child was born'],
    ['a birth to come', { dateOfBirth: '2027-01-01' }, 'givenOn', 'Enter a day after the child was born'],
    ['a feature that is none', { features: 'LOUD' }, 'features', 'Select features from the list'],
    ['none beside another', { features: 'NONE;KNIFE' }, 'features', 'Select features from the list'],
    ['no officer', { officer: '' }, 'officer', 'Enter the officer who issued it'],
    ['words that are too long', { withoutPanelBecause: 'x'.repeat(501) }, 'withoutPanelBecause', /Use 500 characters/],
    ['another area', { panelArea: 'Elsewhere' }, 'panelArea', /There is no such panel area/],
    ['a column nobody knows', { shoeSize: '8' }, 'shoeSize', 'There is no such column'],
  ])('with %s names the row and the column, and none of it is imported', async (_, change, column, message) => {
    const text = file({}, change);
    const before = await counts();
    const { body } = await dryRun(text);
    const row = column === 'shoeSize' ? 1 : 3;
    const words = typeof message === 'string' ? message : expect.stringMatching(message);
    expect(body.errors).toContainEqual({ row, column, message: words });
    const refused = await apply(text);
    expect([refused.status, refused.body.errors[0].message]).toEqual([400, expect.stringContaining(column)]);
    expect(await counts()).toEqual(before);
  });

  test('tells of children who may be known, of a second resolution and of the very one on record', async () => {
    const child = childNamed({ givenName: 'Thora', familyName: 'Winterbourne', dateOfBirth: '2012-04-05' });
    const known = await registerResolution(team, { child, givenOn: '2026-09-01' });
    const alike = { givenName: 'Thora', familyName: 'Winterbourne', dateOfBirth: '2012-04-05' };
    const text = file(alike, { ...alike, givenOn: '2026-10-01' });
    const other = { givenName: 'Bryony', familyName: 'Summerlea', dateOfBirth: '2011-08-09' };
    const twice = { ...other, givenOn: '2026-08-01' };
    const ofOne = (await dryRun(file(twice, twice))).body.warnings;
    expect(ofOne.map(({ row, message }: { row: number; message: string }) => [row, message])).toEqual([
      [3, expect.stringContaining('A child who may be this one has had a community resolution before')],
      [3, expect.stringContaining('it may be this very one')],
      [3, 'A child of the same name and date of birth stands in row 2'],
    ]);
    const { body } = await dryRun(text);
    expect(body.possibleMatches.map(({ row, childId }: Record<string, unknown>) => [row, childId])).toEqual([
      [2, known.childId],
      [3, known.childId],
    ]);
    const said = (row: number) =>
      body.warnings
        .filter((one: { row: number }) => one.row === row)
        .map(({ message }: { message: string }) => message);
    expect(said(2)).toEqual([
      expect.stringContaining('A child who may be this one'),
      expect.stringContaining('it may be this very one'),
    ]);
    expect(said(3)).toEqual([
      expect.stringContaining('A child who may be this one'),
      'A child of the same name and date of birth stands in row 2',
    ]);
    expect(await trail(team.areaId)).toContain('POSSIBLE_MATCHES_SHOWN');

    const { resolutions } = (await apply(text)).body;
    const decided = { sameAs: known.childId, decision: 'SAME', reason: 'The same mother' };
    await manager.api.post(`/api/children/${resolutions[1].childId}/match`, decided);
    expect((await disposalsOf(known.childId)).flags).toMatchObject([{ count: 2, mustExplain: true }]);
  });
});

describe('after an import', () => {
  test('whoever imported is told whose rows may be a child already known, and led to where a person decides', async () => {
    const alike = { givenName: 'Isolde', familyName: 'Marchbanks', dateOfBirth: '2012-08-11' };
    const known = await registerResolution(team, { child: childNamed(alike), givenOn: '2026-08-01' });
    const { body } = await apply(file({}, alike));
    const [, { childId }] = body.resolutions;
    const decideAt = `/children/${childId}/match/${known.childId}`;
    const match = { importedChildId: childId, childId: known.childId, decideAt, known: alike };
    expect(body.possibleMatches).toMatchObject([match]);
    const at = `${ROUTE}/${body.importId}`;
    const openAt = async () => (await manager.api.get(at)).body.possibleMatches;
    expect(await openAt()).toMatchObject([match]);
    const browser = await browserOf(service, team, manager);
    const page = async () => (await browser.get(`/resolution-imports/${body.importId}`)).text;
    expect(await page()).toContain('1 child of this import may be one already known');
    expect(await page()).toContain(`href="${decideAt}"`);
    expect((await browser.fill(decideAt, { decision: 'SAME', reason: 'The same address' })).status).toBe(303);
    expect(await openAt()).toEqual([]);
    expect(await page()).toContain('No child of this import may be one already known');
  });
});

describe('an import of resolutions', () => {
  test('is undone without a trace but the trail, and its file can then be imported again', async () => {
    const before = await counts();
    const text = file({}, {});
    const { body } = await apply(text);
    const undone = await manager.api.delete(`${ROUTE}/${body.importId}`);
    expect([undone.status, undone.body]).toEqual([200, { importId: body.importId, removed: 2 }]);
    expect(await counts()).toEqual(before);
    expect((await trail(body.importId)).at(-1)).toBe('RESOLUTION_IMPORT_UNDONE');
    expect((await trail(body.resolutions[0].childId)).slice(-2)).toEqual(['RESOLUTION_REMOVED', 'CHILD_REMOVED']);
    expect((await manager.api.delete(`${ROUTE}/${body.importId}`)).status).toBe(409);
    expect((await apply(text)).status).toBe(201);
  });

  test('cannot be undone once something else is known of one of its children', async () => {
    const { body } = await apply(file({}, {}));
    const [, second] = body.resolutions;
    await registerResolution(team, { childId: second.childId, givenOn: '2026-10-02' });
    const before = await counts();
    const refused = await manager.api.delete(`${ROUTE}/${body.importId}`);
    expect(refused.body.blockers).toEqual([
      expect.objectContaining({
        message: 'The resolution of 1 September 2026 is of a child on whom something else was recorded',
        mend: `/police-issued-resolutions/${second.disposalId}`,
      }),
    ]);
    expect(await counts()).toEqual(before);
  });

  test('is another area’s to nobody, and not for those who register one by one', async () => {
    const { body } = await apply(file({}));
    const far = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: await team.addArea('Derby') });
    expect((await far.api.get(`${ROUTE}/${body.importId}`)).status).toBe(404);
    expect((await far.api.delete(`${ROUTE}/${body.importId}`)).status).toBe(404);
    expect((await far.api.post(`${ROUTE}?panelAreaId=${team.areaId}`, file({}), csv)).status).toBe(403);
    const officer = await team.as('REFERRING_OFFICER');
    expect((await officer.api.post(`${ROUTE}?panelAreaId=${team.areaId}`, file({}), csv)).status).toBe(403);
    expect((await manager.api.get(ROUTE)).body.items[0]).toMatchObject({ id: body.importId, rows: 1, undoneAt: null });
  });

  test('is done on pages: the template, the check with every row, the import, its list and its undoing', async () => {
    const browser = await browserOf(service, team, manager);
    const start = (await browser.get('/resolution-imports')).text;
    expect(start).toContain('/resolution-imports/template');
    expect((await browser.get('/resolution-imports/template')).text).toContain('givenName,familyName,dateOfBirth');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(start)?.[1] ?? '';
    const send = (text: string) =>
      browser.postFile('/resolution-imports', { _csrf: csrf, panelAreaId: team.areaId }, { name: 'r.csv', text });
    const faulty = await send(file({ sex: 'UNSAID' }));
    const shown = (await browser.get(faulty.headers.get('location') ?? '')).text;
    expect(shown).toContain('Select the child’s sex');
    expect(shown).toContain('href="/resolution-imports">send it again');
    const good = (await send(file({ features: 'CANNABIS' }, {}))).headers.get('location') ?? '';
    const page = (await browser.get(good)).text;
    for (const words of [
      '2 resolutions were read',
      'Cannabis offences go to the panel',
      'Import these 2 resolutions',
    ]) {
      expect(page).toContain(words);
    }
    const imported = (await browser.fill(good, {})).headers.get('location') ?? '';
    expect(imported).toMatch(/^\/resolution-imports\/[0-9a-f-]{36}$/);
    expect((await browser.get(imported)).text).toContain('/police-issued-resolutions/');
    expect((await browser.fill(`${imported}/undo`, {})).status).toBe(303);
    expect((await browser.get(imported)).text).toContain('were removed');
    expect((await browser.get('/police-issued-resolutions')).text).toContain('href="/resolution-imports"');
  });
});
