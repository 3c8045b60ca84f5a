import type { ClockFacts } from './clock-kinds.js';
import { isIn } from './clock-states.js';
import type { DeliveryStatus } from './delivery.js';
import type { Disposal } from './disposal.js';
import { codesWhere, type DisposalBook, rowIn } from './disposal-book.js';
import { undecidedDuty } from './duties.js';
import { afterDecision, beforeDecision } from './lifecycle.js';

const waitsToBeGiven = ({ code, givenInPerson }: Disposal): boolean => givenInPerson || code === 'CHARGE';
const leavesOpen = ({ code, activity }: Disposal): boolean => activity || code === 'YOUTH_CONDITIONAL_CAUTION';

/**
 * The disposals that police decided on and that are not given by that: until they are, the child may refuse, or proceedings
 * have not begun. No further action and Outcomes 20 and 21 are not among them: nobody is to be prosecuted. In: the
 * disposals of a day. Out: their codes. Source: as for the clock of the time limit, see `clockCodes`.
 */
export const prosecutableUntilGiven = (book: DisposalBook): string[] => codesWhere(book, waitsToBeGiven);

/**
 * The disposals after which the original offence may still be prosecuted until what was asked of the child is completed.
 * In: the disposals of a day. Out: their codes. Source: as for the clock of the time limit, see `clockCodes`.
 */
export const prosecutableAfter = (book: DisposalBook): string[] => codesWhere(book, leavesOpen);

/** How a delivery ended after which nobody is prosecuted for the offence. Source: as above. */
export const deliveredStatuses: readonly DeliveryStatus[] = ['COMPLETED', 'NOT_NEEDED'];

/**
 * Whether the child may still be prosecuted for the offence, so that proceedings must begin in time. In: facts as stored,
 * the disposals of the day. Source: as for the clock of the time limit, see `clockCodes`.
 */
export function mayBeProsecuted(facts: ClockFacts, book: DisposalBook): boolean {
  const { state, decided, deliveryStatus } = facts;
  if (isIn(beforeDecision, facts)) return true;
  if ((facts.duties ?? []).some(({ code }) => code === undecidedDuty)) return true;
  const row = isIn(afterDecision, facts) ? rowIn(book, decided) : null;
  if (row === null) return false;
  if (state === 'DECIDED' && waitsToBeGiven(row)) return true;
  return leavesOpen(row) && !(deliveredStatuses as readonly unknown[]).includes(deliveryStatus);
}
