import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inputFrom, typedFrom } from './form-body.js';
import type { Field } from './form-fields.js';

const fields: readonly Field[] = [
  { id: 'name', ask: 'Name', kind: 'TEXT', limit: 100 },
  { id: 'words', ask: 'What was said?', kind: 'LONG_TEXT', limit: 2000 },
  { id: 'heardOn', ask: 'When?', kind: 'DAY' },
  { id: 'score', ask: 'Score', kind: 'NUMBER', least: 1, most: 5 },
  { id: 'features', ask: 'Features', kind: 'CHOICES', options: [{ value: 'KNIFE', label: 'Knife' }] },
  { id: 'status', ask: 'Heard?', kind: 'CHOICE', options: [{ value: 'NO', label: 'No' }] },
  { id: 'reason', ask: 'Why not?', kind: 'TEXT', limit: 100, when: { question: 'status', is: 'NO' } },
  { id: 'officer.name', ask: 'Officer', kind: 'TEXT', limit: 100 },
  { id: 'officer.since', ask: 'Since', kind: 'DAY' },
  {
    id: 'attempts',
    ask: 'Attempts',
    kind: 'GROUP',
    most: 30,
    itemName: 'attempt',
    questions: [
      { id: 'on', ask: 'When?', kind: 'DAY' },
      { id: 'result', ask: 'What came of it?', kind: 'TEXT', limit: 100 },
    ],
  },
];
const empty = { features: [], attempts: [] };
const day = (day: string, month: string, year: string) => ({
  'heardOn-day': day,
  'heardOn-month': month,
  'heardOn-year': year,
});

describe('A posted form', () => {
  it('loses its own controls and its blanks, and its text the spaces around it', () => {
    const body = { _csrf: 'a', _key: 'b', _add: 'attempts', name: '  Ann ', words: ' \r\n', version: '3' };
    expect(inputFrom(fields, body)).toEqual({ ...empty, name: 'Ann', version: 3 });
  });

  it('keeps the lines of a long text as single line ends', () => {
    expect(inputFrom(fields, { words: 'one\r\ntwo' })).toEqual({ ...empty, words: 'one\ntwo' });
  });

  it('joins the parts of a real day, with the month as a number or a name', () => {
    expect(inputFrom(fields, day('2', '3', '2026'))).toEqual({ ...empty, heardOn: '2026-03-02' });
    expect(inputFrom(fields, day(' 2', 'March ', '2026'))).toEqual({ ...empty, heardOn: '2026-03-02' });
  });

  it('keeps what is no day as it was typed', () => {
    expect(inputFrom(fields, day('31', '2', '2026'))).toEqual({ ...empty, heardOn: '2026-2-31' });
    expect(inputFrom(fields, day('', '2', '2026'))).toEqual({ ...empty, heardOn: '2026-2-' });
    expect(inputFrom(fields, day('a', 'b', 'c'))).toEqual({ ...empty, heardOn: 'c-b-a' });
  });

  it('reads numbers, and leaves to the check what is none', () => {
    expect(inputFrom(fields, { score: ' 4 ' })).toEqual({ ...empty, score: 4 });
    expect(inputFrom(fields, { score: '0x4' })).toEqual({ ...empty, score: '0x4' });
    expect(inputFrom(fields, { version: 'later' })).toEqual({ ...empty, version: 'later' });
  });

  it('always has a list where several answers may be chosen', () => {
    expect(inputFrom(fields, { features: 'KNIFE' })).toEqual({ ...empty, features: ['KNIFE'] });
    expect(inputFrom(fields, { features: { 0: 'KNIFE', 1: 'HATE' } }).features).toEqual(['KNIFE', 'HATE']);
  });

  it('drops blank rows and keeps the order of the others, however they were numbered', () => {
    const rows = [
      { 'on-day': '', result: ' ' },
      { 'on-day': '1', 'on-month': '10', 'on-year': '2026', result: 'Out' },
    ];
    const expected = { ...empty, attempts: [{ on: '2026-10-01', result: 'Out' }] };
    expect(inputFrom(fields, { attempts: rows })).toEqual(expected);
    expect(inputFrom(fields, { attempts: { 25: { result: 'b' }, 3: { result: 'a' } } }).attempts).toEqual([
      { result: 'a' },
      { result: 'b' },
    ]);
  });

  it('nests a name with dots, posted with dots, with brackets or nested already', () => {
    const expected = { ...empty, officer: { name: 'Lee', since: '2026-01-05' } };
    const [d, m, y] = ['5', '1', '2026'];
    const nested = { name: 'Lee', 'since-day': d, 'since-month': m, 'since-year': y };
    expect(inputFrom(fields, { officer: nested })).toEqual(expected);
    const dotted = { 'officer.name': 'Lee', 'officer.since-day': d, 'officer.since-month': m, 'officer.since-year': y };
    expect(inputFrom(fields, dotted)).toEqual(expected);
    expect(inputFrom(fields, { 'officer[name]': 'Lee', officer: { since: '2026-01-05' } })).toEqual(expected);
  });

  it('has no answer to a question that is not asked, but what was typed still has it', () => {
    const body = { status: 'YES', reason: 'Was away' };
    expect(inputFrom(fields, body)).toEqual({ ...empty, status: 'YES' });
    expect(typedFrom(fields, body)).toEqual({ ...empty, ...body });
    expect(inputFrom(fields, { ...body, status: 'NO' }).reason).toBe('Was away');
  });

  it('keeps fields it does not know, so that the check can refuse them by name', () => {
    expect(inputFrom(fields, { isAdministrator: '1', attempts: [{ result: 'a', extra: 'b' }] })).toEqual({
      ...empty,
      isAdministrator: '1',
      attempts: [{ result: 'a', extra: 'b' }],
    });
  });

  it('takes anything at all without failing, and reads its own result as the same', () => {
    const key = fc.constantFrom(
      'name',
      'heardOn',
      'heardOn-day',
      'attempts',
      'officer',
      'officer.name',
      'features',
      '0',
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(fc.string(), fc.array(tie('any'), { maxLength: 3 }), tie('record')),
      record: fc.dictionary(key, tie('any'), { maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(value.any, (body) => {
        const once = typedFrom(fields, body);
        expect(typedFrom(fields, once)).toEqual(once);
      }),
      { examples: [[{ officer: [], 'officer.name': {} }]] },
    );
  });

  test('takes a form in which everything is blank', () => {
    expect(typedFrom(fields, { name: ' ', officer: { name: '' } })).toEqual(typedFrom(fields, {}));
  });
});
