import sql, { type Sql } from 'sql-template-tag';
import { rows, type Source } from '../../platform/database/read.js';
import type { Actor } from '../../platform/actor.js';
import { visibleCases } from '../visible-cases.js';

/** Another case of the same incident, as far as it may stand on this one: its reference, and nothing of its child. */
export type CaseLinked = {
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  readonly reason: string;
  readonly linkedByName: string;
  readonly linkedAt: string;
};

const standing = (caseId: string): Sql => sql`
  select a.id, a."otherCaseId" as other, a.reason, a."linkedBy", a."linkedAt" from case_links a
  where a."caseId" = ${caseId} and a."unlinkedAt" is null
  union all
  select b.id, b."caseId", b.reason, b."linkedBy", b."linkedAt" from case_links b
  where b."otherCaseId" = ${caseId} and b."unlinkedAt" is null`;

/** Id and reference of the same, for a statement that gathers more. */
export const linkedWith = (actor: Actor, caseId: string): Sql => sql`
  select c.id, c.reference from (${standing(caseId)}) k join cases c on c.id = k.other
  where ${visibleCases(actor, 'case.read')}`;

/** Which of some cases are linked with each other; `among` gives their ids. Only for cases that the reader may see. */
export const linksAmong = (among: Sql): Sql => sql`
  select k.id, k."caseId", k."otherCaseId" from case_links k
  where k."caseId" in (${among}) and k."otherCaseId" in (${among}) and k."unlinkedAt" is null`;

/** The cases linked with this one that the actor may read too. Whoever may not read the other is told of no link. */
export const linksOf = (source: Source, actor: Actor, caseId: string): Promise<CaseLinked[]> =>
  rows<CaseLinked>(
    source,
    sql`select k.id, c.id as "caseId", c.reference, k.reason, p.name as "linkedByName", k."linkedAt"
        from (${standing(caseId)}) k
        join cases c on c.id = k.other join people p on p.id = k."linkedBy"
        where ${visibleCases(actor, 'case.read')} order by k."linkedAt", k.id`,
  );
