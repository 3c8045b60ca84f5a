import { describe, expect, test } from '@jest/globals';
import { arrestReasonBlockers } from './arrest-reason.js';

const shut = (facts: Parameters<typeof arrestReasonBlockers>[0]): boolean => arrestReasonBlockers(facts).length > 0;
const offence = (homeOfficeClass: string, ...features: string[]) => [{ homeOfficeClass, features }];

describe('what the arrest was for', () => {
  test.each([
    ['92E', [], true],
    [' 92e ', [], true],
    ['92D', ['CANNABIS'], true],
    ['92A', ['CANNABIS'], false],
    ['46', [], false],
  ])('is asked of class %s marked %j without a victim: %s', (homeOfficeClass, features, asked) => {
    const offences = offence(homeOfficeClass, ...features);
    expect(shut({ offences, victims: [] })).toBe(asked);
    expect(shut({ offences, victims: [], arrestedFor: 'Burglary of a shed' })).toBe(false);
    expect(shut({ offences, victims: [{}] })).toBe(false);
  });

  test('is asked where one offence of several is cannabis, and where blanks were written', () => {
    const offences = [...offence('46'), ...offence('92E')];
    expect(shut({ offences, victims: [], arrestedFor: '  ' })).toBe(true);
  });

  test('is asked where offences or victims are not known', () => {
    expect(shut({ victims: [{}] })).toBe(true);
    expect(shut({ offences: offence('92E') })).toBe(true);
  });

  test('is mended on the page for police information', () => {
    expect(arrestReasonBlockers({ caseId: 'c1' })).toMatchObject([
      { code: 'ARREST_REASON_UNKNOWN', severity: 'OVERRIDE', mend: '/cases/c1/police-information' },
    ]);
  });
});
