import { describe, expect, test } from '@jest/globals';
import { forumCodes, forumName, forums, isForum, reasonsInWords, referralReasons } from './forums.js';
import type { JudgementFacts } from './judgements.js';
import { preparationBlockers, type PreparationFacts } from './preparation-gates.js';
import type { RuleCode } from './rules.js';

const isShut = (code: RuleCode, facts: PreparationFacts): boolean =>
  preparationBlockers({ caseId: 'c1', ...facts }, 'SIGN_OFF').some((one) => one.code === code);
const panel = 'CASE_MANAGEMENT_AND_DIVERSITY_PANEL';
const judged = (likelihood: string | null): PreparationFacts => {
  const low: JudgementFacts = { level: 'LOW' };
  const last: JudgementFacts = { level: likelihood };
  const judgements = { SAFETY_AND_WELLBEING: low, RISK_OF_SERIOUS_HARM: low, LIKELIHOOD_OF_REOFFENDING: last };
  return { judgements, referrals: [] };
};

describe('a high level in any judgement', () => {
  test.each(['HIGH', 'VERY_HIGH', 'NOT_ASSESSED', null])('%s asks for the referral', (level) => {
    expect(isShut('HIGH_RISK_NOT_REFERRED', judged(level))).toBe(true);
  });

  test('is referred once a real day is recorded', () => {
    const facts = judged('HIGH');
    const made = { forum: panel, referredOn: '2026-10-01' };
    expect(isShut('HIGH_RISK_NOT_REFERRED', { ...facts, referrals: [made] })).toBe(false);
    expect(isShut('HIGH_RISK_NOT_REFERRED', { ...facts, referrals: [{ ...made, referredOn: 'soon' }] })).toBe(true);
    expect(isShut('HIGH_RISK_NOT_REFERRED', { ...facts, referrals: [{ ...made, forum: 'SEND_PANEL' }] })).toBe(true);
  });

  test('still asks when it was lowered since, and again when it rose again', () => {
    const facts = judged('LOW');
    expect(isShut('HIGH_RISK_NOT_REFERRED', facts)).toBe(false);
    expect(isShut('HIGH_RISK_NOT_REFERRED', { ...facts, referrals: [{ forum: panel }] })).toBe(true);
    const before = { forum: panel, referredOn: '2026-10-01', resultOn: '2026-10-08' };
    expect(isShut('HIGH_RISK_NOT_REFERRED', { ...facts, referrals: [before] })).toBe(false);
    expect(isShut('HIGH_RISK_NOT_REFERRED', { ...facts, referrals: [{ forum: panel }, before] })).toBe(true);
  });

  test('is not known to be referred where the referrals are not known', () => {
    expect(isShut('HIGH_RISK_NOT_REFERRED', { ...judged('LOW'), referrals: null })).toBe(true);
  });
});

describe('a communication need', () => {
  test.each([
    ['NEED_FOUND', [], true],
    ['NOT_CHECKED', [], true],
    [null, [], true],
    ['NO_NEED_FOUND', [], false],
    ['NEED_FOUND', [{ forum: 'SEND_PANEL' }], true],
    ['NEED_FOUND', [{ forum: 'SEND_PANEL', referredOn: '2026-10-01' }], false],
    ['NOT_CHECKED', [{ forum: 'SPEECH_AND_LANGUAGE_THERAPIST', referredOn: '2026-10-01' }], false],
    ['NEED_FOUND', [{ forum: 'EDUCATION', referredOn: '2026-10-01' }], true],
  ] as const)('%s with the referrals %j is without its referral: %s', (need, referrals, shut) => {
    expect(isShut('COMMUNICATION_NEED_NOT_REFERRED', { communicationNeed: need, referrals })).toBe(shut);
  });
});

test('every forum has words, reasons that exist, and a source', () => {
  for (const code of forumCodes) {
    const { name, about, reasons, source } = forums[code];
    expect([name, about, source.citation].every((text) => text.length > 3)).toBe(true);
    expect(reasons.filter((reason) => !Object.hasOwn(referralReasons, reason))).toEqual([]);
    expect(forumName(code)).toBe(name);
  }
  expect([isForum('toString'), forumName('OLD_FORUM')]).toEqual([false, 'OLD_FORUM']);
  expect(reasonsInWords(['OTHER', 'OLD_REASON'])).toEqual(['Another reason', 'OLD_REASON']);
});
