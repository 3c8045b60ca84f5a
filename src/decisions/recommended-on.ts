import sql from 'sql-template-tag';
import { dayOf } from '../platform/clock.js';
import { row, type Source } from '../platform/database/read.js';

type Recommended = { readonly meetingDay: string; readonly recordedAt: string };

/**
 * The day from which police may decide on a recommendation: of the meeting, or of its recording where that came first;
 * where the case was escalated, not before that was over.
 */
export function recommendedOn({ meetingDay, recordedAt }: Recommended, escalationOver: string | null): string {
  const over = escalationOver ? dayOf(escalationOver) : '';
  const recorded = dayOf(recordedAt);
  const made = recorded < meetingDay ? recorded : meetingDay;
  return made < over ? over : made;
}

/** When the last escalation of a case was settled, or begun where the panel went on without; null where there was none. */
export async function escalationOver(source: Source, caseId: string): Promise<string | null> {
  const found = await row<{ over: string | null }>(
    source,
    sql`select max(coalesce(r."settledAt", e."escalatedAt")) as "over" from escalations e
        left join escalation_results r on r."escalationId" = e.id where e."caseId" = ${caseId}`,
  );
  return found?.over ?? null;
}
