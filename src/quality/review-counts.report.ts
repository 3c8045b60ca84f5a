import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import {
  addToMonth,
  isTooLong,
  monthsBetween,
  mostMonths,
  type ReviewGrade,
  reviewGradeCodes,
} from '../policy/resolution-review.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { Clock, dayOf } from '../platform/clock.js';
import { ReportRead } from '../platform/database/read.js';
import { Invalid } from '../platform/errors.js';
import { registeredIn } from './registered-in.js';
import type { ReviewCountsInput } from './resolution-sample.input.js';

/** What became of the resolutions registered in one month in one panel area. */
export type MonthCounted = {
  readonly panelAreaId: string;
  readonly panelArea: string;
  readonly month: string;
  readonly registered: number;
  /** Null while no sample of the month was drawn. */
  readonly sampleId: string | null;
  readonly drawn: number;
  readonly reviewed: number;
  readonly grades: Readonly<Record<ReviewGrade, number>>;
  /** Reviewed, and nobody has recorded yet that police were told. */
  readonly toTell: number;
};

type Registered = { readonly panelAreaId: string; readonly panelArea: string; readonly recordedAt: string };
type Drawn = {
  readonly panelAreaId: string;
  readonly month: string;
  readonly sampleId: string;
  readonly grade: ReviewGrade | null;
  readonly toldOn: string | null;
};

const NOT_IN_ORDER = 'The period must not end before it begins';
const TOO_LONG = `At most ${mostMonths} months are counted at once: begin later, or end earlier`;

/** Counts by month what police registered, what was drawn of it, what the reviews found and what police were told. */
@Injectable()
export class ReviewCountsReport {
  constructor(
    private readonly read: ReportRead,
    private readonly clock: Clock,
  ) {}

  /** The months that are counted: those asked for, or the last twelve. Throws `Invalid` where they are not in order, or too many. */
  months({ from, to }: ReviewCountsInput): { readonly first: string; readonly last: string } {
    const last = to ?? this.clock.today().slice(0, 7);
    const first = from ?? addToMonth(last, -11);
    if (first > last) throw new Invalid([{ field: to ? 'to' : 'from', message: NOT_IN_ORDER }]);
    if (isTooLong(first, last)) throw new Invalid([{ field: 'from', message: TOO_LONG }]);
    return { first, last };
  }

  async of(actor: Actor, { panelAreaId, ...period }: ReviewCountsInput): Promise<MonthCounted[]> {
    const { first, last } = this.months(period);
    const areas = areasWhere(actor, 'resolution-sample.read').filter((id) => !panelAreaId || id === panelAreaId);
    if (areas.length === 0) return [];
    const [registered, drawn] = await Promise.all([
      this.registered(areas, first, last),
      this.drawn(areas, first, last),
    ]);
    const named = new Map(registered.map((one) => [one.panelAreaId, one.panelArea]));
    return monthsBetween(first, last)
      .flatMap((month) =>
        [...named].map(([id, panelArea]) => counted({ panelAreaId: id, panelArea, month }, registered, drawn)),
      )
      .filter(({ registered: count }) => count > 0);
  }

  private registered(areas: string[], from: string, to: string): Promise<Registered[]> {
    return this.read.rows(
      sql`select d."panelAreaId", a.name as "panelArea", d."recordedAt"
          from earlier_disposals d join panel_areas a on a.id = d."panelAreaId"
          where d."panelAreaId" in (${join(areas)}) and ${registeredIn(from, to)} order by a.name, d.id`,
    );
  }

  private drawn(areas: string[], from: string, to: string): Promise<Drawn[]> {
    return this.read.rows(
      sql`select s."panelAreaId", s.month, s.id as "sampleId", r.grade, r."toldOn"
          from resolution_samples s join sampled_resolutions i on i."sampleId" = s.id
          left join resolution_reviews r on r.id =
            (select max(v.id) from resolution_reviews v where v."sampledId" = i.id)
          where s."panelAreaId" in (${join(areas)}) and s.month >= ${from} and s.month <= ${to}`,
    );
  }
}

function counted(
  place: Pick<MonthCounted, 'panelAreaId' | 'panelArea' | 'month'>,
  registered: readonly Registered[],
  drawn: readonly Drawn[],
): MonthCounted {
  const isThere = (one: { panelAreaId: string }) => one.panelAreaId === place.panelAreaId;
  const inMonth = registered.filter((one) => isThere(one) && dayOf(one.recordedAt).startsWith(place.month));
  const sampled = drawn.filter((one) => isThere(one) && one.month === place.month);
  const reviewed = sampled.filter(({ grade }) => grade !== null);
  const of = (grade: ReviewGrade) => [grade, reviewed.filter((one) => one.grade === grade).length] as const;
  return {
    ...place,
    registered: inMonth.length,
    sampleId: sampled[0]?.sampleId ?? null,
    drawn: sampled.length,
    reviewed: reviewed.length,
    grades: Object.fromEntries(reviewGradeCodes.map(of)) as MonthCounted['grades'],
    toTell: reviewed.filter(({ toldOn }) => toldOn === null).length,
  };
}
