import { usualEnd } from '../policy/meeting-series.js';

/** A meeting as a calendar shows it: no name of a person, no case, and its place only where the area allows it. */
export type CalendarEvent = {
  readonly id: string;
  /** Its name: whoever sits on two panels tells them apart by it. */
  readonly panelArea: string;
  readonly startsAt: string;
  readonly isExtraordinary: boolean;
  readonly isCancelled: boolean;
  readonly place: string | null;
  /** How often it was moved or cancelled. */
  readonly changes: number;
};

const MOST_OCTETS = 75;

/** RFC 5545 section 3.3.11: what would end a value or a line is escaped. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/[;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n');

/** RFC 5545 section 3.1: a line of more than 75 octets goes on after a space; no character is cut in two. */
export function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (Buffer.byteLength(current + character) > MOST_OCTETS) {
      lines.push(current);
      current = ' ';
    }
    current += character;
  }
  return [...lines, current].join('\r\n');
}

/** An instant in the form of RFC 5545 section 3.3.5, in UTC. */
const inUtc = (instant: string): string => `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

function eventLines(event: CalendarEvent, now: string) {
  const { id, panelArea, startsAt, isExtraordinary, isCancelled, place, changes } = event;
  const what = `Panel meeting, ${panelArea}${isExtraordinary ? ', extraordinary' : ''}`;
  return [
    'BEGIN:VEVENT',
    `UID:${id}@joint-decision-panel`,
    `DTSTAMP:${inUtc(now)}`,
    `DTSTART:${inUtc(startsAt)}`,
    `DTEND:${inUtc(usualEnd(startsAt))}`,
    `SEQUENCE:${changes}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(isCancelled ? `${what} (cancelled)` : what)}`,
    ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
    'END:VEVENT',
  ];
}

/** Meetings as an iCalendar object (RFC 5545). In: the meetings, now. Out: its text, lines ended as the standard asks. */
export const calendarFile = (events: readonly CalendarEvent[], now: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Joint Decision Panel//Meetings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
