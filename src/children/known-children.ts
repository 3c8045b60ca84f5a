import sql, { type Sql } from 'sql-template-tag';
import { isOpenTo, type Reader } from '../access/open-cases.js';

/**
 * Holds for a child's record (its id in `childId`) of which the reader may know that there is one: not when every case of
 * it is closed to them and police issued nothing that stands in the register.
 */
export const isKnowable = (reader: Reader, childId: Sql): Sql => sql`(
  not exists (select 1 from cases hc where hc."childId" = ${childId} and not (${isOpenTo(reader, sql`hc.id`)}))
  or exists (select 1 from cases oc where oc."childId" = ${childId} and ${isOpenTo(reader, sql`oc.id`)})
  or exists (select 1 from earlier_disposals hd where hd."childId" = ${childId} and hd.route = 'POLICE_ISSUED'
    and ${isOpenTo(reader, sql`hd."caseId"`)}))`;
