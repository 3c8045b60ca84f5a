import { LAST_DAY } from './days.js';
import type { Disposal } from './disposal.js';
import { disposals } from './disposals.js';

/** A change of a disposal, as it is kept: from which day it holds, and when it was recorded. Never altered. */
export type StoredEdition = {
  readonly code: string;
  /** 1 is the first change; 0 is the row of the rule book itself. */
  readonly edition: number;
  readonly fromDay: string;
  readonly recordedAt: string;
  readonly row: Disposal;
};

export type DisposalEdition = { readonly edition: number; readonly row: Disposal };

/** The disposals of one day, each in the edition that holds on it, in the order of the table, added ones after it. */
export type DisposalBook = ReadonlyMap<string, DisposalEdition>;

/**
 * The disposals of a day. Of the editions that have begun the one with the highest number holds, so that a later change
 * also overtakes an earlier one that was planned for a later day; before any the row of the rule book.
 * In: the editions in the order of their recording, a day, perhaps the instant after which none was known yet.
 * Out: the book. Source: house rule on dated data.
 */
export function bookOn(stored: readonly StoredEdition[], day: string, asOf?: string): DisposalBook {
  const book = new Map<string, DisposalEdition>(Object.values(disposals).map((row) => [row.code, { edition: 0, row }]));
  for (const { code, edition, fromDay, recordedAt, row } of stored) {
    if (fromDay > day || (asOf !== undefined && recordedAt > asOf)) continue;
    if (edition > (book.get(code)?.edition ?? 0)) book.set(code, { edition, row });
  }
  return book;
}

/**
 * An edition by its number: what was decided keeps the one it was decided under. In: the editions, code, number (none in
 * older records). Out: the edition; the rule book's own row where it is not kept; null for a code nobody knows.
 * Source: house rule on dated data.
 */
export function editionAt(stored: readonly StoredEdition[], code: string, number = 0): DisposalEdition | null {
  const kept = stored.find((one) => one.code === code && one.edition === number);
  return kept ? { edition: number, row: kept.row } : (seededBook.get(code) ?? null);
}

/**
 * What was decided keeps the edition it was decided under; only whether it could be decided on another day is asked of
 * the edition that holds on that day. In: the editions, code, number, a real day. Out: the edition with the days of the other; null for
 * a code nobody knows. Source: house rule on dated data.
 */
export function keptOn(
  stored: readonly StoredEdition[],
  code: string,
  number: number | undefined,
  day: string,
): DisposalEdition | null {
  const then = editionAt(stored, code, number);
  if (!then) return null;
  const { validFrom, validTo } = bookOn(stored, day).get(code)?.row ?? then.row;
  return { edition: then.edition, row: { ...then.row, validFrom, validTo } };
}

/**
 * What an added or changed disposal was called on a day, as it was known at an instant; what was added is called by its
 * first name even before its day. In: the editions, a code, a real day, an instant. Out: the name; null where nobody had
 * changed the rule book's own, and for a code nobody knows. Source: house rule on dated data; `nameHeld` says it in SQL.
 */
export function nameChanged(stored: readonly StoredEdition[], code: string, day: string, at: string): string | null {
  const isFirst = ({ edition }: StoredEdition) => edition === 1 && !seededBook.has(code);
  const known = stored.filter(
    (one) => one.code === code && one.recordedAt <= at && (one.fromDay <= day || isFirst(one)),
  );
  return known.toSorted((one, other) => other.edition - one.edition)[0]?.row.name ?? null;
}

type Planned = Pick<StoredEdition, 'edition' | 'fromDay' | 'recordedAt'> & { readonly code?: string };

/**
 * True of a change that a later one overtook before it began: it stays on record and holds on no day. In: a change, the
 * others of its disposal, or of all. Out: whether. Source: `bookOn`.
 */
export const isOvertaken = ({ code, edition, fromDay }: Planned, all: readonly Planned[]): boolean =>
  all.some(
    (other) => other.code === code && other.edition > edition && other.fromDay <= fromDay && other.recordedAt < fromDay,
  );

/** The changes that will hold once their day comes. In: the editions, a day. Out: those after it. Source: `bookOn`. */
const plannedAfter = (stored: readonly StoredEdition[], day: string): StoredEdition[] =>
  stored.filter((one) => one.fromDay > day && !isOvertaken(one, stored));

/** The latest change of a disposal that will hold once its day comes, or none. In: the editions, code, day. Source: as above. */
export const plannedOf = (stored: readonly StoredEdition[], code: string, day: string): StoredEdition | undefined =>
  plannedAfter(stored, day)
    .filter((one) => one.code === code)
    .at(-1);

/** Every row that holds on a day or is planned for a later one. In: the editions, a day. Out: rows. Source: the editions. */
export const rowsFrom = (stored: readonly StoredEdition[], day: string): Disposal[] => [
  ...[...bookOn(stored, day).values()].map(({ row }) => row),
  ...plannedAfter(stored, day).map(({ row }) => row),
];

/** The rule book without any change. In: nothing. Out: the book. Source: `disposals.ts`. */
export const seededBook: DisposalBook = bookOn([], LAST_DAY);

/** The row of a disposal on the book’s day, or null. In: book, any text. Source: the editions. */
export const rowIn = (book: DisposalBook, code: string | null | undefined): Disposal | null =>
  book.get(code ?? '')?.row ?? null;

/** An edition as people read it. In: its number, 0 for the rule book’s own. Out: words. Source: the editions. */
export const editionInWords = (edition: number): string =>
  edition === 0 ? 'edition 0, the rule book' : `edition ${edition}`;

/** The number of the edition, 0 for the rule book’s own. In: book, any text. Source: the editions. */
export const editionIn = (book: DisposalBook, code: string | null | undefined): number =>
  book.get(code ?? '')?.edition ?? 0;

/** Those whose row is as asked, by code. In: book, what is asked. Source: the rows. */
export const codesWhere = (book: DisposalBook, isAsked: (row: Disposal) => boolean): string[] =>
  [...book.values()].filter(({ row }) => isAsked(row)).map(({ row }) => row.code);

/** Those that make a first-time entrant, by code. In: book. Source: the rows. */
export const entrantsIn = (book: DisposalBook): string[] => codesWhere(book, (row) => row.firstTimeEntrant);

/** Those that have not ended before the day, in the order of the book. In: book, day. Source: the dates of the rows. */
export const notEnded = (book: DisposalBook, day: string): Disposal[] =>
  [...book.values()].map(({ row }) => row).filter(({ validTo }) => validTo === null || validTo >= day);

/** Those that have. In: book, day. Source: the dates of the rows. */
export const ended = (book: DisposalBook, day: string): Disposal[] =>
  [...book.values()].map(({ row }) => row).filter(({ validTo }) => validTo !== null && validTo < day);
