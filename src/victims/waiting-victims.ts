import sql, { join, type Sql } from 'sql-template-tag';
import { isOpenTo, openTo, type Reader } from '../access/open-cases.js';
import type { DutyCode } from '../policy/duties.js';
import { beforeRecommendation, endStates, openStates } from '../policy/lifecycle.js';
import { isLeftAlone } from './victims-to-tell.js';

/** The panel has not recommended yet, so that a view still counts. */
const beforePanel = sql`(${join([...beforeRecommendation])})`;

const columns = sql`c.id, c.reference, c."panelAreaId", c.state, c."referredOn"`;

const toldOf = ['TELL_VICTIM', 'TELL_VICTIM_OF_REVIEW'] as const satisfies readonly DutyCode[];

/** The cases that are open, and those that ended in which a victim is still to be told, by whatever day, or by none. */
const casesIn = (reader: Reader, areas: readonly string[]): Sql => sql`
  select ${columns} from cases c where c."panelAreaId" in (${join(areas)}) and c.state in (${join([...openStates])})
    and ${openTo(reader)}
  union all
  select ${columns} from duties d join cases c on c.id = d."caseId"
  where d."doneOn" is null and d.code in (${join([...toldOf])}) and c.state in (${join([...endStates])})
    and not exists (select 1 from duties e where e."caseId" = d."caseId" and e.code in (${join([...toldOf])})
      and e."doneOn" is null and e.id < d.id)
    and c."panelAreaId" in (${join(areas)}) and ${openTo(reader)}
  union all
  select ${columns} from victim_tellings d join cases c on c.id = d."caseId"
  where d.status = 'WANTS_TO_BE_TOLD' and c.state in (${join([...endStates])})
    and not exists (select 1 from victim_tellings e
      where e."caseId" = d."caseId" and e.status = 'WANTS_TO_BE_TOLD' and e."victimId" < d."victimId")
    and not exists (select 1 from duties e where e."caseId" = d."caseId" and e.code in (${join([...toldOf])})
      and e."doneOn" is null)
    and c."panelAreaId" in (${join(areas)}) and ${openTo(reader)}`;

/** Two tries that failed are enough; counted in the stored text, which is the same on both databases. */
const isUnheard = sql`case when c.state in ${beforePanel} and (w.status is null or w.status = 'NOT_YET_SOUGHT'
  or (w.status = 'NOT_CONTACTABLE' and w.attempts not like '%"on":"%"on":"%')) then 1 else 0 end`;

/** Asked once for a person: in the first of the cases in which the asker may see them. */
const isAskedElsewhere = (
  reader: Reader,
  areas: readonly string[],
): Sql => sql`case when h.consent = 'NOT_YET_SOUGHT' and exists (
  select 1 from victims e join cases b on b.id = e."caseId"
  where e."harmedId" = v."harmedId" and e.id < v.id and b.state in ${beforePanel}
    and b."panelAreaId" in (${join(areas)}) and ${isOpenTo(reader, sql`b.id`)}) then 1 else 0 end`;

/** Everybody harmed in a case of these areas, with what a step depends on. */
const everybody = (reader: Reader, areas: readonly string[]): Sql => sql`
  select c.id as "caseId", v.id as "victimId", c.reference, c."panelAreaId", c.state, v.position, v.kind,
         h.consent as "consentToShare", coalesce(w.status, 'NOT_YET_SOUGHT') as "status", c."referredOn",
         o."givenOn", h."nextContactOn", f."offeredOn", f.answer, f."notOfferedReason", w."obtainedOn",
         ${isUnheard} as "isUnheard", ${isAskedElsewhere(reader, areas)} as "isAskedElsewhere",
         case when not ${isLeftAlone} and ((du.id is not null and t.status is null)
                or (o.id is not null and t.status = 'WANTS_TO_BE_TOLD'))
              then 1 else 0 end as "isToBeTold",
         du."dueOn" as "outcomeDueOn", dr."dueOn" as "reviewDueOn",
         case when dr.id is not null and not ${isLeftAlone}
              then (select max(r."reviewedAt") from decision_reviews r where r."caseId" = c.id) end as "reviewedAt",
         (select min(a."dueOn") from victim_safety_actions a
          where a."caseId" = c.id and a."victimId" = v.id and a."doneOn" is null) as "safetyDueOn",
         (select min(m."meetingDay") from agenda_items g join meetings m on m.id = g."meetingId"
          where g."caseId" = c.id and g."adjournedAt" is null and c.state in ${beforePanel}) as "meetingDay"
  from (${casesIn(reader, areas)}) c join victims v on v."caseId" = c.id
  join people_harmed h on h.id = v."harmedId"
  left join victim_views w on w."victimId" = v.id left join victim_offers f on f."victimId" = v.id
  left join victim_tellings t on t."victimId" = v.id left join standing_outcomes o on o."caseId" = c.id
  left join duties du on du."caseId" = c.id and du.code = 'TELL_VICTIM' and du."doneOn" is null
  left join duties dr on dr."caseId" = c.id and dr.code = 'TELL_VICTIM_OF_REVIEW' and dr."doneOn" is null`;

/** What is next, the most pressing first; null where nobody waits. A case that ended keeps the duty to tell alone. */
const stepOf = (today: string): Sql => sql`case
  when one."isToBeTold" = 1 then 'TELL'
  when one."reviewedAt" is not null then 'TELL_OF_REVIEW'
  when one.state in (${join([...endStates])}) then null
  when one."safetyDueOn" <= ${today} then 'SAFETY_OVERDUE'
  when one."isUnheard" = 1 and one.status = 'NOT_CONTACTABLE' then 'TRY_AGAIN'
  when one."isUnheard" = 1 and one."consentToShare" = 'NOT_YET_SOUGHT' and one."isAskedElsewhere" = 0
    then 'ASK_CONSENT'
  when one."isUnheard" = 1 and one."consentToShare" = 'REFUSED' then 'ASK_WHY'
  when one."isUnheard" = 1 and one."consentToShare" = 'GIVEN' then 'ASK_VIEW'
  when one."safetyDueOn" is not null then 'SAFETY'
  when one."consentToShare" <> 'GIVEN' then null
  when one."offeredOn" is not null and (one.answer is null or one.answer = 'THINKING') then 'ANSWER'
  when one."offeredOn" is null and one."notOfferedReason" is null then 'OFFER'
  when one."nextContactOn" is not null then 'CONTACT' end`;

const sinceOf = sql`case counted.step when 'TELL' then counted."givenOn"
  when 'TELL_OF_REVIEW' then counted."reviewedAt" when 'ANSWER' then counted."offeredOn"
  when 'OFFER' then coalesce(counted."obtainedOn", counted."referredOn")
  when 'CONTACT' then counted."nextContactOn" else counted."referredOn" end`;

/**
 * Those who wait for a victim worker of these panel areas, as `page`: one row for each victim with the most pressing step
 * about them and since when they wait for it. Whoever reads it sets order and limit. No name is in it, and no child.
 */
export const waitingVictims = (reader: Reader, areas: readonly string[], today: string): Sql => sql`(
  select counted.*, ${sinceOf} as "since"
  from (select one.*, ${stepOf(today)} as "step" from (${everybody(reader, areas)}) one) counted
  where counted.step is not null) page`;
