import { describe, expect, test } from '@jest/globals';
import { calendarFile, folded } from './calendar.view.js';

const meeting = {
  ...{
    id: 'm1',
    panelArea: 'Leicester City',
    startsAt: '2026-07-07T08:30:00.000Z',
    isExtraordinary: false,
    isCancelled: false,
  },
  ...{ place: null, changes: 0 },
};
const now = '2026-06-01T12:00:00.000Z';
const linesOf = (text: string): string[] => text.split('\r\n');

describe('a calendar file', () => {
  test('says when the panel meets, in UTC, and nothing of anybody', () => {
    expect(linesOf(calendarFile([meeting], now))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Joint Decision Panel//Meetings//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:m1@joint-decision-panel',
      'DTSTAMP:20260601T120000Z',
      'DTSTART:20260707T083000Z',
      'DTEND:20260707T103000Z',
      'SEQUENCE:0',
      'STATUS:CONFIRMED',
      'SUMMARY:Panel meeting\\, Leicester City',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('says that a meeting was cancelled, under the same id and a later sequence', () => {
    const text = calendarFile([{ ...meeting, isCancelled: true, changes: 2 }], now);
    expect(linesOf(text)).toEqual(expect.arrayContaining(['UID:m1@joint-decision-panel', 'SEQUENCE:2']));
    expect(linesOf(text)).toEqual(
      expect.arrayContaining(['STATUS:CANCELLED', 'SUMMARY:Panel meeting\\, Leicester City (cancelled)']),
    );
  });

  test('cannot be given lines of its own by the place', () => {
    const place = 'Room 4, Town Hall; back\\door\r\nEND:VCALENDAR\nX';
    const lines = linesOf(calendarFile([{ ...meeting, place }], now));
    expect(lines).toContain('LOCATION:Room 4\\, Town Hall\\; back\\\\door\\nEND:VCALENDAR\\nX');
    expect(lines.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
  });

  test('holds no line of more than 75 octets and cuts no character in two', () => {
    const place = `Neuadd y Dref ${'ŵ€😀'.repeat(40)}`;
    const text = calendarFile([{ ...meeting, place }], now);
    expect(Math.max(...linesOf(text).map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`LOCATION:${place}`);
  });

  test('leaves a short line as it is', () => {
    expect(folded('x'.repeat(75))).toBe('x'.repeat(75));
    expect(folded('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
  });
});
