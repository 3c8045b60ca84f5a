import { fullName } from '../children/fold.js';
import type { Described } from '../children/compare-children.js';
import type { RowFault } from './csv-table.js';

/** Rows that describe a child of an earlier row by the same name and date of birth. */
export function twinsIn(rows: readonly { readonly row: number; readonly child: Described }[]): RowFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, child }) => {
    const key = `${child.dateOfBirth} ${fullName(child)}`;
    const before = first.get(key);
    first.set(key, before ?? row);
    const message = `A child of the same name and date of birth stands in row ${before}`;
    return before === undefined ? [] : [{ row, column: '', message }];
  });
}
