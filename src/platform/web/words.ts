import { poundsInWords } from '../../policy/pounds.js';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const LONDON_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});
const LONDON_TIME = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
  timeZone: 'Europe/London',
});

/** `2026-11-22` as `22 November 2026`; what is no day is shown as it stands. */
export function dayInWords(day: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(instant.getTime()) ? DAY.format(instant) : day;
}

/** A sentence made from what is stored, its days as people write them. */
export const daysInWords = (sentence: string): string => sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, dayInWords);

/** `2026-11-22T13:13:00Z` as `22 November 2026 at 1:13pm`, by the clock in London. */
export function instantInWords(instant: string): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant;
  return `${LONDON_DAY.format(moment)} at ${LONDON_TIME.format(moment).replaceAll(/\s/gu, '').toLowerCase()}`;
}

/** Pence as people say them: `3000` as `£30`. */
export const wholePounds = (pence: number): string => poundsInWords(pence).replace(/\.00$/, '');

/** `INFORMATION_RECEIVED` as `Information received`. */
export function codeInWords(code: string): string {
  const words = code.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
