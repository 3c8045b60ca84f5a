import { describe, expect, test } from '@jest/globals';
import { dutiesAfter, dutyAfterFailure, type DutyFacts, haveEnhancedRights } from './duties.js';
import { homeOfficeOutcome, outcomeBlockers, type OutcomeFacts } from './outcome-gates.js';
import type { RuleCode } from './rules.js';

const find = (code: RuleCode, disposal: string, facts: OutcomeFacts = {}) =>
  outcomeBlockers({ caseId: 'c1', disposal, ...facts }).find((one) => one.code === code);

describe('an outcome', () => {
  test('of a conditional caution is signed, of a resolution agreed', () => {
    expect(find('CONSENT_MISSING', 'YOUTH_CONDITIONAL_CAUTION', { consent: 'GIVEN' })).toMatchObject({
      severity: 'STOP',
    });
    expect(find('CONSENT_MISSING', 'COMMUNITY_RESOLUTION', { consent: 'GIVEN' })).toBeUndefined();
    expect(find('CONSENT_MISSING', 'COMMUNITY_RESOLUTION', { consent: 'REFUSED' })).toMatchObject({
      severity: 'OVERRIDE',
    });
    expect(find('CONSENT_MISSING', 'YOUTH_CAUTION')).toBeUndefined();
  });

  test('needs an appropriate adult, hard for cautions and softer for a resolution', () => {
    expect(find('APPROPRIATE_ADULT_MISSING', 'YOUTH_CAUTION')).toMatchObject({ severity: 'STOP' });
    expect(find('APPROPRIATE_ADULT_MISSING', 'COMMUNITY_RESOLUTION')).toMatchObject({ severity: 'OVERRIDE' });
    expect(find('APPROPRIATE_ADULT_MISSING', 'OUTCOME_22')).toBeUndefined();
  });

  test('of an activity waits for its completion', () => {
    const at = (deliveryStatus: string) => find('ACTIVITY_NOT_COMPLETED', 'OUTCOME_23', { deliveryStatus });
    for (const status of ['PLANNED', 'UNDER_WAY', 'NOT_COMPLETED', 'NOT_NEEDED']) expect(at(status)).toBeDefined();
    expect(at('COMPLETED')).toBeUndefined();
  });

  test('tells no victim where there is none', () => {
    expect(find('VICTIM_NOT_INFORMED', 'OUTCOME_20', { noIdentifiableVictimReason: 'possession' })).toBeUndefined();
  });

  test('has the number of its disposal, or of the reason for no further action', () => {
    expect(homeOfficeOutcome('COMMUNITY_RESOLUTION')).toBe('8');
    expect(homeOfficeOutcome('NO_FURTHER_ACTION', 'TIME_LIMIT_EXPIRED')).toBe('17');
    expect(homeOfficeOutcome('NO_FURTHER_ACTION')).toBeNull();
  });
});

describe('after an outcome', () => {
  const owed = (facts: DutyFacts) => dutiesAfter({ givenOn: '2026-12-23', earlierDisposals: [], victims: 0, ...facts });
  const codes = (facts: DutyFacts) => owed(facts).map(({ code }) => code);
  const again = { disposal: 'YOUTH_CAUTION', earlierDisposals: [{ disposal: 'YOUTH_CONDITIONAL_CAUTION' }] };

  test('every youth caution is referred to the youth justice service', () => {
    expect(codes({ disposal: 'YOUTH_CAUTION' })).toEqual(['REFER_TO_YJS']);
    expect(codes({ disposal: 'COMMUNITY_RESOLUTION' })).toEqual([]);
  });

  test('a youth caution after a caution must be assessed', () => {
    expect(codes(again)).toEqual(['REFER_TO_YJS', 'ASSESSMENT_DUTY']);
    expect(codes({ ...again, earlierDisposals: [{ disposal: 'COMMUNITY_RESOLUTION' }] })).toEqual(['REFER_TO_YJS']);
    expect(codes({ ...again, earlierDisposals: null })).toContain('ASSESSMENT_DUTY');
  });

  test('a victim is told within five working days, or one, holidays apart', () => {
    expect(owed({ disposal: 'OUTCOME_22', victims: 1 })).toEqual([{ code: 'TELL_VICTIM', dueOn: '2027-01-04' }]);
    expect(owed({ disposal: 'OUTCOME_22', victims: 1, enhancedRights: 1 })[0]?.dueOn).toBe('2026-12-24');
    expect(codes({ disposal: 'OUTCOME_22', victims: 1, victimInformedOn: '2026-12-23' })).toEqual([]);
  });

  test.each([
    [['CHILD'], [], true],
    [['AGE_NOT_KNOWN'], [], true],
    [['BUSINESS', 'CHILD'], [], true],
    [['PERSON'], ['DOMESTIC'], true],
    [['PERSON'], ['KNIFE', 'HATE'], true],
    [['PERSON'], ['SEXUAL'], true],
    [['PERSON'], null, true],
    [['PERSON', 'BUSINESS'], ['KNIFE', 'TRAFFIC'], false],
  ])('victims who are %j of an offence marked %j have enhanced rights: %s', (kinds, features, expected) => {
    expect(haveEnhancedRights(kinds, [{ features: ['CANNABIS'] }, { features }])).toBe(expected);
  });
});

test.each([
  ['YOUTH_CONDITIONAL_CAUTION', 'NOT_COMPLETED', '2026-11-30'],
  ['YOUTH_CONDITIONAL_CAUTION', 'COMPLETED', undefined],
  ['YOUTH_CONDITIONAL_CAUTION', 'NOT_RECORDED', undefined],
  ['YOUTH_CAUTION', 'NOT_COMPLETED', undefined],
  ['OUTCOME_23', 'NOT_COMPLETED', undefined],
])('after %s that ended as %s police are to decide by %s', (disposal, status, dueOn) => {
  const duty = dutyAfterFailure(disposal, status, '2026-11-23');
  expect([duty?.code, duty?.dueOn]).toEqual([dueOn && 'DECIDE_AFTER_FAILURE', dueOn]);
});
