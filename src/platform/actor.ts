import type { Agency } from '../policy/agencies.js';
import { carries, type Permission, type Role } from '../policy/permissions.js';

export type RoleHeld = { readonly role: Role; readonly panelAreaId: string | null };

/** Who is asking, as stored at the start of this request; a role taken away is gone at the next one. */
export type Actor = {
  readonly personId: string;
  readonly name: string;
  readonly agency: Agency;
  readonly roles: readonly RoleHeld[];
  /** The instant of the request: what holds for an hour is measured by it. Where there is none, no such hour counts. */
  readonly at?: string;
  /** The key of this submission, when one was sent: the same submission is carried out once. */
  readonly submission?: { readonly key: string; readonly fingerprint: string };
};

export const may = (actor: Actor, permission: Permission, panelAreaId?: string): boolean =>
  actor.roles.some(
    (held) =>
      carries(held.role, permission) &&
      (panelAreaId === undefined || held.panelAreaId === null || held.panelAreaId === panelAreaId),
  );

/** The panel areas in which the actor holds the permission. */
export const areasWhere = (actor: Actor, permission: Permission): string[] => [
  ...new Set(
    actor.roles.flatMap((held) =>
      carries(held.role, permission) && held.panelAreaId !== null ? [held.panelAreaId] : [],
    ),
  ),
];

/** For an act whose answer is a secret: it must not be kept for a second sending. */
export const withoutKey = ({ submission: _, ...actor }: Actor): Actor => actor;
