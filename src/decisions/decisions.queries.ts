import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { DisposalCode } from '../policy/disposals.js';
import type { Evaluation } from '../policy/evaluation.js';
import { fromJson, type InText, Read } from '../platform/database/read.js';
import type { Named } from '../platform/ids.js';
import type {
  Basis,
  Dissent,
  Evidence,
  LeastCriminalising,
  MissingInformation,
  OptionConsidered,
  Reasons,
} from './decision.entity.js';

export type RecommendationFound = {
  readonly id: string;
  readonly caseId: string;
  readonly meetingId: string;
  readonly meetingDay: string;
  readonly disposal: DisposalCode;
  readonly basis: Basis;
  readonly optionsConsidered: readonly OptionConsidered[];
  readonly reasons: Reasons;
  readonly gravityDeparture: string | null;
  readonly whyNow: string | null;
  readonly dissents: readonly Dissent[];
  readonly leastCriminalising: LeastCriminalising | null;
  readonly missingInformation: MissingInformation | null;
  /** Null where it was recorded before this was kept. */
  readonly evidence: Evidence | null;
  readonly evaluation: Evaluation;
  readonly recordedBy: Named;
  readonly recordedAt: string;
};

export type PoliceDecisionFound = {
  readonly id: string;
  readonly caseId: string;
  readonly recommendationId: string;
  readonly recommended: DisposalCode;
  readonly disposal: DisposalCode;
  readonly decidedOn: string;
  readonly reason: string | null;
  readonly evaluation: Evaluation;
  readonly decidedBy: Named;
  readonly decidedAt: string;
};

export type EscalationFound = {
  readonly id: string;
  readonly reason: string;
  readonly escalatedBy: Named;
  readonly escalatedAt: string;
};

type RecommendationRow = InText<
  Omit<RecommendationFound, Nullable>,
  'optionsConsidered' | 'reasons' | 'dissents' | 'evaluation' | 'recordedBy'
> & { readonly [Name in Nullable]: string | null } & { readonly byName: string };
type Nullable = 'leastCriminalising' | 'missingInformation' | 'evidence';
type PoliceDecisionRow = InText<PoliceDecisionFound, 'evaluation' | 'decidedBy'> & { readonly byName: string };
type EscalationRow = InText<EscalationFound, 'escalatedBy'> & { readonly byName: string };

@Injectable()
export class DecisionsQueries {
  constructor(private readonly read: Read) {}

  /** Every recommendation on a case, the latest first: the one that counts. */
  async recommendations(caseId: string): Promise<RecommendationFound[]> {
    const found = await this.read.rows<RecommendationRow>(
      sql`select r.id, r."caseId", r."meetingId", m."meetingDay", r.disposal, r.basis, r."optionsConsidered", r.reasons,
                 r."gravityDeparture", r."whyNow", r.dissents, r."leastCriminalising", r."missingInformation", r.evidence, r.evaluation, r."recordedBy", r."recordedAt", p.name as "byName"
          from recommendations r join meetings m on m.id = r."meetingId" join people p on p.id = r."recordedBy"
          where r."caseId" = ${caseId} order by r.id desc`,
    );
    return found.map(({ byName, ...one }) => ({
      ...one,
      optionsConsidered: fromJson<OptionConsidered[]>(one.optionsConsidered, []),
      reasons: fromJson<Reasons>(one.reasons, {}),
      dissents: fromJson<Dissent[]>(one.dissents, []),
      leastCriminalising: fromJson<LeastCriminalising | null>(one.leastCriminalising, null),
      missingInformation: fromJson<MissingInformation | null>(one.missingInformation, null),
      evidence: fromJson<Evidence | null>(one.evidence, null),
      evaluation: JSON.parse(one.evaluation) as Evaluation,
      recordedBy: { id: one.recordedBy, name: byName },
    }));
  }

  /** Every police decision on a case, the latest first. */
  async policeDecisions(caseId: string): Promise<PoliceDecisionFound[]> {
    const found = await this.read.rows<PoliceDecisionRow>(
      sql`select d.id, d."caseId", d."recommendationId", r.disposal as "recommended", d.disposal, d."decidedOn",
                 d.reason, d.evaluation, d."decidedBy", d."decidedAt", p.name as "byName"
          from police_decisions d join recommendations r on r.id = d."recommendationId"
          join people p on p.id = d."decidedBy"
          where d."caseId" = ${caseId} order by d.id desc`,
    );
    return found.map(({ byName, ...one }) => ({
      ...one,
      evaluation: JSON.parse(one.evaluation) as Evaluation,
      decidedBy: { id: one.decidedBy, name: byName },
    }));
  }

  async escalations(caseId: string): Promise<EscalationFound[]> {
    const found = await this.read.rows<EscalationRow>(
      sql`select e.id, e.reason, e."escalatedBy", e."escalatedAt", p.name as "byName"
          from escalations e join people p on p.id = e."escalatedBy"
          where e."caseId" = ${caseId} order by e.id desc`,
    );
    return found.map(({ byName, ...one }) => ({ ...one, escalatedBy: { id: one.escalatedBy, name: byName } }));
  }
}
