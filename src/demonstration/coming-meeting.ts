import { addDays, workingDaysLater } from '../policy/days.js';
import { weekdays } from '../policy/meeting-series.js';
import type { Answer } from './colleague.js';
import { type Context, IN_TWO_ROOMS, type Place } from './case-work.js';

const room = { place: 'Town Hall, room 4', capacity: 8 };

/** A series from a coming day on, as a panel plans its months. Out: its first meeting. */
export async function arrangeSeries({ team, today }: Context, panelAreaId: string, meets: string): Promise<string> {
  const weekday = Object.keys(weekdays)[(new Date(`${meets}T12:00:00Z`).getUTCDay() || 7) - 1];
  const days = { weekday, time: '10:00', fromDay: meets, untilDay: addDays(today, 90) };
  const rule = { frequency: 'WEEKLY', onBankHoliday: 'NEXT_WORKING_DAY', closesHoursBefore: 144 };
  const made = await team.panelAdministrator.postWithReasons(
    'meeting-series',
    { panelAreaId, ...room, ...days, ...rule },
    IN_TWO_ROOMS,
  );
  return made['meetings'][0].id;
}

/** What cannot wait for it. */
export async function arrangeExtraordinary({ team }: Context, panelAreaId: string, day: string): Promise<string> {
  const why = {
    extraordinaryBecause: 'SUPPORT',
    extraordinaryReason: 'The mentor has a place until the end of the week, and then none before the spring.',
  };
  const meeting = { panelAreaId, startsAt: `${day}T15:30`, place: 'By video', ...why };
  return (await team.panelAdministrator.postWithReasons('meetings', meeting, IN_TWO_ROOMS))['id'];
}

/** The next meeting sits today, so that a newcomer can hold it; on a weekend or a holiday on the next working day. */
export const meetingDay = (today: string): string => workingDaysLater(addDays(today, -1), 1) ?? today;

/** The meeting of an area that comes next in its series. */
export async function nextMeeting({ team, today }: Context, panelAreaId: string): Promise<Answer> {
  const { items } = await team.panelAdministrator.get(`meetings?panelAreaId=${panelAreaId}&limit=100`);
  const coming = (items as Answer[]).filter(
    ({ extraordinaryBecause, meetingDay: day }) => !extraordinaryBecause && day >= today,
  );
  const [next] = coming.toSorted((one, other) => (one['startsAt'] < other['startsAt'] ? -1 : 1));
  if (!next) throw new Error('The demonstration has no meeting to come');
  return next;
}

/** What the chair and the clerk do beforehand: the order, who cannot come, what was sent, who may watch. */
export async function readyMeeting({ team, panelAreaId }: Place, today: string): Promise<void> {
  const { chair, panelAdministrator, observer } = team;
  const { id, meetingDay: day } = await nextMeeting({ team, today }, panelAreaId);
  const at = `meetings/${id}`;
  const { agenda, version } = await chair.get(at);
  const standing = (agenda as Answer[]).filter(({ standing: isThere }) => isThere);
  const inOrder = standing.toSorted((one, other) => Number(!one['carriedOver']) - Number(!other['carriedOver']));
  const caseIds = inOrder.map(({ caseId }) => caseId);
  const ordered = await chair.put(`${at}/order`, { caseIds, version });
  const apologies = [{ agency: 'EDUCATION_PRE16', reason: 'An inspection at two schools that day.' }];
  await panelAdministrator.put(`${at}/apologies`, { apologies, version: ordered['version'] });
  const note = 'The allocated worker sees the family on Tuesdays and would support whatever keeps that going.';
  await panelAdministrator.post(`${at}/notes`, { caseId: caseIds[0], agency: 'CHILDRENS_SOCIAL_CARE', note });
  const watches = { personId: observer.id, from: `${today}T00:00`, until: `${addDays(day, 1)}T18:00` };
  await panelAdministrator.post(`${at}/observers`, watches);
}
