import { ageOn } from '../policy/days.js';
import { states } from '../policy/lifecycle.js';
import { type Actor, may } from '../platform/actor.js';
import { dayInWords } from '../platform/web/words.js';
import type { CaseShown } from './find-case.js';

export type Badge = { readonly text: string; readonly colour?: string };
export type CaseHead = {
  readonly name: string;
  readonly href: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly badges: readonly Badge[];
};

export type MoreOfHead = {
  readonly offenceDay?: string | undefined;
  /** What the child says and what an officer saw, side by side: where a panel or a manager reads the case. */
  readonly ethnicity?: readonly { readonly label: string; readonly text: string }[];
  readonly badges?: readonly Badge[];
};

const fact = (label: string, text: string | number | null | undefined) =>
  text === null || text === undefined ? [] : [{ label, text: String(text) }];

/** Shown wherever the child is, so that nobody decides without having seen it. */
const repeatOf = ({ earlierDisposals: count }: CaseShown): Badge[] =>
  count === 0 ? [] : [{ text: count === 1 ? '1 earlier disposal' : `${count} earlier disposals` }];

/** What stands at the top of every page of a case; printed as `child` by `cases/views/case-layout` and `case-form`. */
export function caseHead(
  found: CaseShown,
  today: string,
  { offenceDay, ethnicity = [], badges = repeatOf(found) }: MoreOfHead = {},
): CaseHead {
  const age = ageOn(found.dateOfBirth, today);
  const then = ageOn(found.dateOfBirth, offenceDay);
  return {
    name: `${found.givenName} ${found.familyName}`,
    href: `/cases/${found.id}`,
    facts: [
      ...fact('Age', age),
      ...fact('Age at offence', then),
      ...fact('Date of birth', dayInWords(found.dateOfBirth)),
      ...fact('Reference', found.reference),
      ...fact('Case', states[found.state]),
      ...ethnicity,
    ],
    badges,
  };
}

/** The head for whoever reads the case; who speaks with victims is not shown the child, nor who steps out unread. */
export const headIfRead = (actor: Actor, found: CaseShown, today: string): CaseHead | null =>
  may(actor, 'case.read', found.panelAreaId) ? caseHead(found, today) : null;

/** What an agency needs to find a child in its own records. */
const toLookUp = ['Age', 'Date of birth', 'Reference'];

/**
 * The head for whoever may come without reading the case: they are told which child to look up and no more, not where the
 * case stands, nor what was before.
 */
export function headFor(actor: Actor, found: CaseShown, today: string): CaseHead {
  const head = caseHead(found, today);
  if (may(actor, 'case.read', found.panelAreaId)) return head;
  return { ...head, href: '', facts: head.facts.filter(({ label }) => toLookUp.includes(label)), badges: [] };
}
