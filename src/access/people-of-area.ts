import sql, { join } from 'sql-template-tag';
import { rows, type Source } from '../platform/database/read.js';

/** Those of the people named who have a role in the area; work of another area is not theirs to sit on. */
export async function peopleOfArea(
  source: Source,
  panelAreaId: string,
  people: readonly string[],
): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const found = await rows<{ personId: string }>(
    source,
    sql`select distinct r."personId" from role_assignments r
        where r."panelAreaId" = ${panelAreaId} and r."personId" in (${join([...people])})`,
  );
  return new Set(found.map(({ personId }) => personId));
}
