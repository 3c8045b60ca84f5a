import sql, { join, type Sql } from 'sql-template-tag';
import { classesWithoutLimit, type ClockEdges } from '../policy/clock-edges.js';
import { beforeDecision } from '../policy/clocks.js';

export type NearClock = keyof ClockEdges;
export const nearClockCodes = ['ASSESSMENT', 'DECISION', 'ESCALATION', 'BAIL', 'LIMITATION', 'TURNS_18'] as const;

const undecided = sql`c.state in (${join([...beforeDecision])})`;
/** The step `s` under way of the latest escalation of the case `c`, of which there is at most one. */
export const stepUnderWay = sql`s."caseId" = c.id and s."endedAt" is null
  and s."escalationId" = (select max(e.id) from escalations e where e."caseId" = c.id)`;
/** Whether seniors are asked about the case `c` and have not settled it: 1, or 0. */
export const withSeniorsColumn = sql`case when c.state = 'ESCALATED' and exists (
  select 1 from escalation_steps s where ${stepUnderWay}) then 1 else 0 end as "withSeniors"`;
const wantsLimit = sql`o."indictableOnly" = 0 and upper(trim(o."homeOfficeClass")) not in (${join([...classesWithoutLimit])})`;

/** Which cases of an area have a clock that is or may be near, due or over, and in which order it runs out. */
export const nearClocks: Readonly<Record<NearClock, (edge: string) => { readonly where: Sql; readonly order: Sql }>> = {
  ASSESSMENT: (edge) => ({
    where: sql`c.state in ('REFERRED', 'PREPARING') and c."signedOffOn" is null and c."referredOn" <= ${edge}`,
    order: sql`c."referredOn"`,
  }),
  DECISION: (edge) => ({ where: sql`${undecided} and c."referredOn" <= ${edge}`, order: sql`c."referredOn"` }),
  ESCALATION: (edge) => ({
    where: sql`c.state = 'ESCALATED' and exists (
      select 1 from escalation_steps s where ${stepUnderWay} and (s."dueOn" <= ${edge} or s."dueOn" is null))`,
    order: sql`(select s."dueOn" from escalation_steps s where ${stepUnderWay})`,
  }),
  BAIL: (edge) => ({
    where: sql`${undecided} and (c."bailDate" <= ${edge} or (c."bailDate" is null and c."policeStatus" = 'BAIL'))`,
    order: sql`c."bailDate"`,
  }),
  LIMITATION: (edge) => ({
    where: sql`(${undecided} or c.state = 'DECIDED') and exists (
      select 1 from offences o where o."caseId" = c.id and o.date <= ${edge} and ${wantsLimit})`,
    order: sql`(select min(o.date) from offences o where o."caseId" = c.id)`,
  }),
  TURNS_18: (edge) => ({
    where: sql`(${undecided} or c.state = 'DECIDED') and k."dateOfBirth" <= ${edge}`,
    order: sql`k."dateOfBirth"`,
  }),
};

/**
 * The cases `c` of these areas that police have not decided and in which one of these clocks is near, due or over, or
 * may be: bail without a day, an offence of which nobody said how it is tried; `edgesOf` gives the edges of an area.
 */
export function runningOut(
  codes: readonly NearClock[],
  areas: readonly string[],
  edgesOf: (area: string) => ClockEdges,
): Sql {
  const ofArea = areas.map((area) => {
    const edges = edgesOf(area);
    const clocks = codes.map((code) => sql`(${nearClocks[code](edges[code]).where})`);
    return sql`(c."panelAreaId" = ${area} and (${join(clocks, ' or ')}))`;
  });
  return sql`${undecided} and (${join(ofArea, ' or ')})`;
}
