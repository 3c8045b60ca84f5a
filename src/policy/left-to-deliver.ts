import type { ClockFacts } from './clock-kinds.js';
import { isIn } from './clock-states.js';
import { endedStatuses } from './delivery.js';
import { codesWhere, type DisposalBook, rowIn } from './disposal-book.js';
import { afterDecision } from './lifecycle.js';

type LeftToDeliver = { readonly lastDay: string | null; readonly isPlanned: boolean };

/**
 * What is left to be delivered: what is planned, or, where nobody planned anything, an activity that was decided on or the
 * conditions that were given. In: facts as stored, the disposals of the day. Out: its last day as far as it is known, or
 * null where nothing is left. Source: house rule; conditions run from the day they are given (Crime and Disorder Act 1998 s66A).
 */
export function leftToDeliver(facts: ClockFacts, book: DisposalBook): LeftToDeliver | null {
  const { state, decided, deliveryStatus, deliveryDueOn, conditionsGiven, conditionsDueOn } = facts;
  if (!isIn(afterDecision, facts)) return null;
  if (deliveryStatus != null) {
    const hasEnded = (endedStatuses as readonly string[]).includes(deliveryStatus);
    return hasEnded ? null : { lastDay: deliveryDueOn ?? null, isPlanned: true };
  }
  const isOwed = state === 'DECIDED' ? rowIn(book, decided)?.activity : (conditionsGiven ?? 0) > 0;
  return isOwed ? { lastDay: conditionsDueOn ?? null, isPlanned: false } : null;
}

/** The disposals that are given once an activity was completed. In: the disposals of a day. Out: their codes. Source: the rows. */
export const withActivity = (book: DisposalBook): string[] => codesWhere(book, ({ activity }) => activity);
