import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { array, assert, property, string } from 'fast-check';
import { parse } from 'csv-parse/sync';
import { tableFrom } from '../../src/exchange/csv-table.js';
import { readReferrals } from '../../src/exchange/read-referrals.js';
import { referralColumns } from '../../src/exchange/referral-columns.js';
import { referralDictionary, templateFile } from '../../src/exchange/referral-dictionary.js';
import { resolutionDictionary } from '../../src/exchange/resolution-dictionary.js';
import { csvCell, csvFile } from '../../src/exchange/safe-csv.js';
import { goodRow, referralFile } from '../support/referral-file.js';

const DICTIONARY = new URL('../../docs/referral-import.md', import.meta.url);
const AREA = '01890000-0000-7000-8000-000000000000';

const faultsIn = async (...rows: Record<string, string>[]) =>
  (await readReferrals(tableFrom(referralFile(...rows)).rows, AREA, '2026-11-22')).faults;

test('the column dictionary is the one that the columns print (npm run docs prints it again)', () => {
  expect(readFileSync(DICTIONARY, 'utf8')).toBe(referralDictionary());
});

test('the dictionary of resolutions is the one that its columns print', () => {
  const printed = new URL('../../docs/resolution-import.md', import.meta.url);
  expect(readFileSync(printed, 'utf8')).toBe(resolutionDictionary());
});

test('no two columns have one name or one place', () => {
  expect(new Set(referralColumns.map(({ name }) => name.toLowerCase())).size).toBe(referralColumns.length);
  expect(new Set(referralColumns.map(({ path }) => path)).size).toBe(referralColumns.length);
});

test('the template is a file whose headings are all known, with no row', () => {
  expect(tableFrom(templateFile()).faults).toEqual([
    { row: 0, column: '', message: 'The file has no row below its headings' },
  ]);
});

/** What stands with a column when it is filled, so that nothing else is missing. */
const around = (column: string): Record<string, string> => {
  const [group = ''] = /^(offence|victim)\d/.exec(column) ?? [];
  if (group.startsWith('offence')) {
    const scored = column.includes('Gravity')
      ? { GravityEdition: 'NPCC-CGM-2025-02', GravityStart: '2', GravityFinal: '2' }
      : {};
    const filled = { Date: '2026-09-01', Class: '46', Description: 'Took a drink', ...scored };
    return withGroup(Math.min(Number(group.at(-1)), 3), 'offence', filled);
  }
  if (group.startsWith('victim')) {
    return { ...withGroup(Number(group.at(-1)), 'victim', { Kind: 'PERSON', Consent: 'GIVEN' }), noVictimReason: '' };
  }
  if (column === 'bailDate') return { policeStatus: 'BAIL' };
  if (column === 'ethnicityNotStatedReason') return { ethnicityCode: 'NOT_STATED' };
  if (column.startsWith('appropriateAdult')) {
    return { appropriateAdultName: 'Jo Applegarth', appropriateAdultRelationship: 'Father' };
  }
  return {};
};

const withGroup = (count: number, group: string, filled: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) =>
      Object.entries(filled).map(([name, value]) => [`${group}${index + 1}${name}`, value] as const),
    ).flat(),
  );

const coded = referralColumns.filter(({ values, name }) => values && name !== 'ethnicityCode');

test.each(coded.map(({ name, values = [] }) => [name, values] as const))(
  'every value the dictionary allows in %s is taken, and no other',
  async (name, values) => {
    const rows = values.map((value) => ({
      ...around(name),
      ...(value === 'BAIL' ? { bailDate: '2026-12-01' } : {}),
      [name]: value,
    }));
    const faults = await faultsIn(...rows);
    expect(faults.filter(({ column }) => column === name)).toEqual([]);
    expect((await faultsIn({ ...around(name), [name]: '99' })).map(({ column }) => column)).toContain(name);
  },
);

test('every ethnicity the dictionary allows is taken in one of the schemes', async () => {
  const { values: codes = [] } = referralColumns.find(({ name }) => name === 'ethnicityCode') ?? {};
  const schemes = ['18+1', '16+1', 'CENSUS_2021'];
  const rows = codes.flatMap((ethnicityCode) =>
    schemes.map((ethnicityScheme) => ({ ethnicityCode, ethnicityScheme, ethnicityNotStatedReason: 'DECLINED' })),
  );
  const faulty = new Set((await faultsIn(...rows)).map(({ row }) => row));
  const taken = new Set(rows.filter((_, index) => !faulty.has(index + 2)).map(({ ethnicityCode }) => ethnicityCode));
  expect([...taken].toSorted()).toEqual([...codes].toSorted());
});

const limited = referralColumns.filter(({ limit, path }) => limit && path !== 'panelAreaId');

test.each(limited.map(({ name, limit = 0 }) => [name, limit] as const))(
  'text in %s may have %i characters and no more',
  async (name, limit) => {
    const faults = await faultsIn(
      { ...around(name), [name]: 'x'.repeat(limit) },
      { ...around(name), [name]: 'x'.repeat(limit + 1) },
    );
    expect(faults.filter(({ column }) => column === name).map(({ row }) => row)).toEqual([3]);
  },
);

test.each(referralColumns.filter(({ required }) => required === true).map(({ name }) => name))(
  'a row without %s is refused there',
  async (name) => {
    const faults = await faultsIn({ ...goodRow, [name]: '' });
    expect(faults.map(({ column }) => column)).toContain(name);
  },
);

test('a file we send reads back as it was, and no cell of it is a formula', () => {
  assert(
    property(array(array(string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (table) => {
      const read: string[][] = parse(csvFile(table), { bom: true, record_delimiter: '\r\n' });
      expect(read.map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')))).toEqual(table);
    }),
  );
  for (const start of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
    expect(csvCell(`${start}1+1`).replace(/^"/, '')).toMatch(/^'/);
  }
});
