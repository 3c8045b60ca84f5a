import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { DisposalCode } from '../policy/disposals.js';
import { disposalName } from '../policy/disposals.js';
import { storedEditions } from '../disposals/disposal-book.queries.js';
import { bookOn, type DisposalEdition, editionAt, type StoredEdition } from '../policy/disposal-book.js';
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
  /** The disposal in the edition under which it was recommended. */
  readonly disposalThen: DisposalEdition | null;
  /** What every disposal named was called then, by code. */
  readonly names: Readonly<Record<string, string>>;
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
  /** The disposal in the edition under which it was decided. */
  readonly disposalThen: DisposalEdition | null;
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
  'optionsConsidered' | 'reasons' | 'dissents' | 'evaluation' | 'recordedBy' | 'disposalThen' | 'names'
> & { readonly [Name in Nullable]: string | null } & { readonly byName: string };
type Nullable = 'leastCriminalising' | 'missingInformation' | 'evidence';
type PoliceDecisionRow = InText<PoliceDecisionFound, 'evaluation' | 'decidedBy' | 'disposalThen'> & {
  readonly byName: string;
};
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
    const stored = found.length > 0 ? await storedEditions(this.read.source) : [];
    return found.map((one) => recommendationFrom(one, stored));
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
    const stored = found.length > 0 ? await storedEditions(this.read.source) : [];
    return found.map(({ byName, ...one }) => {
      const evaluated = JSON.parse(one.evaluation) as Evaluation;
      const disposalThen = editionAt(stored, one.disposal, evaluated.disposalEdition);
      return { ...one, evaluation: evaluated, disposalThen, decidedBy: { id: one.decidedBy, name: byName } };
    });
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

function recommendationFrom(
  { byName, ...one }: RecommendationRow,
  stored: readonly StoredEdition[],
): RecommendationFound {
  const evaluated = JSON.parse(one.evaluation) as Evaluation;
  const optionsConsidered = fromJson<OptionConsidered[]>(one.optionsConsidered, []);
  const dissents = fromJson<Dissent[]>(one.dissents, []);
  const book = bookOn(stored, one.meetingDay, one.recordedAt);
  const disposalThen = editionAt(stored, one.disposal, evaluated.disposalEdition);
  const leastCriminalising = fromJson<LeastCriminalising | null>(one.leastCriminalising, null);
  const least = leastCriminalising ? [leastCriminalising] : [];
  const named = [...optionsConsidered, ...dissents, ...least].map(({ disposal: code }) => code);
  return {
    ...one,
    ...{ optionsConsidered, dissents, disposalThen, evaluation: evaluated },
    names: {
      ...Object.fromEntries(named.map((code) => [code, disposalName(code, book.get(code)?.row.name)])),
      [one.disposal]: disposalName(one.disposal, disposalThen?.row.name),
    },
    reasons: fromJson<Reasons>(one.reasons, {}),
    leastCriminalising,
    missingInformation: fromJson<MissingInformation | null>(one.missingInformation, null),
    evidence: fromJson<Evidence | null>(one.evidence, null),
    recordedBy: { id: one.recordedBy, name: byName },
  };
}
