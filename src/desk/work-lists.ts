import sql, { join, type Sql } from 'sql-template-tag';
import type { Role } from '../policy/permissions.js';
import type { Actor } from '../platform/actor.js';

/** Whose work is asked for, and where and when. */
export type Asked = {
  readonly actor: Actor;
  /** The panel areas in which the actor holds a role of the list. */
  readonly areas: readonly string[];
  readonly today: string;
  readonly now: string;
};

/** One thing that waits: what, for what more, since when, and how many wait in all. */
export type Waiting = {
  readonly id: string;
  readonly part: string | null;
  readonly label: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly note: string | null;
  readonly since: string;
  readonly total: number;
};

export type WorkList = {
  readonly code: string;
  readonly title: string;
  readonly roles: readonly Role[];
  /** Where everything of this kind is listed, when more waits than is shown. */
  readonly all: string | null;
  readonly page: (waiting: Waiting) => string;
  readonly waiting: (asked: Asked) => Sql;
};

const MOST = 10;
const total = sql`cast(count(*) over () as integer) as "total"`;
const nobody = sql`null as "givenName", null as "familyName"`;
const inAreas = ({ areas }: Asked): Sql => sql`c."panelAreaId" in (${join([...areas])})`;

/** The cases of some states, the longest waiting first. */
const casesIn =
  (state: string, more: (asked: Asked) => Sql = () => sql`1 = 1`) =>
  (asked: Asked): Sql => sql`
    select c.id, null as "part", c.reference as "label", k."givenName", k."familyName", null as "note",
           c."stateSince" as "since", ${total}
    from cases c join children k on k.id = c."childId"
    where ${inAreas(asked)} and c.state = ${state} and ${more(asked)}
    order by c."stateSince", c.id limit ${MOST}`;

/** Allocated to the actor, or to somebody the actor covers today. */
const own = ({ actor, today }: Asked): Sql => sql`(c."allocatedTo" = ${actor.personId} or c."allocatedTo" in (
  select v."personId" from covers v where v."coveredBy" = ${actor.personId} and v."panelAreaId" = c."panelAreaId"
    and v."fromDay" <= ${today} and v."toDay" >= ${today}))`;

const preparing = (asked: Asked): Sql => sql`
  select c.id, null as "part", c.reference as "label", k."givenName", k."familyName",
         case when c."allocatedTo" = ${asked.actor.personId} then null else p.name end as "note",
         c."stateSince" as "since", ${total}
  from cases c join children k on k.id = c."childId" join people p on p.id = c."allocatedTo"
  left join assessments s on s."caseId" = c.id
  where ${inAreas(asked)} and c.state in ('REFERRED', 'PREPARING') and ${own(asked)}
    and (s.status is null or s.status <> 'RETURNED')
  order by c."stateSince", c.id limit ${MOST}`;

const assessments =
  (status: string, since: Sql, more: (asked: Asked) => Sql = () => sql`1 = 1`) =>
  (asked: Asked): Sql => sql`
    select c.id, null as "part", c.reference as "label", k."givenName", k."familyName", null as "note",
           ${since} as "since", ${total}
    from cases c join children k on k.id = c."childId" join assessments s on s."caseId" = c.id
    where ${inAreas(asked)} and c.state = 'PREPARING' and s.status = ${status} and ${more(asked)}
    order by ${since}, c.id limit ${MOST}`;

const voices = (asked: Asked): Sql => sql`
  select c.id, v.who as "part", c.reference as "label", k."givenName", k."familyName",
         case when v.who = 'CHILD' then 'Child' else 'Parent or carer' end as "note", v."recordedAt" as "since", ${total}
  from cases c join children k on k.id = c."childId" join voices v on v."caseId" = c.id
  where ${inAreas(asked)} and c.state = 'PREPARING' and v.status = 'NOT_OBTAINED' and v."approvedBy" is null
  order by v."recordedAt", c.id limit ${MOST}`;

const checks = (asked: Asked): Sql => sql`
  select c.id, ac.agency as "part", c.reference as "label", k."givenName", k."familyName", ac."dueOn" as "note",
         ac."requestedOn" as "since", ${total}
  from agency_checks ac join cases c on c.id = ac."caseId" join children k on k.id = c."childId"
  where ${inAreas(asked)} and ac.agency = ${asked.actor.agency} and ac.status = 'REQUESTED'
    and c.state in ('REFERRED', 'PREPARING', 'READY', 'LISTED', 'ESCALATED')
  order by ac."dueOn", ac.id limit ${MOST}`;

/** The case's reference alone: a victim worker does not see whom it is about. */
const victims = (asked: Asked): Sql => sql`
  select c.id, v.id as "part", c.reference as "label", ${nobody}, null as "note", c."referredOn" as "since", ${total}
  from cases c join victims v on v."caseId" = c.id left join victim_views w on w."victimId" = v.id
  where ${inAreas(asked)} and c.state in ('REFERRED', 'PREPARING')
    and (w.status is null or w.status = 'NOT_YET_SOUGHT')
  order by c."referredOn", v.id limit ${MOST}`;

const meetings = ({ areas, today }: Asked): Sql => sql`
  select m.id, null as "part", a."panelName" as "label", ${nobody}, m.place as "note", m."startsAt" as "since", ${total}
  from meetings m join panel_areas a on a.id = m."panelAreaId"
  where m."panelAreaId" in (${join([...areas])}) and m."meetingDay" >= ${today} and m."startsAt" >= ${today}
  order by m."startsAt", m.id limit ${MOST}`;

const duties = (asked: Asked): Sql => sql`
  select c.id, d.code as "part", c.reference as "label", k."givenName", k."familyName", d.code as "note",
         d."dueOn" as "since", ${total}
  from duties d join cases c on c.id = d."caseId" join children k on k.id = c."childId"
  where ${inAreas(asked)} and d."doneOn" is null
  order by d."dueOn", d.id limit ${MOST}`;

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

const onCase =
  (rest = '') =>
  ({ id }: Waiting): string =>
    `/cases/${id}${rest}`;

// prettier-ignore
/** What waits for whom, in the order in which "Your work" shows it. */
export const workLists: readonly WorkList[] = [
  { code: 'TO_ACCEPT', title: 'Referrals to accept', roles: ['PANEL_TEAM_MANAGER'], all: '/cases?state=REFERRED&sort=stateSince', page: onCase(), waiting: casesIn('REFERRED') },
  { code: 'TO_ALLOCATE', title: 'Cases to allocate', roles: ['PANEL_TEAM_MANAGER'], all: '/cases?state=PREPARING&allocatedTo=none&sort=stateSince', page: onCase('/allocation'), waiting: casesIn('PREPARING', () => sql`c."allocatedTo" is null`) },
  { code: 'TO_SIGN_OFF', title: 'Assessments to sign off', roles: ['PANEL_TEAM_MANAGER'], all: '/cases?state=PREPARING&sort=stateSince', page: onCase('/assessment/sign-off'), waiting: assessments('SUBMITTED', sql`s."submittedAt"`) },
  { code: 'VOICES_TO_APPROVE', title: 'Voices not obtained, to agree to', roles: ['PANEL_TEAM_MANAGER'], all: '/cases?state=PREPARING&sort=stateSince', page: ({ id, part }) => `/cases/${id}/voices/${(part ?? '').toLowerCase()}/approval`, waiting: voices },
  { code: 'SENT_BACK', title: 'Assessments sent back to you', roles: ['YJS_ASSESSOR'], all: '/cases?allocatedTo=me&state=PREPARING&sort=stateSince', page: onCase('/assessment'), waiting: assessments('RETURNED', sql`s."updatedAt"`, own) },
  { code: 'PREPARING', title: 'Cases you prepare', roles: ['YJS_ASSESSOR'], all: '/cases?allocatedTo=me&sort=stateSince', page: onCase(), waiting: preparing },
  { code: 'CHECKS', title: 'Asked of your agency', roles: ['PARTNER_CONTRIBUTOR'], all: '/agency-checks', page: ({ id, part }) => `/cases/${id}/agency-checks/${part ?? ''}`, waiting: checks },
  { code: 'VICTIMS', title: 'Victims to be heard', roles: ['VICTIM_WORKER'], all: '/victims', page: ({ id, part }) => `/cases/${id}/victims/${part ?? ''}/view`, waiting: victims },
  { code: 'TO_LIST', title: 'Cases ready to be listed', roles: ['PANEL_ADMINISTRATOR'], all: '/cases?state=READY&sort=stateSince', page: onCase('/listing'), waiting: casesIn('READY') },
  { code: 'MEETINGS', title: 'The next meetings', roles: ['PANEL_ADMINISTRATOR', 'PANEL_CHAIR', 'PANEL_MEMBER'], all: '/meetings', page: ({ id }) => `/meetings/${id}`, waiting: meetings },
  { code: 'ESCALATED', title: 'Escalated cases', roles: ['PANEL_CHAIR', 'SENIOR_REVIEWER'], all: '/cases?state=ESCALATED&sort=stateSince', page: onCase(), waiting: casesIn('ESCALATED') },
  { code: 'TO_DECIDE', title: 'Recommendations to decide on', roles: ['POLICE_DECISION_MAKER'], all: '/cases?state=RECOMMENDED&sort=stateSince', page: onCase('/police-decision'), waiting: casesIn('RECOMMENDED') },
  { code: 'OUTCOMES', title: 'Decided, awaiting the outcome', roles: ['YJS_POLICE_OFFICER'], all: '/cases?state=DECIDED&sort=stateSince', page: onCase('/outcome'), waiting: casesIn('DECIDED') },
  { code: 'DUTIES', title: 'Duties after an outcome', roles: ['YJS_POLICE_OFFICER'], all: null, page: onCase('/duties'), waiting: duties },
  { code: 'AUDITS', title: 'Audits to complete', roles: ['QA_LEAD', 'QA_AUDITOR'], all: '/audit-plans', page: ({ id, part }) => `/audit-plans/${id}/cases/${part ?? ''}`, waiting: audits },
  { code: 'RETURNED', title: 'Your referrals that came back', roles: ['REFERRING_OFFICER'], all: '/referrals', page: ({ id }) => `/referrals/${id}`, waiting: returned },
  { code: 'WITHOUT_PASSWORD', title: 'People without a password', roles: ['ADMINISTRATOR'], all: '/people', page: ({ id }) => `/people/${id}/password-link`, waiting: withoutPassword },
];
