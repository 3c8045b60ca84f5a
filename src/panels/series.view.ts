import { frequencies, onBankHoliday, seriesDays, weekdays } from '../policy/meeting-series.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { SeriesKnown } from './around-meeting.queries.js';

/**
 * The bank holidays that a series meets, each with the day on which the meeting is held instead, or none. One that was
 * proclaimed after the series was arranged has its meeting still: somebody moves or cancels it.
 */
const holidaysOf = ({ series, meetings, calendar }: SeriesKnown) =>
  seriesDays(series, calendar)
    .filter(({ day, heldOn }) => day !== heldOn)
    .map(({ day, heldOn }) => {
      const stands = meetings.some(({ meetingDay, cancelledAt }) => meetingDay === day && cancelledAt === null);
      return { day, heldOn, stands };
    });

function holidayInWords({ day, heldOn, stands }: ReturnType<typeof holidaysOf>[number]): string {
  if (stands) return `${dayInWords(day)}: a meeting stands on it, move or cancel it`;
  return `${dayInWords(day)}: ${heldOn === null ? 'no meeting' : `arranged for ${dayInWords(heldOn)} instead`}`;
}

/** Whole days are said as days. */
const hoursInWords = (hours: number): string =>
  hours >= 48 && hours % 24 === 0 ? `${hours / 24} days` : `${hours} hours`;

/** A series as its page prints it. */
export function seriesView(found: SeriesKnown, { mayEnd = false, now = '' } = {}) {
  const { series, meetings } = found;
  const { panelArea, frequency, weekday, time, fromDay, untilDay, capacity, closesHoursBefore } = series;
  return {
    title: 'Series of meetings',
    back: '/meetings',
    ending:
      mayEnd && meetings.some(({ cancelledAt, startsAt }) => cancelledAt === null && startsAt > now)
        ? `/meeting-series/${series.id}/ending`
        : '',
    panelArea,
    rows: [
      { key: 'How often', value: `${frequencies[frequency]}, on ${weekdays[weekday]} at ${time}` },
      { key: 'From', value: dayInWords(fromDay) },
      { key: 'Until', value: dayInWords(untilDay) },
      { key: 'On a bank holiday', value: onBankHoliday[series.onBankHoliday] },
      ...(series.place ? [{ key: 'Place', value: series.place }] : []),
      ...(capacity ? [{ key: 'Meant for', value: `${capacity} cases` }] : []),
      ...(closesHoursBefore === null
        ? []
        : [{ key: 'The agenda closes', value: `${hoursInWords(closesHoursBefore)} before each meeting` }]),
    ],
    meetings: meetings.map(({ id, startsAt, cancelledAt }) => ({
      href: `/meetings/${id}`,
      when: instantInWords(startsAt),
      isCancelled: cancelledAt !== null,
    })),
    holidays: holidaysOf(found).map(holidayInWords),
  };
}

/** The same for a client of the API. */
export function seriesAnswer(found: SeriesKnown) {
  const { createdBy: _, ...series } = found.series;
  const bankHolidays = holidaysOf(found).map(({ day, heldOn, stands }) => ({
    ...{ day, arrangedFor: stands ? day : heldOn },
  }));
  return { ...series, meetings: found.meetings, bankHolidays };
}
