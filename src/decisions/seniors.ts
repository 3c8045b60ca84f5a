import sql from 'sql-template-tag';
import { type Holder, holdersIn, holdersOn } from '../access/people-of-area.js';
import type { CaseFound } from '../cases/find-case.js';
import { agencyOfSide, type LadderStep, type Side } from '../policy/escalation.js';
import { rows, type Source } from '../platform/database/read.js';

export type Senior = Holder;

/** Where a step keeps who is asked for a side. */
export const seatOf = { POLICE: 'policeId', YOUTH_JUSTICE: 'youthJusticeId' } as const satisfies Record<Side, string>;
export type Seats = { readonly [Seat in (typeof seatOf)[Side]]: string | null };

/** Who may be named on a ladder of an area: active people who hold the role of a senior there. */
export const seniorsOf = (source: Source, panelAreaId: string): Promise<Senior[]> =>
  holdersIn(source, panelAreaId, 'escalation.settle');

/** Those of them who may be asked about a case: it is not closed to them. */
export const seniorsFor = (source: Source, found: Pick<CaseFound, 'id' | 'panelAreaId'>): Promise<Senior[]> =>
  holdersOn(source, found, 'escalation.settle');

/**
 * Who does not settle the latest disagreement about a case: whoever escalated it, recorded the recommendation that stands,
 * answered a step that ended, or has a conflict of interest. `escalating` is about to escalate it anew. One statement.
 */
export async function keptOutOf(source: Source, caseId: string, escalating?: string): Promise<string[]> {
  const latest = sql`(select max(l.id) from escalations l where l."caseId" = ${caseId})`;
  const found = await rows<{ personId: string; ofLatest: number }>(
    source,
    sql`select r."recordedBy" as "personId", 0 as "ofLatest" from standing_recommendations r where r."caseId" = ${caseId}
        union select x."personId", 0 from conflicts x where x."caseId" = ${caseId} and x."liftedAt" is null
        union select e."escalatedBy", 1 from escalations e where e.id = ${latest}
        union select v."personId", 1 from escalation_steps s join escalation_views v on v."stepId" = s.id
              where s."escalationId" = ${latest} and s."endedAt" is not null`,
  );
  if (escalating === undefined) return found.map(({ personId }) => personId);
  return [...found.filter(({ ofLatest }) => ofLatest === 0).map(({ personId }) => personId), escalating];
}

/** Those of some seniors who may be asked for a side. */
export const ableFor = (side: Side, seniors: readonly Senior[], keptOut: readonly string[]): Senior[] =>
  seniors.filter(({ id, agency }) => agency === agencyOfSide[side] && !keptOut.includes(id));

/** Whom a step of the ladder names of those who may be asked; null where it names nobody, or nobody who may. */
export function seatsByLadder(step: LadderStep, seniors: readonly Senior[], keptOut: readonly string[]): Seats {
  const seat = (side: Side): string | null =>
    ableFor(side, seniors, keptOut).find(({ id }) => id === step[seatOf[side]])?.id ?? null;
  return { policeId: seat('POLICE'), youthJusticeId: seat('YOUTH_JUSTICE') };
}

/** Who answered in any escalation of a case. One statement. */
export async function seniorsHeard(source: Source, caseId: string): Promise<string[]> {
  const found = await rows<{ personId: string }>(
    source,
    sql`select distinct v."personId" from escalation_views v where v."caseId" = ${caseId}`,
  );
  return found.map(({ personId }) => personId);
}
