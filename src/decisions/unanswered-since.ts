import sql from 'sql-template-tag';
import { row, type Source } from '../platform/database/read.js';

/** The day of a referral to the prosecutor that no answer has ended, or null. One statement. */
export async function unansweredSince(source: Source, caseId: string): Promise<string | null> {
  const open = await row<{ sentOn: string }>(
    source,
    sql`select f."sentOn" from prosecutor_referrals f
        where f."caseId" = ${caseId} and not exists (
          select 1 from prosecutor_answers a where a."referralId" = f.id and a.ends = 1)
        order by f.id desc limit 1`,
  );
  return open?.sentOn ?? null;
}
