import sql, { join } from 'sql-template-tag';
import type { Reader } from '../access/open-cases.js';
import { rows, type Source } from '../platform/database/read.js';
import { type Described, folded, type Folded, type MatchReason, reasonsToMatch } from './compare-children.js';
import { decidedIdentities } from './decided-identities.js';
import { fullName, swappedName } from './fold.js';
import { inParts } from './in-parts.js';
import { isKnowable } from './known-children.js';

/** A child's record, as far as it is compared. */
export type Compared = Described & { readonly id: string; readonly identityId: string };
export type Hit = { readonly record: Compared; readonly reasons: readonly MatchReason[] };

/** Of records that are there already, those that look alike and of which nobody has decided whether they are the same. */
export async function openHits(
  source: Source,
  reader: Reader,
  many: readonly (Described & { readonly id: string })[],
): Promise<Hit[][]> {
  const hits = await hitsOf(source, reader, many);
  if (hits.every((found) => found.length === 0)) return hits;
  const decided = await decidedIdentities(
    source,
    many.map(({ id }) => id),
  );
  return hits.map((found, place) =>
    found.filter(({ record }) => !decided.get(many[place]?.id ?? '')?.has(record.identityId)),
  );
}

/** Of each child described, in the order given, the records that look alike. */
export async function hitsOf(source: Source, reader: Reader, many: readonly Described[]): Promise<Hit[][]> {
  const sought = many.map(folded);
  const hits = sought.map(() => new Map<string, Hit>());
  const byBirth = grouped(sought, (child) => [child.dateOfBirth]);
  const byName = grouped(sought, (child) => [fullName(child), swappedName(child)].filter((name) => name !== ''));
  for (const days of inParts([...byBirth.keys()])) {
    const found = await bornOn(source, reader, days);
    for (const record of found) collect(hits, sought, byBirth.get(record.dateOfBirth), record);
  }
  for (const names of inParts([...byName.keys()])) {
    const found = await namedAs(source, reader, names);
    for (const record of found) collect(hits, sought, byName.get(record.term), record);
  }
  return hits.map((found) => [...found.values()]);
}

function collect(
  hits: Map<string, Hit>[],
  sought: readonly Folded[],
  places: readonly number[] | undefined,
  record: Compared,
): void {
  const candidate = folded(record);
  for (const place of places ?? []) {
    const child = sought[place];
    const reasons = child ? reasonsToMatch(child, candidate) : [];
    if (reasons.length > 0) hits[place]?.set(record.id, { record, reasons });
  }
}

function grouped(sought: readonly Folded[], keysOf: (child: Folded) => string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, child] of sought.entries()) {
    for (const key of new Set(keysOf(child))) places.set(key, [...(places.get(key) ?? []), place]);
  }
  return places;
}

const bornOn = (source: Source, reader: Reader, days: string[]): Promise<Compared[]> =>
  rows(
    source,
    sql`select k.id, k."identityId", k."givenName", k."familyName", k."dateOfBirth"
        from children k where k."dateOfBirth" in (${join(days)}) and ${isKnowable(reader, sql`k.id`)}`,
  );

const namedAs = (source: Source, reader: Reader, names: string[]): Promise<(Compared & { term: string })[]> =>
  rows(
    source,
    sql`select k.id, k."identityId", k."givenName", k."familyName", k."dateOfBirth", s.term
        from child_search_names s join children k on k.id = s."childId" where s.term in (${join(names)})
          and ${isKnowable(reader, sql`k.id`)}`,
  );
