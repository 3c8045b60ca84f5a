import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { OffenceFeature } from '../policy/offence-classes.js';
import type { Permission } from '../policy/permissions.js';
import type { ReviewGrade } from '../policy/resolution-review.js';
import { type Actor, areasWhere } from '../platform/actor.js';
import { cursorFrom, listed, type Listed } from '../platform/database/keyset.js';
import { fromJson, type InText, Read, rows, type Source } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import type { AreaListInput } from '../platform/web/list.input.js';

export type SampleFound = {
  readonly id: string;
  readonly panelAreaId: string;
  readonly panelArea: string;
  readonly month: string;
  readonly seed: string;
  readonly wanted: number;
  readonly population: number;
  readonly drawnBy: string;
  readonly drawnAt: string;
  readonly size: number;
  readonly reviewed: number;
  readonly told: number;
};

export type SampledFound = {
  readonly id: string;
  readonly sampleId: string;
  readonly panelAreaId: string;
  readonly month: string;
  readonly position: number;
  readonly version: number;
  readonly disposalId: string;
  readonly childId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly givenOn: string;
  readonly offence: string;
  readonly officer: string | null;
  readonly features: readonly OffenceFeature[] | null;
  readonly withoutPanelBecause: string | null;
  readonly recordedBy: string;
  /** The latest review, which counts; null while there is none. */
  readonly reviewId: string | null;
  readonly grade: ReviewGrade | null;
  readonly reviewedAt: string | null;
  readonly reviewedBy: string | null;
  readonly toldOn: string | null;
};

export type ReviewFound = {
  readonly id: string;
  readonly grade: ReviewGrade;
  readonly comment: string;
  readonly reviewedBy: string;
  readonly reviewedAt: string;
  readonly toldOn: string | null;
  readonly toldWhom: string | null;
  readonly toldBy: string | null;
};

const USUAL = 25;
const READ = 'resolution-sample.read';

const latestReview = sql`(select max(v.id) from resolution_reviews v where v."sampledId" = i.id)`;

const ofSample = (more: Sql): Sql => sql`
  (select cast(count(*) as integer) from sampled_resolutions i where i."sampleId" = s.id ${more})`;
const isReviewed = sql`and exists (select 1 from resolution_reviews v where v."sampledId" = i.id)`;
const isTold = sql`and exists (select 1 from resolution_reviews v where v.id = ${latestReview} and v."toldOn" is not null)`;

type SampledRow = InText<SampledFound, 'features'>;

/** Resolutions of a sample in the order drawn, each with the review that counts. `source` is `tx` or `read.source`. */
async function sampledIn(
  source: Source,
  areas: readonly string[],
  sampleId: string,
  more: Sql,
): Promise<SampledFound[]> {
  if (areas.length === 0) return [];
  const found = await rows<SampledRow>(
    source,
    sql`select i.id, i."sampleId", s."panelAreaId", s.month, i.position, i.version, d.id as "disposalId", d."childId",
               k."givenName", k."familyName", d."givenOn", d.offence, d.officer, d.features, d."withoutPanelBecause",
               d."recordedBy", r.id as "reviewId", r.grade, r."reviewedAt", p.name as "reviewedBy", r."toldOn"
        from resolution_samples s join sampled_resolutions i on i."sampleId" = s.id
        join earlier_disposals d on d.id = i."disposalId" join children k on k.id = d."childId"
        left join resolution_reviews r on r.id = ${latestReview} left join people p on p.id = r."reviewedBy"
        where s.id = ${sampleId} and s."panelAreaId" in (${join([...areas])}) ${more} order by i.position`,
  );
  return found.map((one) => ({ ...one, features: fromJson<OffenceFeature[] | null>(one.features, null) }));
}

/** One resolution of a sample, where the actor holds the permission. */
export async function findSampled(
  source: Source,
  actor: Actor,
  permission: Permission,
  sampleId: string,
  id: string,
): Promise<SampledFound> {
  const [found] = await sampledIn(source, areasWhere(actor, permission), sampleId, sql`and i.id = ${id}`);
  if (!found) throw new NotFound();
  return found;
}

@Injectable()
export class ResolutionSamplesQueries {
  constructor(private readonly read: Read) {}

  /** The samples of one's panel areas, the latest month first. */
  async samples(actor: Actor, { panelAreaId, after, limit = USUAL }: AreaListInput): Promise<Listed<SampleFound>> {
    const areas = areasWhere(actor, READ).filter((id) => !panelAreaId || id === panelAreaId);
    const [month, id] = cursorFrom(after, 2) ?? [];
    const older = month ? sql`and (s.month < ${month} or (s.month = ${month} and s.id < ${id}))` : empty;
    const found = await this.find(areas, sql`${older} order by s.month desc, s.id desc limit ${limit + 1}`);
    return listed(found, limit, (one) => [one.month, one.id]);
  }

  async sample(actor: Actor, id: string): Promise<SampleFound> {
    const [found] = await this.find(areasWhere(actor, READ), sql`and s.id = ${id}`);
    if (!found) throw new NotFound();
    return found;
  }

  resolutions(actor: Actor, sampleId: string): Promise<SampledFound[]> {
    return sampledIn(this.read.source, areasWhere(actor, READ), sampleId, empty);
  }

  resolution(actor: Actor, permission: Permission, sampleId: string, id: string): Promise<SampledFound> {
    return findSampled(this.read.source, actor, permission, sampleId, id);
  }

  /** Every review of a resolution that was drawn, the latest first: the one that counts. */
  reviews(sampledId: string): Promise<ReviewFound[]> {
    return this.read.rows(
      sql`select v.id, v.grade, v.comment, p.name as "reviewedBy", v."reviewedAt", v."toldOn", v."toldWhom",
                 t.name as "toldBy"
          from resolution_reviews v join people p on p.id = v."reviewedBy" left join people t on t.id = v."toldBy"
          where v."sampledId" = ${sampledId} order by v.id desc`,
    );
  }

  private async find(areas: readonly string[], where: Sql): Promise<SampleFound[]> {
    if (areas.length === 0) return [];
    return this.read.rows(
      sql`select s.id, s."panelAreaId", a.name as "panelArea", s.month, s.seed, s.wanted, s.population,
                 p.name as "drawnBy", s."drawnAt", ${ofSample(empty)} as "size", ${ofSample(isReviewed)} as "reviewed",
                 ${ofSample(isTold)} as "told"
          from resolution_samples s join panel_areas a on a.id = s."panelAreaId" join people p on p.id = s."drawnBy"
          where s."panelAreaId" in (${join([...areas])}) ${where}`,
    );
  }
}
