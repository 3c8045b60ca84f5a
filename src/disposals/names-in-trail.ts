import { nameChanged } from '../policy/disposal-book.js';
import { dayOf } from '../platform/clock.js';
import { fromJson, type Source } from '../platform/database/read.js';
import { storedEditions } from './disposal-book.queries.js';

type Entry = { readonly at: string; readonly details: string };
type Details = { readonly disposal?: unknown; readonly action?: unknown };
type Named<One extends Entry> = Omit<One, 'details'> & { readonly details: Details };

/**
 * What entries of the trail say, a disposal by what it was called then: the trail itself holds codes alone. One statement
 * for all of them, none where no disposal is named.
 */
export async function detailsNamed<One extends Entry>(source: Source, entries: readonly One[]): Promise<Named<One>[]> {
  const all = entries.map(({ details, ...one }) => ({ ...one, details: fromJson<Details>(details, {}) }));
  const stored = all.some(({ details }) => disposalIn(details)) ? await storedEditions(source) : [];
  return all.map(({ details, ...one }) => {
    const code = disposalIn(details);
    const name = code && nameChanged(stored, code, dayOf(one.at), one.at);
    return { ...one, details: name ? { ...details, disposal: name } : details };
  }) as Named<One>[];
}

const disposalIn = ({ disposal }: Details): string | null => (typeof disposal === 'string' ? disposal : null);
