import { frequencies, onBankHoliday, seriesDays, weekdays } from '../policy/meeting-series.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { SeriesFound, SeriesMeeting } from './around-meeting.queries.js';

type Found = { readonly series: SeriesFound; readonly meetings: readonly SeriesMeeting[] };

/** The bank holidays that a series meets, each with the day on which the meeting is held instead, or none. */
const holidaysOf = ({ series }: Found) => seriesDays(series).filter(({ day, heldOn }) => day !== heldOn);

/** A series as its page prints it. */
export function seriesView(found: Found) {
  const { series, meetings } = found;
  const { panelArea, frequency, weekday, time, fromDay, untilDay, capacity, closesHoursBefore } = series;
  return {
    title: 'Series of meetings',
    back: '/meetings',
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
        : [{ key: 'The agenda closes', value: `${closesHoursBefore} hours before each meeting` }]),
    ],
    meetings: meetings.map(({ id, startsAt, cancelledAt }) => ({
      href: `/meetings/${id}`,
      when: instantInWords(startsAt),
      isCancelled: cancelledAt !== null,
    })),
    holidays: holidaysOf(found).map(({ day, heldOn }) =>
      heldOn === null
        ? `${dayInWords(day)}: no meeting`
        : `${dayInWords(day)}: arranged for ${dayInWords(heldOn)} instead`,
    ),
  };
}

/** The same for a client of the API. */
export function seriesAnswer(found: Found) {
  const { createdBy: _, ...series } = found.series;
  const bankHolidays = holidaysOf(found).map(({ day, heldOn }) => ({ day, arrangedFor: heldOn }));
  return { ...series, meetings: found.meetings, bankHolidays };
}
