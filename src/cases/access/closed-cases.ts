import sql, { join, type Sql } from 'sql-template-tag';
import { isRecused, isRestricted, type Reader } from '../../access/open-cases.js';
import type { Permission } from '../../policy/permissions.js';
import type { Actor } from '../../platform/actor.js';
import { row, rows, type Source } from '../../platform/database/read.js';
import { NotPermitted } from '../../platform/errors.js';
import { permittedCases } from '../visible-cases.js';

const ONLY_NAMED = 'Only people who are named on a restricted case take it further.';

/** Why a case is closed to a reader: they stepped out of it, or it is limited to people of whom they are none. */
export type Closed = 'RECUSED' | 'RESTRICTED';

/**
 * The same of the case `c`, null where it is open. Of a case that is limited to others it is not said that the reader stepped
 * out of it.
 */
export const closedTo = (reader: Reader): Sql => sql`case
  when ${isRestricted(reader, sql`c.id`)} then 'RESTRICTED' when ${isRecused(reader, sql`c.id`)} then 'RECUSED' end`;

/** Those of the cases named that are closed to the reader, and why. */
export async function closedAmong(
  source: Source,
  reader: Reader,
  caseIds: readonly string[],
): Promise<Map<string, Closed>> {
  if (caseIds.length === 0) return new Map();
  const found = await rows<{ id: string; closed: Closed | null }>(
    source,
    sql`select c.id, ${closedTo(reader)} as "closed" from cases c where c.id in (${join([...caseIds])})`,
  );
  return new Map(found.flatMap(({ id, closed }) => (closed ? [[id, closed] as const] : [])));
}

/** Whether the actor would find the case with this permission, had they not stepped out of it. */
export const hasSteppedOut = async (
  source: Source,
  actor: Actor,
  permission: Permission,
  caseId: string,
): Promise<boolean> =>
  (await row(
    source,
    sql`select c.id from cases c
        where c.id = ${caseId} and ${permittedCases(actor, permission)} and ${isRecused(actor, sql`c.id`)}
          and not ${isRestricted(actor, sql`c.id`)}`,
  )) !== null;

/**
 * The same of the children of such cases: whoever opened one for an hour joins and parts no record of its child, nor says what
 * counts of its past.
 */
export async function refuseOpener(source: Source, actor: Actor, childIds: readonly string[]): Promise<void> {
  const { personId } = actor;
  const opened = await row(
    source,
    sql`select c.id from cases c where c."childId" in (${join([...childIds])})
        and ${isRestricted({ personId }, sql`c.id`)} and not ${isRestricted(actor, sql`c.id`)} limit 1`,
  );
  if (opened) throw new NotPermitted(ONLY_NAMED);
}

/**
 * Refuses to whoever opened a restricted case for an hour what decides over the child: they read and write down what cannot
 * wait, and those named take the case further.
 */
export async function refuseUnnamed(source: Source, actor: Actor, caseId: string): Promise<void> {
  if (await isOpener(source, actor, caseId)) throw new NotPermitted(ONLY_NAMED);
}

/** Whether the actor, to whom the case is open, is none of those named on it. */
export const isOpener = async (source: Source, { personId }: Actor, caseId: string): Promise<boolean> =>
  // Without an instant no hour of access counts: what is left are those who are named.
  (await row(source, sql`select 1 as "out" where ${isRestricted({ personId }, sql`${caseId}`)}`)) !== null;
