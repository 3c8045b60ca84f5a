import { describe, expect, test } from '@jest/globals';
import type { Disposal } from './disposal.js';
import { choosableRules, faultsInRow, keptRules } from './disposal-changes.js';
import { disposalCodes, disposals } from './disposals.js';
import { ruleCodes, type RuleCode } from './rules.js';

const today = '2026-11-23';
const faultsOf = (row: Disposal, before: Disposal | null = null, fromDay = today) =>
  faultsInRow(row, before, fromDay, today).map(({ field, message }) => `${field}: ${message}`);
const without = (row: Disposal, code: RuleCode): Disposal => ({
  ...row,
  rules: row.rules.filter((one) => one !== code),
  outcomeRules: row.outcomeRules.filter((one) => one !== code),
});
const pledge: Disposal = {
  ...disposals.COMMUNITY_RESOLUTION,
  ...{ code: 'COMMUNITY_PLEDGE', name: 'Community pledge', homeOfficeOutcome: null },
};

/** What the Act asks of the two cautions: nobody can take it off. Crime and Disorder Act 1998 ss66ZA to 66C. */
const ofCautions: RuleCode[] = [
  ...(['AGE_UNDER_10', 'AGE_18_OR_OVER', 'EVIDENCE_INSUFFICIENT', 'ADMISSION_REQUIRED', 'YCC_ATTENDANCE_CAP'] as const),
  ...(['APPROPRIATE_ADULT_MISSING', 'EXPLANATION_MISSING'] as const),
];
const ofConditional: RuleCode[] = [...ofCautions, 'YCC_CONDITIONS_REQUIRED', 'YCC_PENALTY_CAP', 'CONSENT_MISSING'];

describe('an administrator', () => {
  test.each([
    ['YOUTH_CAUTION', ofCautions],
    ['YOUTH_CONDITIONAL_CAUTION', ofConditional],
  ] as const)('cannot take off what statute asks of a %s', (code, asked) => {
    for (const rule of asked) {
      const faults = faultsOf(without(disposals[code], rule));
      expect([rule, faults]).toEqual([
        rule,
        [expect.stringMatching(/^(rules|outcomeRules): .*cannot be taken off \(.+\)$/)],
      ]);
    }
  });

  test('can take off what rests on guidance or practice', () => {
    expect(faultsOf(without(disposals.COMMUNITY_RESOLUTION, 'RESPONSIBILITY_NOT_ACCEPTED'))).toEqual([]);
    expect(faultsOf(without(disposals.YOUTH_CAUTION, 'YCC_DEADLINE'))).toEqual([]);
  });

  test('keeps what holds the record of a new disposal sound', () => {
    for (const rule of [
      ...([
        'DISPOSAL_NOT_IN_FORCE',
        'AGE_UNDER_10',
        'POLICE_DECISION_MISSING',
        'OUTCOME_DIFFERS_FROM_DECISION',
      ] as const),
    ]) {
      expect([rule, faultsOf(without(pledge, rule)).length]).toEqual([rule, 1]);
    }
    expect(faultsOf(pledge)).toEqual([]);
  });

  test('adds no caution, and no caution that makes no first-time entrant', () => {
    expect(faultsOf({ ...pledge, homeOfficeOutcome: '2' })[0]).toMatch(/^homeOfficeOutcome: .*s66ZA\(6\)/);
    expect(faultsOf({ ...disposals.YOUTH_CAUTION, firstTimeEntrant: false })[0]).toMatch(/^firstTimeEntrant/);
  });

  test('chooses rules only where they are looked at', () => {
    expect(faultsOf({ ...pledge, rules: [...pledge.rules, 'CHILD_NOT_HEARD'] })[0]).toMatch(/^rules: CHILD_NOT_HEARD/);
    expect(faultsOf({ ...pledge, outcomeRules: [...pledge.outcomeRules, 'AGE_UNDER_10'] })[0]).toMatch(/^outcomeRules/);
  });

  test('changes nothing of days gone by, and ends nothing before it began', () => {
    expect(faultsOf(pledge, null, '2026-11-22')[0]).toMatch(/^fromDay/);
    expect(faultsOf({ ...pledge, validTo: '2026-11-22' })[0]).toMatch(/^validTo/);
    expect(faultsOf({ ...pledge, validFrom: '2027-01-01', validTo: '2026-12-01' })[0]).toMatch(/^validTo/);
    const over = { ...pledge, validTo: '2026-01-31' };
    expect(faultsOf({ ...over, name: 'As it was called' }, over)).toEqual([]);
  });
});

test('every row of the rule book may be saved as it is, and names only rules that can be chosen', () => {
  for (const code of disposalCodes) expect([code, faultsOf(disposals[code], disposals[code])]).toEqual([code, []]);
  for (const rule of Object.values(choosableRules).flat()) expect(ruleCodes).toContain(rule);
  expect(keptRules('YOUTH_CAUTION', 'registerRules')).toEqual([]);
});
