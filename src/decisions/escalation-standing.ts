import sql from 'sql-template-tag';
import type { CaseFound } from '../cases/find-case.js';
import type { EscalationResult, EscalationStanding } from '../policy/escalation.js';
import { rows, type Source } from '../platform/database/read.js';

type Found = { readonly result: EscalationResult | null; readonly disposal: string | null };

/** What the escalations of a case mean for what is recorded on it now. One statement. */
export async function escalationStanding(source: Source, { id, state }: CaseFound): Promise<EscalationStanding> {
  const found = await rows<Found>(
    source,
    sql`select r.result, r.disposal from escalations e left join escalation_results r on r."escalationId" = e.id
        where e."caseId" = ${id} order by e.id desc`,
  );
  const settled = found.find(({ result }) => result !== null);
  return {
    caseId: id,
    isUnderWay: state === 'ESCALATED' && found[0]?.result === null,
    agreed: settled?.disposal ?? '',
    leftWithPolice: settled?.result === 'STAYS_WITH_POLICE',
  };
}
