import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sql from 'sql-template-tag';
import { ChangePerson } from '../../src/access/write-person.js';
import { browserOf } from '../support/browser.js';
import { hiddenFields, PageClient } from '../support/clients.js';
import { restrictCase } from '../support/confidential-story.js';
import { type Colleague, PASSWORD, setUpTeam, type Team } from '../support/people.js';
import { believableFile, goodRow, referralFile } from '../support/referral-file.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let team: Team;
let manager: Colleague;
const csv = { 'content-type': 'text/csv' };
const ROUTE = '/api/referral-imports';

beforeAll(async () => {
  service = await startService();
  service.clock.fixed = new Date('2026-11-22T09:00:00Z');
  team = await setUpTeam(service);
  manager = await team.as('PANEL_TEAM_MANAGER');
});
afterAll(() => service.stop());

const dryRun = (text: string) => manager.api.post(`${ROUTE}?dryRun=true&panelAreaId=${team.areaId}`, text, csv);
const apply = (text: string, headers = {}) =>
  manager.api.post(`${ROUTE}?panelAreaId=${team.areaId}`, text, { ...csv, ...headers });
const errorsIn = async (text: string): Promise<{ row: number; column: string; message: string }[]> =>
  (await dryRun(text)).body.errors;

async function counts(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, statement] of Object.entries({
    cases: sql`select cast(count(*) as integer) as n from cases`,
    children: sql`select cast(count(*) as integer) as n from children`,
    terms: sql`select cast(count(*) as integer) as n from child_search_names`,
    ethnicities: sql`select cast(count(*) as integer) as n from child_ethnicities`,
    offences: sql`select cast(count(*) as integer) as n from offences`,
    victims: sql`select cast(count(*) as integer) as n from victims`,
    imports: sql`select cast(count(*) as integer) as n from referral_imports`,
  })) {
    found[name] = (await service.read.row<{ n: number }>(statement))?.n ?? -1;
  }
  return found;
}

const trail = async (subjectId: string): Promise<string[]> => {
  const found = await service.read.rows<{ type: string }>(
    sql`select e.type from trail_entries e where e."subjectId" = ${subjectId} order by e.chain, e.sequence`,
  );
  return found.map(({ type }) => type);
};

describe('a believable file of referrals', () => {
  test('has at least 40 rows and no error, and a dry run of it changes nothing', async () => {
    const before = await counts();
    const { status, body } = await dryRun(believableFile());
    expect([status, body.errors]).toEqual([200, []]);
    expect(body.rows).toBeGreaterThanOrEqual(40);
    expect(body.fit).toHaveLength(body.rows);
    expect(await counts()).toEqual(before);
  });

  test('says of a child who stands in it twice that both rows look like one child', async () => {
    const { warnings } = (await dryRun(believableFile())).body;
    expect(warnings).toContainEqual(
      expect.objectContaining({
        message: expect.stringMatching(/^A child of the same name and date of birth stands in row \d+$/),
      }),
    );
  });

  test('is imported whole, each row to a case with its child, offences and victims; then undone without a trace but the trail', async () => {
    const before = await counts();
    const { status, body } = await apply(believableFile());
    expect(status).toBe(201);
    const { rows } = (await dryRun(believableFile())).body;
    expect(body.cases).toHaveLength(rows);
    expect(body.cases[0]).toEqual({ row: 2, caseId: expect.any(String), reference: expect.stringMatching(/^JDP-26-/) });
    const after = await counts();
    expect([after['cases'], after['children']]).toEqual([
      (before['cases'] ?? 0) + rows,
      (before['children'] ?? 0) + rows,
    ]);
    expect(await trail(body.importId)).toEqual(['REFERRALS_IMPORTED']);

    const undone = await manager.api.delete(`${ROUTE}/${body.importId}`);
    expect([undone.status, undone.body]).toEqual([200, { importId: body.importId, removed: rows }]);
    expect(await counts()).toEqual({ ...before, imports: (before['imports'] ?? 0) + 1 });
    expect((await trail(body.importId)).at(-1)).toBe('REFERRAL_IMPORT_UNDONE');
    expect((await trail(body.cases[0].caseId)).at(-1)).toBe('CASE_REMOVED');
    expect((await manager.api.delete(`${ROUTE}/${body.importId}`)).status).toBe(409);
  });
});

describe('a file is applied whole or not at all', () => {
  test('one bad row in three refuses all three, and names the row and the column', async () => {
    const before = await counts();
    const file = referralFile({}, { givenName: 'Ada', sex: 'GIRL' }, { givenName: 'Bo' });
    const { status, body } = await apply(file);
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      expect.objectContaining({ row: 3, column: 'sex', message: 'Row 3, sex: Select the child’s sex' }),
    ]);
    expect(await counts()).toEqual(before);
  });

  test('the same file is refused a second time with a link to the first, and taken again after that was undone', async () => {
    const file = referralFile({ givenName: 'Second', familyName: 'Sending' });
    const first = await apply(file);
    const second = await apply(file);
    expect([first.status, second.status]).toEqual([201, 409]);
    expect(second.body.blockers).toEqual([
      expect.objectContaining({
        message: 'This very file was imported already',
        mend: `/referral-imports/${first.body.importId}`,
      }),
    ]);
    expect((await manager.api.delete(`${ROUTE}/${first.body.importId}`)).status).toBe(200);
    expect((await apply(file)).status).toBe(201);
  });

  test('the same submission sent twice has the same answer', async () => {
    const file = referralFile({ givenName: 'Once', familyName: 'Only' });
    const first = await apply(file, { 'idempotency-key': 'import-once' });
    const again = await apply(file, { 'idempotency-key': 'import-once' });
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  test('an import cannot be undone once somebody has worked on one of its cases', async () => {
    const { body } = await apply(
      referralFile({ givenName: 'Worked', familyName: 'Upon' }, { givenName: 'Left', familyName: 'Alone' }),
    );
    const [worked] = body.cases;
    expect((await manager.api.post(`/api/cases/${worked.caseId}/acceptance`)).status).toBeLessThan(300);
    const before = await counts();
    const refused = await manager.api.delete(`${ROUTE}/${body.importId}`);
    expect(refused.status).toBe(409);
    expect(refused.body.blockers).toEqual([
      expect.objectContaining({
        code: 'WRONG_STATE',
        message: `${worked.reference} has moved on: it is preparing`,
        mend: `/cases/${worked.caseId}`,
      }),
    ]);
    expect(await counts()).toEqual(before);
  });

  test('an import counts for its readers the cases alone that are open to them', async () => {
    const { body } = await apply(referralFile({ givenName: 'Open' }, { givenName: 'Shut', familyName: 'Away' }));
    const other = await team.hire(['PANEL_TEAM_MANAGER']);
    const rows = async ({ api }: Colleague) => {
      const [listed] = (await api.get(`${ROUTE}?limit=1`)).body.items;
      return [listed.rows, (await api.get(`${ROUTE}/${body.importId}`)).body.rows];
    };
    expect(await rows(other)).toEqual([2, 2]);
    await restrictCase(team, body.cases[1].caseId);
    expect([await rows(manager), await rows(other)]).toEqual([
      [2, 2],
      [1, 1],
    ]);
    const undo = await (await browserOf(service, team, other)).get(`/referral-imports/${body.importId}/undo`);
    expect(undo.text).toContain('The 1 case of this import');
  });

  test('an import cannot be undone once a child of it was decided to be somebody known', async () => {
    const twin = { givenName: 'Maren', familyName: 'Twinbrook', dateOfBirth: '2012-02-03' };
    const first = await apply(referralFile(twin));
    const second = await apply(referralFile({ ...twin, crimeReference: '26/000002' }));
    const [one] = await service.read.rows<{ childId: string }>(
      sql`select c."childId" from cases c where c.id = ${first.body.cases[0].caseId}`,
    );
    const [other] = await service.read.rows<{ childId: string }>(
      sql`select c."childId" from cases c where c.id = ${second.body.cases[0].caseId}`,
    );
    const decided = await manager.api.post(`/api/children/${one?.childId}/match`, {
      sameAs: other?.childId,
      decision: 'SAME',
      reason: 'The same mother and address',
    });
    expect(decided.status).toBeLessThan(300);
    const refused = await manager.api.delete(`${ROUTE}/${second.body.importId}`);
    expect([refused.status, refused.body.blockers?.[0]?.message]).toEqual([
      409,
      `${second.body.cases[0].reference} is about a child on whom something else was recorded`,
    ]);
  });
});

describe('possible matches', () => {
  test('a dry run names the rows whose child may be known already, and keeps on record that they were shown', async () => {
    const known = { givenName: 'Odette', familyName: 'Quarrington', dateOfBirth: '2012-12-12' };
    const { body } = await apply(referralFile(known));
    expect(body.cases).toHaveLength(1);
    const { possibleMatches } = (
      await dryRun(referralFile({ ...known, crimeReference: '26/77' }, { givenName: 'Nobody', familyName: 'Known' }))
    ).body;
    expect(possibleMatches).toEqual([
      expect.objectContaining({ row: 2, childId: expect.any(String), reasons: ['SAME_DATE_OF_BIRTH', 'SAME_NAME'] }),
    ]);
    expect(await trail(team.areaId)).toContain('POSSIBLE_MATCHES_SHOWN');
  });
});

describe('each cell is checked like a form', () => {
  test.each([
    ['a day that does not exist', { dateOfBirth: '2011-02-30' }, 'dateOfBirth', 'Enter a real date'],
    [
      'a day in another order',
      { offence1Date: '01/09/2026' },
      'offence1Date',
      'Write the day as year, month, day, for example 2026-03-27',
    ],
    ['no given name', { givenName: '' }, 'givenName', 'Enter the child’s given name'],
    [
      'a child under ten',
      { dateOfBirth: '2017-05-04' },
      'offence1Date',
      'The child was under 10 on the date of the offence, and cannot be referred for it',
    ],
    ['an offence in the future', { offence1Date: '2027-01-01' }, 'offence1Date', 'The offence is dated after today'],
    [
      'bail that ended before the offence',
      { policeStatus: 'BAIL', bailDate: '2026-01-01' },
      'bailDate',
      expect.stringContaining('Bail cannot end before the offence'),
    ],
    ['bail without its day', { policeStatus: 'BAIL' }, 'bailDate', 'Enter the date on which bail ends'],
    [
      'a score of nine',
      { offence1GravityEdition: 'NPCC-CGM-2025-02', offence1GravityStart: '9', offence1GravityFinal: '2' },
      'offence1GravityStart',
      'The score is a whole number from 1 to 5',
    ],
    [
      'a factor without evidence',
      {
        offence1GravityEdition: 'NPCC-CGM-2025-02',
        offence1GravityStart: '2',
        offence1GravityFinal: '2',
        offence1GravityFactors: 'MITIGATING: youth',
      },
      'offence1GravityFactors',
      'Enter what shows this factor',
    ],
    [
      'a feature that is none',
      { offence1Features: 'KNIFE; LOUD' },
      'offence1Features',
      'Select features from the list',
    ],
    [
      'ethnicity not stated without a reason',
      { ethnicityCode: 'NS' },
      'ethnicityNotStatedReason',
      'Select why ethnicity was not stated',
    ],
    [
      'a code of another scheme',
      { ethnicityCode: 'W4' },
      'ethnicityCode',
      'Select the child’s ethnicity, from the codes of the list named',
    ],
    [
      'neither a victim nor why there is none',
      { noVictimReason: '' },
      'victim1Kind',
      'Add the victims, or say why there is no identifiable victim, not both',
    ],
    [
      'a second victim without consent asked',
      { noVictimReason: '', victim1Kind: 'PERSON', victim1Consent: 'GIVEN', victim2Kind: 'CHILD' },
      'victim2Consent',
      'Select whether the victim agreed to their details being shared',
    ],
    [
      'a third offence without a second',
      { offence3Date: '2026-09-01', offence3Class: '46', offence3Description: 'Again' },
      'offence2Date',
      'Enter the date of the offence',
    ],
    ['a name that is too long', { familyName: 'x'.repeat(201) }, 'familyName', 'Use 200 characters or fewer'],
    [
      'another panel area',
      { panelArea: 'Somewhere Else' },
      'panelArea',
      'There is no such panel area, or you cannot import to it',
    ],
  ])('%s is named by row and column', async (_, change, column, message) => {
    expect(await errorsIn(referralFile({}, change))).toContainEqual({ row: 3, column, message });
  });

  test('a child of 18 is taken with a warning', async () => {
    const { errors, warnings } = (await dryRun(referralFile({ dateOfBirth: '2008-10-01' }))).body;
    expect([errors, warnings]).toEqual([
      [],
      [{ row: 2, column: '', message: 'The child was 18 or over on the day of the referral' }],
    ]);
  });

  test('none among the features says that somebody looked, nothing that it is not known', async () => {
    const { body } = await apply(referralFile({ offence1Features: 'none' }, { offence1Features: '' }));
    const kept = await service.read.rows<{ features: string | null }>(
      sql`select o.features from offences o where o."caseId" in (${body.cases[0].caseId}, ${body.cases[1].caseId})
          order by o."caseId"`,
    );
    expect(kept.map(({ features }) => features)).toEqual(['[]', null]);
  });

  test('several offences, victims, features and factors of a row are kept as written', async () => {
    const { body } = await apply(
      referralFile({
        ...{
          givenName: 'Many',
          noVictimReason: '',
          victim1Kind: 'child',
          victim1Name: 'Lee',
          victim1Consent: 'REFUSED',
          victim1ConsentReason: 'Afraid',
        },
        ...{
          victim2Kind: 'BUSINESS',
          victim2Consent: 'GIVEN',
          offence1Features: 'KNIFE;HATE',
          offence1IndictableOnly: 'NOT_KNOWN',
        },
        ...{
          offence2Date: '2026-08-01',
          offence2Class: '34b',
          offence2Description: 'Said "give, or else",\r\nand ran',
          offence2GravityEdition: 'NPCC-CGM-2025-02',
        },
        ...{
          offence2GravityStart: '4',
          offence2GravityFinal: '3',
          offence2GravityFactors: 'MITIGATING: youth: eleven | aggravating: group: three: together',
        },
      }),
    );
    const offences = await service.read.rows<Record<string, unknown>>(
      sql`select o.description, o."homeOfficeClass", o."indictableOnly", o.features, o."gravityFactors" from offences o
          where o."caseId" = ${body.cases[0].caseId} order by o.position`,
    );
    expect(offences).toEqual([
      expect.objectContaining({ features: '["KNIFE","HATE"]', indictableOnly: null }),
      expect.objectContaining({
        ...{ description: 'Said "give, or else",\r\nand ran', homeOfficeClass: '34B', indictableOnly: 1 },
        gravityFactors: JSON.stringify([
          { code: 'youth', kind: 'MITIGATING', evidence: 'eleven' },
          { code: 'group', kind: 'AGGRAVATING', evidence: 'three: together' },
        ]),
      }),
    ]);
  });
});

describe('a file that cannot be read is refused in plain words', () => {
  const send = async (bytes: Uint8Array) => {
    const body = new FormData();
    body.append('file', new Blob([bytes as never], { type: 'text/csv' }), 'referrals.csv');
    const token = manager.token;
    const response = await fetch(`${service.url}${ROUTE}?dryRun=true&panelAreaId=${team.areaId}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body,
    });
    return { status: response.status, body: await response.json() };
  };
  const text = referralFile({ givenName: 'Zoë', policeInformation: 'Café “Sunrise”' });
  const utf16 = (mark: number[], swap: boolean) => {
    const bytes = Buffer.from(text.slice(1), 'utf16le');
    return Buffer.concat([Buffer.from(mark), swap ? bytes.swap16() : bytes]);
  };

  test('UTF-8 with and without a byte order mark is read', async () => {
    expect((await send(Buffer.from(text))).body.errors).toEqual([]);
    expect((await send(Buffer.from(text.slice(1)))).body.errors).toEqual([]);
    expect(await errorsIn(text)).toEqual([]);
  });

  test.each([
    ['UTF-16 with its mark', () => utf16([0xff, 0xfe], false), /is in UTF-16/],
    ['UTF-16 the other way round', () => utf16([0xfe, 0xff], true), /is in UTF-16/],
    ['UTF-16 without a mark', () => utf16([], false), /is in UTF-16/],
    ['Windows-1252', () => Buffer.from(text.slice(1).replaceAll(/[“”]/g, '"'), 'latin1'), /may be in Windows-1252/],
    ['a workbook', () => Buffer.from('PK\x03\x04 and so on'), /is a workbook/],
    ['bytes that are no text', () => Buffer.from(`${goodRow['givenName']}\0`), /bytes that are not text/],
  ])('%s', async (_, bytes, words) => {
    const { status, body } = await send(bytes());
    expect(status).toBe(200);
    expect(body).toMatchObject({ rows: 0, errors: [{ row: 0, message: expect.stringMatching(words) }] });
  });

  test('letters that were lost on the way to the API are noticed', async () => {
    const { body } = await dryRun(referralFile({ givenName: 'Zo\uFFFD' }));
    expect(body.errors).toEqual([
      { row: 0, column: '', message: expect.stringContaining('Letters of this file were lost') },
    ]);
  });

  test.each([
    [
      'a quotation mark never closed',
      (good: string) => good.replace('Nobody was harmed', '"Nobody was harmed'),
      2,
      '',
      /opened in this row and never closed/,
    ],
    [
      'a quotation mark inside a cell',
      (good: string) => good.replace('Rowan', 'Ro"wan'),
      2,
      '',
      /quotation marks of this row do not fit/,
    ],
    [
      'a missing column',
      (good: string) => good.replace('givenName', 'officerEthnicityCode'),
      1,
      'givenName',
      /This column is missing/,
    ],
    [
      'an extra column',
      (good: string) => good.replace('ethnicitySource', 'shoeSize'),
      1,
      'shoeSize',
      /There is no such column/,
    ],
    ['a column twice', (good: string) => good.replace('ethnicitySource', 'sex'), 1, 'sex', /more than once/],
    ['semicolons', (good: string) => good.replaceAll(',', ';'), 1, '', /separated by commas/],
    [
      'a row that is too short',
      (good: string) => good.replace(',Nobody was harmed', ''),
      2,
      '',
      /has 17 cells where the headings are 18/,
    ],
    [
      'a row that is too long',
      (good: string) => good.replace('Nobody was harmed', 'Nobody was harmed,yes'),
      2,
      '',
      /has 19 cells where the headings are 18/,
    ],
    ['headings alone', (good: string) => `${good.split('\r\n')[0]}\r\n`, 0, '', /no row below its headings/],
    ['nothing', () => '', 0, '', /The file is empty/],
  ])('%s', async (_, spoil, row, column, words) => {
    const errors = await errorsIn(spoil(referralFile({})) || '\uFEFF');
    expect(errors).toContainEqual({ row, column, message: expect.stringMatching(words) });
    expect((await apply(spoil(referralFile({})) || '\uFEFF')).status).toBe(400);
  });

  test('blank rows are passed over, and rows are counted as a spreadsheet counts them', async () => {
    const [headings, row] = referralFile({ sex: 'X' }).split('\r\n');
    expect(await errorsIn([headings, '', ','.repeat(17), row, ''].join('\r\n'))).toEqual([
      { row: 4, column: 'sex', message: 'Select the child’s sex' },
    ]);
  });

  test('more than 2,000 rows', async () => {
    const [headings, row] = referralFile({}).split('\r\n');
    expect((await errorsIn([headings, ...Array.from({ length: 2001 }, () => row)].join('\r\n')))[0]?.message).toBe(
      'The file has more than 2,000 rows. Send it in parts',
    );
    const apart = [headings, row, ...Array.from({ length: 4000 }, () => ''), row];
    expect((await errorsIn(apart.join('\r\n')))[0]?.message).toBe(
      'The file has more than 4,000 lines. Send it in parts',
    );
  });

  test('a file of more than 10 MB is 413, and JSON is 415', async () => {
    expect((await dryRun('x'.repeat(10 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await send(Buffer.alloc(10 * 1024 * 1024 + 1, 'x'))).status).toBe(413);
    expect((await manager.api.post(ROUTE, { rows: [] })).status).toBe(415);
  });
});

describe('who may import', () => {
  test('a role without the permission is 403, and so is a panel area of others', async () => {
    const assessor = await team.as('YJS_ASSESSOR');
    const elsewhere = await team.addArea('Leicestershire and Rutland');
    expect((await assessor.api.post(`${ROUTE}?dryRun=true`, referralFile({}), csv)).status).toBe(403);
    expect((await manager.api.post(`${ROUTE}?panelAreaId=${elsewhere}`, referralFile({}), csv)).status).toBe(403);
    expect((await assessor.api.get(ROUTE)).status).toBe(403);
  });

  test('somebody who serves two panel areas names one, and one alone', async () => {
    const other = await team.addArea('Elsewhere Two');
    const both = await team.hire(['PANEL_TEAM_MANAGER']);
    await service.app.get(ChangePerson, { strict: false }).execute(team.administrator.actor, both.id, {
      ...{ email: both.email, name: 'Both', agency: 'YOUTH_JUSTICE_SERVICE', state: 'ACTIVE', version: 1 },
      roles: [team.areaId, other].map((panelAreaId) => ({ role: 'PANEL_TEAM_MANAGER', panelAreaId })),
    });
    const run = async (text: string) => (await both.api.post(`${ROUTE}?dryRun=true`, text, csv)).body.errors;
    expect(await run(referralFile({}))).toEqual([
      { row: 0, column: 'panelArea', message: 'Choose the panel area, or name it in the file' },
    ]);
    expect(await run(referralFile({ panelArea: 'elsewhere two' }))).toEqual([]);
    expect(await run(referralFile({ panelArea: 'Elsewhere Two' }, { panelArea: 'Leicester City' }))).toEqual([
      { row: 3, column: 'panelArea', message: 'One file is for one panel area, and this row names another' },
    ]);
  });

  test('an import of another panel area is not there', async () => {
    const { body } = await apply(referralFile({ givenName: 'Not', familyName: 'Yours' }));
    const elsewhere = await team.hire(['PANEL_TEAM_MANAGER'], { areaId: await team.addArea('Elsewhere') });
    expect((await elsewhere.api.get(`${ROUTE}/${body.importId}`)).status).toBe(404);
    expect((await elsewhere.api.delete(`${ROUTE}/${body.importId}`)).status).toBe(404);
    expect((await elsewhere.api.get(ROUTE)).body).toEqual({ items: [], next: null });
    const half = await manager.api.get(`${ROUTE}?limit=1.5`);
    expect([half.status, half.body.errors[0].field]).toEqual([400, 'limit']);
    const own = await manager.api.get(`${ROUTE}?limit=1`);
    expect([own.body.items.length, own.body.items[0].id]).toEqual([1, body.importId]);
    const rest = await manager.api.get(`${ROUTE}?limit=1&after=${own.body.next}`);
    expect(rest.body.items[0].id < body.importId).toBe(true);
  });
});

describe('on pages', () => {
  let browser: PageClient;

  beforeAll(async () => {
    browser = await browserOf(service, team, manager);
  });

  const upload = async (text: string | Uint8Array) => {
    const shown = await browser.get('/referral-imports');
    return browser.postFile(
      '/referral-imports',
      { ...hiddenFields(shown.text), panelAreaId: team.areaId },
      { name: 'referrals.csv', text },
    );
  };

  test('a file is sent, checked, imported, and undone', async () => {
    const sent = await upload(referralFile({ givenName: 'Paged', familyName: 'Through' }));
    const check = sent.headers.get('location') ?? '';
    expect([sent.status, check]).toEqual([303, expect.stringMatching(/^\/referral-imports\/files\//)]);
    const checked = await browser.get(check);
    expect(checked.text).toContain('Import this referral');
    const done = await browser.fill(check, {});
    const address = done.headers.get('location') ?? '';
    expect([done.status, address]).toEqual([303, expect.stringMatching(/^\/referral-imports\/[0-9a-f-]+$/)]);
    expect((await browser.get(address)).text).toMatch(/JDP-26-/);
    expect((await browser.get(check)).status).toBe(404);
    expect((await browser.get(`${address}/undo`)).text).toContain('Undo the import');
    expect((await browser.fill(`${address}/undo`, {})).status).toBe(303);
    expect((await browser.get(address)).text).toContain('were removed');
    expect((await browser.get('/referral-imports')).text).toContain('Undone');
  });

  test('a double click on “Import” makes one import', async () => {
    const check =
      (await upload(referralFile({ givenName: 'Clicked', familyName: 'Twice' }))).headers.get('location') ?? '';
    const fields = hiddenFields((await browser.get(check)).text);
    const answers = [await browser.post(check, fields), await browser.post(check, fields)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers[0]?.headers.get('location')).toBe(answers[1]?.headers.get('location'));
  });

  test('a file with errors shows each row with its errors and cannot be imported', async () => {
    const check =
      (await upload(referralFile({ givenName: 'Good' }, { sex: 'BOY', dateOfBirth: '1/2/2012' }))).headers.get(
        'location',
      ) ?? '';
    const { text } = await browser.get(check);
    expect(text).toContain('2 referrals were read. 1 row has errors.');
    expect(text).toContain('sex: Select the child’s sex');
    expect(text).toContain('dateOfBirth: Write the day as year, month, day');
    expect(text).not.toContain('Import th');
    const { _csrf = '' } = hiddenFields((await browser.get('/referral-imports')).text);
    const forced = await browser.post(check, { _csrf });
    expect([forced.status, forced.text]).toEqual([422, expect.stringContaining('Row 3, sex')]);
  });

  test('the same file is refused with a link to its first import', async () => {
    const file = referralFile({ givenName: 'Again', familyName: 'Sent' });
    const { importId } = (await apply(file)).body;
    const check = (await upload(file)).headers.get('location') ?? '';
    const refused = await browser.fill(check, {});
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining(`/referral-imports/${importId}`)]);
  });

  test('no file, or one in UTF-16, is said beside the field, and the panel area stays chosen', async () => {
    const shown = await browser.get('/referral-imports');
    const none = await browser.fill('/referral-imports', { panelAreaId: team.areaId });
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('Choose a CSV file')]);
    const wrong = await upload(Buffer.from(shown.text, 'utf16le'));
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('This file is in UTF-16')]);
    expect(wrong.text).toContain(`value="${team.areaId}" selected`);
  });

  test('a file is the sender’s alone, and for a day', async () => {
    const check = (await upload(referralFile({ givenName: 'Private' }))).headers.get('location') ?? '';
    const other = await browserOf(service, team, await team.as('PANEL_TEAM_MANAGER', 2));
    expect((await other.get(check)).status).toBe(404);
    service.clock.fixed = new Date('2026-11-23T09:00:01Z');
    const later = await signedInAgain();
    expect((await later.get(check)).status).toBe(404);
    service.clock.fixed = new Date('2026-11-22T09:00:00Z');
    browser = await signedInAgain();
  });

  test('a file sent without the token of the form, or with a foreign one, is refused', async () => {
    const file = { name: 'referrals.csv', text: referralFile({}) };
    const before = await counts();
    expect((await browser.postFile('/referral-imports', { panelAreaId: team.areaId }, file)).status).toBe(403);
    const forged = { panelAreaId: team.areaId, _csrf: 'x'.repeat(64) };
    expect((await browser.postFile('/referral-imports', forged, file)).status).toBe(403);
    expect(await counts()).toEqual(before);
  });

  test('a file larger than 10 MB is refused with a page, and an empty one can be downloaded', async () => {
    expect((await upload(Buffer.alloc(10 * 1024 * 1024 + 1, 'x'))).status).toBe(413);
    const template = await browser.get('/referral-imports/template');
    expect(template.headers.get('content-type')).toContain('text/csv');
    expect(template.text).toMatch(/^\uFEFF?givenName,familyName,/);
  });
});

async function signedInAgain(): Promise<PageClient> {
  const browser = new PageClient(service.url);
  expect((await browser.signIn(manager.email, PASSWORD)).status).toBe(303);
  return browser;
}
