import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Read } from '../../platform/database/read.js';

/** Somebody who was named: still, or until they were taken off. */
export type PersonNamed = {
  readonly personId: string;
  readonly name: string;
  readonly addedByName: string;
  readonly addedAt: string;
  readonly addReason: string;
  readonly removedByName: string | null;
  readonly removedAt: string | null;
  readonly removeReason: string | null;
};

/** Somebody opened the case for an hour without being named. */
export type Opening = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly reason: string;
  readonly openedAt: string;
  readonly endsAt: string;
  readonly acknowledgedByName: string | null;
  readonly acknowledgedAt: string | null;
  readonly acknowledgement: string | null;
};

export type Review = {
  readonly reason: string;
  readonly reviewOn: string;
  readonly reviewedByName: string;
  readonly reviewedAt: string;
};

/** A restriction of a case, standing or lifted, with all that became of it. */
export type RestrictionFound = {
  readonly id: string;
  readonly reason: string;
  readonly reviewOn: string;
  readonly restrictedByName: string;
  readonly restrictedAt: string;
  readonly liftedByName: string | null;
  readonly liftedAt: string | null;
  readonly liftReason: string | null;
  readonly people: readonly PersonNamed[];
  readonly reviews: readonly Review[];
  readonly openings: readonly Opening[];
};

type Whole = Omit<RestrictionFound, 'people' | 'reviews' | 'openings'>;

@Injectable()
export class RestrictionQueries {
  constructor(private readonly read: Read) {}

  /** Every restriction there was of a case, the newest first. */
  async ofCase(caseId: string): Promise<RestrictionFound[]> {
    const found = await this.read.rows<Whole>(
      sql`select r.id, r.reason, r."reviewOn", b.name as "restrictedByName", r."restrictedAt", l.name as "liftedByName",
                 r."liftedAt", r."liftReason"
          from case_restrictions r join people b on b.id = r."restrictedBy" left join people l on l.id = r."liftedBy"
          where r."caseId" = ${caseId} order by r.id desc`,
    );
    return Promise.all(found.map((one) => this.withMore(one)));
  }

  private async withMore(one: Whole): Promise<RestrictionFound> {
    const [people, reviews, openings] = await Promise.all([
      this.people(one.id),
      this.reviews(one.id),
      this.openings(one.id),
    ]);
    return { ...one, people, reviews, openings };
  }

  private people(restrictionId: string): Promise<PersonNamed[]> {
    return this.read.rows(
      sql`select n."personId", p.name, a.name as "addedByName", n."addedAt", n."addReason", m.name as "removedByName",
                 n."removedAt", n."removeReason"
          from restriction_people n join people p on p.id = n."personId" join people a on a.id = n."addedBy"
          left join people m on m.id = n."removedBy"
          where n."restrictionId" = ${restrictionId} order by n.id`,
    );
  }

  private reviews(restrictionId: string): Promise<Review[]> {
    return this.read.rows(
      sql`select v.reason, v."reviewOn", p.name as "reviewedByName", v."reviewedAt"
          from restriction_reviews v join people p on p.id = v."reviewedBy"
          where v."restrictionId" = ${restrictionId} order by v.id`,
    );
  }

  private openings(restrictionId: string): Promise<Opening[]> {
    return this.read.rows(
      sql`select g.id, g."personId", p.name, g.reason, g."brokenAt" as "openedAt", g."endsAt",
                 a.name as "acknowledgedByName", g."acknowledgedAt", g.acknowledgement
          from glass_breaks g join people p on p.id = g."personId" left join people a on a.id = g."acknowledgedBy"
          where g."restrictionId" = ${restrictionId} order by g.id desc`,
    );
  }
}
