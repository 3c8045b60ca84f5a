import sql, { join, type Sql } from 'sql-template-tag';
import { openTo } from '../access/open-cases.js';
import { foldName } from '../children/fold.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { row, rows, type Source } from '../platform/database/read.js';
import type { VictimKind } from './victim.entity.js';

/**
 * Somebody harmed before, as far as it tells who it is, so that two of one name are told apart: no case and no child, which
 * are none of this case's business.
 */
export type KnownPerson = {
  readonly harmedId: string;
  readonly name: string;
  readonly contactDetails: string | null;
  /** As it was said last. */
  readonly kind: VictimKind;
  /** The day of the last offence that harmed them, among those whom the reader works with. */
  readonly harmedOn: string | null;
};

const MOST = 20;

/** Where (as `seen`, of case `c`) somebody of the records `h` was harmed, as far as the actor speaks with victims there. */
function harmSeen(actor: Actor): Sql {
  const areas = areasWhere(actor, 'victim.record');
  const within = areas.length === 0 ? sql`1 = 0` : sql`c."panelAreaId" in (${join(areas)})`;
  return sql`from victims seen join cases c on c.id = seen."caseId"
             join offences o on o."caseId" = c.id where seen."harmedId" = h.id and ${within} and ${openTo(actor)}`;
}

/** The records (as `h`) of those harmed in a case in which the actor speaks with victims. */
const visiblePeople = (actor: Actor): Sql => sql`exists (select 1 ${harmSeen(actor)})`;

/** The people with these words in their name, but for those who are victims of this case already. */
export async function peopleNamed(source: Source, actor: Actor, caseId: string, name: string): Promise<KnownPerson[]> {
  const words = foldName(name).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const all = words.map((word) => sql`' ' || h."nameKey" like ${`% ${word}%`}`);
  return rows<KnownPerson>(
    source,
    sql`select h.id as "harmedId", h.name, h."contactDetails", (select max(o.date) ${harmSeen(actor)}) as "harmedOn",
               (select v.kind from victims v where v."harmedId" = h.id order by v.id desc limit 1) as kind
        from people_harmed h
        where ${join(all, ' and ')} and ${visiblePeople(actor)}
          and not exists (select 1 from victims v where v."harmedId" = h.id and v."caseId" = ${caseId})
        order by h."nameKey", h.id limit ${MOST}`,
  );
}

/** Whether this is the record of somebody whom the actor may see. `source` is `read.source`, or the `tx` of a unit. */
export const isKnownTo = async (source: Source, actor: Actor, harmedId: string): Promise<boolean> =>
  (await row(source, sql`select h.id from people_harmed h where h.id = ${harmedId} and ${visiblePeople(actor)}`)) !==
  null;

/** A child, an adult or a business, as it was said last. */
export async function kindOf(source: Source, harmedId: string): Promise<VictimKind> {
  const last = await row<{ kind: VictimKind }>(
    source,
    sql`select v.kind from victims v where v."harmedId" = ${harmedId} order by v.id desc limit 1`,
  );
  return last?.kind ?? 'AGE_NOT_KNOWN';
}
