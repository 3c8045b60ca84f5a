import sql, { join, type Sql } from 'sql-template-tag';
import { stillOf } from '../access/open-cases.js';
import { stepUnderWay } from '../cases/near-clocks.js';
import { isFailureAsked } from '../decisions/last-advice.js';
import { slugOf } from '../letters/kind-named.js';
import { lettersDue } from '../letters/letters-due.js';
import { addDays } from '../policy/days.js';
import { undecidedDuty } from '../policy/duties.js';
import { endedStatuses } from '../policy/delivery.js';
import type { Side } from '../policy/escalation.js';
import { type LetterKind, lettersDueDays } from '../policy/letters.js';
import { againstOthers, againstOutOfCourt } from '../policy/prosecutor-advice.js';
import { afterDecision, beforeDecision } from '../policy/lifecycle.js';
import { permissions } from '../policy/permissions.js';
import {
  type Asked,
  casesIn,
  deliveryOwnOrNobodys,
  inAreas,
  MOST,
  nobody,
  onCase,
  total,
  type Waiting,
  type WorkList,
} from './work-list.js';

/** How far ahead meetings are shown; the next one of an area is, however far. */
const DAYS_AHEAD = 14;

const meetings = ({ areas, today }: Asked): Sql => sql`
  select m.id, null as "part", a."panelName" as "label", ${nobody}, m.place as "note", m."startsAt" as "since", ${total}
  from meetings m join panel_areas a on a.id = m."panelAreaId"
  where m."panelAreaId" in (${join([...areas])}) and m."meetingDay" >= ${today} and m."startsAt" >= ${today}
    and m."cancelledAt" is null and (m."meetingDay" <= ${addDays(today, DAYS_AHEAD)} or m.id = (
      select n.id from meetings n where n."panelAreaId" = m."panelAreaId" and n."startsAt" >= ${today}
        and n."meetingDay" >= ${today} and n."cancelledAt" is null order by n."startsAt", n.id limit 1))
  order by m."startsAt", m.id limit ${MOST}`;

/** With how far the delivery has come: an activity that was not completed has to go back. */
const outcomes = (asked: Asked): Sql => sql`
  select c.id, null as "part", c.reference as "label", k."givenName", k."familyName", y.status as "note",
         c."stateSince" as "since", ${total}
  from cases c join children k on k.id = c."childId" left join deliveries y on y."caseId" = c.id
  where ${inAreas(asked)} and c.state = 'DECIDED'
  order by c."stateSince", c.id limit ${MOST}`;

/** Given, and nothing is left to be delivered, or nobody said whether anything is; for whoever sees to it or prepares the case. */
const toClose = (asked: Asked): Sql => sql`
  select c.id, case when y."caseId" is null then 'DELIVERY' end as "part", c.reference as "label", k."givenName",
         k."familyName", case when y."caseId" is null then 'DELIVERY' else y.status end as "note",
         c."stateSince" as "since", ${total}
  from cases c join children k on k.id = c."childId" left join deliveries y on y."caseId" = c.id
  where ${inAreas(asked)} and c.state = 'OUTCOME_RECORDED'
    and ${deliveryOwnOrNobodys(asked)}
    and (y.status in (${join([...endedStatuses])}) or (y."caseId" is null and not exists (
      select 1 from given_conditions g where g."caseId" = c.id)))
  order by c."stateSince", c.id limit ${MOST}`;

const duties =
  (which: Sql) =>
  (asked: Asked): Sql => sql`
  select c.id, d.code as "part", c.reference as "label", k."givenName", k."familyName", d.code as "note",
         d."dueOn" as "since", ${total}
  from duties d join cases c on c.id = d."caseId" join children k on k.id = c."childId"
  where ${inAreas(asked)} and d."doneOn" is null and ${which}
  order by d."dueOn", d.id limit ${MOST}`;

/**
 * The cases with letters not sent of what was recorded not long ago: later the page of the case says so. Of one letter the
 * part and the note are its kind; of several the note is how many.
 */
const letters = (asked: Asked): Sql => {
  const since = addDays(asked.today, -lettersDueDays);
  const isRecent = sql`(c."stateSince" >= ${since} or exists (
    select 1 from delivery_variations w where w."caseId" = c.id and w."recordedAt" >= ${since})
    or exists (select 1 from record_corrections w where w."caseId" = c.id and w."correctedAt" >= ${since})
    or exists (select 1 from duties w where w."caseId" = c.id and w.code = ${undecidedDuty} and w."doneOn" is null))`;
  return sql`
  select counted."caseId" as "id", case when count(*) = 1 then min(counted.kind) end as "part", c.reference as "label",
         k."givenName", k."familyName",
         case when count(*) = 1 then min(counted.kind) else cast(count(*) as text) end as "note",
         min(counted.since) as "since", ${total}
  from ${lettersDue(sql`${inAreas(asked)} and ${isRecent}`)} counted
  join cases c on c.id = counted."caseId" join children k on k.id = c."childId"
  group by counted."caseId", c.reference, k."givenName", k."familyName"
  order by min(counted.since), counted."caseId" limit ${MOST}`;
};

const toLetter = ({ id, part }: Waiting): string =>
  part ? `/cases/${id}/letters/${slugOf(part as LetterKind)}/draft` : `/cases/${id}/letters`;

/** Ready cases, with the day from which an adjourned one comes back by itself. */
const toList = (asked: Asked): Sql => sql`
  select c.id, null as "part", c.reference as "label", k."givenName", k."familyName",
         (select coalesce(m."meetingDay", r."fromDay") from agenda_returns r left join meetings m on m.id = r."meetingId"
          where r."caseId" = c.id and r."settledAt" is null order by r.id desc limit 1) as "note", c."stateSince" as "since", ${total}
  from cases c join children k on k.id = c."childId"
  where ${inAreas(asked)} and c.state = 'READY'
  order by c."stateSince", c.id limit ${MOST}`;

/** The note of something with a day: what it is, and before that where the day has passed. */
const withDay = (dueOn: Sql, { today }: Asked, note: Sql): Sql =>
  sql`case when ${dueOn} < ${today} then 'OVERDUE ' else '' end || ${note}`;

/** Nobody who can is asked for a side of the step `s`, and it has not answered. */
const isEmpty = (side: Side, seat: Sql): Sql => sql`(${stillOf(seat, 'escalation.settle')} is null
  and not exists (select 1 from escalation_views ev where ev."stepId" = s.id and ev.side = ${side}))`;

/** Escalated cases, those first whose seniors are to answer first; those that nobody is asked about last. */
const escalated = (asked: Asked): Sql => sql`
  select c.id, null as "part", c.reference as "label", k."givenName", k."familyName",
         case when s.id is null then 'SETTLED'
              when (${isEmpty('POLICE', sql`s."policeId"`)} or ${isEmpty('YOUTH_JUSTICE', sql`s."youthJusticeId"`)})
                and (s."dueOn" is null or s."dueOn" >= ${asked.today}) then 'NOBODY_NAMED'
              else ${withDay(sql`s."dueOn"`, asked, sql`s.name`)} end as "note",
         s."dueOn" as "since", ${total}
  from cases c join children k on k.id = c."childId" left join escalation_steps s on ${stepUnderWay}
  where ${inAreas(asked)} and c.state = 'ESCALATED'
  order by case when s."dueOn" is null then 1 else 0 end, s."dueOn", c.id limit ${MOST}`;

/** Steps of an escalation that wait for the actor by name. */
const disagreements = (asked: Asked): Sql => {
  const { personId } = asked.actor;
  const waits = (side: string, named: Sql): Sql => sql`(${named} = ${personId} and not exists (
    select 1 from escalation_views v where v."stepId" = s.id and v.side = ${side}))`;
  return sql`
    select c.id, null as "part", c.reference as "label", k."givenName", k."familyName",
           ${withDay(sql`s."dueOn"`, asked, sql`s.name`)} as "note", s."dueOn" as "since", ${total}
    from escalation_steps s join cases c on ${stepUnderWay} join children k on k.id = c."childId"
    where ${inAreas(asked)} and c.state = 'ESCALATED'
      and (${waits('POLICE', sql`s."policeId"`)} or ${waits('YOUTH_JUSTICE', sql`s."youthJusticeId"`)})
    order by s."dueOn", s.id limit ${MOST}`;
};

/** Ends of escalations of which the panel has not taken note. */
const ended = (asked: Asked): Sql => sql`
  select c.id, null as "part", c.reference as "label", k."givenName", k."familyName", r.result as "note",
         r."settledAt" as "since", ${total}
  from escalation_results r join cases c on c.id = r."caseId" join children k on k.id = c."childId"
  where ${inAreas(asked)} and r."acknowledgedAt" is null
  order by r."settledAt", r."escalationId" limit ${MOST}`;

/** Referrals that the prosecutor has not answered, those due first first. */
const unanswered = (asked: Asked): Sql => sql`
  select c.id, null as "part", c.reference as "label", k."givenName", k."familyName",
         ${withDay(sql`f."dueOn"`, asked, sql`f.purpose`)} as "note", f."dueOn" as "since", ${total}
  from prosecutor_referrals f join cases c on c.id = f."caseId" join children k on k.id = c."childId"
  where ${inAreas(asked)} and not exists (
    select 1 from prosecutor_answers a where a."referralId" = f.id and a.ends = 1)
    and (c.state not in ('CLOSED', 'WITHDRAWN') or (c.state = 'CLOSED' and ${isFailureAsked(sql`c.id`)}))
  order by f."dueOn", f.id limit ${MOST}`;

/**
 * Advice of the prosecutor on which police have still to decide, or because of which their decision is to be reviewed: the
 * cases for which `adviceAsk` asks something.
 */
const advice = (asked: Asked): Sql => {
  const isOneOf = (results: readonly string[]): Sql =>
    sql`case when a.result in (${join([...results])}) then 1 else 0 end`;
  const isAgainst = sql`${isOneOf(againstOutOfCourt)} = 1`;
  const others = Object.entries(againstOthers).map(([code, results]) => sql`when ${code} then ${isOneOf(results)}`);
  const differs = sql`case d.disposal ${join(others, ' ')} else ${isOneOf(againstOutOfCourt)} end = 1`;
  return sql`
  select c.id, null as "part", c.reference as "label", k."givenName", k."familyName", a.result as "note",
         a."receivedOn" as "since", ${total}
  from prosecutor_answers a join cases c on c.id = a."caseId" join children k on k.id = c."childId"
  left join standing_recommendations r on r.id = (
    select max(rr.id) from standing_recommendations rr where rr."caseId" = c.id)
  left join standing_police_decisions d on d."recommendationId" = r.id
  where ${inAreas(asked)} and a.result <> 'NOT_NEEDED'
    and a.id = (select max(l.id) from prosecutor_answers l where l."caseId" = c.id and l.ends = 1)
    and (c.state = 'RECOMMENDED' or (c.state in (${join([...beforeDecision])}) and ${isAgainst})
      or (c.state in (${join([...afterDecision])}) and d."decidedAt" < a."recordedAt" and ${differs}
        and not ${isFailureAsked(sql`c.id`)}))
  order by a."receivedOn", a.id limit ${MOST}`;
};

// prettier-ignore
/** What waits from the listing to the outcome and its duties. */
export const panelLists: readonly WorkList[] = [
  { code: 'TO_LIST', title: 'Cases ready to be listed', heads: ['Case', 'Waits', 'Since'], roles: ['PANEL_ADMINISTRATOR'], all: '/cases?state=READY&sort=stateSince', page: onCase('/listing'), waiting: toList },
  { code: 'MEETINGS', title: 'The next meetings', heads: ['Panel', 'Place', 'When'], roles: ['PANEL_ADMINISTRATOR', 'PANEL_CHAIR', 'PANEL_MEMBER'], all: '/meetings', page: ({ id }) => `/meetings/${id}`, waiting: meetings },
  { code: 'ESCALATED', title: 'Escalated cases', heads: ['Case', 'Step', 'Due'], roles: ['PANEL_CHAIR', 'SENIOR_REVIEWER'], all: '/cases?state=ESCALATED&sort=stateSince', page: onCase('/escalations'), waiting: escalated },
  { code: 'DISAGREEMENTS', title: 'Disagreements for you to settle', heads: ['Case', 'Step', 'Due'], roles: ['SENIOR_REVIEWER', 'POLICE_DECISION_MAKER'], all: '/cases?state=ESCALATED&sort=stateSince', page: onCase('/escalations'), waiting: disagreements },
  { code: 'ESCALATIONS_ENDED', title: 'Ends of escalations, for the panel to note', heads: ['Case', 'Result', 'Settled'], roles: ['PANEL_CHAIR'], all: null, page: onCase('/escalations'), waiting: ended },
  { code: 'PROSECUTOR', title: 'With the Crown Prosecution Service', heads: ['Case', 'What was asked', 'Answer due'], roles: ['POLICE_DECISION_MAKER', 'YJS_POLICE_OFFICER'], all: null, page: onCase('/prosecutor'), waiting: unanswered },
  { code: 'PROSECUTOR_ADVICE', title: 'Advice of the prosecutor: decide, or have the decision reviewed', heads: ['Case', 'What was advised', 'Advised'], roles: ['POLICE_DECISION_MAKER'], all: null, page: onCase('/prosecutor'), waiting: advice },
  { code: 'TO_DECIDE', title: 'Recommendations to decide on', heads: ['Case', null, 'Since'], roles: ['POLICE_DECISION_MAKER'], all: '/cases?state=RECOMMENDED&sort=stateSince', page: onCase('/police-decision'), waiting: casesIn('RECOMMENDED') },
  { code: 'OUTCOMES', title: 'Decided, awaiting the outcome', heads: ['Case', 'Delivery', 'Since'], roles: ['YJS_POLICE_OFFICER'], all: '/cases?state=DECIDED&sort=stateSince', page: onCase('/outcome'), waiting: outcomes },
  { code: 'DUTIES', title: 'Duties after an outcome', heads: ['Case', 'Duty', 'Due'], roles: ['YJS_POLICE_OFFICER'], all: null, page: onCase('/duties'), waiting: duties(sql`d.code <> ${undecidedDuty}`) },
  { code: 'FAILED_CONDITIONS', title: 'Conditions that were not kept: what follows?', heads: ['Case', 'Duty', 'Due'], roles: ['POLICE_DECISION_MAKER', 'YJS_POLICE_OFFICER'], all: null, page: onCase(`/duties/${undecidedDuty}/done`), waiting: duties(sql`d.code = ${undecidedDuty}`) },
  { code: 'TO_CLOSE', title: 'Outcomes recorded: close the case', heads: ['Case', 'Delivery', 'Since'], roles: permissions['delivery.record'], all: null, page: ({ id, part }) => `/cases/${id}/${part ? 'delivery' : 'closure'}`, waiting: toClose },
  { code: 'LETTERS', title: 'Cases with letters to write and send', heads: ['Case', 'Letter', 'Since'], roles: ['YJS_ASSESSOR', 'PANEL_ADMINISTRATOR'], all: null, page: toLetter, waiting: letters },
];
