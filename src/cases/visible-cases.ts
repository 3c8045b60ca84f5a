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
 * the route asks, without the cases out of which they stepped and those limited to other people. Where somebody does not
 * ask for checks, they are shown only the cases on which their agency was asked.
 */
export function visibleCases(actor: Actor, permission: Permission): Sql {
  return sql`${permittedCases(actor, permission)} and ${openTo(actor)}`;
}

/** The cases (as `c`) which the actor's roles would open, were none of them closed to the actor. */
export function permittedCases(actor: Actor, permission: Permission): Sql {
  const areas = areasWhere(actor, permission);
  if (areas.length === 0) return sql`1 = 0`;
  if (permission === 'conflict.declare') return workedOn(actor);
  if (permission !== 'check.answer') return within(areas);
  const asking = areasWhere(actor, 'check.request');
  const asked = sql`${within(areas)} and exists (
    select 1 from agency_checks ac where ac."caseId" = c.id and ac.agency = ${actor.agency} and ac.status <> 'NOT_REQUESTED')`;
  return asking.length === 0 ? asked : sql`(${within(asking)} or (${asked}))`;
}

/** The cases that somebody reads, records victims of, answers checks on or referred: out of these they may step. */
function workedOn(actor: Actor): Sql {
  const opened = (['case.read', 'victim.record', 'check.answer'] as const).map((role) => permittedCases(actor, role));
  const referred = sql`(${permittedCases(actor, 'case.refer')} and c."referredBy" = ${actor.personId})`;
  return sql`(${join([...opened, referred], ' or ')})`;
}

const within = (areas: readonly string[]): Sql => sql`c."panelAreaId" in (${join([...areas])})`;
