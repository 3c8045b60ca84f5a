import { Invalid } from '../errors.js';

/** A page of a list, and where the next one begins; null when there is none. */
export type Listed<Row> = { readonly items: Row[]; readonly next: string | null };

/** The sort values of a row as one word of an address, which says nothing to a reader. */
export const cursorOf = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** The sort values after which a list goes on; null for its beginning. */
export function cursorFrom(after: string | undefined, length: number): string[] | null {
  if (after === undefined || after === '') return null;
  const values = parsed(Buffer.from(after, 'base64url').toString());
  const fits = Array.isArray(values) && values.length === length && values.every(isPlain);
  if (!fits) throw new Invalid([{ field: 'after', message: 'Open the list again from its beginning' }]);
  return values;
}

/** PostgreSQL has no place for a NUL. */
const isPlain = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');

/** A whole number among the sort values, small enough for its column; nought for what is none. */
export const sequenceFrom = (value: string | undefined): number => (/^\d{1,9}$/.test(value ?? '') ? Number(value) : 0);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A page made of the rows found, of which one more than `limit` was asked for. */
export function listed<Row>(found: readonly Row[], limit: number, key: (row: Row) => readonly string[]): Listed<Row> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? cursorOf(key(last)) : null };
}
