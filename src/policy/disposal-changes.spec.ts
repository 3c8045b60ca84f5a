import { describe, expect, test } from '@jest/globals';
import type { Disposal } from './disposal.js';
import { choosableRules, faultsInEditionDays, faultsInRow, keptRules } from './disposal-changes.js';
import { disposalCodes, disposalOf, disposals } from './disposals.js';
import { ruleCodes, type RuleCode } from './rules.js';

const today = '2026-11-23';
const faultsOf = (row: Disposal, before: Disposal | null = disposalOf(row.code), fromDay = today) =>
  faultsInRow(row, { before, others: Object.values(disposals), fromDay, today }).map(
    ({ field, message }) => `${field}: ${message}`,
  );
const without = (row: Disposal, code: RuleCode): Disposal => ({
  ...row,
  rules: row.rules.filter((one) => one !== code),
  outcomeRules: row.outcomeRules.filter((one) => one !== code),
});
const pledge: Disposal = {
  ...disposals.COMMUNITY_RESOLUTION,
  ...{ code: 'COMMUNITY_PLEDGE', name: 'Community pledge', homeOfficeOutcome: null, validFrom: today },
};

/** What the Act asks of the two cautions: nobody can take it off. Crime and Disorder Act 1998 ss66ZA to 66C. */
const ofCautions: RuleCode[] = [
  ...(['AGE_UNDER_10', 'AGE_18_OR_OVER', 'EVIDENCE_INSUFFICIENT', 'ADMISSION_REQUIRED', 'YCC_ATTENDANCE_CAP'] as const),
  ...(['APPROPRIATE_ADULT_MISSING', 'EXPLANATION_MISSING'] as const),
];
const ofConditional: RuleCode[] = [...ofCautions, 'YCC_CONDITIONS_REQUIRED', 'YCC_PENALTY_CAP', 'CONSENT_MISSING'];

/** What NPCC guidance lays down for a community resolution. */
const ofResolutions: RuleCode[] = [
  ...(['EVIDENCE_INSUFFICIENT', 'RESPONSIBILITY_NOT_ACCEPTED'] as const),
  ...(['APPROPRIATE_ADULT_MISSING', 'CONSENT_MISSING'] as const),
];

describe('an administrator', () => {
  test.each([
    ['YOUTH_CAUTION', ofCautions],
    ['YOUTH_CONDITIONAL_CAUTION', ofConditional],
    ['COMMUNITY_RESOLUTION', ofResolutions],
  ] as const)('cannot take off what makes a %s', (code, asked) => {
    for (const rule of asked) {
      const faults = faultsOf(without(disposals[code], rule));
      expect([rule, faults]).toEqual([
        rule,
        [expect.stringMatching(/^(rules|outcomeRules): .*cannot be taken off \(.+\)$/)],
      ]);
    }
  });

  test('can take off what rests on guidance or practice', () => {
    expect(faultsOf(without(disposals.OUTCOME_22, 'CPS_AUTHORITY_REQUIRED'))).toEqual([]);
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

  test.each([
    ['COMMUNITY_RESOLUTION', { homeOfficeOutcome: '2' }, /^homeOfficeOutcome: .*s66ZA\(6\)/],
    ['COMMUNITY_RESOLUTION', { homeOfficeOutcome: null }, /^homeOfficeOutcome: .*outcome 8/],
    ['COMMUNITY_RESOLUTION', { firstTimeEntrant: true }, /^firstTimeEntrant: It makes no/],
    ['YOUTH_CAUTION', { homeOfficeOutcome: '3' }, /^homeOfficeOutcome: .*s66ZA\(6\)/],
    ['YOUTH_CONDITIONAL_CAUTION', { homeOfficeOutcome: '3A' }, /^homeOfficeOutcome: .*s66ZA\(6\)/],
    ['YOUTH_CAUTION', { homeOfficeOutcome: '22' }, /^homeOfficeOutcome: .*outcome 2:/],
    ['YOUTH_CAUTION', { informal: true }, /^informal: /],
    ['CHARGE', { homeOfficeOutcome: '8' }, /^homeOfficeOutcome: .*outcome 1:/],
    ['CHARGE', { informal: true }, /^informal: /],
    ['CHARGE', { firstTimeEntrant: false }, /^firstTimeEntrant: It makes a/],
    ['NO_FURTHER_ACTION', { homeOfficeOutcome: '21' }, /^homeOfficeOutcome: .*by its reason/],
  ] as const)('cannot make another thing of %s: %j', (code, change, fault) => {
    expect(faultsOf({ ...disposals[code], ...change })).toEqual([expect.stringMatching(fault)]);
  });

  test('may report an alternate offence, which is no other outcome', () => {
    expect(faultsOf({ ...disposals.CHARGE, homeOfficeOutcome: '1A' })).toEqual([]);
    expect(faultsOf({ ...disposals.YOUTH_CAUTION, homeOfficeOutcome: '2A' })).toEqual([]);
  });

  test.each([
    ['99', /There is no outcome 99/],
    ['24', /There is no outcome 24/],
    ['08', /There is no outcome 08/],
    ['8A', /There is no outcome 8A/],
    ['0', /“not yet assigned”, is no outcome/],
    ['6', /not given to anybody under 18/],
    ['7', /for adults alone/],
  ])('is reported by no outcome %s', (homeOfficeOutcome, words) => {
    const faults = faultsOf({ ...pledge, homeOfficeOutcome });
    expect(faults).toEqual([expect.stringMatching(words)]);
    expect(faults[0]).toMatch(/^homeOfficeOutcome: .*Home Office crime outcomes framework/);
  });

  test('is reported by an outcome of the framework, and by none where the reason determines it', () => {
    for (const homeOfficeOutcome of [null, '1', '1A', '8', '10', '20', '21', '22', '23']) {
      expect([homeOfficeOutcome, faultsOf({ ...pledge, homeOfficeOutcome })]).toEqual([homeOfficeOutcome, []]);
    }
    expect(faultsOf({ ...disposals.CHARGE, homeOfficeOutcome: '1B' })[0]).toMatch(/There is no outcome 1B/);
  });

  test('adds nothing that is informal and makes a first-time entrant', () => {
    expect(faultsOf({ ...pledge, firstTimeEntrant: true })[0]).toMatch(/^informal: /);
    expect(faultsOf({ ...pledge, firstTimeEntrant: true, informal: false })).toEqual([]);
  });

  test('gives no name that another in force has, case and spaces aside', () => {
    expect(faultsOf({ ...pledge, name: ' youth  CAUTION ' })).toEqual([
      'name: Another disposal is called that (YOUTH_CAUTION): enter another name',
    ]);
    expect(faultsOf({ ...disposals.CHARGE, name: 'Youth Caution' })[0]).toMatch(/^name: /);
    expect(faultsOf({ ...pledge, name: disposals.OUTCOME_22_DEFERRED.name })).toEqual([]);
  });

  test('ends whatever there is', () => {
    const unlawful = { ...pledge, name: 'Youth caution', firstTimeEntrant: true, validFrom: '2026-01-01' };
    const facts = { before: unlawful, others: Object.values(disposals), fromDay: today, today };
    expect(faultsInEditionDays({ ...unlawful, validTo: today }, facts)).toEqual([]);
    expect(faultsInEditionDays({ ...unlawful, validTo: '2026-11-22' }, facts)).toHaveLength(1);
  });

  test('chooses rules only where they are looked at', () => {
    expect(faultsOf({ ...pledge, rules: [...pledge.rules, 'CHILD_NOT_HEARD'] })[0]).toMatch(/^rules: CHILD_NOT_HEARD/);
    expect(faultsOf({ ...pledge, outcomeRules: [...pledge.outcomeRules, 'AGE_UNDER_10'] })[0]).toMatch(/^outcomeRules/);
  });

  test('changes nothing of days gone by, and ends nothing before it began', () => {
    expect(faultsOf(pledge, null, '2026-11-22')[0]).toMatch(/^fromDay/);
    expect(faultsOf({ ...pledge, validTo: '2026-11-22' })[0]).toMatch(/^validTo/);
    expect(faultsOf({ ...pledge, validFrom: '1900-01-01' })[0]).toMatch(/^validFrom/);
    expect(faultsOf({ ...pledge, validFrom: '1900-01-01' }, { ...pledge, validFrom: '1900-01-01' })).toEqual([]);
    expect(faultsOf({ ...pledge, validFrom: '1900-01-01' }, pledge)[0]).toMatch(/^validFrom/);
    expect(faultsOf({ ...pledge, validFrom: '2027-01-01', validTo: '2026-12-01' })[0]).toMatch(/^validTo/);
    const over = { ...pledge, validFrom: '2026-01-01', validTo: '2026-01-31' };
    expect(faultsOf({ ...over, name: 'As it was called' }, over)).toEqual([]);
  });
});

test('every row of the rule book may be saved as it is, and names only rules that can be chosen', () => {
  for (const code of disposalCodes) expect([code, faultsOf(disposals[code], disposals[code])]).toEqual([code, []]);
  for (const rule of Object.values(choosableRules).flat()) expect(ruleCodes).toContain(rule);
  expect(keptRules('YOUTH_CAUTION', 'registerRules')).toEqual([]);
});
