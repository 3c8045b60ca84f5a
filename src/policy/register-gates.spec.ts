import { describe, expect, test } from '@jest/globals';
import { disposals } from './disposals.js';
import { type RecordedFacts, recordingWarnings, registerBlockers } from './register-gates.js';

const said = (found: ReturnType<typeof registerBlockers>) => found.map(({ code, severity }) => `${code} ${severity}`);
const issued: RecordedFacts = {
  ...{ disposal: 'COMMUNITY_RESOLUTION', dateOfBirth: '2011-03-09', givenOn: '2026-06-01' },
  ...{ earlier: [], possible: [] },
};
const same = { disposal: 'COMMUNITY_RESOLUTION', givenOn: '2026-06-01' };

describe('a police-issued resolution', () => {
  test.each<[string, RecordedFacts, string[]]>([
    ['of a child of 15', {}, []],
    ['on the tenth birthday', { givenOn: '2021-03-09' }, []],
    ['the day before it', { givenOn: '2021-03-08' }, ['AGE_UNDER_10 OVERRIDE']],
    ['the day before the eighteenth', { givenOn: '2029-03-08' }, []],
    ['on the eighteenth birthday', { givenOn: '2029-03-09' }, ['AGE_18_OR_OVER OVERRIDE']],
    ['that equals one on record', { earlier: [same] }, ['SAME_DISPOSAL_SAME_DAY WARN']],
    ['that equals one of a child who may be this one', { possible: [same] }, ['SAME_DISPOSAL_SAME_DAY WARN']],
    ['beside one of another day', { earlier: [{ ...same, givenOn: '2026-06-02' }] }, []],
  ])('%s is questioned as it should be', (_, change, expected) => {
    expect(said(registerBlockers({ ...issued, ...change }))).toEqual(expected);
  });

  test('is questioned whatever is not known', () => {
    expect(said(registerBlockers({}))).toEqual([
      'AGE_UNDER_10 OVERRIDE',
      'AGE_18_OR_OVER OVERRIDE',
      'SAME_DISPOSAL_SAME_DAY WARN',
    ]);
  });
});

describe('a disposal recorded from another source', () => {
  test('warns of an age, of a day on which there was none, and of one on record', () => {
    const young = { ...issued, disposal: 'YOUTH_CAUTION', givenOn: '2017-06-01' };
    expect(said(recordingWarnings(young, disposals.YOUTH_CAUTION))).toEqual(['AGE_UNDER_10 WARN']);
    const early = { ...issued, disposal: 'OUTCOME_23', givenOn: '2024-06-01' };
    expect(said(recordingWarnings(early, disposals.OUTCOME_23))).toEqual(['DISPOSAL_NOT_IN_FORCE WARN']);
    expect(said(recordingWarnings({ ...issued, disposal: 'REFERRAL_ORDER' }, null))).toEqual([]);
    expect(said(recordingWarnings({ ...issued, earlier: [same] }, disposals.COMMUNITY_RESOLUTION))).toEqual([
      'SAME_DISPOSAL_SAME_DAY WARN',
    ]);
  });
});
