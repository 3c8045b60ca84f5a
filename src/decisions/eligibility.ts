import { type Disposal, type Meaning, type MeaningPart, meaningParts, notLookedFor } from '../policy/disposal.js';
import { type DisposalBook, ended } from '../policy/disposal-book.js';
import { isRealDay } from '../policy/days.js';
import type { DisposalFacts, DisposalStage } from '../policy/disposal-gates.js';
import { isFormal } from '../policy/disposals.js';
import { duties, dutiesAfter, dutySources } from '../policy/duties.js';
import { rules } from '../policy/rules.js';
import { type Asked, disposalStandings, type Standing } from './disposal-standings.js';

/** One disposal for one child: how it stands, and what it would mean for the child and for the victim. */
export type EligibilityItem = Omit<Standing, 'row' | 'blockers'> & {
  readonly firstTimeEntrant: { readonly words: string; readonly source: string };
  /** What this child's own past adds to what the disposal means for everybody. */
  readonly forThisChild: readonly { readonly words: string; readonly source: string }[];
  /** Part by part; a part without an entry is not known here, which does not say that there is nothing. */
  readonly meanings: Readonly<Record<MeaningPart, readonly Meaning[]>>;
  /** The parts of which something stands in `ofEach` that holds for this one too. */
  readonly alsoOfEach: readonly MeaningPart[];
};

/** What at least two in three say alike, with the names of those of which it is not said: that is not known of them. */
export type SharedMeaning = Meaning & { readonly notSaidOf: readonly string[] };

/** Every disposal for one child. The order is that of the table: it ranks nothing, and nothing is chosen. */
export type Eligibility = {
  readonly day: string | null;
  readonly stage: DisposalStage;
  readonly order: 'THE_TABLE';
  readonly items: readonly EligibilityItem[];
  /** What they mean alike, said once. */
  readonly ofEach: Readonly<Record<MeaningPart, readonly SharedMeaning[]>>;
  /** Disposals that cannot be chosen any more, by name. */
  readonly ended: readonly string[];
};

/**
 * Every disposal of the day for one child. In: facts already read, stage, the book of their day, what is to be answered.
 * Out: the whole table.
 */
export function eligibilityOf(
  facts: DisposalFacts,
  stage: DisposalStage,
  book: DisposalBook,
  asked?: Asked,
): Eligibility {
  const standings = disposalStandings(facts, stage, book, asked);
  const alike = sharedBy(standings.map(({ row }) => row));
  const keys = new Set(alike.map(keyOf));
  const items = standings.map(({ row, blockers: _, ...standing }) => ({
    ...standing,
    firstTimeEntrant: entrantOf(row, facts),
    forThisChild: dutiesFor(row.code, facts),
    meanings: byPart(row.meanings.filter((one) => !keys.has(keyOf(one)))),
    alsoOfEach: [...new Set(row.meanings.filter((one) => keys.has(keyOf(one))).map(({ part }) => part))],
  }));
  const names = ended(book, facts.day ?? '').map(({ name }) => name);
  return { day: facts.day ?? null, stage, order: 'THE_TABLE', items, ofEach: byPart(alike), ended: names };
}

const keyOf = ({ part, words, source }: Meaning): string => `${part}\n${words}\n${source}`;

function sharedBy(rows: readonly Disposal[]): SharedMeaning[] {
  const all = rows.map(({ name, meanings }) => ({ name, said: new Set(meanings.map(keyOf)) }));
  const each = new Map(rows.flatMap(({ meanings }) => meanings.map((one) => [keyOf(one), one] as const)));
  return [...each].flatMap(([key, one]) => {
    const notSaidOf = all.filter(({ said }) => !said.has(key)).map(({ name }) => name);
    return rows.length > 1 && notSaidOf.length * 3 <= rows.length ? [{ ...one, notSaidOf }] : [];
  });
}

const parts = Object.keys(meaningParts) as MeaningPart[];

function byPart<One extends Meaning>(meanings: readonly One[]): Record<MeaningPart, One[]> {
  const found = {} as Record<MeaningPart, One[]>;
  for (const part of parts) found[part] = [];
  for (const one of meanings) found[one.part].push(one);
  return found;
}

/** That none is known says nothing until somebody has looked: unknown is not yes. */
function entrantOf(
  { code, firstTimeEntrant }: Standing['row'],
  { earlierDisposals, disposalsCheckedOn }: DisposalFacts,
): EligibilityItem['firstTimeEntrant'] {
  const { source } = rules.WOULD_BE_FIRST_TIME_ENTRANT;
  if (!firstTimeEntrant) return { words: 'No', source };
  const had = (earlierDisposals ?? []).some((one) => isFormal(one.disposal, one.firstTimeEntrant));
  if (had) return { words: 'No: the child had a caution or conviction before', source };
  const isLooked = isRealDay(disposalsCheckedOn);
  const none = isLooked ? 'no earlier caution or conviction is known' : `not known, ${notLookedFor}`;
  if (code === 'CHARGE') return { words: `Only if a court convicts: ${none}`, source };
  return { words: isLooked ? `Yes: ${none}` : `Not known: ${notLookedFor}`, source };
}

/** The duties that it would open for this child; the victim's stand in their own column. */
const dutiesFor = (disposal: string, { earlierDisposals }: DisposalFacts): EligibilityItem['forThisChild'] =>
  dutiesAfter({ disposal, earlierDisposals, victims: 0 }).map(({ code }) => ({
    words: duties[code],
    source: dutySources[code].citation,
  }));
