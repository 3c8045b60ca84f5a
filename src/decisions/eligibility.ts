import { type Meaning, type MeaningPart, meaningParts } from '../policy/disposal.js';
import { type DisposalBook, ended } from '../policy/disposal-book.js';
import type { DisposalFacts, DisposalStage } from '../policy/disposal-gates.js';
import { isFormal } from '../policy/disposals.js';
import { duties, dutiesAfter } from '../policy/duties.js';
import { rules } from '../policy/rules.js';
import { sources } from '../policy/sources.js';
import { disposalStandings, type Standing } from './disposal-standings.js';

/** One disposal for one child: how it stands, and what it would mean for the child and for the victim. */
export type EligibilityItem = Omit<Standing, 'row' | 'blockers'> & {
  readonly firstTimeEntrant: { readonly words: string; readonly source: string };
  /** What this child's own past adds to what the disposal means for everybody. */
  readonly forThisChild: readonly { readonly words: string; readonly source: string }[];
  /** Part by part; a part without an entry is not known here, which does not say that there is nothing. */
  readonly meanings: Readonly<Record<MeaningPart, readonly Meaning[]>>;
};

/** Every disposal for one child. The order is that of the table: it ranks nothing, and nothing is chosen. */
export type Eligibility = {
  readonly day: string | null;
  readonly stage: DisposalStage;
  readonly order: 'THE_TABLE';
  readonly items: readonly EligibilityItem[];
  /** What every one of them means alike, said once. */
  readonly ofEach: Readonly<Record<MeaningPart, readonly Meaning[]>>;
  /** Disposals that cannot be chosen any more, by name. */
  readonly ended: readonly string[];
};

/** Every disposal of the day for one child. In: facts already read, stage, the book of their day. Out: the whole table. */
export function eligibilityOf(facts: DisposalFacts, stage: DisposalStage, book: DisposalBook): Eligibility {
  const standings = disposalStandings(facts, stage, book);
  const alike = sharedBy(standings.map(({ row }) => row.meanings));
  const items = standings.map(({ row, blockers: _, ...standing }) => ({
    ...standing,
    firstTimeEntrant: entrantOf(row, facts),
    forThisChild: dutiesFor(row.code, facts),
    meanings: byPart(row.meanings.filter((one) => !alike.some((other) => isSame(one, other)))),
  }));
  const names = ended(book, facts.day ?? '').map(({ name }) => name);
  return { day: facts.day ?? null, stage, order: 'THE_TABLE', items, ofEach: byPart(alike), ended: names };
}

const isSame = (one: Meaning, other: Meaning): boolean =>
  one.part === other.part && one.words === other.words && one.source === other.source;

const sharedBy = ([first = [], ...others]: readonly (readonly Meaning[])[]): Meaning[] =>
  others.length === 0 ? [] : first.filter((one) => others.every((all) => all.some((other) => isSame(one, other))));

const parts = Object.keys(meaningParts) as MeaningPart[];

function byPart(meanings: readonly Meaning[]): Record<MeaningPart, Meaning[]> {
  const found = {} as Record<MeaningPart, Meaning[]>;
  for (const part of parts) found[part] = [];
  for (const one of meanings) found[one.part].push(one);
  return found;
}

/** Earlier disposals that are not known are none: the page says that none is known. */
function entrantOf(
  { code, firstTimeEntrant }: Standing['row'],
  { earlierDisposals }: DisposalFacts,
): EligibilityItem['firstTimeEntrant'] {
  const { source } = rules.WOULD_BE_FIRST_TIME_ENTRANT;
  if (!firstTimeEntrant) return { words: 'No', source };
  const had = (earlierDisposals ?? []).some((one) => isFormal(one.disposal, one.firstTimeEntrant));
  if (had) return { words: 'No: the child had a caution or conviction before', source };
  const none = 'no earlier caution or conviction is known';
  return { words: code === 'CHARGE' ? `Only if a court convicts: ${none}` : `Yes: ${none}`, source };
}

/** The duties that it would open for this child; the victim's stand in their own column. */
const dutiesFor = (disposal: string, { earlierDisposals }: DisposalFacts): EligibilityItem['forThisChild'] =>
  dutiesAfter({ disposal, earlierDisposals, victims: 0 }).map(({ code }) => ({
    words: duties[code],
    source: sources.afterCaution.citation,
  }));
