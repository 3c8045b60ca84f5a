import { closedDisposal } from '../policy/disposal.js';
import { disposalName } from '../policy/disposals.js';
import type { RepeatFlag } from '../policy/repeat-disposals.js';
import { section, type Section, type Shown, written } from '../platform/web/sections.js';
import { codeInWords, dayInWords } from '../platform/web/words.js';
import { reviewRow } from './repeats/repeat-reviews.view.js';
import type { ReviewFound } from './repeats/repeat-reviews.queries.js';
import type { CheckMade, EarlierDisposalKnown } from './earlier-disposals.queries.js';

const titleOf = ({ disposal, name, givenOn }: EarlierDisposalKnown): string =>
  `${disposalName(disposal, name)}, ${dayInWords(givenOn)}`;

const lower = (code: string): string => codeInWords(code).toLowerCase();

const disposalRows = (one: EarlierDisposalKnown): Shown[] =>
  one.isClosed ? [{ key: 'Particulars', value: `${closedDisposal}.` }] : openRows(one);

const openRows = ({ offence, route, completed, response }: EarlierDisposalKnown): Shown[] => [
  { key: 'For', value: offence },
  { key: 'Route', value: `${lower(route)}; completed: ${lower(completed)}` },
  { key: 'What was done', value: response?.whatWasDone ?? '' },
  { key: 'How the child responded', value: response?.childsResponse ?? '' },
  { key: 'What is different now', value: response?.differentNow ?? '' },
];

const checkRows = (check: CheckMade | null): Shown[] => [
  ...written('Places', check?.places),
  ...written('When and by whom', check && `${dayInWords(check.checkedOn)}, ${check.checkedByName}`),
];

type Earlier = {
  readonly earlierDisposals: readonly EarlierDisposalKnown[];
  readonly disposalCheck: CheckMade | null;
  readonly flags: readonly RepeatFlag[];
  readonly reviews: readonly ReviewFound[];
};

/** Every disposal the child had before with the response to it, and where they were looked for; repeats are marked. */
export const disposalSection = ({ earlierDisposals, disposalCheck, flags, reviews }: Earlier): Section =>
  section(
    'earlier-disposals',
    'Earlier disposals',
    [
      ...earlierDisposals.map((one) => ({
        key: titleOf(one),
        value: disposalRows(one)
          .map(({ key, value }) => `${key}: ${value || 'not recorded'}`)
          .join('\n'),
      })),
      ...checkRows(disposalCheck).map(({ key, value }) => ({ key: `Where they were looked for: ${key}`, value })),
      ...reviews.slice(0, 1).map(reviewRow),
    ],
    {
      badges: flags.length > 0 ? [{ text: 'Repeat disposal', colour: 'red' }] : [],
      note: flags.map(({ message }) => `${message}.`).join(' ') || 'No earlier disposal is known.',
    },
  );

/** The same on the page on which each response is written. `at` is the case's address. */
export const disposalCards = (
  at: string,
  { earlierDisposals, disposalCheck }: Pick<Earlier, 'earlierDisposals' | 'disposalCheck'>,
): Section[] => [
  section('looked-for', 'Where earlier disposals were looked for', checkRows(disposalCheck), {
    href: `${at}/earlier-disposals/check`,
  }),
  ...earlierDisposals.map((one) =>
    section(
      one.id,
      titleOf(one),
      disposalRows(one),
      one.isClosed ? {} : { href: `${at}/earlier-disposals/${one.id}/response` },
    ),
  ),
];
