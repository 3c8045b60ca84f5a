import { ageBand } from '../policy/age-bands.js';
import { ageOn } from '../policy/days.js';
import { rowIn } from '../policy/disposal-book.js';
import { disposalName } from '../policy/disposals.js';
import { adjournReasons, states } from '../policy/lifecycle.js';
import { offenceClasses } from '../policy/offence-classes.js';
import { dayOf } from '../platform/clock.js';
import { codeInWords, instantInWords } from '../platform/web/words.js';
import type { CaseObserved, MeetingObserved } from './observed-meetings.queries.js';

/** The name that the list of classes has for it. What was typed as a class and is none says only that: it may be anything. */
const offenceName = (code: string): string =>
  Object.hasOwn(offenceClasses, code) ? (offenceClasses[code]?.name ?? '') : 'Another offence';

function stageOf({ isStanding, adjournReasonCode, state }: CaseObserved): string {
  if (isStanding) return states[state];
  return adjournReasonCode ? `Adjourned: ${adjournReasons[adjournReasonCode].name}` : 'No longer on this agenda';
}

/**
 * A meeting without identities, for page and API alike: cases by their number in the running order, and only what stands on a
 * list. No id of a case, no reference, no day, and nothing that somebody wrote.
 */
export const observedMeeting = ({ meeting, cases, book }: MeetingObserved) => ({
  panelArea: meeting.panelArea,
  startsAt: meeting.startsAt,
  openUntil: meeting.untilAt,
  cancelledAt: meeting.cancelledAt,
  cases: cases.map((one, index) => ({
    number: index + 1,
    ageBand: ageBand(ageOn(one.dateOfBirth, dayOf(meeting.startsAt))),
    offences: [...new Set(one.offenceClasses.map(offenceName))],
    stage: stageOf(one),
    considered: one.considered.map((code) => disposalName(code, rowIn(book, code)?.name)),
    recommended: one.recommended === null ? null : disposalName(one.recommended, rowIn(book, one.recommended)?.name),
    basis: one.basis === null ? null : codeInWords(one.basis),
  })),
});

/** The same as its page prints it. */
export function observedPage(observed: MeetingObserved) {
  const { panelArea, startsAt, openUntil, cancelledAt, cases } = observedMeeting(observed);
  const row = (key: string, value: string) => (value ? [{ key, value }] : []);
  return {
    title: `Meeting on ${instantInWords(startsAt)}`,
    back: '/observed-meetings',
    panelArea,
    openUntil: instantInWords(openUntil),
    isCancelled: cancelledAt !== null,
    cases: cases.map((one) => ({
      title: `Case ${one.number}`,
      rows: [
        ...row('Age', one.ageBand),
        ...row('Offences', one.offences.join('; ')),
        ...row('Stage', one.stage),
        ...row('Disposals considered', one.considered.join('; ')),
        ...row('The panel’s recommendation', one.recommended ?? ''),
        ...row('How it was reached', one.basis ?? ''),
      ],
    })),
  };
}
