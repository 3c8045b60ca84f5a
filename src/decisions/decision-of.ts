import sql from 'sql-template-tag';
import type { DisposalCode } from '../policy/disposals.js';
import type { Evaluation } from '../policy/evaluation.js';
import { fromJson, row, type Source } from '../platform/database/read.js';

export type DecisionOf = {
  readonly recommendation: {
    readonly id: string;
    readonly disposal: DisposalCode;
    readonly recordedAt: string;
    /** The day of the meeting at which it was made. */
    readonly meetingDay: string;
  };
  /** What police decided on that recommendation; null while they have not. */
  readonly decision: {
    readonly id: string;
    readonly disposal: DisposalCode;
    readonly decidedOn: string;
    readonly decidedAt: string;
    /** The edition of the disposal under which it was decided. */
    readonly edition: number;
  } | null;
};

type Found = {
  readonly id: string;
  readonly disposal: DisposalCode;
  readonly recordedAt: string;
  readonly meetingDay: string;
  readonly decisionId: string | null;
  readonly decided: DisposalCode | null;
  readonly decidedOn: string | null;
  readonly decidedAt: string | null;
  readonly evaluation: string | null;
};

/** The latest recommendation that stands on a case and what police decided on it; null where there is none. One statement. */
export async function decisionOf(source: Source, caseId: string): Promise<DecisionOf | null> {
  const found = await row<Found>(
    source,
    sql`select r.id, r.disposal, r."recordedAt", m."meetingDay", d.id as "decisionId", d.disposal as "decided", d."decidedOn", d."decidedAt",
               e.evaluation
        from standing_recommendations r left join standing_police_decisions d on d."recommendationId" = r.id
        left join police_decisions e on e.id = d.id
        join meetings m on m.id = r."meetingId" where r."caseId" = ${caseId} order by r.id desc limit 1`,
  );
  if (!found) return null;
  const { id, disposal, recordedAt, meetingDay, decisionId, decided, decidedOn, decidedAt, evaluation } = found;
  const isDecided = decisionId !== null && decided !== null && decidedOn !== null && decidedAt !== null;
  const edition = fromJson<Partial<Evaluation>>(evaluation, {}).disposalEdition ?? 0;
  return {
    recommendation: { id, disposal, recordedAt, meetingDay },
    decision: isDecided ? { id: decisionId, disposal: decided, decidedOn, decidedAt, edition } : null,
  };
}
