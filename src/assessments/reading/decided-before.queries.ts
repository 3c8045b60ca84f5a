import sql, { join } from 'sql-template-tag';
import { nameHeld } from '../../disposals/disposal-book.queries.js';
import type { DeliveryStatus, EndReason, EngagementStep } from '../../policy/delivery.js';
import { rows, type Source } from '../../platform/database/read.js';

/** A decision of this very case from which it went back to the panel, with what was done under it and how that ended. */
export type DecidedBefore = {
  /** Of the police decision. */
  readonly id: string;
  readonly disposal: string;
  /** What the disposal was called then, where an administrator had changed it. */
  readonly name: string | null;
  readonly decidedOn: string;
  readonly returnedAt: string;
  readonly returnedByName: string;
  readonly returnedBecause: string;
  /** Null where nothing was recorded of its delivery. */
  readonly status: DeliveryStatus | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly endReason: EndReason | null;
  readonly notCompletedReason: string | null;
  readonly contactsKept: number;
  readonly contactsMissed: number;
  /** What was done because the child did not take part, in the order in which it was. */
  readonly steps: readonly EngagementStep[];
};

/** The earliest first: one statement by index, and a second where there is any. `source` is `read.source`, or a `tx`. */
export async function decidedBefore(source: Source, caseId: string): Promise<DecidedBefore[]> {
  const found = await rows<Omit<DecidedBefore, 'steps'>>(
    source,
    sql`select d.id, d.disposal, d."decidedOn", m."movedAt" as "returnedAt", p.name as "returnedByName",
               m.reason as "returnedBecause", y.status, y."startedOn", y."endedOn", y."endReason", y."notCompletedReason",
               ${contacts('KEPT')} as "contactsKept", ${contacts('MISSED')} as "contactsMissed",
               ${nameHeld(sql`d.disposal`, sql`d."decidedOn"`, sql`d."decidedAt"`)} as "name"
        from case_move_reasons m join people p on p.id = m."movedBy"
        join standing_police_decisions d on d.id = (
          select max(dd.id) from standing_police_decisions dd
          where dd."caseId" = m."caseId" and dd."decidedAt" <= m."movedAt")
        left join past_deliveries y on y."caseId" = m."caseId" and y."decisionId" = d.id
          and y.because = 'DECISION'
        where m."caseId" = ${caseId} and m.action = 'RETURN_TO_PANEL' order by m.id`,
  );
  if (found.length === 0) return [];
  const steps = await rows<{ decisionId: string; step: EngagementStep }>(
    source,
    sql`select s."decisionId", s.step from delivery_steps s
        where s."caseId" = ${caseId} and s."decisionId" in (${join(found.map(({ id }) => id))})
        order by s."takenOn", s.id`,
  );
  return found.map((one) => ({
    ...one,
    steps: steps.filter(({ decisionId }) => decisionId === one.id).map(({ step }) => step),
  }));
}

const contacts = (result: 'KEPT' | 'MISSED') => sql`(
  select cast(count(*) as integer) from delivery_contacts t
  where t."caseId" = m."caseId" and t."decisionId" = d.id and t.result = ${result})`;
