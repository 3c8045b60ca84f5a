import { expect, test } from '@jest/globals';
import { releaseCalendar } from '../policy/bank-holidays.js';
import type { SeriesFound } from './around-meeting.queries.js';
import { seriesAnswer, seriesView } from './series.view.js';

const series: SeriesFound = {
  ...{ id: 's', panelAreaId: 'a', panelArea: 'Leicester City', frequency: 'WEEKLY', weekday: 'TUESDAY' },
  ...{ time: '10:00', fromDay: '2026-12-01', untilDay: '2026-12-15', onBankHoliday: 'SKIP', place: null },
  ...{ capacity: null, closesHoursBefore: null, createdBy: 'p', createdAt: '2026-11-23T10:00:00.000Z' },
};
const meeting = (meetingDay: string, cancelledAt: string | null = null) => ({
  ...{ id: meetingDay, startsAt: `${meetingDay}T10:00:00.000Z`, meetingDay, cancelledAt },
});
const calendar = { ...releaseCalendar, '2026': ['2026-12-01', '2026-12-08'] };

test('a bank holiday proclaimed after the series was arranged is shown with the meeting that stands on it', () => {
  const meetings = [meeting('2026-12-01'), meeting('2026-12-08', '2026-11-24T10:00:00.000Z'), meeting('2026-12-15')];
  const found = { series, meetings, calendar };
  expect(seriesView(found).holidays).toEqual([
    '1 December 2026: a meeting stands on it, move or cancel it',
    '8 December 2026: no meeting',
  ]);
  expect(seriesAnswer(found).bankHolidays).toEqual([
    { day: '2026-12-01', arrangedFor: '2026-12-01' },
    { day: '2026-12-08', arrangedFor: null },
  ]);
});
