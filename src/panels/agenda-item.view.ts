import type { Closed } from '../cases/access/closed-cases.js';
import { clockInLine } from '../cases/clocks.view.js';
import { type Agency, agencies } from '../policy/agencies.js';
import { agenciesPresent } from '../policy/discussion-gates.js';
import type { Override } from '../policy/gate.js';
import { newsInWords } from '../policy/late-news.js';
import { adjournReasons, states } from '../policy/lifecycle.js';
import { noteBlockers } from '../policy/listing-gates.js';
import type { RuleCode } from '../policy/rules.js';
import { type Actor, may } from '../platform/actor.js';
import { fromJson } from '../platform/database/read.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import { askedInWords, backInWords, whyInWords } from './adjournments.view.js';
import type { ScreenCase } from './meeting-screens.js';
import type { Seat } from './meetings.queries.js';

export type Link = { readonly href: string; readonly text: string };
/** Heard with the reference of its case, and seen under it; of a restricted case without, since the room hears it too. */
type CaseLink = Link & { readonly reference: string };

function standOf(item: ScreenCase): string {
  const { adjournedAt, adjournReasonCode, adjournUntil, standing, state, leftOn, withSeniors } = item;
  if (adjournedAt) {
    const reason = adjournReasonCode ? adjournReasons[adjournReasonCode].name : '';
    return `Adjourned: ${reason}${adjournUntil ? `, until ${dayInWords(adjournUntil)}` : ''}`;
  }
  if (!standing) return 'Listed since for another meeting';
  return withSeniors ? `${states[state]}: with the seniors` : leftOn ? 'Left the agenda' : states[state];
}

/** Why a case that was listed is not for hearing. */
function whyLeft({ leftOn }: ScreenCase): string {
  if (!leftOn) return '';
  return `It left the agenda because of late news: ${newsInWords(leftOn)}, ${instantInWords(leftOn.cameAt)}.`;
}

/** The other cases that are heard together with this one, as far as the reader may see them. */
export const heardWith = ({ itemId, togetherWith }: ScreenCase, all: readonly ScreenCase[]): ScreenCase[] =>
  togetherWith === null
    ? []
    : all.filter((one) => one.itemId !== itemId && one.togetherWith === togetherWith && one.standing && !one.closed);

function together(item: ScreenCase, all: readonly ScreenCase[]): string {
  const others = heardWith(item, all).map((one) => (one.isLimited ? LIMITED.toLowerCase() : one.reference));
  return item.standing && others.length > 0 ? `Heard together with ${others.join(', ')}; each is decided alone.` : '';
}

const closedWords: Readonly<Record<Closed, string>> = {
  RECUSED: 'You have stepped out of this case',
  RESTRICTED: 'A restricted case',
};

function linksOf(item: ScreenCase, meetingId: string, actor: Actor): CaseLink[] {
  const mayHere = (permission: Parameters<typeof may>[1]) => may(actor, permission, item.panelAreaId);
  const { id, state, standing, withSeniors, isLimited } = item;
  const reference = isLimited ? '' : item.reference;
  const waits = state === 'LISTED' || state === 'ESCALATED';
  const toHear = waits && withSeniors === 0;
  const past = ['RECOMMENDED', 'DECIDED', 'OUTCOME_RECORDED', 'CLOSED'].includes(state);
  const link = (shown: boolean, href: string, text: string): CaseLink[] =>
    standing && shown ? [{ href, text, reference }] : [];
  return [
    ...link(withSeniors === 1, `/cases/${id}/escalations`, 'See the disagreement, who is asked and by when'),
    ...link(toHear && mayHere('recommendation.record'), `/cases/${id}/recommendation`, 'Record recommendation'),
    ...link(
      waits && !(toHear && mayHere('recommendation.record')),
      `/cases/${id}/recommendation`,
      'Read what the panel decides on',
    ),
    ...link(waits || past, `/cases/${id}/views`, 'Views and discussion'),
    ...link(state === 'LISTED' && mayHere('meeting.run'), `/cases/${id}/adjournment`, 'Adjourn'),
    ...link(past, `/cases/${id}/recommendation`, 'Recommendation'),
    ...link(state === 'RECOMMENDED' && mayHere('police-decision.record'), `/cases/${id}/police-decision`, 'Decide'),
    ...link(state === 'DECIDED' && mayHere('outcome.record'), `/cases/${id}/outcome`, 'Record outcome'),
    ...link(
      item.isLinked && item.togetherWith === null && toHear && mayHere('meeting.arrange'),
      `/meetings/${meetingId}/hearing-together?caseId=${id}`,
      'Hear together with its linked cases',
    ),
    ...link(
      item.togetherWith !== null && waits && mayHere('meeting.arrange'),
      `/meetings/${meetingId}/hearing-apart?caseId=${id}`,
      'Hear one by one',
    ),
    ...link(mayHere('meeting.sit'), `/meetings/${meetingId}/conflicts?caseId=${id}`, 'Record a conflict of interest'),
  ];
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** The reason that was given for a rule when the case was listed; empty where none was. */
export const saidAt = ({ overrides }: ScreenCase, code: RuleCode): string =>
  overrides === '[]' ? '' : (fromJson<Override[]>(overrides, []).find((said) => said.code === code)?.reason ?? '');

/** This page is shown to a whole room, of whom some may not know of the case: whoever is named on it reads it there. */
const LIMITED = closedWords.RESTRICTED;
const ON_A_SCREEN =
  'The child, the reference and what was written are left out here, where others may be looking. Open the case.';

/** What is to be known of how the case came here: carried over, listed late, or one more than the meeting is meant for. */
function marksOf(item: ScreenCase): { text: string; about: string }[] {
  const [late, full] = [saidAt(item, 'LISTED_LATE'), saidAt(item, 'MEETING_FULL')];
  const early = saidAt(item, 'LISTED_BEFORE_ITS_DAY');
  return [
    ...(item.isLimited ? [{ text: 'Restricted', about: ON_A_SCREEN }] : []),
    ...(item.carriedOver > 0 ? [{ text: 'Carried over', about: whyCarried(item) }] : []),
    ...(late ? [{ text: 'Late item', about: late }] : []),
    ...(full ? [{ text: 'One more', about: full }] : []),
    ...(early ? [{ text: 'Before its day', about: early }] : []),
  ];
}

/** How often it was adjourned before it came here, and why the last time. */
function whyCarried({ carriedOver, carried: { adjournments }, itemId, isLimited }: ScreenCase): string {
  const often = `Adjourned ${times(carriedOver)} before`;
  const last = adjournments.find((one) => one.itemId < itemId);
  return last && !isLimited
    ? `${often}. From the meeting of ${dayInWords(last.meetingDay)}: ${whyInWords(last)}`
    : often;
}

/** What was written when it was adjourned, what came of that, and what the panel asked for. */
function carriedLines({ carried: { adjournments, asked }, itemId, isLimited, state }: ScreenCase): string[] {
  const [last] = adjournments.filter((one) => one.itemId <= itemId);
  if (!last) return [];
  const isFromHere = last.itemId === itemId;
  const back = isFromHere ? [backInWords(last, state)] : [];
  const words = isLimited ? [] : [...(isFromHere && last.reason ? [last.reason] : [])];
  const lines = isLimited ? [] : askedInWords(asked, last).map((line) => `The panel asked for: ${line}`);
  return [...words, ...back, ...lines].filter((line) => line !== '');
}

const colours: Readonly<Record<string, string>> = {
  ...{ PREPARING: 'yellow', READY: 'teal', LISTED: 'purple', ESCALATED: 'orange', RECOMMENDED: 'purple' },
  ...{ DECIDED: 'teal', OUTCOME_RECORDED: 'green' },
};

type Around = {
  readonly meetingId: string;
  readonly actor: Actor;
  /** The cases that the actor may put in another order, as they stand. */
  readonly movable: readonly ScreenCase[];
  readonly all: readonly ScreenCase[];
  readonly seats: readonly Seat[];
  /** Agencies that are needed and are at the meeting. */
  readonly here: readonly Agency[];
};

/** What is not to be seen from who is here: an agency that is, but of which nobody takes part in this case. */
function quorumOfCase({ quorumMissing }: ScreenCase, here: readonly Agency[]): string {
  const out = here.filter((agency) => quorumMissing.includes(agency)).map((agency) => agencies[agency]);
  return out.length > 0
    ? `The panel is not quorate for this case: nobody here for ${out.join(', ')} takes part in it.`
    : '';
}

/** What agencies sent about a case: some of them may have come after all. */
function notesOf({ isLimited, notes, conflicts, state, panelAreaId }: ScreenCase, { meetingId, actor, seats }: Around) {
  const sitting = agenciesPresent({ attendances: seats, conflicts });
  const mayTakeBack = may(actor, 'meeting.run', panelAreaId) && noteBlockers({ meetingId, state }).length === 0;
  return (isLimited ? [] : notes).map(({ id, agency, note }) => ({
    ...{ agency: agencies[agency], note, where: sitting.includes(agency) ? 'at the table' : 'not at the table' },
    href: mayTakeBack ? `/meetings/${meetingId}/notes/${id}/taking-back` : '',
  }));
}

const nothing = { carried: [], badges: [], marks: [], clocks: [], missing: [], links: [], conflicts: [], notes: [] };

/** A case of the agenda as the screen of the meeting prints it; of one that is closed to the reader, its place. */
export function caseView(item: ScreenCase, around: Around) {
  const { meetingId, actor, movable, all, here } = around;
  const { id, position, reference, closed, state, standing, conflicts, missing, flags } = item;
  if (closed) {
    const words = { reference: '', name: '', stand: '', whyLeft: '', together: '', upId: '', downId: '', quorum: '' };
    return { position, closed: closedWords[closed], anchor: `place-${position}`, ...words, ...nothing };
  }
  return {
    reference: item.isLimited ? '' : reference,
    quorum: quorumOfCase(item, here),
    colour: (standing && colours[state]) || 'grey',
    anchor: `case-${id}`,
    upId: movable.indexOf(item) > 0 ? id : '',
    downId: movable.includes(item) && item !== movable.at(-1) ? id : '',
    name: nameOf(item),
    href: `/cases/${id}`,
    badges: flags.map(({ message }) => ({ text: 'Repeat disposal', about: message })),
    marks: marksOf(item),
    carried: carriedLines(item),
    clocks: item.clocks.map(clockInLine),
    missing: missing.map(({ code, message, mend }) => ({ code, message, mend })),
    links: linksOf(item, meetingId, actor),
    conflicts: item.isLimited ? [] : conflicts.map(({ name, reason }) => ({ name, reason })),
    notes: notesOf(item, around),
    ...{ position, closed: '', stand: standOf(item), whyLeft: whyLeft(item), together: together(item, all) },
  };
}

/** Whose case it is, as a room may read it. */
export const nameOf = ({ isLimited, givenName, familyName }: ScreenCase): string =>
  isLimited ? LIMITED : `${givenName} ${familyName}`;
