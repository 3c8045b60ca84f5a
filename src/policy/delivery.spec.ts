import { describe, expect, test } from '@jest/globals';
import {
  completionOf,
  type DeliveryStatus,
  deliveryStatuses,
  endedStatuses,
  type EndReason,
  endReasons,
  goesWith,
  hasBegun,
  openStatuses,
  statusesFrom,
} from './delivery.js';
import type { Disposal } from './disposal.js';
import { disposalCodes, disposals } from './disposals.js';
import { followsNotTakingPart } from './not-taking-part.js';
import {
  areSameConditions,
  capBlockers,
  mayHavePenalty,
  variationBlockers,
  variationRules,
} from './variation-gates.js';

describe('a delivery', () => {
  test('has ended when nothing is left, and has three answers to whether it was completed', () => {
    expect(Object.keys(deliveryStatuses).filter((status) => !endedStatuses.includes(status as 'PLANNED'))).toEqual([
      'PLANNED',
      'UNDER_WAY',
    ]);
    const answers = ['COMPLETED', 'NOT_COMPLETED', 'NOT_RECORDED', 'UNDER_WAY', 'NOT_NEEDED', null];
    expect(answers.map(completionOf)).toEqual(['YES', 'NO', 'NOT_RECORDED', null, null, null]);
  });

  test('is planned, or not needed, until something of it was done', () => {
    const begun = (Object.keys(deliveryStatuses) as DeliveryStatus[]).filter(hasBegun);
    expect(begun).toEqual(['UNDER_WAY', 'COMPLETED', 'NOT_COMPLETED', 'NOT_RECORDED']);
    for (const status of begun) expect([status, statusesFrom(status)]).toEqual([status, ['UNDER_WAY']]);
    for (const status of ['NOT_NEEDED', 'PLANNED', null] as const) expect(statusesFrom(status)).toEqual(openStatuses);
  });

  test.each(Object.keys(endReasons) as EndReason[])(
    'can end because of %s with an answer that goes with it',
    (reason) => {
      const answers = (['YES', 'NO', 'NOT_RECORDED'] as const).filter((answer) => goesWith(reason, answer));
      expect(answers.length).toBeGreaterThan(0);
    },
  );

  test('does not end well because the child stopped taking part', () => {
    expect(goesWith('DISENGAGED', 'YES')).toBe(false);
    expect(goesWith('COMPLETED', 'NO')).toBe(false);
  });
});

describe('when a child does not take part', () => {
  test.each(disposalCodes)('what follows for %s is said, with its source', (disposal) => {
    const found = followsNotTakingPart(disposal);
    expect([found?.message, found?.source.citation].every(Boolean)).toBe(true);
  });

  test('a resolution is not enforced, an Outcome 23 falls back on prosecution, a condition may be prosecuted', () => {
    expect(followsNotTakingPart('COMMUNITY_RESOLUTION')?.message).toContain('cannot be enforced');
    expect(followsNotTakingPart('OUTCOME_23')?.message).toContain('the decision to prosecute stands');
    expect(followsNotTakingPart('YOUTH_CONDITIONAL_CAUTION')?.source.checkedOn).toBeNull();
    expect(followsNotTakingPart('NO_SUCH')).toBeNull();
    expect(followsNotTakingPart(null)).toBeNull();
  });

  test('of a disposal that was added what its edition says follows, and where it says nothing, that nothing is written', () => {
    const part = 'NON_ENGAGEMENT' as const;
    const said = [
      { part, words: 'The worker asks why.', source: 'Local protocol', grounding: 'NOT_CHECKED' },
      { part, words: 'Then police are asked.', source: 'Local protocol', grounding: 'NOT_CHECKED' },
    ] as const;
    const held = (meanings: Disposal['meanings'], code = 'PROMISE', edition = 1) => ({
      edition,
      row: { ...disposals.COMMUNITY_RESOLUTION, code, meanings },
    });
    expect(followsNotTakingPart('PROMISE', held(said))).toEqual({
      message: 'The worker asks why. Then police are asked.',
      source: { citation: 'Local protocol', checkedOn: null },
    });
    expect(followsNotTakingPart('PROMISE', held([]))?.message).toContain('not written down');
    const usual = followsNotTakingPart('COMMUNITY_RESOLUTION');
    const { meanings } = disposals.COMMUNITY_RESOLUTION;
    for (const same of [
      held(meanings, 'COMMUNITY_RESOLUTION'),
      held([], 'COMMUNITY_RESOLUTION'),
      held(said, 'COMMUNITY_RESOLUTION', 0),
    ]) {
      expect(followsNotTakingPart('COMMUNITY_RESOLUTION', same)).toEqual(usual);
    }
    expect(followsNotTakingPart('COMMUNITY_RESOLUTION', held(said, 'COMMUNITY_RESOLUTION'))?.message).toContain(
      'asks why',
    );
  });
});

test('conditions are the same whatever their order, and not when any of their terms differs', () => {
  const one = { object: 'REPARATIVE', description: 'Repair', due: '2026-12-01' };
  const other = { object: 'PUNITIVE', description: 'Attend', due: '2026-12-05', attendanceHours: 4 };
  expect(areSameConditions([one, other], [other, one])).toBe(true);
  expect(areSameConditions([one], [one, one])).toBe(false);
  for (const change of [{ due: '2026-12-02' }, { penaltyPence: 100 }, { object: 'PUNITIVE' }, { description: 'x' }]) {
    expect([change, areSameConditions([one], [{ ...one, ...change }])]).toEqual([change, false]);
  }
});

test('conditions of a disposal that was added are held to the rules of its row when they are varied', () => {
  const row = { ...disposals.COMMUNITY_RESOLUTION, code: 'PROMISE', rules: ['YCC_PENALTY_CAP'] as const };
  const conditions = [{ object: 'PUNITIVE', description: 'Pay', penaltyPence: 9_000_000 }];
  const facts = { caseId: 'x', disposal: 'PROMISE', conditions, offences: [], day: '2026-11-23' };
  const varied = { caseId: 'x', disposal: 'PROMISE', agreedBy: [] };
  expect(variationBlockers(varied, facts, row).map(({ code }) => code)).toEqual(['YCC_PENALTY_CAP']);
  expect(variationRules(varied, facts, row)).toEqual(['YCC_PENALTY_CAP']);
});

test('what is planned is held to the caps alone, and a penalty is of a disposal that has a cap', () => {
  const offences = [{ date: '2026-11-02', homeOfficeClass: '105A' }];
  const known = { caseId: 'x', offences, day: '2026-11-23', dateOfBirth: '2012-01-01' };
  const caution = { ...known, disposal: 'YOUTH_CONDITIONAL_CAUTION' };
  const above = {
    object: 'RESTRICTIVE',
    description: 'x',
    penaltyPence: 999_900,
    attendanceHours: 500,
    due: '2028-01-01',
  };
  const codes = capBlockers({ ...caution, conditions: [above] })
    .map(({ code, mend }) => [code, mend] as const)
    .toSorted(([one], [other]) => one.localeCompare(other));
  expect(codes).toEqual(
    ['YCC_ATTENDANCE_CAP', 'YCC_DEADLINE', 'YCC_PENALTY_CAP'].map((code) => [code, '/cases/x/delivery']),
  );
  expect(capBlockers({ ...caution, conditions: [] })).toEqual([]);
  const penal = Object.values(disposals).filter(mayHavePenalty);
  expect(penal.map(({ code }) => code)).toEqual(['YOUTH_CONDITIONAL_CAUTION']);
  expect(mayHavePenalty(null)).toBe(false);
});
