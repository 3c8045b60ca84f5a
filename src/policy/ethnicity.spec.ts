import { describe, expect, test } from '@jest/globals';
import { ethnicities, ethnicityName, isEthnicityOf, isKnownEthnicity, isNotStated, officerCodes } from './ethnicity.js';

const stated = (scheme: keyof typeof ethnicities) =>
  Object.keys(ethnicities[scheme]).filter((code) => !isNotStated(code));

describe('the ethnicity schemes', () => {
  test('have 18, 16 and 19 groups and not stated', () => {
    expect([stated('18+1').length, stated('16+1').length, stated('CENSUS_2021').length]).toEqual([18, 16, 19]);
    for (const scheme of Object.values(ethnicities)) expect(scheme).toHaveProperty('NOT_STATED');
  });

  test('keep what differs between them apart', () => {
    expect(isEthnicityOf('16+1', 'W3')).toBe(false);
    expect(isEthnicityOf('16+1', 'O1')).toBe(true);
    expect(isEthnicityOf('18+1', 'A4')).toBe(true);
    expect(isEthnicityOf('18+1', 'W4')).toBe(false);
    expect(isEthnicityOf('CENSUS_2021', 'W4')).toBe(true);
  });

  test('hold no officer’s code: what an officer saw is not what the child says', () => {
    for (const code of Object.keys(officerCodes)) expect(isKnownEthnicity(code)).toBe(false);
    expect(isKnownEthnicity(null)).toBe(false);
    expect(isKnownEthnicity('NS')).toBe(true);
  });

  test('have words for every code', () => {
    expect(ethnicityName('W3')).toBe('White: Gypsy or Irish Traveller');
    expect(ethnicityName('NS')).toBe('Not stated');
    expect(ethnicityName('XX')).toBeNull();
  });
});
