import sql, { join, type Sql } from 'sql-template-tag';
import type { CaseState } from '../policy/lifecycle.js';

/** In a statement, that the item `i` is the latest of its case and was not adjourned: it stands. */
export const standingItem = sql`i."adjournedAt" is null and i.id = (
  select max(l.id) from agenda_items l where l."caseId" = i."caseId")`;

/** A case that went back to preparation or ended is not for reading in the room, and takes no place there. */
export const notHeard: readonly CaseState[] = ['REFERRED', 'PREPARING', 'READY', 'RETURNED_TO_POLICE', 'WITHDRAWN'];

/**
 * How many cases are for hearing, or were heard, at the meeting that a statement names: those that take a place there; of the
 * items `i` for which something holds.
 */
export const placesTaken = (meetingId: Sql | string, which: Sql = sql`1 = 1`): Sql => sql`
  (select cast(count(*) as integer) from agenda_items i join cases c on c.id = i."caseId"
   where i."meetingId" = ${meetingId} and ${standingItem} and c.state not in (${join([...notHeard])}) and ${which})`;
