import sql from 'sql-template-tag';
import { row, type Source } from '../platform/database/read.js';

/** Whether anybody is recorded as harmed; never who. `source` is `read.source`, or the `tx` of a unit. */
export const isSomebodyHarmed = async (source: Source, caseId: string): Promise<boolean> =>
  (await row(source, sql`select v.position from victims v where v."caseId" = ${caseId} limit 1`)) !== null;
