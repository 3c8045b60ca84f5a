import { Injectable } from '@nestjs/common';
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { visibleCases } from '../cases/visible-cases.js';
import { fellWithCase } from '../decisions/fell-with-case.js';
import type { DivergenceReason } from '../policy/divergence.js';
import type { EscalationResult } from '../policy/escalation.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { ReportRead } from '../platform/database/read.js';
import { daysAsked, type MeetingsInput } from './meetings.input.js';

/** Of the cases before the meetings of a period: where anybody disagreed, and what was put right afterwards. */
export type DecisionsCounted = {
  readonly panelAreaId: string;
  readonly panelArea: string;
  readonly cases: number;
  readonly recommended: number;
  /** With an agency that dissented, from the recommendation that stands or from one that a later one followed. */
  readonly dissented: number;
  readonly escalated: number;
  /** How the latest escalation of each ended; those that are under way are in none. */
  readonly escalationsEnded: Readonly<Partial<Record<EscalationResult, number>>>;
  readonly decided: number;
  /** Police decisions that differ from the recommendation. */
  readonly differing: number;
  readonly reasons: Readonly<Partial<Record<DivergenceReason | 'NOT_CODED', number>>>;
  /** Slips of the pen put right: what was decided is what it was, so no other count moves. */
  readonly corrected: number;
  readonly takenBack: number;
  readonly reviewed: number;
};

export type DecisionsReported = { readonly from: string; readonly to: string; readonly areas: DecisionsCounted[] };

type Heard = {
  readonly panelAreaId: string;
  readonly panelArea: string;
  readonly recommended: string | null;
  readonly dissents: number;
  readonly decided: string | null;
  readonly divergenceCode: DivergenceReason | null;
  readonly escalations: number;
  readonly ended: EscalationResult | null;
  readonly corrections: number;
  readonly undoings: number;
  readonly reviews: number;
};

/** How many rows of a table the case has, of those (as `x`) for which something holds, as a column. */
const howMany = (table: string, of: string, which: Sql = sql`1 = 1`): Sql =>
  sql`(select cast(count(*) as integer) from ${raw(table)} x where x."caseId" = c.id and ${which}) as ${raw(`"${of}"`)}`;

/**
 * Counts cases, by the meeting for which each was listed last, of those that were not cancelled; of several records of a case the one that stands counts,
 * and of police what they decided on the recommendation that stands: an earlier one they decided on otherwise is no divergence.
 */
@Injectable()
export class DecisionCountsReport {
  constructor(
    private readonly read: ReportRead,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, input: MeetingsInput): Promise<DecisionsReported> {
    const { from, to } = daysAsked(input, this.clock.today());
    const ofArea = input.panelAreaId ? sql`and c."panelAreaId" = ${input.panelAreaId}` : empty;
    const heard = await this.read.rows<Heard>(
      sql`select c."panelAreaId", a.name as "panelArea", r.disposal as "recommended",
                 (select cast(count(*) as integer) from standing_recommendations l join recommendations w on w.id = l.id
                    where l."caseId" = c.id and w.dissents <> '[]') as "dissents",
                 d.disposal as "decided", d."divergenceCode", ${howMany('escalations', 'escalations')},
                 (select x.result from escalation_results x where x."caseId" = c.id
                    and x."escalationId" = (select max(e.id) from escalations e where e."caseId" = c.id)) as "ended",
                 ${howMany('record_corrections', 'corrections')},
                 ${howMany('record_undoings', 'undoings', sql`not (${fellWithCase})`)},
                 ${howMany('decision_reviews', 'reviews')}
          from meetings m join agenda_items i on i."meetingId" = m.id join cases c on c.id = i."caseId"
          join panel_areas a on a.id = c."panelAreaId"
          left join recommendations r on r.id = (
            select max(l.id) from standing_recommendations l where l."caseId" = c.id)
          left join standing_police_decisions s on s."recommendationId" = r.id left join police_decisions d on d.id = s.id
          where m."meetingDay" >= ${from} and m."meetingDay" <= ${to} and ${visibleCases(actor, 'audit.read')} ${ofArea}
            and i.id = (select max(l.id) from agenda_items l join meetings lm on lm.id = l."meetingId"
                        where l."caseId" = c.id and lm."cancelledAt" is null)
          order by a.name, c.id`,
    );
    return { from, to, areas: byArea(heard) };
  }
}

const differs = ({ recommended, decided }: Heard): boolean => decided !== null && decided !== recommended;

/** How often each code is there; none where it is not. */
const tally = <Code extends string>(codes: readonly (Code | null)[]): Partial<Record<Code, number>> => {
  const counts: Partial<Record<Code, number>> = {};
  for (const code of codes) if (code !== null) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

function byArea(all: readonly Heard[]): DecisionsCounted[] {
  const areas = new Map(all.map(({ panelAreaId, panelArea }) => [panelAreaId, panelArea]));
  return [...areas].map(([panelAreaId, panelArea]) => {
    const here = all.filter((one) => one.panelAreaId === panelAreaId);
    const count = (is: (one: Heard) => boolean): number => here.filter(is).length;
    return {
      ...{ panelAreaId, panelArea, cases: here.length },
      recommended: count(({ recommended }) => recommended !== null),
      dissented: count(({ dissents }) => dissents > 0),
      escalated: count(({ escalations }) => escalations > 0),
      escalationsEnded: tally(here.map(({ ended }) => ended)),
      decided: count(({ decided }) => decided !== null),
      differing: count(differs),
      reasons: tally(here.filter(differs).map(({ divergenceCode }) => divergenceCode ?? ('NOT_CODED' as const))),
      corrected: count(({ corrections }) => corrections > 0),
      takenBack: count(({ undoings }) => undoings > 0),
      reviewed: count(({ reviews }) => reviews > 0),
    };
  });
}
