import { describe, expect, test } from '@jest/globals';
import { disposalBlockers, disposalRules, type DisposalFacts, type DisposalStage } from './disposal-gates.js';
import type { RuleCode } from './rules.js';

const facts: DisposalFacts = {
  caseId: 'c1',
  disposal: 'YOUTH_CONDITIONAL_CAUTION',
  day: '2026-10-20',
  dateOfBirth: '2011-05-05',
  offences: [{ date: '2026-09-01', homeOfficeClass: '8N', indictableOnly: false, features: [] }],
};
const find = (code: RuleCode, change: DisposalFacts, stage: DisposalStage = 'DECIDE') =>
  disposalBlockers({ ...facts, ...change }, stage).find((one) => one.code === code);

describe('a disposal at the recommendation', () => {
  test.each([
    ['YCC_CONDITIONS_REQUIRED', 'RECORD_OUTCOME'],
    ['YCC_PENALTY_CAP', 'RECORD_OUTCOME'],
  ] as const)('leaves %s until it can be known, at %s', (code, stage) => {
    const offences = [{ ...facts.offences?.[0], indictableOnly: true }];
    expect(find(code, { offences }, 'RECOMMEND')).toBeUndefined();
    expect(disposalRules({ ...facts, offences }, 'RECOMMEND')).not.toContain(code);
    expect(find(code, { offences }, stage)).toBeDefined();
  });

  test('warns that the prosecutor is needed while their authority may still be being sought', () => {
    const asked = { offences: [{ ...facts.offences?.[0], indictableOnly: true }], cpsAuthority: 'NOT_KNOWN' };
    expect(find('CPS_AUTHORITY_REQUIRED', asked, 'RECOMMEND')).toMatchObject({ severity: 'WARN' });
    expect(find('CPS_AUTHORITY_REQUIRED', asked, 'DECIDE')).toMatchObject({ severity: 'OVERRIDE' });
    expect(find('CPS_AUTHORITY_REQUIRED', { ...asked, cpsAuthority: 'NO' }, 'RECOMMEND')).toMatchObject({
      severity: 'OVERRIDE',
    });
  });

  test('looks at what is known already', () => {
    expect(
      find('CPS_AUTHORITY_REQUIRED', { cpsAuthority: 'NO', offences: [{ indictableOnly: 1 }] }, 'RECOMMEND'),
    ).toBeDefined();
    expect(find('YCC_CONDITIONS_REQUIRED', { conditions: [] }, 'RECOMMEND')).toMatchObject({
      mend: '/cases/c1/recommendation',
    });
    expect(find('ADMISSION_REQUIRED', {}, 'RECOMMEND')).toMatchObject({ severity: 'STOP' });
  });
});

test('the age and what the child signs are looked at when the outcome is recorded, and nothing else', () => {
  const codes = disposalBlockers({ ...facts, dateOfBirth: null, offences: null }, 'RECORD_OUTCOME').map(
    ({ code }) => code,
  );
  const ofConditions = ['YCC_ATTENDANCE_CAP', 'YCC_DEADLINE', 'YCC_CONDITIONS_REQUIRED', 'YCC_PENALTY_CAP'];
  expect(codes).toEqual(['AGE_18_OR_OVER', ...ofConditions]);
});

describe('age', () => {
  test('is 10 on the tenth birthday and 18 on the eighteenth', () => {
    expect(find('AGE_UNDER_10', { offences: [{ date: '2021-05-04' }] })).toBeDefined();
    expect(find('AGE_UNDER_10', { offences: [{ date: '2021-05-05' }] })).toBeUndefined();
    expect(find('AGE_UNDER_10', { offences: [{ date: '2026-01-01' }, { date: '2021-05-04' }] })).toBeDefined();
    expect(find('AGE_18_OR_OVER', { day: '2029-05-04' })).toBeUndefined();
    expect(find('AGE_18_OR_OVER', { day: '2029-05-05' })).toMatchObject({ severity: 'STOP' });
    expect(find('AGE_18_OR_OVER', { disposal: 'OUTCOME_22', day: '2029-05-05' })).toMatchObject({
      severity: 'OVERRIDE',
    });
  });
});

describe('the conditions', () => {
  const due = (day: string) => ({ conditions: [{ object: 'REPARATIVE', description: 'd', due: day }] });

  test('end within sixteen weeks of the day of the disposal', () => {
    expect(find('YCC_DEADLINE', due('2027-02-09'))).toBeUndefined();
    expect(find('YCC_DEADLINE', due('2027-02-10'))).toMatchObject({ severity: 'WARN' });
  });

  test('count towards twenty hours of attendance unless they rehabilitate', () => {
    const hours = (object: string) => ({ conditions: [{ object, description: 'd', attendanceHours: 21 }] });
    expect(find('YCC_ATTENDANCE_CAP', hours('PUNITIVE'))).toBeDefined();
    expect(find('YCC_ATTENDANCE_CAP', hours('REHABILITATIVE'))).toBeUndefined();
  });

  test('must be described', () => {
    expect(find('YCC_CONDITIONS_REQUIRED', { conditions: [{ object: 'REPARATIVE', description: '' }] })).toBeDefined();
  });

  test('are none for a youth caution', () => {
    const caution = { disposal: 'YOUTH_CAUTION' };
    for (const code of ['YCC_CONDITIONS_REQUIRED', 'YCC_ATTENDANCE_CAP', 'YCC_DEADLINE'] as const) {
      expect(find(code, caution)).toBeUndefined();
    }
    expect(find('TURNS_18_BEFORE_DEADLINE', { ...caution, dateOfBirth: '2008-11-01' })).toBeDefined();
  });

  test('leave time to prosecute a summary offence, or one whose trial is not known', () => {
    const offence = (homeOfficeClass: string | null, date: string) => ({ offences: [{ homeOfficeClass, date }] });
    expect(find('LIMITATION_DATE_NEAR', offence('105A', '2026-08-09'))).toBeDefined();
    expect(find('LIMITATION_DATE_NEAR', offence('105A', '2026-08-10'))).toBeUndefined();
    expect(find('LIMITATION_DATE_NEAR', offence(null, '2026-08-09'))).toBeDefined();
    expect(find('LIMITATION_DATE_NEAR', offence('8N', '2020-01-01'))).toBeUndefined();
  });
});

describe('admission and authority', () => {
  test.each([
    ['ACCEPTS_RESPONSIBILITY', false, true],
    ['FULL_ADMISSION', false, false],
    ['NOT_YET_ASKED', true, true],
  ])('%s keeps a resolution shut: %s, and a caution: %s', (responsibilityStance, resolution, caution) => {
    const given = (disposal: string, code: RuleCode) => find(code, { responsibilityStance, disposal }) !== undefined;
    expect(given('COMMUNITY_RESOLUTION', 'RESPONSIBILITY_NOT_ACCEPTED')).toBe(resolution);
    expect(given('YOUTH_CAUTION', 'ADMISSION_REQUIRED')).toBe(caution);
  });

  test('an indictable-only offence said to need no authority still needs it', () => {
    const offences = [{ indictableOnly: 1 }];
    expect(find('CPS_AUTHORITY_REQUIRED', { offences, cpsAuthority: 'NOT_NEEDED' })).toBeDefined();
    expect(find('CPS_AUTHORITY_REQUIRED', { offences, cpsAuthority: 'YES' })).toBeUndefined();
    const unsaid = 'nobody said whether the Crown Court alone can try an offence';
    const wordsOf = (facts: object) => find('CPS_AUTHORITY_REQUIRED', facts)?.message;
    expect(wordsOf({ offences: [{ indictableOnly: null }, { indictableOnly: 0 }] })).toContain(unsaid);
    expect(wordsOf({ offences: [{ indictableOnly: null }, { indictableOnly: 1 }] })).not.toContain(unsaid);
  });
});

test('a row with other rules is looked at by its own', () => {
  const row = {
    code: 'X',
    name: 'x',
    homeOfficeOutcome: null,
    nationalCodes: [],
    interimNationalCode: null,
    meanings: [],
    validFrom: '2026-01-01',
    validTo: null,
    informal: true,
    firstTimeEntrant: false,
    givenInPerson: false,
    activity: false,
    rules: ['ADMISSION_REQUIRED' as const],
    outcomeRules: [],
    registerRules: [],
  };
  expect(disposalBlockers(facts, 'DECIDE', row).map(({ code }) => code)).toEqual(['ADMISSION_REQUIRED']);
});
