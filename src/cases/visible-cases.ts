import sql, { join, type Sql } from 'sql-template-tag';
import type { Permission } from '../policy/permissions.js';
import { openTo } from '../access/open-cases.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import type { Subject } from '../platform/trail/append-to-trail.js';

/** What a trail entry about a case needs to know of it. */
export const caseSubject = ({ id, panelAreaId }: { id: string; panelAreaId: string }): Subject => ({
  type: 'CASE',
  id,
  panelAreaId,
});

/**
 * The one scope through which a case (as `c`) is loaded: the panel areas in which the actor holds the permission that
 * the route asks, without the cases out of which they stepped and those limited to other people. Where somebody answers for
 * their agency alone, they are shown only the cases on which it was asked.
 */
export function visibleCases(actor: Actor, permission: Permission): Sql {
  return sql`${permittedCases(actor, permission)} and ${openTo(actor)}`;
}

/** The cases (as `c`) which the actor's roles would open, were none of them closed to the actor. */
export function permittedCases(actor: Actor, permission: Permission): Sql {
  const areas = areasWhere(actor, permission);
  if (areas.length === 0) return sql`1 = 0`;
  if (permission === 'conflict.declare') return workedOn(actor);
  const narrow = narrowed[permission];
  if (!narrow) return within(areas);
  const every = areasWhere(actor, narrow.unless);
  const asked = sql`${within(areas)} and ${narrow.where(actor)}`;
  return every.length === 0 ? asked : sql`(${within(every)} or (${asked}))`;
}

/** The cases that somebody reads, records victims of, answers checks on or referred: out of these they may step. */
function workedOn(actor: Actor): Sql {
  const opened = (['case.read', 'victim.record', 'check.answer'] as const).map((role) => permittedCases(actor, role));
  const referred = sql`(${permittedCases(actor, 'case.refer')} and c."referredBy" = ${actor.personId})`;
  return sql`(${join([...opened, referred], ' or ')})`;
}

type Narrow = { readonly unless: Permission; readonly where: (actor: Actor) => Sql };

/** What opens only the cases on which somebody, or their agency, was asked for something: unless they may do more there. */
const narrowed: Partial<Record<Permission, Narrow>> = {
  'check.answer': {
    unless: 'check.request',
    where: ({ agency }) => sql`exists (
      select 1 from agency_checks ac where ac."caseId" = c.id and ac.agency = ${agency} and ac.status <> 'NOT_REQUESTED')`,
  },
  'panel-action.complete': {
    unless: 'case.read',
    where: ({ agency, personId }) => sql`exists (
      select 1 from panel_actions pa where pa."caseId" = c.id and (pa.agency = ${agency} or pa."ownerId" = ${personId}))`,
  },
};

const within = (areas: readonly string[]): Sql => sql`c."panelAreaId" in (${join([...areas])})`;
