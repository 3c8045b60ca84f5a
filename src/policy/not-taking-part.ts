import { type DisposalCode, isDisposal } from './disposals.js';
import { type Source, sources } from './sources.js';

/** What follows, for one disposal, when the child does not take part: said, and never done by itself. */
export type Follows = { readonly message: string; readonly source: Source };

/**
 * What follows when a child does not take part. A person decides, and says why.
 * Source: each row’s own. What rests on general knowledge of the field says so, and only informs.
 */
const follows: Partial<Record<DisposalCode, Follows>> = {
  COMMUNITY_RESOLUTION: {
    message:
      'A community resolution cannot be enforced. It may be considered when something is decided later; it does not revive a prosecution.',
    source: sources.resolutionNotEnforced,
  },
  OUTCOME_22: {
    message:
      'Outcome 22 is not recorded unless the activity was completed. Somebody returns the case to the panel or to police, with the reason.',
    source: sources.outcome22,
  },
  OUTCOME_23: {
    message:
      'The prosecution was deferred: without completion Outcome 23 is not recorded, and the decision to prosecute stands. Somebody returns the case to the panel or to police, with the reason.',
    source: sources.outcome23,
  },
  YOUTH_CAUTION: {
    message:
      'What goes with a youth caution is voluntary and cannot be enforced. It may be considered when something is decided later.',
    source: sources.cautionVoluntary,
  },
  YOUTH_CONDITIONAL_CAUTION: {
    message:
      'A child who fails the conditions without a reasonable excuse may be prosecuted for the original offence. Police or the prosecutor decide; the conditions can be varied instead.',
    source: sources.conditionalFailure,
  },
};

const nothing: Follows = {
  message: 'Nothing was agreed that a child could fail to do. Whatever is offered is voluntary.',
  source: sources.house,
};

/** What follows for a disposal. In: its code. Out: words and source; null when no disposal is known. Source: the table. */
export function followsNotTakingPart(disposal: string | null | undefined): Follows | null {
  return isDisposal(disposal) ? (follows[disposal] ?? nothing) : null;
}
