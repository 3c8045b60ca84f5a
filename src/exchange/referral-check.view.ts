import { matchReasons } from '../children/compare-children.js';
import { grouped } from '../platform/grouped.js';
import { dayInWords } from '../platform/web/words.js';
import type { ImportedChild, ImportedMatch } from './match-rows.js';
import type { Checked } from './check-referrals.js';

type Match = Checked['possibleMatches'][number];

/** What the rows of a file are, one and many. */
export type RowsAre = { readonly one: string; readonly many: string };

export const REFERRALS: RowsAre = { one: 'referral', many: 'referrals' };
export const RESOLUTIONS: RowsAre = { one: 'resolution', many: 'resolutions' };

type Found = Pick<Checked, 'fit' | 'errors' | 'warnings' | 'possibleMatches'>;

export type CheckedRow = {
  readonly row: number;
  readonly faults: readonly { readonly column: string; readonly message: string }[];
  readonly warnings: readonly string[];
  readonly matches: readonly { readonly why: string; readonly who: string; readonly had: string }[];
};

export type CheckedPage = {
  readonly isFit: boolean;
  readonly ofFile: CheckedRow['faults'];
  readonly rows: readonly CheckedRow[];
  /** How many were read and how many are faulty, in a sentence. */
  readonly inWords: string;
};

/** What the page of a checked file prints: the file's own faults, then each row that was read. */
export function checkedPage({ fit, errors, warnings, possibleMatches }: Found, are: RowsAre): CheckedPage {
  const [faultsIn, warningsIn, matchesIn] = [byRow(errors), byRow(warnings), byRow(possibleMatches)];
  const numbers = [...new Set([...fit, ...faultsIn.keys()])].filter((row) => row > 1);
  const rows = numbers
    .toSorted((one, other) => one - other)
    .map((row) => ({
      row,
      faults: faultsIn.get(row) ?? [],
      warnings: (warningsIn.get(row) ?? []).map(({ message }) => message),
      matches: (matchesIn.get(row) ?? []).map(matchInWords),
    }));
  const faulty = rows.filter(({ faults }) => faults.length > 0).length;
  return {
    isFit: errors.length === 0,
    ofFile: errors.filter(({ row }) => row < 2),
    rows,
    inWords: inWords(rows.length, faulty, are),
  };
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

const inWords = (read: number, faulty: number, { one, many }: RowsAre): string =>
  `${counted(read, `${one} was`, `${many} were`)} read. ${faulty === 0 ? 'None has' : counted(faulty, 'row has', 'rows have')} errors.`;

/** What the button says. */
export const importWords = (count: number, { one, many }: RowsAre): string =>
  count === 1 ? `Import this ${one}` : `Import these ${count.toLocaleString('en-GB')} ${many}`;

const byRow = <Item extends { readonly row: number }>(items: readonly Item[]): Map<number, Item[]> =>
  grouped(items, ({ row }) => row);

/** How many of what was imported may be a child already known, and where a person decides on each. */
export function importedMatches(
  imported: readonly ImportedChild[],
  matches: readonly ImportedMatch[],
): { readonly inWords: string; readonly items: readonly object[] } {
  const byChild = grouped(matches, ({ importedChildId }) => importedChildId);
  const may = imported.filter(({ childId }) => byChild.has(childId));
  const inWords =
    may.length === 0
      ? 'No child of this import may be one already known of whom nobody has decided.'
      : `${counted(may.length, 'child', 'children')} of this import may be one already known. A person decides on each; until then what they had before does not count.`;
  const items = may.flatMap(({ childId, givenName, familyName }) =>
    (byChild.get(childId) ?? []).map((match) => ({
      ...{ child: `${givenName} ${familyName}`, href: match.decideAt },
      ...matchInWords(match),
    })),
  );
  return { inWords, items };
}

const matchInWords = ({ reasons, known, disposals }: Omit<Match, 'row'>) => ({
  why: reasons.map((reason) => matchReasons[reason]).join(', '),
  who: known
    ? `${known.givenName} ${known.familyName}, born ${dayInWords(known.dateOfBirth)}`
    : 'A child of another panel area',
  had: disposals.map(({ name, givenOn, panelArea }) => `${name}, ${dayInWords(givenOn)}, ${panelArea}`).join('; '),
});
