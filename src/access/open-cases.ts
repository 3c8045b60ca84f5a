import sql, { join, type Sql } from 'sql-template-tag';
import { carries, type Permission, roleCodes } from '../policy/permissions.js';
import type { Actor } from '../platform/actor.js';

/** Who reads, and when. */
export type Reader = Pick<Actor, 'personId' | 'at'>;

/** After every instant: where nobody says when it is, no hour of opened access counts. */
const NEVER = '9999';

/** A person stepped out of a case, each in a column or given: a conflict of interest that nobody has lifted. */
export const hasConflict = (caseId: Sql, personId: Sql): Sql => sql`exists (
  select 1 from conflicts xc where xc."caseId" = ${caseId} and xc."personId" = ${personId} and xc."liftedAt" is null)`;

/** The reader stepped out of the case in `caseId`. */
export const isRecused = ({ personId }: Reader, caseId: Sql): Sql => hasConflict(caseId, sql`${personId}`);

/** Whether the case in `caseId` is limited to named people, whoever asks: 1, or 0. A room reads nothing of it. */
export const limitedColumn = (caseId: Sql): Sql => sql`case when exists (
  select 1 from case_restrictions t where t."caseId" = ${caseId} and t."liftedAt" is null) then 1 else 0 end as "isLimited"`;

/** On the restriction the person is named, and was not taken off it again. */
export const isNamedOn = (restrictionId: Sql, personId: Sql): Sql => sql`exists (
  select 1 from restriction_people xn
  where xn."restrictionId" = ${restrictionId} and xn."personId" = ${personId} and xn."removedAt" is null)`;

/** The case in `caseId` is limited to named people, and the reader is none of them and has no hour of access to it. */
export const isRestricted = ({ personId, at = NEVER }: Reader, caseId: Sql): Sql => sql`exists (
  select 1 from case_restrictions xr where xr."caseId" = ${caseId} and xr."liftedAt" is null
    and not ${isNamedOn(sql`xr.id`, sql`${personId}`)}
    and not exists (select 1 from glass_breaks xg
      where xg."caseId" = xr."caseId" and xg."personId" = ${personId} and xg."endsAt" > ${at}))`;

/** The case is limited to named people of whom the one in the column `personId` is none, whatever hour they were given. */
export const isUnnamed = (caseId: Sql, personId: Sql): Sql => sql`exists (
  select 1 from case_restrictions xr where xr."caseId" = ${caseId} and xr."liftedAt" is null
    and not ${isNamedOn(sql`xr.id`, personId)})`;

/** A case is not closed to a person, each in a column or given, whatever hour of access they have. */
export const isOpenFor = (caseId: Sql, personId: Sql): Sql =>
  sql`not ${hasConflict(caseId, personId)} and not ${isUnnamed(caseId, personId)}`;

/**
 * Whom something in the case `c` was given to; null where the case was closed to them since, or they do there no more what takes
 * the permission: it is nobody's then.
 */
export const stillOf = (personId: Sql, permission: Permission): Sql => sql`
  case when exists (
         select 1 from people xp join role_assignments xa on xa."personId" = xp.id and xa."panelAreaId" = c."panelAreaId"
         where xp.id = ${personId} and xp.state = 'ACTIVE'
           and xa.role in (${join(roleCodes.filter((role) => carries(role, permission)))}))
       and ${isOpenFor(sql`c.id`, personId)} then ${personId} end`;

/**
 * Holds where the case in the column `caseId` is not closed to the reader, and where the column names none. Whatever reads
 * cases for somebody asks it beside the permission: it is part of `visibleCases` and stands alone where a row came from a
 * case (an earlier disposal, a person harmed). Nobody can break through a conflict of interest of their own.
 */
export const isOpenTo = (reader: Reader, caseId: Sql): Sql =>
  sql`not ${isRecused(reader, caseId)} and not ${isRestricted(reader, caseId)}`;

/** The same of the case `c`. */
export const openTo = (reader: Reader): Sql => isOpenTo(reader, sql`c.id`);
