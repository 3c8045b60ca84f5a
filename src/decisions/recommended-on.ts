import { dayOf } from '../platform/clock.js';

/** The day from which police may decide on a recommendation: of the meeting, or of its recording where that came first. */
export function recommendedOn({ meetingDay, recordedAt }: { meetingDay: string; recordedAt: string }): string {
  const recorded = dayOf(recordedAt);
  return recorded < meetingDay ? recorded : meetingDay;
}
