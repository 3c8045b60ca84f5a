import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { OffenceFeature } from '../policy/offence-classes.js';
import { fromJson, type InText, Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import { disposalsOfCase, type OnDay } from './disposals-of-case.queries.js';
import type { CaseFound } from './find-case.js';
import type { ScoringFound } from './gravity.view.js';
import type { GravityFactor } from './offence.entity.js';

export type PoliceInformation = {
  readonly responsibilityStance: string;
  readonly evidenceSufficient: string;
  readonly cpsAuthority: string;
  readonly policeStatus: string;
  readonly bailDate: string | null;
  readonly policeInformation: string;
  readonly arrestedFor: string | null;
  readonly crimeReference: string;
  readonly officerName: string;
  readonly officerCollarNumber: string;
};

export type OffenceFound = {
  readonly id: string;
  readonly position: number;
  readonly date: string;
  readonly homeOfficeClass: string;
  readonly description: string;
  readonly indictableOnly: number | null;
  readonly features: readonly OffenceFeature[] | null;
  readonly gravityEdition: string | null;
  readonly gravityStart: number | null;
  readonly gravityFinal: number | null;
  readonly gravityFactors: readonly GravityFactor[];
  readonly version: number;
};

type OffenceRow = Omit<OffenceFound, 'features' | 'gravityFactors'> & {
  features: string | null;
  gravityFactors: string;
};

@Injectable()
export class PoliceInformationQueries {
  constructor(private readonly read: Read) {}

  async policeInformation(caseId: string): Promise<PoliceInformation> {
    const found = await this.read.row<PoliceInformation>(
      sql`select c."responsibilityStance", c."evidenceSufficient", c."cpsAuthority", c."policeStatus", c."bailDate",
                 c."policeInformation", c."arrestedFor", c."crimeReference", c."officerName", c."officerCollarNumber"
          from cases c where c.id = ${caseId}`,
    );
    if (!found) throw new NotFound();
    return found;
  }

  /** The disposals to which a score points. */
  disposalsOf(found: CaseFound, today: string): Promise<OnDay> {
    return disposalsOfCase(this.read.source, found, today);
  }

  /** The offences of a case in their order. */
  async offences(caseId: string): Promise<OffenceFound[]> {
    const found = await this.read.rows<OffenceRow>(
      sql`select o.id, o.position, o.date, o."homeOfficeClass", o.description, o."indictableOnly", o.features,
                 o."gravityEdition", o."gravityStart", o."gravityFinal", o."gravityFactors", o.version
          from offences o where o."caseId" = ${caseId} order by o.position`,
    );
    return found.map((offence) => ({
      ...offence,
      features: fromJson<OffenceFeature[] | null>(offence.features, null),
      gravityFactors: fromJson(offence.gravityFactors, []),
    }));
  }

  /** Every scoring of the offences of a case, the latest first: that one is the one on the offence. */
  async scorings(caseId: string): Promise<ScoringFound[]> {
    const found = await this.read.rows<InText<ScoringFound, 'gravityFactors' | 'marksBefore'>>(
      sql`select g."offenceId", g.edition as "gravityEdition", g."startScore" as "gravityStart",
                 g."finalScore" as "gravityFinal", g.factors as "gravityFactors", g."marksBefore", p.name as "scoredBy", g."scoredAt"
          from offences o join gravity_scorings g on g."offenceId" = o.id left join people p on p.id = g."scoredBy"
          where o."caseId" = ${caseId} order by o.position, g.id desc`,
    );
    return found.map((one) => ({
      ...one,
      gravityFactors: fromJson(one.gravityFactors, []),
      marksBefore: fromJson<ScoringFound['marksBefore']>(one.marksBefore, null),
    }));
  }

  async offence(caseId: string, id: string): Promise<OffenceFound> {
    const found = (await this.offences(caseId)).find((offence) => offence.id === id);
    if (!found) throw new NotFound();
    return found;
  }
}
