import sql from 'sql-template-tag';
import type { DisposalCode } from '../policy/disposals.js';
import type { Evaluation } from '../policy/evaluation.js';
import { fromJson, row, type Source } from '../platform/database/read.js';

export type DecisionOf = {
  readonly recommendation: { readonly id: string; readonly disposal: DisposalCode; readonly recordedAt: string };
  /** What police decided on that recommendation; null while they have not. */
  readonly decision: {
    readonly id: string;
    readonly disposal: DisposalCode;
    readonly decidedOn: string;
    readonly reason: string | null;
    /** The edition of the disposal under which it was decided. */
    readonly edition: number;
  } | null;
};

type Found = {
  readonly id: string;
  readonly disposal: DisposalCode;
  readonly recordedAt: string;
  readonly decisionId: string | null;
  readonly decided: DisposalCode | null;
  readonly decidedOn: string | null;
  readonly reason: string | null;
  readonly evaluation: string | null;
};

/** The latest recommendation on a case and what police decided on it; null where there is none. One statement. */
export async function decisionOf(source: Source, caseId: string): Promise<DecisionOf | null> {
  const found = await row<Found>(
    source,
    sql`select r.id, r.disposal, r."recordedAt", d.id as "decisionId", d.disposal as "decided", d."decidedOn", d.reason,
               d.evaluation
        from recommendations r left join police_decisions d on d."recommendationId" = r.id
        where r."caseId" = ${caseId} order by r.id desc limit 1`,
  );
  if (!found) return null;
  const { id, disposal, recordedAt, decisionId, decided, decidedOn, reason, evaluation } = found;
  const isDecided = decisionId !== null && decided !== null && decidedOn !== null;
  const edition = fromJson<Partial<Evaluation>>(evaluation, {}).disposalEdition ?? 0;
  return {
    recommendation: { id, disposal, recordedAt },
    decision: isDecided ? { id: decisionId, disposal: decided, decidedOn, reason, edition } : null,
  };
}
