import { agencies } from '../policy/agencies.js';
import { seatOf } from '../policy/discussion-gates.js';
import { extraordinaryReasons } from '../policy/extraordinary-sittings.js';
import { type Actor, may } from '../platform/actor.js';
import { instantInWords } from '../platform/web/words.js';
import { caseView, type Link, nameOf } from './agenda-item.view.js';
import type { ChangeFound } from './around-meeting.queries.js';
import { closingOf, type MeetingFound } from './find-meeting.js';
import type { MeetingScreen, ScreenCase } from './meeting-screens.js';
import { isForHearing, type Seat } from './meetings.queries.js';

/** Somebody who sits, and for whom. */
export const seatInWords = ({ name, agency, deputyFor }: Omit<Seat, 'personId'>): string =>
  `${name}, ${agencies[agency]}${deputyFor ? `, deputy for ${agencies[deputyFor]}` : ''}`;

/** Which agencies the area needs, who sits for each, and whether those that are not there said so beforehand. */
export function quorumOf({ meeting, seats, apologies }: MeetingScreen) {
  return meeting.quorumAgencies.map((agency) => {
    const people = seats.filter((seat) => seatOf(seat) === agency).map(({ name }) => name);
    const apology = apologies.find((one) => one.agency === agency)?.reason ?? null;
    return { agency, name: agencies[agency], isThere: people.length > 0, people, apology };
  });
}

const changeInWords = ({ change, fromStartsAt, reason, changedByName }: ChangeFound): string =>
  change === 'MOVED'
    ? `It was to be on ${instantInWords(fromStartsAt)}. ${changedByName} moved it: ${reason}`
    : `${changedByName} cancelled it: ${reason}`;

/** What its administrator and its chair do with a meeting besides its cases. */
function meetingLinks({ id, panelAreaId, cancelledAt, seriesId }: MeetingFound, actor: Actor): Link[] {
  const isOpen = cancelledAt === null;
  const link = (shown: boolean, rest: string, text: string): Link[] =>
    shown ? [{ href: `/meetings/${id}/${rest}`, text }] : [];
  const [runs, arranges] = [may(actor, 'meeting.run', panelAreaId), may(actor, 'meeting.arrange', panelAreaId)];
  return [
    { href: `/meetings/${id}/pack`, text: 'The pack: read, print or issue it' },
    { href: `/meetings/${id}/police-decisions`, text: 'What police decided since the last meeting' },
    ...link(runs && isOpen, 'notes', 'Add a note from an agency that is not coming'),
    ...link(runs, 'observers', 'Observers'),
    ...link(true, 'calendar', 'Calendar file'),
    ...(seriesId ? [{ href: `/meeting-series/${seriesId}`, text: 'Its series' }] : []),
    ...link(arranges && isOpen, 'move', 'Move this meeting'),
    ...link(arranges && isOpen, 'cancellation', 'Cancel this meeting'),
  ];
}

const arrangedAlthough: Readonly<Record<string, string>> = {
  MEETING_AT_SAME_TIME: 'At the same time as another meeting of this panel',
  MEETING_ON_BANK_HOLIDAY: 'On a bank holiday',
};

function limitsOf(found: MeetingFound, count: number) {
  const { capacity, extraordinaryBecause, extraordinaryReason, overrides, ...meeting } = found;
  const closesAt = closingOf(meeting);
  return [
    ...(extraordinaryBecause
      ? [`Extraordinary sitting. ${extraordinaryReasons[extraordinaryBecause]}: ${extraordinaryReason ?? ''}`]
      : []),
    ...overrides.map(({ code, reason }) => `${arrangedAlthough[code] ?? code}: ${reason}`),
    ...(capacity ? [`${count} of ${capacity} cases.`] : []),
    ...(closesAt ? [`A case that is listed after ${instantInWords(closesAt)} is late.`] : []),
  ];
}

const isWaiting = ({ standing, state, closed, leftOn }: ScreenCase): boolean =>
  standing && !closed && leftOn === null && state === 'LISTED';

/** How far the panel has come, of the cases that the reader may see, and the one it comes to next. */
function progressOf(cases: readonly ScreenCase[]) {
  const open = cases.filter(({ closed }) => !closed);
  const left = open.filter(isWaiting);
  const next = left[0];
  if (open.length === 0) return null;
  return {
    done:
      left.length === 0 ? 'No case is left to be heard.' : `${left.length} of ${open.length} cases left to be heard.`,
    next: next ? { anchor: `case-${next.id}`, text: `${cases.indexOf(next) + 1}. ${nameOf(next)}` } : null,
  };
}

/** The area, and the name of its panel where it says more than the area. */
const captionOf = ({ panelArea, panelName }: MeetingFound): string =>
  panelName && !panelName.startsWith(panelArea) ? `${panelArea}, ${panelName}` : panelName || panelArea;

/** The meeting as it is seen on a screen or a phone in the room. */
export function meetingView(screen: MeetingScreen, actor: Actor) {
  const { meeting, seats, seatsBefore, cases, apologies, changes } = screen;
  const quorum = quorumOf(screen);
  const here = quorum.filter(({ isThere }) => isThere).map(({ agency }) => agency);
  const standing = cases.filter((item) => item.standing);
  const mayRun = may(actor, 'meeting.run', meeting.panelAreaId) && meeting.cancelledAt === null;
  const movable = mayRun ? standing.filter(({ closed }) => !closed) : [];
  return {
    title: `Meeting on ${instantInWords(meeting.startsAt)}`,
    back: '/meetings',
    meeting,
    caption: captionOf(meeting),
    progress: meeting.cancelledAt === null ? progressOf(cases) : null,
    isCancelled: meeting.cancelledAt !== null,
    about: limitsOf(meeting, cases.filter((item) => isForHearing(item, meeting.id)).length),
    changes: changes.map(changeInWords),
    quorum: quorum.map(({ name, isThere, people, apology }) => ({
      ...{ name, isThere, people: people.join(', ') },
      apology: isThere ? '' : (apology ?? ''),
      stand: isThere ? 'Here' : apology === null ? 'Absent' : 'Apologies',
      colour: isThere ? 'green' : apology === null ? 'orange' : 'yellow',
    })),
    isQuorate: quorum.every(({ isThere }) => isThere),
    seats: seats.map(seatInWords),
    before: seatsBefore.map(({ seats: sat, reason, replacedByName, replacedAt }) => ({
      until: `Until ${instantInWords(replacedAt)}, when ${replacedByName} changed it${reason ? `: ${reason}` : ''}`,
      seats: sat.map(seatInWords),
    })),
    apologies: apologies.map(({ agency, name, reason }) => ({ who: name ?? '', agency: agencies[agency], reason })),
    cases: cases.map((item) => caseView(item, { meetingId: meeting.id, actor, movable, all: cases, seats, here })),
    links: meetingLinks(meeting, actor),
    mayRun,
    mayOrder: movable.length > 1,
  };
}
