import type { DisposalEdition } from './disposal-book.js';
import type { Meaning } from './disposal.js';
import { type DisposalCode, disposalOf, isDisposal } from './disposals.js';
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

const notWritten: Follows = {
  message: 'What follows is not written down for this disposal. Somebody decides, and says why.',
  source: sources.house,
};

const inWords = (meanings: readonly Meaning[]): string => meanings.map(({ words }) => words).join(' ');

/** What an administrator wrote of it in an edition. It rests on what they name, which nobody here compared with a text. */
function writtenIn({ row }: DisposalEdition): Follows | null {
  const ofPart = (meanings: readonly Meaning[]) => meanings.filter(({ part }) => part === 'NON_ENGAGEMENT');
  const found = ofPart(row.meanings);
  const isAsInBook = inWords(found) === inWords(ofPart(disposalOf(row.code)?.meanings ?? []));
  if (found.length === 0 || isAsInBook) return null;
  const citation = [...new Set(found.map(({ source }) => source))].join('; ');
  return { message: inWords(found), source: { citation, checkedOn: null } };
}

/**
 * What follows for a disposal: for one that was added or changed, what its edition says of it; else the table.
 * In: its code, the edition it was decided under if there is one. Out: words and source; null when no disposal is known.
 * Source: the table, or the edition.
 */
export function followsNotTakingPart(
  disposal: string | null | undefined,
  held?: DisposalEdition | null,
): Follows | null {
  const written = held && held.edition > 0 ? writtenIn(held) : null;
  if (written || isDisposal(disposal)) return written ?? follows[disposal ?? ''] ?? nothing;
  return held ? notWritten : null;
}
