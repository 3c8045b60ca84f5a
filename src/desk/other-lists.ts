import sql, { join, type Sql } from 'sql-template-tag';
import { openTo } from '../access/open-cases.js';
import { permissions } from '../policy/permissions.js';
import { monthsOver } from '../policy/resolution-review.js';
import { involvementIn } from '../quality/independence.js';
import { registeredIn } from '../quality/registered-in.js';
import type { Source } from '../platform/database/read.js';
import { type Asked, inAreas, MOST, nobody, total, type Waiting, type WorkList } from './work-list.js';

const audits = ({ actor, areas }: Asked): Sql => sql`
  select ap.id, c.id as "part", c.reference as "label", ${nobody},
         case when au.status is null then 'Not started' else 'Draft' end as "note", ap."createdAt" as "since", 0 as "total"
  from audit_plans ap join audit_cases ac on ac."planId" = ap.id join cases c on c.id = ac."caseId"
  left join audits au on au."planId" = ap.id and au."caseId" = ac."caseId"
  where ap."panelAreaId" in (${join([...areas])}) and (au.status is null or au.status <> 'COMPLETE')
    and ${openTo(actor)}
  order by ap."createdAt", ac.position`;

/** Nobody audits what they worked on: it waits for somebody else. */
const byOthers = async (source: Source, found: readonly Waiting[], asked: Asked): Promise<Waiting[]> => {
  const plans = [...new Set(found.map(({ id }) => id))];
  const involved = await Promise.all(plans.map((id) => involvementIn(source, asked.actor.personId, id)));
  return counted(found.filter(({ id, part }) => !involved[plans.indexOf(id)]?.has(part ?? '')));
};

const resolutions =
  (waits: Sql) =>
  ({ areas }: Asked): Sql => sql`
  select s.id, i.id as "part", 'Police-issued resolution' as "label", k."givenName", k."familyName", null as "note",
         coalesce(r."reviewedAt", s."drawnAt") as "since", ${total}
  from resolution_samples s join sampled_resolutions i on i."sampleId" = s.id
  join earlier_disposals d on d.id = i."disposalId" join children k on k.id = d."childId"
  left join resolution_reviews r on r.id = (select max(v.id) from resolution_reviews v where v."sampledId" = i.id)
  where s."panelAreaId" in (${join([...areas])}) and ${waits}
  order by s."drawnAt", i.position limit ${MOST}`;

/** Months that are over, in which resolutions were registered and of which none was drawn; the note is how many. */
const samplesToDraw = ({ areas, today }: Asked): Sql => {
  const months = monthsOver(today).map((month) => {
    const inMonth = sql`from earlier_disposals d where d."panelAreaId" = a.id and ${registeredIn(month, month)}`;
    return sql`
      select a.id, cast(${month} as text) as "part", a.name as "label", ${nobody},
             (select cast(count(*) as text) ${inMonth}) as "note", cast(${`${month}-01`} as text) as "since", 0 as "total"
      from panel_areas a
      where a.id in (${join([...areas])}) and exists (select 1 ${inMonth}) and not exists (
        select 1 from resolution_samples s where s."panelAreaId" = a.id and s.month = ${month})`;
  });
  return sql`${join(months, ' union all ')} order by 7, 3`;
};

/** They are few, and counted here: not by the statement. */
const counted = (found: readonly Waiting[]): Waiting[] =>
  found.slice(0, MOST).map((one) => ({ ...one, total: found.length }));

const toDraw = ({ id, part }: Waiting): string =>
  `/resolution-samples/new?${new URLSearchParams({ panelAreaId: id, month: part ?? '' }).toString()}`;

const onSample = ({ id, part }: Waiting): string => `/resolution-samples/${id}/resolutions/${part ?? ''}`;

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
  { code: 'AUDITS', title: 'Audits to complete', heads: ['Case', 'Audit', 'Since'], roles: ['QA_LEAD', 'QA_AUDITOR'], all: '/audit-plans', page: ({ id, part }) => `/audit-plans/${id}/cases/${part ?? ''}`, waiting: audits, refine: byOthers },
  { code: 'SAMPLES_TO_DRAW', title: 'Police-issued resolutions of which a sample is to be drawn', heads: ['Panel area', 'Registered', 'Month'], roles: permissions['resolution-sample.draw'], all: '/resolution-samples', page: toDraw, waiting: samplesToDraw, refine: async (_, found) => counted(found) },
  { code: 'RESOLUTIONS_TO_REVIEW', title: 'Police-issued resolutions to review', heads: ['Case', null, 'Since'], roles: ['PANEL_CHAIR', 'PANEL_TEAM_MANAGER', 'QA_LEAD'], all: '/resolution-samples', page: onSample, waiting: resolutions(sql`r.id is null`) },
  { code: 'REVIEWS_TO_TELL', title: 'Reviews of which police are still to be told', heads: ['Case', null, 'Since'], roles: ['PANEL_TEAM_MANAGER', 'YJS_POLICE_OFFICER'], all: '/resolution-samples', page: onSample, waiting: resolutions(sql`r.id is not null and r."toldOn" is null`) },
  { code: 'RETURNED', title: 'Your referrals that came back', heads: ['Case', null, 'Since'], roles: ['REFERRING_OFFICER'], all: '/referrals', page: ({ id }) => `/referrals/${id}`, waiting: returned },
  { code: 'WITHOUT_PASSWORD', title: 'People without a password', heads: ['Name', 'Email address', 'Since'], roles: ['ADMINISTRATOR'], all: '/people', page: ({ id }) => `/people/${id}/password-link`, waiting: withoutPassword },
];
