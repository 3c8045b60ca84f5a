import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { openTo } from '../access/open-cases.js';
import type { Permission } from '../policy/permissions.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { Read, row, type Source } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { Views } from '../platform/trail/views.js';
import { childSubject } from './add-child.js';
import type { Child } from './child.entity.js';
import { isKnowable } from './known-children.js';
import { isRegistered } from './registered.js';

/** A child, and the panel area through which the actor comes to it. */
export type ChildFound = Child & { readonly panelAreaId: string };

/**
 * Loads a child within the actor's scope: one that has a case that is open to them, or that may be known of and has a
 * resolution in the register, in a panel area in which the actor holds the permission. What the scope does not hold is not there.
 */
export async function findChild(source: Source, actor: Actor, permission: Permission, id: string): Promise<ChildFound> {
  const found = await childInScope(source, actor, permission, id);
  if (!found) throw new NotFound();
  return found;
}

/** The same, or null where it is not there. */
export async function childInScope(
  source: Source,
  actor: Actor,
  permission: Permission,
  id: string,
): Promise<ChildFound | null> {
  const areas = areasWhere(actor, permission);
  if (areas.length === 0) return null;
  const found = await row<Child & { panelAreaId: string | null }>(
    source,
    sql`select k.id, k."identityId", k."givenName", k."familyName", k."dateOfBirth", k.sex, k.version, k."createdAt",
          coalesce(
            (select c."panelAreaId" from cases c where c."childId" = k.id and c."panelAreaId" in (${join(areas)})
             and ${openTo(actor)} order by c."referredAt" desc, c.id desc limit 1),
            (select d."panelAreaId" from earlier_disposals d where d."childId" = k.id and ${isRegistered('d')}
             and d."panelAreaId" in (${join(areas)}) and ${isKnowable(actor, sql`k.id`)}
             order by d."givenOn" desc, d.id desc limit 1)) as "panelAreaId"
        from children k where k.id = ${id}`,
  );
  return found?.panelAreaId ? { ...found, panelAreaId: found.panelAreaId } : null;
}

/** The only way in which a page or an answer of the API opens a child: who looked is on record before it is sent. */
@Injectable()
export class OpenedChildren {
  constructor(
    private readonly read: Read,
    private readonly views: Views,
  ) {}

  /** `part` says in capitals what was looked at: THE_CHILD, EARLIER_DISPOSALS, … */
  async open(actor: Actor, permission: Permission, id: string, part: string): Promise<ChildFound> {
    const found = await findChild(this.read.source, actor, permission, id);
    await this.views.looked(actor, childSubject(id, found.panelAreaId), { type: 'CHILD_VIEWED', part });
    return found;
  }
}
