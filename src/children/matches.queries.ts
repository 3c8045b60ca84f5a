import sql, { join } from 'sql-template-tag';
import { openTo, type Reader } from '../access/open-cases.js';
import { closedDisposal } from '../policy/disposal.js';
import { disposalName } from '../policy/disposals.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { rows, type Source } from '../platform/database/read.js';
import { casesOf, type CaseOfChild, type DisposalKnown, earlierDisposalsOfMany } from './children.queries.js';
import { type Hit, hitsOf, openHits } from './children-alike.queries.js';
import { type Described, isWeak, type MatchReason } from './compare-children.js';
import { inParts } from './in-parts.js';
import { isKnowable } from './known-children.js';
import { isRegistered } from './registered.js';

/** A known child that may be the one described, and what this person may see of it. */
export type PossibleMatch = {
  readonly childId: string;
  readonly reasons: readonly MatchReason[];
  /** Of a child of one's own panel areas alone. */
  readonly known: (Described & { readonly cases: readonly CaseOfChild[] }) | null;
  /** Of every child, from whatever area: what was given, when, and where. */
  readonly disposals: readonly {
    readonly disposal: string;
    /** As it was called then. */
    readonly name: string;
    readonly givenOn: string;
    readonly panelArea: string;
  }[];
};

const SHOWN = 20;

/** The children who may be the one described; `childId` is theirs, when already known, and leaves out what is decided. */
export async function possibleMatches(
  source: Source,
  actor: Actor,
  described: Described,
  childId?: string,
): Promise<PossibleMatch[]> {
  const [found = []] = childId
    ? await openMatchesFor(source, actor, [{ ...described, id: childId }])
    : await possibleMatchesFor(source, actor, [described]);
  return found;
}

/** The same for records that are there already, in the order given: without themselves and without what is decided. */
export async function openMatchesFor(
  source: Source,
  actor: Actor,
  many: readonly (Described & { readonly id: string })[],
): Promise<PossibleMatch[][]> {
  return shown(source, actor, await openHits(source, actor, many));
}

/** What children had before who may be this one, until a person decides whether they are. */
export async function hadByPossible(
  source: Source,
  reader: Reader,
  child: Described & { readonly id: string },
): Promise<DisposalKnown[]> {
  const [open = []] = await openHits(source, reader, [child]);
  const identities = firstOfEach(open, new Set()).map(({ record }) => record.identityId);
  return [...(await earlierDisposalsOfMany(source, reader, identities)).values()].flat();
}

/** The same for many at once, in the order given. */
export async function possibleMatchesFor(
  source: Source,
  actor: Actor,
  many: readonly Described[],
): Promise<PossibleMatch[][]> {
  return shown(source, actor, await hitsOf(source, actor, many));
}

/** One entry for each identity, with what the actor may see of it. */
export async function shown(source: Source, actor: Actor, hits: readonly Hit[][]): Promise<PossibleMatch[][]> {
  const identities = [...new Set(hits.flat().map(({ record }) => record.identityId))];
  const own = await ownRecords(
    source,
    actor,
    hits.flat().map(({ record }) => record.id),
  );
  const cases = new Map<string, CaseOfChild[]>();
  const disposals = new Map<string, PossibleMatch['disposals']>();
  for (const ids of inParts(identities)) {
    for (const one of await casesOf(source, actor, ids, areasWhere(actor, 'case.read'))) {
      cases.set(one.identityId, [...(cases.get(one.identityId) ?? []), one]);
    }
    for (const [id, known] of await earlierDisposalsOfMany(source, actor, ids)) disposals.set(id, known.map(inBrief));
  }
  return hits.map((found) =>
    firstOfEach(found, own).map(({ record: { id, identityId, givenName, familyName, dateOfBirth }, reasons }) => ({
      childId: id,
      reasons,
      known: own.has(id) ? { givenName, familyName, dateOfBirth, cases: cases.get(identityId) ?? [] } : null,
      disposals: disposals.get(identityId) ?? [],
    })),
  );
}

/** What may be told of a disposal of any child, from whatever area. */
export const inBrief = ({ disposal, name, givenOn, panelArea, isClosed }: DisposalKnown) => ({
  ...{ disposal, name: disposalName(disposal, name), givenOn },
  panelArea: isClosed ? closedDisposal : (panelArea ?? ''),
});

/** Of records that are one child, the one that can be seen; newest first, and last those of whom one name alone agrees. */
function firstOfEach(found: readonly Hit[], own: ReadonlySet<string>): Hit[] {
  const chosen = new Map<string, Hit>();
  for (const hit of found.toSorted(byWeight)) {
    const { identityId, id } = hit.record;
    const before = chosen.get(identityId);
    if (!before || (!own.has(before.record.id) && own.has(id))) chosen.set(identityId, hit);
  }
  return [...chosen.values()].slice(0, SHOWN);
}

const byWeight = (one: Hit, other: Hit): number =>
  Number(isWeak(one.reasons)) - Number(isWeak(other.reasons)) || other.record.id.localeCompare(one.record.id);

/** Which of these records are of the actor’s own panel areas, so that a name and a date of birth may be told. */
export async function ownRecords(source: Source, actor: Actor, records: readonly string[]): Promise<Set<string>> {
  const areas = [...new Set([...areasWhere(actor, 'case.read'), ...areasWhere(actor, 'child.match')])];
  const own = new Set<string>();
  for (const ids of inParts([...new Set(records)])) {
    for (const id of await ofAreas(source, actor, ids, areas)) own.add(id);
  }
  return own;
}

/** Which of these children have a case, or a resolution in the register, in one of the areas. */
async function ofAreas(source: Source, reader: Reader, ids: string[], areas: string[]): Promise<string[]> {
  if (areas.length === 0) return [];
  const found = await rows<{ id: string }>(
    source,
    sql`select c."childId" as id from cases c where c."childId" in (${join(ids)}) and c."panelAreaId" in (${join(areas)})
          and ${openTo(reader)}
        union select d."childId" from earlier_disposals d
        where d."childId" in (${join(ids)}) and ${isRegistered('d')} and d."panelAreaId" in (${join(areas)})
          and ${isKnowable(reader, sql`d."childId"`)}`,
  );
  return found.map(({ id }) => id);
}
