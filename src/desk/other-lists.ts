import sql, { join, type Sql } from 'sql-template-tag';
import { type Asked, inAreas, MOST, nobody, total, type WorkList } from './work-list.js';

const audits = ({ areas }: Asked): Sql => sql`
  select ap.id, c.id as "part", c.reference as "label", ${nobody},
         case when au.status is null then 'Not started' else 'Draft' end as "note", ap."createdAt" as "since", ${total}
  from audit_plans ap join audit_cases ac on ac."planId" = ap.id join cases c on c.id = ac."caseId"
  left join audits au on au."planId" = ap.id and au."caseId" = ac."caseId"
  where ap."panelAreaId" in (${join([...areas])}) and (au.status is null or au.status <> 'COMPLETE')
  order by ap."createdAt", ac.position limit ${MOST}`;

const returned = (asked: Asked): Sql => sql`
  select c.id, null as "part", c.reference as "label", k."givenName", k."familyName", null as "note",
         c."stateSince" as "since", ${total}
  from cases c join children k on k.id = c."childId"
  where ${inAreas(asked)} and c."referredBy" = ${asked.actor.personId} and c.state = 'RETURNED_TO_POLICE'
  order by c."stateSince", c.id limit ${MOST}`;

const withoutPassword = (): Sql => sql`
  select p.id, null as "part", p.name as "label", ${nobody}, p.email as "note", p."createdAt" as "since", ${total}
  from people p where p."passwordHash" is null and p.state = 'ACTIVE'
  order by p."createdAt", p.id limit ${MOST}`;

// prettier-ignore
/** What waits for those who audit, refer and administer. */
export const otherLists: readonly WorkList[] = [
  { code: 'AUDITS', title: 'Audits to complete', roles: ['QA_LEAD', 'QA_AUDITOR'], all: '/audit-plans', page: ({ id, part }) => `/audit-plans/${id}/cases/${part ?? ''}`, waiting: audits },
  { code: 'RETURNED', title: 'Your referrals that came back', roles: ['REFERRING_OFFICER'], all: '/referrals', page: ({ id }) => `/referrals/${id}`, waiting: returned },
  { code: 'WITHOUT_PASSWORD', title: 'People without a password', roles: ['ADMINISTRATOR'], all: '/people', page: ({ id }) => `/people/${id}/password-link`, waiting: withoutPassword },
];
