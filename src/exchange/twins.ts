import { fullName } from '../children/fold.js';
import type { Described } from '../children/compare-children.js';
import type { RowFault } from './csv-table.js';

type DescribedIn = { readonly row: number; readonly child: Described };

/** For each row those before it that describe a child by the same name and date of birth, the first first. */
export function rowsBefore<Row extends DescribedIn>(rows: readonly Row[]): Map<number, Row[]> {
  const known = new Map<string, Row[]>();
  const before = new Map<number, Row[]>();
  for (const one of rows) {
    const key = `${one.child.dateOfBirth} ${fullName(one.child)}`;
    const alike = known.get(key) ?? [];
    before.set(one.row, alike);
    known.set(key, [...alike, one]);
  }
  return before;
}

/** Rows that describe a child of an earlier row. */
export const twinsIn = (rows: readonly DescribedIn[]): RowFault[] =>
  [...rowsBefore(rows)].flatMap(([row, [first]]) => {
    const message = `A child of the same name and date of birth stands in row ${first?.row}`;
    return first ? [{ row, column: '', message }] : [];
  });
