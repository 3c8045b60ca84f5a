import { agencies } from '../policy/agencies.js';
import { adjournReasons, type CaseState } from '../policy/lifecycle.js';
import { isRuleCode, rules } from '../policy/rules.js';
import { dayInWords } from '../platform/web/words.js';
import type { Adjournment, Asked, Carried } from './adjournments.queries.js';

/** The codes of rules as they are kept, in the words of the rules. */
export const shutInWords = (codes: readonly string[]): string =>
  codes.flatMap((code) => (isRuleCode(code) ? rules[code].message : [])).join('. ');

/** Where an adjourned case stands until it is heard again. */
const waiting: readonly CaseState[] = ['PREPARING', 'READY'];

/** What came of an adjournment, as far as it is known. In: it, where the case stands. Out: a sentence, or none. */
export function backInWords({ cameBackTo, waits }: Adjournment, state: CaseState): string {
  if (cameBackTo) return `Listed for the meeting of ${dayInWords(cameBackTo)}.`;
  if (!waiting.includes(state)) return '';
  if (!waits) return 'Listed by hand when it is ready.';
  const { meetingDay, fromDay, shut } = waits;
  const next = fromDay ? `the next meeting on or after ${dayInWords(fromDay)}` : 'the next meeting';
  const to = meetingDay ? `the meeting of ${dayInWords(meetingDay)}` : next;
  return shut.length > 0
    ? `Could not come back to ${to}: ${shutInWords(shut)}.`
    : `Comes back to ${to} once it is ready.`;
}

/** Why it was adjourned, in the words of the list and those that were written. */
export function whyInWords({ reasonCode, reason, until }: Adjournment): string {
  const listed = `${adjournReasons[reasonCode].name}${until ? `, until ${dayInWords(until)}` : ''}`;
  return reason ? `${listed}: ${reason}` : listed;
}

/** The meeting at which a case is heard again, as far as it is known. */
const heardAgainOn = ({ cameBackTo, waits }: Adjournment): string | null => cameBackTo ?? waits?.meetingDay ?? null;

/** What is asked for and not done, and due only after the case is heard again. */
export const dueTooLate = (asked: readonly Asked[], adjournment: Adjournment): Asked[] => {
  const on = heardAgainOn(adjournment);
  return asked.filter(({ doneAt, dueOn }) => on !== null && doneAt === null && dueOn > on);
};

/** What the panel asked for, each in a line, with whether it is done and whether it comes in time. */
export function askedInWords(asked: readonly Asked[], adjournment: Adjournment): string[] {
  const late = dueTooLate(asked, adjournment);
  return asked.map((one) => {
    const { what, ownerName, agency, dueOn, doneAt } = one;
    const by = ownerName ?? (agency ? agencies[agency] : '');
    const stand = doneAt ? 'done' : late.includes(one) ? 'not done, and due after the case is heard again' : 'not done';
    return `${what} (${by}, by ${dayInWords(dueOn)}): ${stand}`;
  });
}

export type AdjournedShown = {
  readonly title: string;
  readonly why: string;
  readonly back: string;
  readonly asked: readonly string[];
};

/** Each adjournment of a case, the latest first; what the panel asked for stands with the latest. */
export const adjournedView = ({ adjournments, asked }: Carried, state: CaseState): AdjournedShown[] =>
  adjournments.map((one, index) => ({
    title: `Adjourned from the meeting of ${dayInWords(one.meetingDay)}`,
    why: whyInWords(one),
    back: backInWords(one, state),
    asked: index === 0 ? askedInWords(asked, one) : [],
  }));

/** An adjournment as a client of the API reads it. */
export const adjournmentBody = ({ meetingDay, reasonCode, reason, until, cameBackTo, waits }: Adjournment) => ({
  ...{ meetingDay, reasonCode, reason, until, cameBackTo, waits },
});
