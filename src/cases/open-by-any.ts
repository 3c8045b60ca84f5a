import sql from 'sql-template-tag';
import type { Permission } from '../policy/permissions.js';
import { type Actor, may } from '../platform/actor.js';
import { type Read, row, type Source } from '../platform/database/read.js';
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
  const permissions = ways.map(({ permission }) => permission);
  const by = await firstHeld(read.source, actor, id, permissions);
  const part = ways.find(({ permission }) => permission === by)?.part ?? '';
  return { found: await opened.open(actor, by, id, part), by };
}

/** The first of these permissions that the actor has in the panel area of the case. `source` is as in `findCase`. */
export async function firstHeld(
  source: Source,
  actor: Actor,
  id: string,
  permissions: readonly Permission[],
): Promise<Permission> {
  const place = await row<{ panelAreaId: string }>(source, sql`select c."panelAreaId" from cases c where c.id = ${id}`);
  const held = permissions.find((permission) => place && may(actor, permission, place.panelAreaId));
  if (!held) throw new NotFound();
  return held;
}
