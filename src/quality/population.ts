import sql, { type Sql } from 'sql-template-tag';
import { openTo, type Reader } from '../access/open-cases.js';
import { row, rows, type Source } from '../platform/database/read.js';
import { Invalid } from '../platform/errors.js';

export type Period = { readonly panelAreaId: string; readonly from: string; readonly to: string };

/**
 * The cases of an area whose recommendation that stands police decided on in the period, as far as they are open to the reader;
 * none that was entered in error.
 */
const decidedIn = (reader: Reader, { panelAreaId, from, to }: Period): Sql => sql`
  from standing_police_decisions d join cases c on c.id = d."caseId"
  where d."decidedOn" >= ${from} and d."decidedOn" <= ${to} and c."panelAreaId" = ${panelAreaId} and ${openTo(reader)}
    and d."recommendationId" = (select max(r.id) from standing_recommendations r where r."caseId" = c.id)
    and not exists (select 1 from case_move_reasons w where w."caseId" = c.id and c.state = 'WITHDRAWN'
      and w.action = 'WITHDRAW' and w."reasonCode" = 'ENTERED_IN_ERROR')`;

export async function populationIds(source: Source, reader: Reader, period: Period): Promise<string[]> {
  const found = await rows<{ id: string }>(source, sql`select c.id as "id" ${decidedIn(reader, period)}`);
  return found.map(({ id }) => id);
}

export async function populationCount(source: Source, reader: Reader, period: Period): Promise<number> {
  const found = await row<{ found: number }>(
    source,
    sql`select cast(count(*) as integer) as "found" ${decidedIn(reader, period)}`,
  );
  return found?.found ?? 0;
}

export function assertInOrder({ from, to }: Pick<Period, 'from' | 'to'>): void {
  if (from > to) throw new Invalid([{ field: 'to', message: 'The period must not end before it begins' }]);
}
