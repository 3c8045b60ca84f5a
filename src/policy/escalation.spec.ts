import { describe, expect, test } from '@jest/globals';
import { endOfStep, type SeniorView, sideOf, stepDue, usualLadder } from './escalation.js';

const view = (side: SeniorView['side'], result: SeniorView['result'], disposal: string | null = null): SeniorView => ({
  ...{ side, result, disposal },
});

describe('a step of an escalation', () => {
  const police = view('POLICE', 'AGREED_DISPOSAL', 'OUTCOME_22');
  test.each([
    ['waits for both', [police], false, { kind: 'WAITS' }],
    ['waits for both on the last step too', [view('YOUTH_JUSTICE', 'RETURN_TO_PANEL')], true, { kind: 'WAITS' }],
    [
      'is settled where both say the same',
      [police, view('YOUTH_JUSTICE', 'AGREED_DISPOSAL', 'OUTCOME_22')],
      false,
      { kind: 'SETTLED', result: 'AGREED_DISPOSAL', disposal: 'OUTCOME_22' },
    ],
    [
      'is not settled by two disposals',
      [police, view('YOUTH_JUSTICE', 'AGREED_DISPOSAL', 'COMMUNITY_RESOLUTION')],
      false,
      { kind: 'NEXT_STEP' },
    ],
    [
      'leaves it with police after the last',
      [police, view('YOUTH_JUSTICE', 'RETURN_TO_PANEL')],
      true,
      { kind: 'STAYS_WITH_POLICE' },
    ],
  ] as const)('%s', (_, views, isLast, end) => {
    expect(endOfStep(views, isLast)).toEqual(end);
  });

  test('is due in working days, past a weekend and Christmas', () => {
    expect(stepDue('2026-11-26', 2)).toBe('2026-11-30');
    expect(stepDue('2026-12-23', 3)).toBe('2026-12-30');
    expect(usualLadder.map(({ workingDays }) => workingDays)).toEqual([2, 3, 5]);
  });
});

describe('who speaks in a step', () => {
  test.each([
    ['whoever is named', { policeId: 'a' }, 'POLICE'],
    ['nobody where nobody is named', {}, null],
    ['nobody else where somebody is named', { policeId: 'b' }, null],
    ['no second of a side', { policeId: 'a', given: [{ side: 'POLICE', personId: 'b' }] }, null],
    ['nobody for both sides', { youthJusticeId: 'a', given: [{ side: 'POLICE', personId: 'a' }] }, null],
    ['nobody who has a part in what is disagreed about', { policeId: 'a', keptOut: ['a'] }, null],
    ['nobody of whom that is not known', { policeId: 'a', keptOut: undefined }, null],
  ] as const)('%s', (_, facts, side) => {
    expect(sideOf({ actorId: 'a', given: [], keptOut: [], ...facts })).toBe(side);
  });
});
