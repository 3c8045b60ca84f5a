import sql, { join, type Sql } from 'sql-template-tag';
import { stillOf } from '../access/open-cases.js';
import { beforeRecommendation, openStates } from '../policy/lifecycle.js';
import { stepPage, type VictimStep } from '../policy/victim-steps.js';
import { waitingVictims } from '../victims/waiting-victims.js';
import { repeatsSentBack, repeatsToReview } from './repeat-lists.js';
import {
  type Asked,
  casesIn,
  inAreas,
  MOST,
  nobody,
  onCase,
  own,
  total,
  type Waiting,
  type WorkList,
} from './work-list.js';

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
    and c.state in (${join([...beforeRecommendation])})
  order by ac."dueOn", ac.id limit ${MOST}`;

/** The case's reference alone: a victim worker does not see whom it is about. The note is the code of what is next. */
const victims = ({ actor, areas, today }: Asked): Sql => sql`
  select page."caseId" as "id", page."victimId" as "part", page.reference as "label", ${nobody}, page.step as "note",
         page.since as "since", ${total}
  from ${waitingVictims(actor, areas, today)} order by page.since, page."victimId" limit ${MOST}`;

/** To be referred first, then what is awaited; in every state of a case that has not ended. */
const referrals =
  (more: (asked: Asked) => Sql = () => sql`1 = 1`) =>
  (asked: Asked): Sql => sql`
    select c.id, r.forum as "part", c.reference as "label", k."givenName", k."familyName",
           r.forum || case when r."referredOn" is null then ' TO_BE_REFERRED' else ' RESULT_AWAITED' end as "note",
           coalesce(r."referredOn", r."openedAt") as "since", ${total}
    from cases c join children k on k.id = c."childId" join forum_referrals r on r."caseId" = c.id
    where ${inAreas(asked)} and c.state in (${join([...openStates])}) and r.result is null and ${more(asked)}
    order by r."referredOn" is not null, "since", r.id limit ${MOST}`;

const toVictim = ({ id, part, note }: Waiting): string => stepPage(note as VictimStep, id, part ?? '');
const toReferral = ({ id, part }: Waiting): string => `/cases/${id}/forum-referrals/${part ?? ''}`;
/** A case that late news reopened waits for its authors first, and stands in a list of its own. */
const nothingReopened = (): Sql => sql`not exists (
  select 1 from reopened_sections r where r."caseId" = c.id and r."settledAt" is null)`;

// prettier-ignore
/** What waits until a case can go before a panel. */
export const preparationLists: readonly WorkList[] = [
  { code: 'TO_ACCEPT', title: 'Referrals to accept', heads: ['Case', null, 'Since'], roles: ['PANEL_TEAM_MANAGER'], all: '/cases?state=REFERRED&sort=stateSince', page: onCase(), waiting: casesIn('REFERRED') },
  { code: 'TO_ALLOCATE', title: 'Cases to allocate', heads: ['Case', null, 'Since'], roles: ['PANEL_TEAM_MANAGER'], all: '/cases?state=PREPARING&allocatedTo=none&sort=stateSince', page: onCase('/allocation'), waiting: casesIn('PREPARING', () => sql`${stillOf(sql`c."allocatedTo"`, 'case.assess')} is null`) },
  { code: 'TO_SIGN_OFF', title: 'Assessments to sign off', heads: ['Case', null, 'Since'], roles: ['PANEL_TEAM_MANAGER'], all: '/cases?state=PREPARING&sort=stateSince', page: onCase('/assessment/sign-off'), waiting: assessments('SUBMITTED', sql`s."submittedAt"`, nothingReopened) },
  { code: 'VOICES_TO_APPROVE', title: 'Voices not obtained, to agree to', heads: ['Case', 'Whose', 'Since'], roles: ['PANEL_TEAM_MANAGER'], all: '/cases?state=PREPARING&sort=stateSince', page: ({ id, part }) => `/cases/${id}/voices/${(part ?? '').toLowerCase()}/approval`, waiting: voices },
  { code: 'REPEATS_TO_REVIEW', title: 'Repeat disposals to review', heads: ['Case', 'Review', 'Since'], roles: ['SENIOR_REVIEWER'], all: null, page: onCase('/repeat-review'), waiting: repeatsToReview },
  { code: 'REPEATS_SENT_BACK', title: 'Repeats sent back by the senior reviewer', heads: ['Case', null, 'Since'], roles: ['YJS_ASSESSOR'], all: null, page: onCase('/repeat-review'), waiting: repeatsSentBack },
  { code: 'SENT_BACK', title: 'Assessments sent back to you', heads: ['Case', null, 'Since'], roles: ['YJS_ASSESSOR'], all: '/cases?allocatedTo=me&state=PREPARING&sort=stateSince', page: onCase('/assessment'), waiting: assessments('RETURNED', sql`s."updatedAt"`, own) },
  { code: 'PREPARING', title: 'Cases you prepare', heads: ['Case', 'Covered for', 'Since'], roles: ['YJS_ASSESSOR'], all: '/cases?allocatedTo=me&sort=stateSince', page: onCase(), waiting: preparing },
  { code: 'YOUR_REFERRALS_ON', title: 'Your referrals to other forums', heads: ['Case', 'Forum', 'Since'], roles: ['YJS_ASSESSOR'], all: '/cases?allocatedTo=me&sort=stateSince', page: toReferral, waiting: referrals(own) },
  { code: 'REFERRALS_ON', title: 'Referrals to other forums', heads: ['Case', 'Forum', 'Since'], roles: ['PANEL_TEAM_MANAGER'], all: null, page: toReferral, waiting: referrals() },
  { code: 'CHECKS', title: 'Asked of your agency', heads: ['Case', 'Due', 'Since'], roles: ['PARTNER_CONTRIBUTOR'], all: '/agency-checks', page: ({ id, part }) => `/cases/${id}/agency-checks/${part ?? ''}`, waiting: checks },
  { code: 'VICTIMS', title: 'Victims who wait', heads: ['Case', 'What is next', 'Since'], roles: ['VICTIM_WORKER'], all: '/victims', page: toVictim, waiting: victims },
];
