import sql, { join, type Sql } from 'sql-template-tag';
import { apartFromWork, type Involvement } from '../policy/audit-gates.js';
import { rows, type Source } from '../platform/database/read.js';
import { grouped } from '../platform/grouped.js';

type Found = { caseId: string; part: Involvement };

/** Begins from the few cases of the plan, so that each part reads by an index however many cases there are. */
const part = (name: Involvement, where: Sql): Sql => sql`
  select a."caseId" as "caseId", ${name} as "part" from audit_sample a where exists (${where})`;

const workedBy = (personId: string): Sql => sql`e."actorId" = ${personId} and e.type not in (${join(apartFromWork)})`;

const partsOf = (personId: string): Sql[] => [
  part('REFERRAL', sql`select 1 from cases c where c.id = a."caseId" and c."referredBy" = ${personId}`),
  part(
    'PREPARATION',
    sql`select 1 from preparation_authors p where p."caseId" = a."caseId" and p."personId" = ${personId}`,
  ),
  part('ALLOCATION', sql`select 1 from cases c where c.id = a."caseId" and c."allocatedTo" = ${personId}`),
  part('SIGN_OFF', sql`select 1 from cases c where c.id = a."caseId" and c."signedOffBy" = ${personId}`),
  part(
    'MEETING',
    sql`select 1 from agenda_items i join attendances t on t."meetingId" = i."meetingId"
        where i."caseId" = a."caseId" and t."personId" = ${personId}`,
  ),
  part(
    'CONFLICT',
    sql`select 1 from conflicts x
        where x."caseId" = a."caseId" and x."personId" = ${personId} and x."liftedAt" is null`,
  ),
  part(
    'RECOMMENDATION',
    sql`select 1 from recommendations r where r."caseId" = a."caseId" and r."recordedBy" = ${personId}`,
  ),
  part(
    'POLICE_DECISION',
    sql`select 1 from police_decisions d where d."caseId" = a."caseId" and d."decidedBy" = ${personId}`,
  ),
  part('OUTCOME', sql`select 1 from outcomes o where o."caseId" = a."caseId" and o."recordedBy" = ${personId}`),
  part(
    'CHILD',
    sql`select 1 from cases c join children h on h.id = c."childId" join children k on k."identityId" = h."identityId"
        join trail_entries e on e."subjectId" = k.id where c.id = a."caseId" and ${workedBy(personId)}`,
  ),
  part('RECORD', sql`select 1 from trail_entries e where e."subjectId" = a."caseId" and ${workedBy(personId)}`),
];

/** What a person had to do with each case of a plan, or with one of them; cases they never touched are not in it. */
export async function involvementIn(
  source: Source,
  personId: string,
  planId: string,
  caseId?: string,
): Promise<Map<string, Involvement[]>> {
  const one = caseId === undefined ? sql`` : sql`and ac."caseId" = ${caseId}`;
  const found = await rows<Found>(
    source,
    sql`with audit_sample as (select ac."caseId" from audit_cases ac where ac."planId" = ${planId} ${one})
        ${join(partsOf(personId), ' union all ')}`,
  );
  return grouped(
    found,
    ({ caseId: id }) => id,
    ({ part }) => part,
  );
}
