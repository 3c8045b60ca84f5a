import { expect, test } from '@jest/globals';
import { checkStanding, checkStandings, nearlyDueBy } from './check-standing.js';

const today = '2026-11-23';

test.each([
  [{}, 'NOT_ASKED'],
  [{ status: 'NOT_REQUESTED' }, 'NOT_ASKED'],
  [{ status: 'REQUESTED', dueOn: today }, 'AWAITED'],
  [{ status: 'REQUESTED', dueOn: '2026-11-22' }, 'OVERDUE'],
  [{ status: 'REQUESTED' }, 'AWAITED'],
  [{ status: 'INFORMATION_RECEIVED', dueOn: '2026-11-01' }, 'ANSWERED'],
  [{ status: 'NIL_RETURN' }, 'NIL_RETURN'],
  [{ status: 'NOT_APPLICABLE' }, 'NOT_APPLICABLE'],
])('a check with %j stands at %s', (check, standing) => {
  expect(checkStanding(check, today)).toBe(standing);
});

test('no two standings have the same words', () => {
  expect(new Set(Object.values(checkStandings)).size).toBe(Object.keys(checkStandings).length);
});

test('what is due within two working days is nearly due, a weekend between', () => {
  expect(nearlyDueBy('2026-11-20')).toBe('2026-11-24');
});

test('what is nearly due is counted by the bank holidays that an administrator recorded, or by days where none are known', () => {
  expect(nearlyDueBy('2028-12-29')).toBe('2028-12-31');
  expect(nearlyDueBy('2028-12-29', { 2028: [], 2029: ['2029-01-01'] })).toBe('2029-01-03');
});
