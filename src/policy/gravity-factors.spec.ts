import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { gravityEditionCodes } from './gravity.js';
import { factorFaults, factorName, factorsOf, type FactorKind } from './gravity-factors.js';

const fingerprint = (list: object): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 16);

describe('a list of factors', () => {
  // A list that was used is read by every scoring made with it. A new edition gets a list and a line of its own.
  const published: Readonly<Record<string, string>> = {
    'NPCC-CGM-2023-10': '877a94cd42b8afa6',
    'NPCC-CGM-2025-02': '877a94cd42b8afa6',
  };

  test.each(gravityEditionCodes)('of %s is the one that was published', (edition) => {
    expect(fingerprint(factorsOf(edition))).toBe(published[edition]);
  });

  test('has factors of both kinds, each kind with one for what it does not name', () => {
    for (const edition of gravityEditionCodes) {
      const list = factorsOf(edition);
      expect(new Set(Object.values(list).map(({ kind }) => kind)).size).toBe(2);
      expect([list['OTHER_AGGRAVATING']?.kind, list['OTHER_MITIGATING']?.kind]).toEqual(['AGGRAVATING', 'MITIGATING']);
    }
  });

  test('says a factor in its words, and one that it does not know as it was written', () => {
    expect(factorName('NPCC-CGM-2025-02', 'REMORSE')).toContain('sorry');
    expect(factorName('NPCC-CGM-2025-02', 'youth')).toBe('youth');
    expect(factorName('NPCC-CGM-2025-02', 'toString')).toBe('toString');
    expect(factorName('ACPO-2013', 'REMORSE')).toBe('REMORSE');
    expect(factorName(null, 'REMORSE')).toBe('REMORSE');
  });
});

describe('the factors of a scoring', () => {
  const given = (code: string, kind: FactorKind) => ({ code, kind });
  const [up, down] = ['AGGRAVATING', 'MITIGATING'] as const;
  const faults = (factors: ReturnType<typeof given>[], asWritten: Parameters<typeof factorFaults>[2] = []) =>
    factorFaults('NPCC-CGM-2025-02', factors, asWritten).map(({ field }) => field);

  test.each<[string, ReturnType<typeof given>[], string[]]>([
    ['are those of the list', [given('REMORSE', down), given('WEAPON', up)], []],
    ['have the kind of the list', [given('REMORSE', up)], ['factors[0].kind']],
    ['stand there once', [given('REMORSE', down), given('REMORSE', down)], ['factors[1].code']],
    ['are no others', [given('NOT_A_FACTOR', up)], ['factors[0].code']],
    ['that no list names may be several', [given('OTHER_MITIGATING', down), given('OTHER_MITIGATING', down)], []],
    ['that no list names have their kind too', [given('OTHER_MITIGATING', up)], ['factors[0].kind']],
  ])('%s', (_, factors, expected) => expect(faults(factors)).toEqual(expected));

  test('may be in the words of police, and keep what they were', () => {
    expect(faults([given('loud', up), given('loud', up)], 'ALL')).toEqual(['factors[1].code']);
    expect(faults([given('REMORSE', up)], 'ALL')).toEqual(['factors[0].kind']);
    expect(faults([given('loud', up)], [given('loud', up)])).toEqual([]);
    expect(faults([given('loud', down)], [given('loud', up)])).toEqual(['factors[0].kind']);
    expect(factorFaults('ACPO-2013', [given('REMORSE', down)], [])).toHaveLength(1);
  });
});
