import type { CaseFound } from '../cases/find-case.js';
import type { Carried } from '../panels/adjournments.queries.js';
import { type AdjournedShown, adjournedView } from '../panels/adjournments.view.js';
import { endStates } from '../policy/lifecycle.js';
import { dayOf } from '../platform/clock.js';
import { dayInWords } from '../platform/web/words.js';
import type { CaseDetails } from './case-details.queries.js';

type Known = Pick<CaseDetails, 'decidedAt' | 'returnedAt' | 'returnedBecause'>;

export type Returned = { readonly title: string; readonly because: string; readonly href: string };

/** What police decided stands no more: the case went back to the panel after it. */
export const isGivenUp = ({ decidedAt, returnedAt }: Known): boolean =>
  decidedAt !== null && returnedAt !== null && decidedAt <= returnedAt;

/** That a case came back from a decision, until police decide anew or it ends. In: what is known. Out: words, or null. */
export function returnedIn({ id, state }: Pick<CaseFound, 'id' | 'state'>, details: Known): Returned | null {
  const { returnedAt, returnedBecause, decidedAt } = details;
  if (returnedAt === null || endStates.includes(state)) return null;
  if (decidedAt !== null && !isGivenUp(details)) return null;
  return {
    title: `Back with the panel since ${dayInWords(dayOf(returnedAt))}`,
    because: returnedBecause ?? '',
    href: `/cases/${id}/delivery`,
  };
}

/** The last adjournment, while nothing followed it or the case is to be heard again. In: what is known. Out: it, or none. */
export const adjournedIn = ({ state }: Pick<CaseFound, 'state'>, carried: Carried): AdjournedShown[] =>
  ['LISTED', 'ESCALATED'].includes(state) || carried.adjournments[0]?.cameBackTo === null
    ? adjournedView(carried, state).slice(0, 1)
    : [];
