import sql from 'sql-template-tag';
import type { Permission } from '../policy/permissions.js';
import { type Actor, may } from '../platform/actor.js';
import { type Read } from '../platform/database/read.js';
import { NotFound, NotPermitted } from '../platform/errors.js';
import type { CaseShown, OpenedCases } from './find-case.js';

/** A permission under which a page may be opened, and what is then seen, as the trail names it. */
export type Way = { readonly permission: Permission; readonly part: string };

/**
 * Opens a case for those who come to the same page with different permissions and see different things on it: by the
 * first way that the actor has in the panel area of the case.
 */
export async function openByAny(
  { read, opened }: { read: Read; opened: OpenedCases },
  actor: Actor,
  id: string,
  ways: readonly Way[],
): Promise<{ found: CaseShown; by: Permission }> {
  if (!ways.some(({ permission }) => may(actor, permission))) throw new NotPermitted();
  const place = await read.row<{ panelAreaId: string }>(sql`select c."panelAreaId" from cases c where c.id = ${id}`);
  const way = ways.find(({ permission }) => place && may(actor, permission, place.panelAreaId));
  if (!way) throw new NotFound();
  return { found: await opened.open(actor, way.permission, id, way.part), by: way.permission };
}
