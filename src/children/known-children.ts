import sql, { raw, type Sql } from 'sql-template-tag';
import { isOpenTo, type Reader } from '../access/open-cases.js';
import { isRegistered } from './registered.js';

/**
 * Holds for a child's record (its id in `childId`) of which the reader may know that there is one: not when every case of
 * it is closed to them and police issued nothing that stands in the register. A disposal that somebody typed in is none.
 */
export const isKnowable = (reader: Reader, childId: Sql): Sql => sql`(
  not exists (select 1 from cases hc where hc."childId" = ${childId} and not (${isOpenTo(reader, sql`hc.id`)}))
  or exists (select 1 from cases oc where oc."childId" = ${childId} and ${isOpenTo(reader, sql`oc.id`)})
  or exists (select 1 from earlier_disposals hd where hd."childId" = ${childId} and ${isRegistered('hd')}
    and hd."setAside" is null and ${isOpenTo(reader, sql`hd."caseId"`)}))`;

/**
 * Holds for an earlier disposal `d`, or an item of earlier behaviour `b`, that the reader may read: the case that left it is
 * open to them, and there may be known to be the record on which it stands.
 */
export const isPastOpenTo = (reader: Reader, past: 'd' | 'b'): Sql => {
  const [childId, caseId] = [raw(`${past}."childId"`), raw(`${past}."caseId"`)];
  return sql`(${isOpenTo(reader, caseId)} and ${isKnowable(reader, childId)})`;
};

/** Whether it is closed to the reader: 1, or 0; nothing is closed where the service itself asks (null). */
export const isPastClosed = (reader: Reader | null, past: 'd' | 'b'): Sql =>
  reader ? sql`case when ${isPastOpenTo(reader, past)} then 0 else 1 end` : sql`0`;
