import sql, { join } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Permission } from '../policy/permissions.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { row } from '../platform/database/read.js';

export type ChildKnown = {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
};

/** A known child, when a panel area of the actor has a case of theirs or a disposal police issued there; else null. */
export async function childWithin(
  source: Pick<EntityManager, 'query'>,
  actor: Actor,
  permission: Permission,
  childId: string,
): Promise<ChildKnown | null> {
  const areas = areasWhere(actor, permission);
  if (areas.length === 0) return null;
  return row(
    source,
    sql`select k.id, k."givenName", k."familyName", k."dateOfBirth" from children k
        where k.id = ${childId} and (
          exists (select 1 from cases c where c."childId" = k.id and c."panelAreaId" in (${join(areas)}))
          or exists (select 1 from earlier_disposals d
                     where d."childId" = k.id and d."panelAreaId" in (${join(areas)})))`,
  );
}
