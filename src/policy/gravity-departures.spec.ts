import { describe, expect, test } from '@jest/globals';
import { disposals } from './disposals.js';
import { alsoAt, type Departure, departureOf, tierOf } from './gravity-departures.js';

const edition = 'NPCC-CGM-2025-02';
const scored = (gravityFinal: number | null, gravityEdition = edition) => ({ gravityFinal, gravityEdition });

describe('a recommendation, beside what the final score points to,', () => {
  test.each<[number | null, string, Departure]>([
    [2, 'COMMUNITY_RESOLUTION', 'AS_POINTED'],
    [2, 'OUTCOME_23', 'SAME_TIER'],
    [2, 'OUTCOME_22_DEFERRED', 'SAME_TIER'],
    [2, 'YOUTH_CAUTION', 'MORE_SEVERE'],
    [2, 'NO_FURTHER_ACTION', 'LESS_SEVERE'],
    [4, 'CHARGE', 'MORE_SEVERE'],
    [5, 'COMMUNITY_RESOLUTION', 'LESS_SEVERE'],
    [3, 'YOUTH_CAUTION', 'AS_POINTED'],
    [null, 'YOUTH_CAUTION', 'NOT_KNOWN'],
    [3, 'REFERRAL_ORDER', 'NOT_KNOWN'],
  ])('of score %s and %s is %s', (score, disposal, expected) => {
    expect(departureOf([scored(score)], disposal)).toBe(expected);
  });

  test('is compared with the gravest offence, and with none where one is not scored or there is none', () => {
    expect(departureOf([scored(2), scored(4)], 'YOUTH_CAUTION')).toBe('LESS_SEVERE');
    expect(departureOf([scored(2), scored(null)], 'YOUTH_CAUTION')).toBe('NOT_KNOWN');
    expect(departureOf([], 'YOUTH_CAUTION')).toBe('NOT_KNOWN');
    expect(departureOf(null, 'YOUTH_CAUTION')).toBe('NOT_KNOWN');
    expect(departureOf([scored(3, 'ACPO-2013'), scored(3)], 'YOUTH_CAUTION')).toBe('AS_POINTED');
    expect(departureOf([scored(3, 'ACPO-2013')], 'YOUTH_CAUTION')).toBe('NOT_KNOWN');
  });

  test('of a disposal that was added stands where its own edition puts it', () => {
    expect(departureOf([scored(2)], 'COMMUNITY_PLEDGE')).toBe('NOT_KNOWN');
    expect(departureOf([scored(2)], 'COMMUNITY_PLEDGE', true)).toBe('SAME_TIER');
    expect(departureOf([scored(3)], 'COMMUNITY_PLEDGE', true)).toBe('LESS_SEVERE');
    expect(departureOf([scored(2)], 'COMMUNITY_PLEDGE', false)).toBe('NOT_KNOWN');
    const pledge = { ...disposals.COMMUNITY_RESOLUTION, code: 'COMMUNITY_PLEDGE' };
    const caution = { ...disposals.YOUTH_CAUTION, code: 'A_CAUTION' };
    const rows = [disposals.OUTCOME_21, pledge, caution];
    expect(alsoAt(edition, 2, rows)).toEqual([pledge]);
    expect(alsoAt(edition, 3, rows)).toEqual([]);
  });

  test('stands at one score alone', () => {
    expect(tierOf(edition, 'CHARGE')).toBe(5);
    expect(tierOf(edition, 'OUTCOME_21')).toBe(2);
    expect(tierOf('ACPO-2013', 'CHARGE')).toBeNull();
  });
});
