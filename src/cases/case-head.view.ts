import { ageOn } from '../policy/days.js';
import { states } from '../policy/lifecycle.js';
import { dayInWords } from '../platform/web/words.js';
import type { CaseOpened } from './find-case.js';

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
const repeatOf = ({ earlierDisposals: count }: CaseOpened): Badge[] =>
  count === 0 ? [] : [{ text: count === 1 ? '1 earlier disposal' : `${count} earlier disposals` }];

/** What stands at the top of every page of a case; printed as `child` by `cases/views/case-layout` and `case-form`. */
export function caseHead(
  found: CaseOpened,
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
