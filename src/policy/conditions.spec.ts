import { describe, expect, test } from '@jest/globals';
import { isWithinPenaltyCap, penaltyMostInWords } from './conditions.js';
import { offenceClasses, trialOf } from './offence-classes.js';

const classOf: Record<string, string> = { SUMMARY: '105A', EITHER_WAY: '8N', INDICTABLE_ONLY: '5D' };

const lawful = (pence: number[], trials: (string | null)[], born: string | null = '2011-10-20') =>
  isWithinPenaltyCap(
    pence.map((penaltyPence) => ({ penaltyPence })),
    {
      offences: trials.map((trial) => ({ homeOfficeClass: classOf[trial ?? ''] })),
      dateOfBirth: born,
      day: '2026-10-20',
    },
  );

describe('a financial penalty', () => {
  test.each([
    ['SUMMARY', 3000, 1500],
    ['EITHER_WAY', 5000, 2500],
    ['INDICTABLE_ONLY', 7500, 3500],
  ])('for an offence tried %s is at most %i pence from 14, %i before', (trial, from14, under14) => {
    expect(lawful([from14], [trial])).toBe(true);
    expect(lawful([from14 + 1], [trial])).toBe(false);
    expect(lawful([under14], [trial], '2012-10-21')).toBe(true);
    expect(lawful([under14 + 1], [trial], '2012-10-21')).toBe(false);
  });

  test('is held to the lowest cap when trial or age is not known', () => {
    expect(lawful([3000], [null])).toBe(true);
    expect(lawful([3001], [null])).toBe(false);
    expect(lawful([1501], ['SUMMARY'], null)).toBe(false);
  });

  test('is told with the most that it may be', () => {
    const known = { dateOfBirth: '2014-01-05', day: '2026-10-20' };
    const offences = [{ homeOfficeClass: classOf.SUMMARY }, { homeOfficeClass: classOf.EITHER_WAY }];
    expect(penaltyMostInWords({ ...known, offences: offences.slice(1) })).toBe('the most is £25.00');
    expect(penaltyMostInWords({ ...known, offences })).toBe('the most is £25.00 for one, and £40.00 in all');
  });

  test('cannot be split for one offence, and may be given for each of two', () => {
    expect(lawful([2000, 2000], ['SUMMARY'])).toBe(false);
    expect(lawful([3000, 5000], ['SUMMARY', 'EITHER_WAY'])).toBe(true);
    expect(lawful([], [])).toBe(true);
  });
});

describe('how an offence is tried', () => {
  test('is what the referral says before what its class suggests', () => {
    expect(trialOf({ homeOfficeClass: '34b' })).toBe('INDICTABLE_ONLY');
    expect(trialOf({ homeOfficeClass: '105A', indictableOnly: 1 })).toBe('INDICTABLE_ONLY');
    expect(trialOf({ homeOfficeClass: 'unheard of' })).toBeNull();
  });

  test('is marked for cannabis and for sexual offences in the table', () => {
    expect(offenceClasses['92E']?.features).toEqual(['CANNABIS']);
    expect(offenceClasses['20A']?.features).toEqual(['SEXUAL']);
  });
});
