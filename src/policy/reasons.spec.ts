import { describe, expect, test } from '@jest/globals';
import { blockersOf } from './gate.js';
import { reasonGates, type ReasonFacts, reasonPartCodes } from './reasons.js';
import type { RuleCode } from './rules.js';

const reasons = { child: 'x', carer: 'x', victim: 'x', safety: 'x', harm: 'x', identity: 'x', earlierDisposals: 'x' };
const optionsConsidered = [
  { disposal: 'COMMUNITY_RESOLUTION', reason: 'enough' },
  { disposal: 'CHARGE', reason: 'too heavy' },
];
const written: ReasonFacts = {
  ...{ caseId: 'c1', disposal: 'COMMUNITY_RESOLUTION', optionsConsidered, reasons },
  ...{ victims: [{ victimId: 'v1' }], missing: [] },
};

const find = (code: RuleCode, change: ReasonFacts) =>
  blockersOf(reasonGates, { ...written, ...change }).find((one) => one.code === code);

describe('the reasons', () => {
  test.each(reasonPartCodes)('say how %s bore on the recommendation', (part) => {
    expect(find('REASONS_MISSING', {})).toBeUndefined();
    expect(find('REASONS_MISSING', { reasons: { ...reasons, [part]: ' ' } })).toBeDefined();
  });

  test('name the options considered, each with why', () => {
    expect(find('REASONS_MISSING', { optionsConsidered: [] })?.message).toContain('(Options considered');
    const [chosen, other] = optionsConsidered;
    expect(find('REASONS_MISSING', { optionsConsidered: [chosen!, { disposal: 'CHARGE' }] })).toBeDefined();
    const without = find('REASONS_MISSING', { optionsConsidered: [other!] });
    expect(without?.message).toContain('not all written (Add the recommended disposal to the options considered)');
  });

  test('name everything that is left at once', () => {
    const found = find('REASONS_MISSING', { reasons: { child: 'x', victim: 'x', harm: 'x', earlierDisposals: 'x' } });
    expect(found?.message).toContain('(What the parent or carer said, Safety and wellbeing, Ethnicity and identity)');
    expect(found?.mend).toBe('/cases/c1/recommendation');
  });
});

describe('of victims', () => {
  const two = [{ victimId: 'v1' }, { victimId: 'v2' }];
  const { victim: _, ...others } = reasons;
  const about = (...ids: string[]) => ids.map((victimId) => ({ victimId, reason: 'They asked to be left alone.' }));

  test('one is written about once, under either name', () => {
    expect(find('REASONS_MISSING', { reasons: { ...others, victims: about('v1') } })).toBeUndefined();
    expect(find('REASONS_MISSING', { reasons: { ...others, victims: about('v2') } })).toBeDefined();
  });

  test('several are written about one by one, and the one left out is named by place alone', () => {
    expect(find('REASONS_MISSING', { victims: two })?.message).toContain('(Victim 1, Victim 2)');
    const one = { ...reasons, victims: about('v1') };
    expect(find('REASONS_MISSING', { victims: two, reasons: one })?.message).toContain('(Victim 2)');
    const both = { ...others, victims: about('v2', 'v1') };
    expect(find('REASONS_MISSING', { victims: two, reasons: both })).toBeUndefined();
  });

  test('where there is none it is still said what that meant', () => {
    expect(find('REASONS_MISSING', { victims: [] })).toBeUndefined();
    expect(find('REASONS_MISSING', { victims: [], reasons: others })).toBeDefined();
  });

  test('while nobody knows who they are nothing counts as written', () => {
    expect(find('REASONS_MISSING', { victims: null })).toBeDefined();
  });
});

describe('the least criminalising option', () => {
  const code = 'LEAST_CRIMINALISING_NOT_EXPLAINED';
  const charge = { disposal: 'CHARGE' };

  test.each(['NO_FURTHER_ACTION', 'OUTCOME_22', 'COMMUNITY_RESOLUTION'])('is recommended with %s', (disposal) => {
    expect(find(code, { disposal })).toBeUndefined();
  });

  test.each(['YOUTH_CAUTION', 'YOUTH_CONDITIONAL_CAUTION', 'CHARGE', 'DETENTION', null])(
    'is explained before %s is recommended',
    (disposal) => {
      const heavy = [{ disposal: 'CHARGE', reason: 'too heavy' }];
      expect(find(code, { disposal, optionsConsidered: heavy })).toMatchObject({ severity: 'OVERRIDE' });
    },
  );

  test('is explained by an option that is neither caution nor charge, with why it was not enough', () => {
    const less = { disposal: 'OUTCOME_22', reason: 'She left the last activity after a day.' };
    expect(find(code, { ...charge, optionsConsidered: [less] })).toBeUndefined();
    expect(find(code, { ...charge, optionsConsidered: [{ ...less, reason: ' ' }] })).toBeDefined();
    expect(find(code, { ...charge, optionsConsidered: [{ ...less, disposal: 'YOUTH_CAUTION' }] })).toBeDefined();
  });

  test('is explained by naming one that is neither, and by no other', () => {
    const least = { disposal: 'OUTCOME_22', reason: 'An activity would not keep her from the house.' };
    const named = (leastCriminalising: ReasonFacts['leastCriminalising']) =>
      find(code, { ...charge, leastCriminalising });
    expect(named(least)).toBeUndefined();
    expect(named({ ...least, reason: '' })).toBeDefined();
    expect(named({ ...least, disposal: 'YOUTH_CAUTION' })).toBeDefined();
    expect(named({ ...least, disposal: 'CHARGE' })).toBeDefined();
  });
});

describe('what was missing', () => {
  const code = 'MISSING_INFORMATION_NOT_EXPLAINED';
  const missing = ['A required agency check has no reply'];
  const wentOn = { status: 'WENT_ON', reason: 'Health was rung in the meeting and knows nothing.' };

  test('is explained, and “nothing” does not do where something was', () => {
    expect(find(code, { missing })?.message).toContain(`(${missing[0]})`);
    expect(find(code, { missing, missingInformation: { status: 'NOTHING' } })).toBeDefined();
    expect(find(code, { missing, missingInformation: { ...wentOn, reason: ' ' } })).toBeDefined();
    expect(find(code, { missing, missingInformation: wentOn })).toBeUndefined();
  });

  test('need not be said where nothing was, and is not taken to be nothing where nobody looked', () => {
    expect(find(code, {})).toBeUndefined();
    expect(find(code, { missing: null })).toBeDefined();
  });
});
