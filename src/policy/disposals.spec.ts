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
import { ruleCodes, type RuleCode } from './rules.js';

const all = disposalCodes.join(' ');
const butNfa = all.replace('NO_FURTHER_ACTION ', '');
const diverted =
  'COMMUNITY_RESOLUTION OUTCOME_22 OUTCOME_22_DEFERRED OUTCOME_23 YOUTH_CAUTION YOUTH_CONDITIONAL_CAUTION';
const cautions = 'YOUTH_CAUTION YOUTH_CONDITIONAL_CAUTION';

/** Which disposals each rule applies to, written out. */
const applies: [RuleCode, string][] = [
  ['DISPOSAL_NOT_IN_FORCE', all],
  ['AGE_UNDER_10', butNfa],
  ['AGE_18_OR_OVER', diverted],
  ['EVIDENCE_INSUFFICIENT', `COMMUNITY_RESOLUTION ${cautions} CHARGE`],
  ['RESPONSIBILITY_NOT_ACCEPTED', 'COMMUNITY_RESOLUTION'],
  ['ADMISSION_REQUIRED', cautions],
  ['CPS_AUTHORITY_REQUIRED', diverted],
  ['NOTIFICATION_OFFENCE', diverted],
  ['DOMESTIC_OR_HATE_OFFENCE', diverted],
  ['YCC_CONDITIONS_REQUIRED', 'YOUTH_CONDITIONAL_CAUTION'],
  ['YCC_PENALTY_CAP', 'YOUTH_CONDITIONAL_CAUTION'],
  ['YCC_ATTENDANCE_CAP', cautions],
  ['YCC_DEADLINE', cautions],
  ['TURNS_18_BEFORE_DEADLINE', cautions],
  ['LIMITATION_DATE_NEAR', cautions],
  ['WOULD_BE_FIRST_TIME_ENTRANT', `${cautions} CHARGE`],
  ['POLICE_DECISION_MISSING', all],
  ['OUTCOME_DIFFERS_FROM_DECISION', all],
  ['GIVEN_BY_MISSING', `COMMUNITY_RESOLUTION ${cautions}`],
  ['APPROPRIATE_ADULT_MISSING', `COMMUNITY_RESOLUTION ${cautions}`],
  ['CONSENT_MISSING', 'COMMUNITY_RESOLUTION YOUTH_CONDITIONAL_CAUTION'],
  ['EXPLANATION_MISSING', cautions],
  ['ACTIVITY_NOT_COMPLETED', 'OUTCOME_22 OUTCOME_22_DEFERRED OUTCOME_23'],
  ['VICTIM_NOT_INFORMED', 'OUTCOME_20 OUTCOME_21'],
  ['NFA_REASON_MISSING', 'NO_FURTHER_ACTION'],
];

describe('the disposals', () => {
  test.each(applies)('%s applies to %s and to no other', (code, expected) => {
    const having = disposalCodes.filter((one) =>
      [...disposals[one].rules, ...disposals[one].outcomeRules].includes(code),
    );
    expect([...having].sort()).toEqual(expected.split(' ').sort());
  });

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
