import { agencies } from '../policy/agencies.js';
import { clockInLine } from '../cases/clocks.view.js';
import type { Closed } from '../cases/access/closed-cases.js';
import { newsInWords } from '../policy/late-news.js';
import { adjournReasons, states } from '../policy/lifecycle.js';
import { type Actor, may } from '../platform/actor.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { MeetingScreen, ScreenCase } from './meeting-screens.js';
import type { Seat } from './meetings.queries.js';

type Link = { readonly href: string; readonly text: string };

const seatOf = ({ agency, deputyFor }: Seat): string => deputyFor ?? agency;

/** Which agencies the area needs, and who sits for each. */
export function quorumOf({ meeting, seats }: MeetingScreen) {
  return meeting.quorumAgencies.map((agency) => {
    const people = seats.filter((seat) => seatOf(seat) === agency).map(({ name }) => name);
    return { agency, name: agencies[agency], isThere: people.length > 0, people };
  });
}

/** The other cases that are heard together with this one, as far as the reader may see them. */
const heardWith = ({ itemId, togetherWith }: ScreenCase, all: readonly ScreenCase[]): ScreenCase[] =>
  togetherWith === null
    ? []
    : all.filter((one) => one.itemId !== itemId && one.togetherWith === togetherWith && one.standing && !one.closed);

function together(item: ScreenCase, all: readonly ScreenCase[]): string {
  const others = heardWith(item, all).map(({ reference }) => reference);
  return item.standing && others.length > 0 ? `Heard together with ${others.join(', ')}; each is decided alone.` : '';
}

function standOf(item: ScreenCase): string {
  const { adjournedAt, adjournReasonCode, adjournUntil, standing, state, leftOn } = item;
  if (adjournedAt) {
    const reason = adjournReasonCode ? adjournReasons[adjournReasonCode].name : '';
    return `Adjourned: ${reason}${adjournUntil ? `, until ${dayInWords(adjournUntil)}` : ''}`;
  }
  if (!standing) return 'Listed since for another meeting';
  return leftOn ? 'Left the agenda' : states[state];
}

/** Why a case that was listed is not for hearing. */
function whyLeft({ leftOn }: ScreenCase): string {
  if (!leftOn) return '';
  return `It left the agenda because of late news: ${newsInWords(leftOn)}, ${instantInWords(leftOn.cameAt)}.`;
}

const closedWords: Readonly<Record<Closed, string>> = {
  RECUSED: 'You have stepped out of this case',
  RESTRICTED: 'A restricted case',
};

function linksOf(item: ScreenCase, meetingId: string, actor: Actor): Link[] {
  const mayHere = (permission: Parameters<typeof may>[1]) => may(actor, permission, item.panelAreaId);
  const { id, state, reference, standing } = item;
  const waits = state === 'LISTED' || state === 'ESCALATED';
  const past = ['RECOMMENDED', 'DECIDED', 'OUTCOME_RECORDED', 'CLOSED'].includes(state);
  const link = (shown: boolean, href: string, text: string): Link[] =>
    standing && shown ? [{ href, text: `${text} (${reference})` }] : [];
  return [
    ...link(waits && mayHere('recommendation.record'), `/cases/${id}/recommendation`, 'Record recommendation'),
    ...link(
      waits && !mayHere('recommendation.record'),
      `/cases/${id}/recommendation`,
      'Read what the panel decides on',
    ),
    ...link(waits || past, `/cases/${id}/views`, 'Views and discussion'),
    ...link(state === 'LISTED' && mayHere('meeting.run'), `/cases/${id}/adjournment`, 'Adjourn'),
    ...link(past, `/cases/${id}/recommendation`, 'Recommendation'),
    ...link(state === 'RECOMMENDED' && mayHere('police-decision.record'), `/cases/${id}/police-decision`, 'Decide'),
    ...link(
      item.isLinked && item.togetherWith === null && waits && mayHere('meeting.arrange'),
      `/meetings/${meetingId}/hearing-together?caseId=${id}`,
      'Hear together with its linked cases',
    ),
    ...link(
      item.togetherWith !== null && waits && mayHere('meeting.arrange'),
      `/meetings/${meetingId}/hearing-apart?caseId=${id}`,
      'Hear one by one',
    ),
    ...link(
      mayHere('conflict.declare'),
      `/meetings/${meetingId}/conflicts?caseId=${id}`,
      'Record a conflict of interest',
    ),
  ];
}

function caseView(item: ScreenCase, all: readonly ScreenCase[], meetingId: string, actor: Actor) {
  const { id, position, reference, closed, state, standing, conflicts, missing, flags } = item;
  if (closed) {
    const nothing = { reference: '', name: '', stand: '', whyLeft: '', state: '', together: '' };
    return {
      position,
      closed: closedWords[closed],
      ...nothing,
      badges: [],
      missing: [],
      links: [],
      conflicts: [],
      clocks: [],
    };
  }
  return {
    ...{ position, reference, closed: '', stand: standOf(item), whyLeft: whyLeft(item) },
    ...{ state: standing ? state : '', together: together(item, all) },
    name: `${item.givenName} ${item.familyName}`,
    href: `/cases/${id}`,
    badges: flags.map(({ message }) => ({ text: 'Repeat disposal', about: message })),
    missing: missing.map(({ code, message, mend }) => ({ code, message, mend })),
    clocks: item.clocks.map(clockInLine),
    links: linksOf(item, meetingId, actor),
    conflicts: conflicts.map(({ name, reason }) => ({ name, reason })),
  };
}

/** The meeting as it is seen on a screen or a phone in the room. */
export function meetingView(screen: MeetingScreen, actor: Actor) {
  const { meeting, seats, cases } = screen;
  const quorum = quorumOf(screen);
  return {
    title: `Meeting on ${instantInWords(meeting.startsAt)}`,
    back: '/meetings',
    meeting,
    quorum: quorum.map(({ name, isThere, people }) => ({ name, isThere, people: people.join(', ') })),
    isQuorate: quorum.every(({ isThere }) => isThere),
    seats: seats.map(({ name, agency, deputyFor }) => ({
      name,
      agency: agencies[agency],
      deputyFor: deputyFor ? agencies[deputyFor] : '',
    })),
    cases: cases.map((item) => caseView(item, cases, meeting.id, actor)),
    mayRun: may(actor, 'meeting.run', meeting.panelAreaId),
  };
}

/** The same for a client of the API. */
export function meetingAnswer(screen: MeetingScreen) {
  const { meeting, seats, cases } = screen;
  const quorum = quorumOf(screen);
  return {
    ...meeting,
    quorum: quorum.map(({ agency, isThere }) => ({ agency, present: isThere })),
    quorate: quorum.every(({ isThere }) => isThere),
    attendances: seats,
    agenda: cases.map((item) => ({
      ...{ position: item.position, recused: item.closed === 'RECUSED', restricted: item.closed === 'RESTRICTED' },
      ...(item.closed ? {} : detailOf(item, cases)),
    })),
  };
}

const detailOf = (item: ScreenCase, all: readonly ScreenCase[]) => ({
  ...{ caseId: item.id, itemId: item.itemId, reference: item.reference, state: item.state, version: item.version },
  standing: item.standing,
  adjournment: item.adjournedAt ? { reasonCode: item.adjournReasonCode, until: item.adjournUntil } : null,
  heardTogetherWith: heardWith(item, all).map(({ id }) => id),
  child: { givenName: item.givenName, familyName: item.familyName, dateOfBirth: item.dateOfBirth },
  leftOn: item.leftOn && { news: item.leftOn.news, about: item.leftOn.about, cameAt: item.leftOn.cameAt },
  flags: item.flags,
  blockers: item.missing,
  clocks: item.clocks,
  conflicts: item.conflicts.map(({ personId, name, reason }) => ({ personId, name, reason })),
});
