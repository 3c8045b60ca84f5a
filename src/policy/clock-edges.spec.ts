import { expect, test } from '@jest/globals';
import { usualSettings } from './area-settings.js';
import { releaseCalendar } from './bank-holidays.js';
import { clockEdges, classesWithoutLimit } from './clock-edges.js';
import type { ClockFacts } from './clock-kinds.js';
import { clocksOf } from './clocks.js';
import { addDays, workingDaysLater } from './days.js';

const days = ['2026-02-27', '2026-02-28', '2026-04-01', '2026-11-23', '2026-12-24', '2027-02-28', '2027-03-01'];
const settings = usualSettings;
const isFar = (code: string, facts: ClockFacts, today: string): boolean => {
  const found = clocksOf({ state: 'PREPARING', ...facts }, { settings, today, calendar: releaseCalendar });
  return found.find((clock) => clock.code === code)?.standing === 'FAR';
};

test.each(days)('on %s the edge of each clock is where it begins to be near', (today) => {
  const edges = clockEdges({ settings, today, calendar: releaseCalendar });
  for (const code of ['ASSESSMENT', 'DECISION'] as const) {
    expect([code, isFar(code, { referredOn: edges[code] }, today)]).toEqual([code, false]);
    expect([code, isFar(code, { referredOn: addDays(edges[code], 1) }, today)]).toEqual([code, true]);
  }
  expect(isFar('BAIL', { bailDate: edges.BAIL }, today)).toBe(false);
  expect(isFar('BAIL', { bailDate: addDays(edges.BAIL, 1) }, today)).toBe(true);
  const running = { state: 'OUTCOME_RECORDED', deliveryStatus: 'UNDER_WAY' } as const;
  expect(isFar('DELIVERY', { ...running, deliveryDueOn: edges.DELIVERY }, today)).toBe(false);
  expect(isFar('DELIVERY', { ...running, deliveryDueOn: addDays(edges.DELIVERY, 1) }, today)).toBe(true);
  const owed = (dueOn: string) => ({ ...running, duties: [{ code: 'TELL_VICTIM', dueOn }] });
  expect(isFar('DUTY', owed(edges.DUTY), today)).toBe(false);
  expect(isFar('DUTY', owed(workingDaysLater(edges.DUTY, 1) ?? ''), today)).toBe(true);
  expect(isFar('TURNS_18', { dateOfBirth: edges.TURNS_18 }, today)).toBe(false);
  expect(isFar('TURNS_18', { dateOfBirth: addDays(edges.TURNS_18, 2) }, today)).toBe(true);
});

test('no time limit that is near is missed, and none that is far is taken, whatever the length of the month', () => {
  for (let place = 0; place < 400; place += 1) {
    const today = addDays('2026-01-01', place);
    const { LIMITATION } = clockEdges({ settings, today, calendar: releaseCalendar });
    const on = (date: string) => ({ offences: [{ position: 1, date, homeOfficeClass: '105A' }] });
    expect([today, isFar('LIMITATION', on(addDays(LIMITATION, 1)), today)]).toEqual([today, true]);
    expect([today, isFar('LIMITATION', on(LIMITATION), today)]).toEqual([today, false]);
  }
});

test('where bank holidays are not known, days of the calendar stand for working days', () => {
  const edges = clockEdges({ settings, today: '2029-02-01', calendar: releaseCalendar });
  expect(edges.DECISION).toBe('2029-01-23');
});

test('classes that may be summary are not left out', () => {
  expect(classesWithoutLimit).toContain('34B');
  expect(classesWithoutLimit).not.toContain('105A');
  expect(classesWithoutLimit).not.toContain('46');
});
