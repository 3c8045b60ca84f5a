import type { Listed } from '../platform/database/keyset.js';
import { type MeetingListInput, meetingTimes } from './meeting.input.js';
import type { MeetingListed } from './meetings.queries.js';

type When = NonNullable<MeetingListInput['when']>;
type Asked = {
  readonly when: When;
  readonly panelAreaId?: string | undefined;
  readonly after?: string | undefined;
  readonly today: string;
  readonly mayArrange: boolean;
};

const empties: Readonly<Record<When, string>> = {
  COMING: 'No meeting is to come.',
  HELD: 'No meeting was held yet.',
};

/** The meetings to come or those that were held, a page at a time. */
export function meetingsView({ items, next }: Listed<MeetingListed>, asked: Asked): object {
  const { when, panelAreaId, after, today, mayArrange } = asked;
  const address = (to: When, further: Readonly<Record<string, string>> = {}): string =>
    `/meetings?${new URLSearchParams({ when: to, ...(panelAreaId ? { panelAreaId } : {}), ...further }).toString()}`;
  const pages = { first: after ? address(when) : '', further: next ? address(when, { after: next }) : '' };
  return {
    title: 'Meetings',
    tabs: (Object.keys(meetingTimes) as When[]).map((one) => ({
      ...{ text: meetingTimes[one], href: address(one), current: one === when },
    })),
    caption: when === 'COMING' ? 'Meetings to come, the nearest first' : 'Meetings that were held, the latest first',
    meetings: items.map((meeting) => ({ ...meeting, isToday: meeting.meetingDay === today })),
    empty: empties[when],
    mayArrange,
    pages: when === 'COMING' ? { ...pages, back: 'Nearest', on: 'Later' } : { ...pages, back: 'Newest', on: 'Older' },
  };
}
