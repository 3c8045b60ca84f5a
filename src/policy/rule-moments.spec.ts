import { describe, expect, test } from '@jest/globals';
import { disposalCodes, disposals } from './disposals.js';
import { preparationBlockers } from './preparation-gates.js';
import { prosecutorBlockers } from './prosecutor.js';
import { severityCases, sourceCases } from './rule-cases.js';
import { momentsOf } from './rule-moments.js';
import { rulesTable } from './rules-table.js';
import { ruleCodes, rules, type RuleCode } from './rules.js';
import { sources } from './sources.js';

describe('when a rule is asked', () => {
  test.each(ruleCodes)('%s is asked some time', (code) => expect(momentsOf(code)).not.toEqual([]));

  test.each([
    ['SAFETY_NOT_RATED', ['SIGN_OFF', 'LIST', 'RECOMMEND']],
    ['ASSESSMENT_NOT_SIGNED_OFF', ['LIST', 'RECOMMEND']],
    ['REASONS_MISSING', ['RECOMMEND']],
    ['REPEAT_NOT_EXPLAINED', ['RECOMMEND', 'DECIDE']],
    ['NOT_ON_AGENDA', ['DISCUSS', 'RECOMMEND']],
    ['MEETING_FULL', ['LIST']],
    ['EXPLOITATION_DEFENCE_NOT_RAISED', ['RECOMMEND', 'DECIDE']],
    ['DISPOSAL_NOT_IN_FORCE', ['RECOMMEND', 'DECIDE']],
    ['AGE_18_OR_OVER', ['REGISTER', 'RECOMMEND', 'DECIDE', 'RECORD_OUTCOME']],
    ['YCC_CONDITIONS_REQUIRED', ['RECORD_OUTCOME', 'VARY']],
    ['YCC_PENALTY_CAP', ['RECORD_OUTCOME', 'DELIVER', 'VARY']],
    ['PROSECUTOR_ADVISED_OTHERWISE', ['RECOMMEND', 'DECIDE', 'RECORD_OUTCOME']],
    ['POLICE_ONLY_RESOLUTION_LIMIT', ['REGISTER', 'ROUTE']],
    ['KNIFE_TO_PANEL', ['REGISTER', 'ROUTE']],
    ['BORDERLINE_TO_PANEL', ['ROUTE']],
    ['VICTIM_NOT_INFORMED', ['RECORD_OUTCOME']],
    ['REVIEWER_NOT_INDEPENDENT', ['REVIEW', 'WITHDRAW']],
    ['PROSECUTOR_NOT_ANSWERED', ['REFER_TO_PROSECUTOR', 'DECIDE', 'RECORD_OUTCOME']],
  ] as const)('%s: %j', (code, moments) => expect(momentsOf(code)).toEqual(moments));

  test('a rule of a disposal is asked at the stage at which its row names it', () => {
    for (const code of disposalCodes) {
      for (const rule of disposals[code].rules) {
        const isOfConditions = /^YCC_/.test(rule);
        const moments = isOfConditions ? ['RECORD_OUTCOME', 'VARY'] : ['RECOMMEND', 'DECIDE'];
        expect([rule, momentsOf(rule)]).toContainEqual(expect.arrayContaining(moments));
      }
      for (const rule of disposals[code].outcomeRules) expect(momentsOf(rule)).toContain('RECORD_OUTCOME');
      for (const rule of disposals[code].registerRules) expect(momentsOf(rule)).toContain('REGISTER');
    }
  });
});

describe('how hard a rule is, and where it comes from', () => {
  const cautions = ['YOUTH_CAUTION', 'YOUTH_CONDITIONAL_CAUTION'];

  test.each(['AGE_18_OR_OVER', 'EVIDENCE_INSUFFICIENT', 'APPROPRIATE_ADULT_MISSING'] as const)(
    '%s is harder on cautions',
    (code) => {
      expect(severityCases(code)).toEqual([
        { severity: 'OVERRIDE', disposals: null, when: null },
        { severity: 'STOP', disposals: cautions, when: null },
      ]);
    },
  );

  test('is harder from a threshold on where its gate is, and in no other rule', () => {
    const shut = [...preparationBlockers({}, 'RECOMMEND'), ...prosecutorBlockers({})];
    const harder = shut.filter(({ code, severity }) => severity !== rules[code].severity).map(({ code }) => code);
    const expected: RuleCode[] = ['EARLIER_DISPOSAL_NOT_ANALYSED', 'PROSECUTOR_NOT_ANSWERED'];
    expect(harder).toEqual(expected);
    expect(ruleCodes.filter((code) => rules[code].harder)).toEqual(expected);
  });

  test('cites the usual source first, and then what differs', () => {
    expect(sourceCases('VICTIM_NOT_INFORMED')).toEqual([
      { ...sources.outcome21, disposals: null },
      { ...sources.outcome20, disposals: ['OUTCOME_20'] },
    ]);
  });
});

test('the document of the rules says all of it', () => {
  const text = rulesTable();
  const rowOf = (code: string) => text.split('\n').find((line) => line.startsWith(`| \`${code}\` |`)) ?? '';
  expect(rowOf('AGE_18_OR_OVER')).toContain('OVERRIDE; STOP for `YOUTH_CAUTION` `YOUTH_CONDITIONAL_CAUTION`');
  expect(rowOf('CONSENT_MISSING')).toContain('STOP for `YOUTH_CONDITIONAL_CAUTION`');
  expect(rowOf('EARLIER_DISPOSAL_NOT_ANALYSED')).toContain('OVERRIDE; STOP from the panel area’s threshold');
  expect(rowOf('NOTIFICATION_OFFENCE')).toContain('WARN; answered with a few words');
  expect(rowOf('SAFETY_NOT_RATED')).toContain('`SIGN_OFF` `LIST` `RECOMMEND`');
  expect(rowOf('VICTIM_NOT_INFORMED')).toContain('Home Office counting rules, Outcome 20 for `OUTCOME_20`');
  for (const code of ['ASSESSMENT_DUTY', 'REFER_TO_YJS']) expect(rowOf(code)).toContain(sources.afterCaution.citation);
  expect(rowOf('TELL_VICTIM')).toContain(sources.victimsCode.citation);
  for (const code of ['GRAVITY_MOVED_WITHOUT_FACTOR', 'GRAVITY_MOVED_FAR']) {
    expect(rowOf(code)).toContain(sources.gravityFactors.citation);
  }
  const register = '`POLICE_ONLY_RESOLUTION_LIMIT` `CANNABIS_TO_PANEL` `KNIFE_TO_PANEL`';
  expect(
    text.split('\n').some((line) => line.startsWith('| `COMMUNITY_RESOLUTION` |') && line.includes(register)),
  ).toBe(true);
});
