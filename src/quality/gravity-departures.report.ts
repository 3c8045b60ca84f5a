import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import { visibleCases } from '../cases/visible-cases.js';
import { storedEditions } from '../disposals/disposal-book.queries.js';
import { editionAt, type StoredEdition } from '../policy/disposal-book.js';
import type { Evaluation } from '../policy/evaluation.js';
import { type Departure, departureCodes, departureOf } from '../policy/gravity-departures.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { ReportRead } from '../platform/database/read.js';
import { daysAsked, type MeetingsInput } from './meetings.input.js';

/** How the recommendations of one panel area in a period stand to what the final scores point to. */
export type DeparturesCounted = {
  readonly panelAreaId: string;
  readonly panelArea: string;
  readonly recommendations: number;
  readonly directions: Readonly<Record<Departure, number>>;
  /** Of those in each direction, how many have the reason written. */
  readonly explained: Readonly<Record<Departure, number>>;
};

export type DeparturesReported = { readonly from: string; readonly to: string; readonly areas: DeparturesCounted[] };

type Recommended = {
  readonly panelAreaId: string;
  readonly panelArea: string;
  readonly disposal: string;
  readonly gravityDeparture: string | null;
  readonly evaluation: string;
};

type Compared = Pick<Recommended, 'panelAreaId' | 'panelArea'> & {
  readonly direction: Departure;
  readonly isExplained: boolean;
};

/**
 * Counts departures by direction, from the offences as they stood when each recommendation was recorded. Of several
 * recommendations on a case the latest counts, on the day of its meeting.
 */
@Injectable()
export class GravityDeparturesReport {
  constructor(
    private readonly read: ReportRead,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, input: MeetingsInput): Promise<DeparturesReported> {
    const { from, to } = daysAsked(input, this.clock.today());
    const ofArea = input.panelAreaId ? sql`and c."panelAreaId" = ${input.panelAreaId}` : empty;
    const found = await this.read.rows<Recommended>(
      sql`select c."panelAreaId", a.name as "panelArea", r.disposal, w."gravityDeparture", w.evaluation
          from meetings m join standing_recommendations r on r."meetingId" = m.id join recommendations w on w.id = r.id
          join cases c on c.id = r."caseId"
          join panel_areas a on a.id = c."panelAreaId"
          where m."meetingDay" >= ${from} and m."meetingDay" <= ${to} and ${visibleCases(actor, 'audit.read')} ${ofArea}
            and r.id = (select max(l.id) from standing_recommendations l where l."caseId" = c.id)
          order by a.name, c.id`,
    );
    const stored = await storedEditions(this.read.source);
    return { from, to, areas: byArea(found.map((one) => compared(one, stored))) };
  }
}

type Inputs = { readonly offences?: Parameters<typeof departureOf>[0] };

/** Each is compared in the edition of its disposal under which it was recommended. */
function compared(
  { panelAreaId, panelArea, disposal, gravityDeparture, evaluation }: Recommended,
  stored: readonly StoredEdition[],
): Compared {
  const { inputs, disposalEdition } = JSON.parse(evaluation) as Evaluation;
  const { offences } = inputs as Inputs;
  const direction = departureOf(offences, disposal, editionAt(stored, disposal, disposalEdition)?.row.informal);
  return { panelAreaId, panelArea, direction, isExplained: gravityDeparture !== null };
}

const counts = (all: readonly Compared[]): Record<Departure, number> =>
  Object.fromEntries(
    departureCodes.map((code) => [code, all.filter(({ direction }) => direction === code).length]),
  ) as Record<Departure, number>;

function byArea(all: readonly Compared[]): DeparturesCounted[] {
  const areas = new Map(all.map(({ panelAreaId, panelArea }) => [panelAreaId, panelArea]));
  return [...areas].map(([panelAreaId, panelArea]) => {
    const here = all.filter((one) => one.panelAreaId === panelAreaId);
    return {
      ...{ panelAreaId, panelArea, recommendations: here.length, directions: counts(here) },
      explained: counts(here.filter(({ isExplained }) => isExplained)),
    };
  });
}
