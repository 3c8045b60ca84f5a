import sql, { join, type Sql } from 'sql-template-tag';
import { LAST_DAY } from '../policy/days.js';
import { classesWithoutLimit, clockEdges } from '../policy/clock-edges.js';
import { type ClockCode, clockCodes, type CountedBy } from '../policy/clock-kinds.js';
import { endedStatuses } from '../policy/delivery.js';
import type { DisposalBook } from '../policy/disposal-book.js';
import { afterDecision, beforeDecision, beforeOutcome, type CaseState } from '../policy/lifecycle.js';
import { withActivity } from '../policy/left-to-deliver.js';
import { undecidedDuty } from '../policy/duties.js';
import { deliveredStatuses, prosecutableAfter, prosecutableUntilGiven } from '../policy/may-be-prosecuted.js';
import type { ClockBasis } from './counted-by.queries.js';

export const nearClockCodes = Object.keys(clockCodes) as ClockCode[];

/** Clocks that are asked for together, with the words people read. */
export const clockGroups = {
  ANY: { name: 'Anything near, due or over', clocks: nearClockCodes },
  TO_DECIDE: {
    name: 'What the decision or the outcome is to come before',
    clocks: ['DECISION', 'ESCALATION', 'BAIL', 'LIMITATION', 'TURNS_18'],
  },
} as const satisfies Record<string, { name: string; clocks: readonly ClockCode[] }>;

export type ClockGroup = keyof typeof clockGroups;

export const isClockGroup = (code: string): code is ClockGroup => Object.hasOwn(clockGroups, code);

/** The clocks of a group, or the one. */
export const clocksIn = (asked: ClockGroup | ClockCode): readonly ClockCode[] =>
  isClockGroup(asked) ? clockGroups[asked].clocks : [asked];

const isIn = (states: readonly CaseState[]): Sql => sql`c.state in (${join([...states])})`;
const undecided = isIn(beforeDecision);
const decided = isIn(afterDecision);
/** The cases with duties that are not done and are due by a day, or of which nobody knows the day; of few of many cases. */
const withDuties = (upTo: string): Sql => sql`(
  select u."caseId" from duties u where u."doneOn" is null and u."dueOn" <= ${upTo}
  union all select u."caseId" from duties u where u."doneOn" is null and u."dueOn" is null)`;
/** No other case has a clock. */
const mayRun = sql`(${isIn([...beforeDecision, ...afterDecision])} or c.id in ${withDuties(LAST_DAY)})`;

/** Police decided in the case `c` and did not take it back. */
export const wasDecided = sql`exists (select 1 from police_decisions p where p."caseId" = c.id
  and not exists (select 1 from record_undoings q where q."subjectId" = p.id))`;
/** The same, as 1 or 0. */
export const wasDecidedColumn = sql`case when ${wasDecided} then 1 else 0 end as "wasDecided"`;

/** The step `s` under way of the latest escalation of the case `c`, of which there is at most one. */
export const stepUnderWay = sql`s."caseId" = c.id and s."endedAt" is null
  and s."escalationId" = (select max(e.id) from escalations e where e."caseId" = c.id)`;
/** Whether seniors are asked about the case `c` and have not settled it: 1, or 0. */
export const withSeniorsColumn = sql`case when c.state = 'ESCALATED' and exists (
  select 1 from escalation_steps s where ${stepUnderWay}) then 1 else 0 end as "withSeniors"`;
const wantsLimit = sql`coalesce(o."indictableOnly", 0) = 0 and upper(trim(o."homeOfficeClass")) not in (${join([...classesWithoutLimit])})`;

/** Police decided on one of these. */
const isDecidedOn = (disposals: readonly string[]): Sql => sql`exists (
    select 1 from standing_police_decisions d where d.disposal in (${join([...disposals, ''])})
      and d."recommendationId" = (select max(r.id) from standing_recommendations r where r."caseId" = c.id))`;

/** The delivery `y` of the case `c`, of which something is left to be done. */
const planned = sql`from deliveries y where y."caseId" = c.id and y.status not in (${join([...endedStatuses])})`;
/** The last day of the conditions that were given in the case `c`; null where none has one. */
const conditionsDueOn = sql`(select max(g."due") from given_conditions g where g."caseId" = c.id)`;
/** How many conditions were given in the case `c`, and their last day. */
export const conditionsColumns = sql`(select cast(count(*) as integer) from given_conditions g where g."caseId" = c.id)
  as "conditionsGiven", ${conditionsDueOn} as "conditionsDueOn"`;

/** Nobody planned how the conditions that were given in the case `c` are carried out. */
const conditionsUnplanned = sql`(c.state = 'OUTCOME_RECORDED'
  and exists (select 1 from given_conditions g where g."caseId" = c.id)
  and not exists (select 1 from deliveries y where y."caseId" = c.id))`;
/** Nobody planned the activity on which police decided in the case `c`. */
const activityUnplanned = (disposals: DisposalBook): Sql => sql`(c.state = 'DECIDED'
  and ${isDecidedOn(withActivity(disposals))}
  and not exists (select 1 from deliveries y where y."caseId" = c.id))`;

/** Something is to be delivered in the case `c`, and nobody planned it. */
export const unplanned = (disposals: DisposalBook): Sql =>
  sql`(${conditionsUnplanned} or ${activityUnplanned(disposals)})`;

/** What police decided on is not given, or what was asked of the child is not completed, or what follows is not decided. */
const mayBeProsecuted = (disposals: DisposalBook): Sql => sql`(
  (c.state = 'DECIDED' and ${isDecidedOn(prosecutableUntilGiven(disposals))})
  or (${decided} and ${isDecidedOn(prosecutableAfter(disposals))} and not exists (
    select 1 from deliveries y where y."caseId" = c.id and y.status in (${join([...deliveredStatuses])})))
  or exists (select 1 from duties u where u."caseId" = c.id and u.code = ${undecidedDuty} and u."doneOn" is null))`;

/** The day on which the child turns 18; on no real day where it is 29 February, which compares as 1 March. */
const eighteenth = sql`cast(cast(substr(k."dateOfBirth", 1, 4) as integer) + 18 as text) || substr(k."dateOfBirth", 5)`;

/** Where a clock may be near, due or over, and in which order it runs out. */
type Near = { readonly where: Sql; readonly order: Sql };

/** Which cases of an area have a clock that is or may be near, by the day of its edge and what an area counts by. */
const nearClocks: Readonly<Record<ClockCode, (edge: string, by: Required<CountedBy>) => Near>> = {
  ASSESSMENT: (edge) => ({
    where: sql`c.state in ('REFERRED', 'PREPARING') and c."signedOffOn" is null and c."referredOn" <= ${edge}
      and not ${wasDecided}`,
    order: sql`c."referredOn"`,
  }),
  DECISION: (edge) => ({
    where: sql`${undecided} and c."referredOn" <= ${edge} and not ${wasDecided}`,
    order: sql`c."referredOn"`,
  }),
  ESCALATION: (edge) => ({
    where: sql`c.state = 'ESCALATED' and exists (
      select 1 from escalation_steps s where ${stepUnderWay} and (s."dueOn" <= ${edge} or s."dueOn" is null))`,
    order: sql`(select s."dueOn" from escalation_steps s where ${stepUnderWay})`,
  }),
  BAIL: (edge) => ({
    where: sql`${isIn(beforeOutcome)} and (c."bailDate" <= ${edge} or (c."bailDate" is null and c."policeStatus" = 'BAIL'))`,
    order: sql`c."bailDate"`,
  }),
  LIMITATION: (edge, { disposals }) => ({
    where: sql`(${undecided} or ${mayBeProsecuted(disposals)}) and exists (
      select 1 from offences o where o."caseId" = c.id and o.date <= ${edge} and ${wantsLimit})`,
    order: sql`(select min(o.date) from offences o where o."caseId" = c.id)`,
  }),
  TURNS_18: (edge) => ({
    where: sql`k."dateOfBirth" <= ${edge} and (${undecided} or c.state = 'DECIDED' or (c.state = 'OUTCOME_RECORDED'
      and (exists (select 1 ${planned} and (y."dueOn" is null or ${eighteenth} <= y."dueOn"))
        or (${conditionsUnplanned} and ${eighteenth} <= coalesce(${conditionsDueOn}, ${LAST_DAY})))))`,
    order: sql`k."dateOfBirth"`,
  }),
  DELIVERY: (edge, { disposals }) => ({
    where: sql`((${decided} and exists (select 1 ${planned} and (y."dueOn" <= ${edge} or y."dueOn" is null)))
      or (${conditionsUnplanned} and coalesce(${conditionsDueOn}, '') <= ${edge}) or ${activityUnplanned(disposals)})`,
    order: sql`coalesce((select y."dueOn" ${planned}), ${conditionsDueOn})`,
  }),
  DUTY: (edge) => ({
    where: sql`c.id in ${withDuties(edge)}`,
    order: sql`(select min(u."dueOn") from duties u where u."caseId" = c.id and u."doneOn" is null)`,
  }),
};

/** Of an area, each of these clocks with its cases. */
export const nearIn = (
  codes: readonly ClockCode[],
  by: Required<CountedBy>,
): (Near & { readonly code: ClockCode })[] => {
  const edges = clockEdges(by);
  return codes.map((code) => ({ code, ...nearClocks[code](edges[code], by) }));
};

/**
 * The cases `c`, with their children `k`, of these areas in which one of these clocks is near, due or over, or may be: bail
 * without a day, an offence of which nobody said how it is tried.
 */
export function runningOut(codes: readonly ClockCode[], areas: readonly string[], basis: ClockBasis): Sql {
  const ofArea = areas.map((area) => {
    const clocks = nearIn(codes, basis(area)).map(({ where }) => sql`(${where})`);
    return sql`(c."panelAreaId" = ${area} and (${join(clocks, ' or ')}))`;
  });
  return sql`${mayRun} and (${join(ofArea, ' or ')})`;
}
