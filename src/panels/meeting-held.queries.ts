import sql from 'sql-template-tag';
import { dayOf } from '../platform/clock.js';
import { row, type Source } from '../platform/database/read.js';
import type { MeetingFound } from './find-meeting.js';

/** A panel has recommended at a meeting, whatever became of the recommendation and of the case. */
export const hasRecommended = async (source: Source, meetingId: string): Promise<boolean> =>
  (await row(source, sql`select 1 as "one" from recommendations r where r."meetingId" = ${meetingId} limit 1`)) !==
  null;

/**
 * Whether something was recorded at a meeting: who was here, that a discussion was opened, a recommendation, or from its day
 * on an adjournment or an escalation. A case that is taken from an agenda before that day was not heard there.
 */
export async function isHeld(source: Source, { id, meetingDay }: MeetingFound): Promise<boolean> {
  if (await hasRecommended(source, id)) return true;
  const found = await row<{ begun: number; lastAt: string | null }>(
    source,
    sql`select (select count(*) from attendances s where s."meetingId" = ${id})
               + (select count(*) from case_discussions d join agenda_items i on i.id = d."itemId"
                  where i."meetingId" = ${id}) as "begun",
               (select max(one."at") from (
                  select i."adjournedAt" as "at" from agenda_items i
                  where i."meetingId" = ${id} and i."adjournReasonCode" <> 'MEETING_CANCELLED'
                  union all
                  select e."escalatedAt" from escalations e join agenda_items i on i.id = (
                    select max(l.id) from agenda_items l where l."caseId" = e."caseId" and l.id < e.id)
                  where i."meetingId" = ${id}) one) as "lastAt"`,
  );
  const { begun = 0, lastAt = null } = found ?? {};
  return Number(begun) > 0 || (lastAt !== null && dayOf(lastAt) >= meetingDay);
}
