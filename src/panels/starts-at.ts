import { isRealDay } from '../policy/days.js';
import { Invalid } from '../platform/errors.js';

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

/** The time of an instant by the clock in London, `hh:mm`. */
export const londonTime = (instant: string): string => londonClock.format(new Date(instant)).slice(-5);

const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/;
const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
const offset = /^(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/**
 * When a meeting starts, as an instant; a time without a zone is one by the clock in London. Null for what is no time.
 */
export function instantOf(text: string): string | null {
  const [, day = '', time = '', zone] = pattern.exec(text) ?? [];
  if (!isRealDay(day) || !clock.test(time) || day < '2000-01-01' || day > '2199-12-31') return null;
  if (zone === undefined) return inLondon(day, time);
  return offset.test(zone) ? new Date(text).toISOString() : null;
}

/** London is at most an hour from UTC: the hour that reads as wanted on its clock is the right one. */
function inLondon(day: string, time: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const wanted = `${date}/${month}/${year}, ${time}`;
  const asUtc = new Date(`${day}T${time}:00.000Z`);
  const summer = new Date(asUtc.getTime() - 3_600_000);
  return (londonClock.format(summer) === wanted ? summer : asUtc).toISOString();
}

type Typed = { readonly day: string; readonly time: string };

/** What a person typed, day and time apart, as the API takes it. */
export function asMeeting<Typing extends Typed>({ day, time, ...rest }: Typing) {
  return { ...rest, startsAt: typedInstant(day, time, 'day', 'time') };
}

/** Does what was typed; a fault of when the meeting starts is told beside the time, since the page has no such field. */
export async function toldAtTime<Done>(work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (refusal) {
    if (!(refusal instanceof Invalid)) throw refusal;
    throw new Invalid(
      refusal.errors.map((fault) => (fault.field === 'startsAt' ? { ...fault, field: 'time' } : fault)),
    );
  }
}

/** A time as `hh:mm`, or null for what is none; `9.30` is one. */
export function paddedTime(time: string): string | null {
  const padded = time.replace('.', ':').padStart(5, '0');
  return clock.test(padded) ? padded : null;
}

/** A day and a time typed apart, as one time by the clock in London; each fault names its field. */
export function typedInstant(day: string, time: string, dayField: string, timeField: string): string {
  const padded = paddedTime(time);
  if (!padded) {
    throw new Invalid([{ field: timeField, message: 'Enter a time as hours and minutes, for example 14:30' }]);
  }
  const startsAt = `${day}T${padded}`;
  if (!instantOf(startsAt)) throw new Invalid([{ field: dayField, message: 'Enter a day in this century' }]);
  return startsAt;
}
