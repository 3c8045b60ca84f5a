import sql, { join, type Sql } from 'sql-template-tag';
import { reviewDuties } from '../policy/duties.js';
import { rows, type Source } from '../platform/database/read.js';
import type { DecisionRecord } from './decision-records.js';

/** What was done since in a case that rests on a record of it, in words; empty when nothing was. One statement. */
export async function builtUpon(source: Source, caseId: string, slip: DecisionRecord): Promise<string> {
  const found = await rows<{ what: string }>(source, join(partsOf(caseId, slip), ' union all '));
  return [...new Set(found.map(({ what }) => what))].join(', ');
}

const part = (what: string, where: Sql): Sql => sql`select cast(${what} as text) as "what" where exists (${where})`;

function partsOf(caseId: string, { id, kind, madeAt }: DecisionRecord): Sql[] {
  const always = [
    part('it was corrected', sql`select 1 from record_corrections k where k."subjectId" = ${id}`),
    part(
      'the case was sent to the prosecutor',
      sql`select 1 from prosecutor_referrals f where f."caseId" = ${caseId} and f."referredAt" >= ${madeAt}`,
    ),
  ];
  const letters = part(
    'a letter about it was sent',
    sql`select 1 from letters l where l."caseId" = ${caseId} and l."aboutId" = ${id}
        union all select 1 from victim_letters w where w."caseId" = ${caseId} and w."aboutId" = ${id}`,
  );
  always.push(letters);
  if (kind === 'RECOMMENDATION') {
    const escalated = sql`select 1 from escalations g where g."caseId" = ${caseId} and g."escalatedAt" >= ${madeAt}`;
    return [...always, part('the case was escalated', escalated)];
  }
  if (kind === 'POLICE_DECISION') {
    const delivered = sql`select 1 from deliveries y where y."caseId" = ${caseId}
      union all select 1 from delivery_contacts x where x."decisionId" = ${id}
      union all select 1 from delivery_steps s where s."decisionId" = ${id}`;
    return [...always, part('delivery was recorded', delivered)];
  }
  return kind === 'OUTCOME' ? [...always, ...onOutcome(caseId, madeAt)] : always;
}

const onOutcome = (caseId: string, madeAt: string): Sql[] => [
  part(
    'a duty after it was done',
    sql`select 1 from duties d where d."caseId" = ${caseId} and d."doneOn" is not null
        and d.code not in (${join(['ASSESSMENT_DUTY', ...reviewDuties])})`,
  ),
  part(
    'delivery was recorded since',
    sql`select 1 from trail_entries t where t."subjectId" = ${caseId} and t.at > ${madeAt}
        and t.type in ('DELIVERY_RECORDED', 'DELIVERY_ENDED', 'DELIVERY_VARIED')`,
  ),
  part(
    'another case answered to it as an earlier disposal',
    sql`select 1 from earlier_disposals e join disposal_responses x on x."disposalId" = e.id
        where e."caseId" = ${caseId} and e."setAside" is null`,
  ),
];
