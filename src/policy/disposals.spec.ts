import { describe, expect, test } from '@jest/globals';
import {
  disposalCodes,
  disposalName,
  disposals,
  earlierDisposalCodes,
  informalCount,
  isFormal,
  isInForce,
  isInformal,
} from './disposals.js';
import { ruleCodes } from './rules.js';

describe('the disposals', () => {
  test('name only rules that exist, each once', () => {
    for (const { rules, outcomeRules, registerRules } of Object.values(disposals)) {
      const named = [...rules, ...outcomeRules, ...registerRules];
      expect(new Set(named).size).toBe(named.length);
      for (const code of named) expect(ruleCodes).toContain(code);
    }
  });

  test('carry their own code and a name people can read', () => {
    for (const code of disposalCodes) expect(disposals[code].code).toBe(code);
    for (const code of earlierDisposalCodes) expect(disposalName(code)).not.toMatch(/_/);
  });

  test('are in force by date; Outcome 23 from February 2026 or the area’s own day', () => {
    expect(isInForce(disposals.OUTCOME_23, '2026-01-31')).toBe(false);
    expect(isInForce(disposals.OUTCOME_23, '2026-02-01')).toBe(true);
    expect(isInForce(disposals.OUTCOME_23, '2026-05-31', '2026-06-01')).toBe(false);
    expect(isInForce(disposals.OUTCOME_23, '2026-01-31', '2020-01-01')).toBe(false);
    expect(isInForce(disposals.OUTCOME_22, '2019-03-31')).toBe(false);
    expect(isInForce(disposals.OUTCOME_22_DEFERRED, '2026-01-31')).toBe(true);
    expect(isInForce(disposals.OUTCOME_22_DEFERRED, '2026-02-01')).toBe(false);
    expect(isInForce(disposals.CHARGE, null)).toBe(false);
    expect(isInForce(null, '2026-11-01')).toBe(false);
  });

  test('count as informal or formal as agreed', () => {
    expect(earlierDisposalCodes.filter(isInformal).sort()).toEqual(
      ['COMMUNITY_RESOLUTION', 'OUTCOME_20', 'OUTCOME_21', 'OUTCOME_22', 'OUTCOME_22_DEFERRED', 'OUTCOME_23'].sort(),
    );
    expect(earlierDisposalCodes.filter((code) => isFormal(code)).sort()).toEqual(
      ['OTHER_COURT_OUTCOME', 'REFERRAL_ORDER', 'YOUTH_CAUTION', 'YOUTH_CONDITIONAL_CAUTION'].sort(),
    );
    expect(informalCount([{ disposal: 'OUTCOME_20' }, { disposal: 'YOUTH_CAUTION' }, { disposal: 'OUTCOME_23' }])).toBe(
      2,
    );
  });
});
