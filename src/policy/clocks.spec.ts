import { describe, expect, test } from '@jest/globals';
import { usualSettings } from './area-settings.js';
import { releaseCalendar } from './bank-holidays.js';
import type { CaseClock, ClockFacts } from './clock-kinds.js';
import { clocksOf, pressing } from './clocks.js';

const case1: ClockFacts = {
  state: 'PREPARING',
  dateOfBirth: '2011-05-05',
  referredOn: '2026-11-02',
  policeStatus: 'VOLUNTARY_ATTENDANCE',
  offences: [{ position: 1, date: '2026-09-12', homeOfficeClass: '39' }],
};
const on = (today: string, facts: Partial<ClockFacts> = {}, calendar = releaseCalendar): CaseClock[] =>
  clocksOf({ ...case1, ...facts }, { settings: usualSettings, today, calendar });
const one = (code: string, clocks: CaseClock[]): CaseClock | undefined => clocks.find((clock) => clock.code === code);
const codes = (clocks: CaseClock[]): string[] => clocks.map(({ code }) => code);

describe('the target of the police decision', () => {
  test.each([
    ['2026-11-02', 'FAR', 15],
    ['2026-11-17', 'FAR', 4],
    ['2026-11-18', 'NEAR', 3],
    ['2026-11-20', 'NEAR', 1],
    ['2026-11-21', 'NEAR', 1],
    ['2026-11-23', 'DUE', 0],
    ['2026-11-24', 'OVER', -1],
    ['2026-11-30', 'OVER', -5],
  ])('is counted in working days from the referral: on %s it is %s with %i left', (today, standing, daysLeft) => {
    const due = { dueOn: '2026-11-23', unit: 'WORKING_DAYS' };
    expect(one('DECISION', on(today))).toMatchObject({ ...due, standing, daysLeft, missing: null });
  });

  test.each([
    ['over Christmas', '2026-12-18', '2027-01-13'],
    ['over Easter', '2026-03-27', '2026-04-21'],
    ['over a leap day', '2024-02-12', '2024-03-04'],
    ['from a Saturday', '2026-10-31', '2026-11-20'],
  ])('passes over weekends and bank holidays %s', (_, referredOn, dueOn) => {
    expect(one('DECISION', on(referredOn, { referredOn }))?.dueOn).toBe(dueOn);
  });

  test('is not known where bank holidays are not, until an administrator records them', () => {
    const referredOn = '2028-12-20';
    const unknown = one('DECISION', on('2028-12-21', { referredOn }));
    expect(unknown).toMatchObject({ dueOn: null, daysLeft: null, standing: 'UNKNOWN' });
    expect(unknown?.missing).toContain('bank holidays');
    const calendar = { ...releaseCalendar, 2029: ['2029-01-01'] };
    expect(one('DECISION', on('2028-12-21', { referredOn }, calendar))).toMatchObject({ dueOn: '2029-01-15' });
  });

  test('is what the panel area chose', () => {
    const settings = { ...usualSettings, decisionWorkingDays: 5, clockNearWorkingDays: 5 };
    const [clock] = clocksOf(case1, { settings, today: '2026-11-02' }).filter(({ code }) => code === 'DECISION');
    expect(clock).toMatchObject({ dueOn: '2026-11-09', standing: 'NEAR' });
  });

  test('and that of the sign-off were met by the first decision, and do not run on in a case that came back from it', () => {
    const back = { state: 'PREPARING', referredOn: '2026-08-03' } as const;
    expect(codes(on('2026-11-02', back))).toEqual(['ASSESSMENT', 'DECISION', 'TURNS_18']);
    expect(codes(on('2026-11-02', { ...back, wasDecided: 1 }))).toEqual(['TURNS_18']);
  });

  test('says that its source is to be checked', () => {
    expect(one('DECISION', on('2026-11-02'))).toMatchObject({ checkedOn: null });
    expect(one('DECISION', on('2026-11-02'))?.source).toContain('verify');
  });
});

describe('bail', () => {
  test.each([
    ['2026-11-30', 'FAR'],
    ['2026-12-05', 'NEAR'],
    ['2026-12-19', 'DUE'],
    ['2026-12-20', 'OVER'],
  ])('to 19 December is on %s %s, weekends and all', (today, standing) => {
    const found = one('BAIL', on(today, { policeStatus: 'BAIL', bailDate: '2026-12-19' }));
    expect(found).toMatchObject({ standing, unit: 'DAYS' });
  });

  test('runs until the outcome is given, whatever was decided, and ends with it', () => {
    const bailed = { policeStatus: 'BAIL', bailDate: '2026-11-10' };
    for (const decided of ['CHARGE', 'NO_FURTHER_ACTION', 'OUTCOME_23']) {
      expect(codes(on('2026-11-02', { ...bailed, state: 'DECIDED', decided }))).toContain('BAIL');
      expect(codes(on('2026-11-02', { ...bailed, state: 'OUTCOME_RECORDED', decided }))).not.toContain('BAIL');
    }
  });

  test('whose day nobody wrote down is not known; a child who is not on bail has no such clock', () => {
    expect(one('BAIL', on('2026-11-02', { policeStatus: 'BAIL' }))).toMatchObject({ dueOn: null, standing: 'UNKNOWN' });
    expect(one('BAIL', on('2026-11-02'))).toBeUndefined();
  });
});

describe('the time limit of a summary offence', () => {
  const summary = (date: string, position = 1) => ({ position, date, homeOfficeClass: '105A' });
  test.each([
    ['2026-09-12', '2027-03-12'],
    ['2026-08-31', '2027-02-28'],
    ['2023-08-31', '2024-02-29'],
    ['2024-02-29', '2024-08-29'],
  ])('of %s is the corresponding day six months later: %s', (date, dueOn) => {
    const found = one('LIMITATION', on('2026-11-02', { offences: [summary(date)] }));
    expect(found).toMatchObject({ dueOn, about: 'Offence 1', missing: null });
  });

  test('is that of the earliest; an offence tried otherwise has none', () => {
    const offences = [
      summary('2026-09-12', 1),
      summary('2026-06-01', 2),
      { position: 3, date: '2026-01-01', homeOfficeClass: '8N' },
    ];
    const found = on('2026-11-02', { offences }).filter(({ code }) => code === 'LIMITATION');
    expect(found.map(({ about, dueOn }) => [about, dueOn])).toEqual([['Offence 2', '2026-12-01']]);
  });

  test('is said to hold perhaps where nobody recorded how the offence is tried', () => {
    const found = one(
      'LIMITATION',
      on('2026-11-02', { offences: [{ position: 1, date: '2026-09-12', homeOfficeClass: '46' }] }),
    );
    expect(found).toMatchObject({ dueOn: '2027-03-12', standing: 'UNKNOWN' });
    expect(found?.missing).toContain('How the offence is tried');
    const undated = on('2026-11-02', { offences: [{ position: 1, homeOfficeClass: '105A' }] });
    expect(one('LIMITATION', undated)).toMatchObject({ dueOn: null, standing: 'UNKNOWN' });
  });

  const after = (
    state: 'DECIDED' | 'OUTCOME_RECORDED' | 'CLOSED' | 'WITHDRAWN',
    disposal: string,
    more: Partial<ClockFacts> = {},
  ) => codes(on('2026-11-02', { state, decided: disposal, offences: [summary('2026-09-12')], ...more }));
  const delivered = (deliveryStatus: string) => ({ deliveryStatus });

  test.each([
    'COMMUNITY_RESOLUTION',
    'YOUTH_CAUTION',
    'YOUTH_CONDITIONAL_CAUTION',
    'CHARGE',
    'OUTCOME_22',
    'OUTCOME_23',
  ])('runs on from the decision until %s is given, completed or charged', (disposal) => {
    expect(after('DECIDED', disposal)).toContain('LIMITATION');
  });

  test.each(['NO_FURTHER_ACTION', 'OUTCOME_20', 'OUTCOME_21'])(
    'ends with the decision on %s: nobody is to be prosecuted',
    (disposal) => {
      expect(after('DECIDED', disposal)).not.toContain('LIMITATION');
    },
  );

  test('runs on while what was given can still fail, and no longer', () => {
    expect(after('DECIDED', 'OUTCOME_23', delivered('UNDER_WAY'))).toContain('LIMITATION');
    expect(after('DECIDED', 'OUTCOME_23', delivered('COMPLETED'))).not.toContain('LIMITATION');
    const conditional = (status: string) => after('OUTCOME_RECORDED', 'YOUTH_CONDITIONAL_CAUTION', delivered(status));
    expect(conditional('NOT_COMPLETED')).toContain('LIMITATION');
    expect(conditional('COMPLETED')).not.toContain('LIMITATION');
    for (const disposal of ['COMMUNITY_RESOLUTION', 'YOUTH_CAUTION', 'CHARGE'])
      expect(after('OUTCOME_RECORDED', disposal, delivered('UNDER_WAY'))).not.toContain('LIMITATION');
  });

  test.each(['CLOSED', 'WITHDRAWN'] as const)(
    'runs on in a case that is %s while police have to decide what follows conditions that were not kept',
    (state) => {
      const failed = { ...delivered('NOT_COMPLETED'), duties: [{ code: 'DECIDE_AFTER_FAILURE', dueOn: '2026-11-09' }] };
      expect(after(state, 'YOUTH_CONDITIONAL_CAUTION', failed)).toEqual(['DUTY', 'LIMITATION']);
      expect(after(state, 'YOUTH_CONDITIONAL_CAUTION', { ...failed, duties: [] })).toEqual([]);
    },
  );
});

describe('a child who turns 18', () => {
  test.each([
    ['2009-03-10', '2026-11-02', '2027-03-09', 'FAR'],
    ['2009-02-20', '2026-11-02', '2027-02-19', 'NEAR'],
    ['2008-12-25', '2026-12-24', '2026-12-24', 'DUE'],
    ['2008-12-25', '2026-12-25', '2026-12-24', 'OVER'],
    ['2008-11-01', '2026-11-02', '2026-10-31', 'OVER'],
    ['2008-02-29', '2026-02-27', '2026-02-28', 'NEAR'],
    ['2008-02-29', '2026-02-28', '2026-02-28', 'DUE'],
  ])('born on %s is looked at on %s: the last day before is %s, %s', (dateOfBirth, today, dueOn, standing) => {
    expect(one('TURNS_18', on(today, { dateOfBirth }))).toMatchObject({
      ...{ name: 'Last day before the child turns 18', about: 'for the decision' },
      ...{ dueOn, standing },
    });
  });

  test('before what is delivered ends is said, and not where it ends before', () => {
    const delivered = {
      state: 'OUTCOME_RECORDED',
      decided: 'YOUTH_CONDITIONAL_CAUTION',
      deliveryStatus: 'UNDER_WAY',
    } as const;
    const at = (deliveryDueOn: string | null) =>
      one('TURNS_18', on('2026-11-02', { ...delivered, dateOfBirth: '2009-01-10', deliveryDueOn }));
    expect(at('2027-01-10')).toMatchObject({ about: 'for what is delivered', dueOn: '2027-01-09' });
    expect(at('2027-01-09')).toBeUndefined();
    expect(at(null)).toBeDefined();
    expect(one('TURNS_18', on('2026-11-02', { dateOfBirth: null }))).toMatchObject({ standing: 'UNKNOWN' });
  });
});

describe('what is delivered', () => {
  const under = { state: 'DECIDED', decided: 'OUTCOME_22', deliveryStatus: 'UNDER_WAY' } as const;
  test('has its last day, is over after it and never ends by it', () => {
    expect(one('DELIVERY', on('2026-11-02', { ...under, deliveryDueOn: '2026-11-20' }))).toMatchObject({
      standing: 'FAR',
    });
    expect(one('DELIVERY', on('2026-12-20', { ...under, deliveryDueOn: '2026-11-20' }))).toMatchObject({
      standing: 'OVER',
    });
    expect(one('DELIVERY', on('2026-12-20', under))).toMatchObject({ standing: 'UNKNOWN' });
    expect(one('DELIVERY', on('2026-12-20', { ...under, deliveryStatus: 'COMPLETED' }))).toBeUndefined();
  });

  test('has the last day of the conditions where nobody planned it', () => {
    const given = { state: 'OUTCOME_RECORDED', decided: 'YOUTH_CONDITIONAL_CAUTION', conditionsGiven: 2 } as const;
    const at = (more: Partial<ClockFacts>) => one('DELIVERY', on('2026-11-22', { ...given, ...more }));
    expect(at({ conditionsDueOn: '2026-11-20' })).toMatchObject({
      ...{ dueOn: '2026-11-20', standing: 'OVER', about: 'Nobody has planned it' },
    });
    expect(at({ conditionsDueOn: '2026-12-20' })).toMatchObject({ standing: 'FAR' });
    expect(at({ conditionsDueOn: null })).toMatchObject({ dueOn: null, standing: 'UNKNOWN' });
    expect(at({ conditionsGiven: 0 })).toBeUndefined();
    const ended = { deliveryStatus: 'COMPLETED', conditionsDueOn: '2026-11-20' };
    expect(at(ended)).toBeUndefined();
    const planned = { deliveryStatus: 'PLANNED', deliveryDueOn: '2026-12-24', conditionsDueOn: '2026-11-20' };
    expect(at(planned)).toMatchObject({ dueOn: '2026-12-24', about: null });
    const turning = { ...given, dateOfBirth: '2008-12-10' };
    const at18 = (conditionsDueOn: string) => one('TURNS_18', on('2026-11-22', { ...turning, conditionsDueOn }));
    expect([at18('2026-12-09'), at18('2026-12-20')?.about]).toEqual([undefined, 'for what is delivered']);
  });

  test('of an activity that nobody planned is said to be unknown from the decision on', () => {
    const at = (decided: string) => one('DELIVERY', on('2026-11-02', { state: 'DECIDED', decided }));
    expect(at('OUTCOME_22')).toMatchObject({ dueOn: null, standing: 'UNKNOWN', about: 'Nobody has planned it' });
    expect(at('YOUTH_CONDITIONAL_CAUTION')).toBeUndefined();
  });

  test('leaves duties with days of their own, also in a closed case', () => {
    const duties = [
      { code: 'TELL_VICTIM', dueOn: '2026-11-09' },
      { code: 'REFER_TO_YJS', dueOn: null },
    ];
    const found = on('2026-11-06', { state: 'CLOSED', duties });
    expect(found).toMatchObject([
      { code: 'DUTY', about: 'Tell the victim the outcome', daysLeft: 1, standing: 'NEAR' },
      { code: 'DUTY', standing: 'UNKNOWN' },
    ]);
  });
});

describe('clocks', () => {
  const everything: Partial<ClockFacts> = {
    policeStatus: 'BAIL',
    bailDate: '2026-11-10',
    offences: [{ position: 1, date: '2026-09-12', homeOfficeClass: '105A' }],
  };

  test('stand nearest first', () => {
    const found = on('2026-11-02', everything);
    expect(codes(found)).toEqual(['BAIL', 'ASSESSMENT', 'DECISION', 'LIMITATION', 'TURNS_18']);
    expect(codes(pressing(found))).toEqual(['BAIL']);
  });

  test('press where they are not certain and may be near, and not while they are far either way', () => {
    const unsure = { offences: [{ position: 1, date: '2026-09-12', homeOfficeClass: '8L' }] };
    const pressingOn = (today: string): CaseClock | undefined => one('LIMITATION', pressing(on(today, unsure)));
    expect(one('LIMITATION', on('2026-11-02', unsure))).toMatchObject({ standing: 'UNKNOWN', dueOn: '2027-03-12' });
    expect(pressingOn('2026-11-02')).toBeUndefined();
    expect(pressingOn('2027-01-14')).toBeUndefined();
    expect(pressingOn('2027-01-15')).toMatchObject({ standing: 'UNKNOWN' });
    expect(pressingOn('2027-04-01')).toMatchObject({ standing: 'UNKNOWN' });
    const undated = { offences: [{ position: 1, homeOfficeClass: '8L' }] };
    expect(one('LIMITATION', pressing(on('2026-11-02', undated)))).toMatchObject({ dueOn: null });
  });

  test.each([
    ['READY', ['BAIL', 'DECISION', 'LIMITATION', 'TURNS_18']],
    ['RECOMMENDED', ['BAIL', 'DECISION', 'LIMITATION', 'TURNS_18']],
    ['DECIDED', ['BAIL', 'LIMITATION', 'TURNS_18']],
    ['OUTCOME_RECORDED', []],
    ['CLOSED', []],
    ['RETURNED_TO_POLICE', []],
    ['WITHDRAWN', []],
  ] as const)('of a case that is %s are %j: what is decided or ended stops them', (state, expected) => {
    const decided = 'COMMUNITY_RESOLUTION';
    expect(codes(on('2026-11-02', { ...everything, state, decided, signedOffOn: '2026-11-02' }))).toEqual(expected);
  });

  test('of which nothing is known are not assumed', () => {
    const found = on('2026-11-02', { referredOn: null, dateOfBirth: 'soon', policeStatus: 'BAIL', offences: [] });
    expect(new Set(found.map(({ standing }) => standing))).toEqual(new Set(['UNKNOWN']));
    expect(found.every(({ missing }) => missing)).toBe(true);
    expect(clocksOf({}, { settings: usualSettings, today: '2026-11-02' })).toEqual([]);
  });
});
