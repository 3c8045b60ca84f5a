import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { RecordStanding } from '../policy/amendments.js';
import { type DisposalCode, disposalName } from '../policy/disposals.js';
import { storedEditions } from '../disposals/disposal-book.queries.js';
import { bookOn, type DisposalEdition, editionAt, type StoredEdition } from '../policy/disposal-book.js';
import type { DivergenceReason } from '../policy/divergence.js';
import type { Evaluation } from '../policy/evaluation.js';
import { fromJson, type InText, Read, rows, type Source } from '../platform/database/read.js';
import type { Named } from '../platform/ids.js';
import { type Amendments, amendmentsOf, corrected, type CorrectionFound, standingOf } from './amendments.queries.js';
import type {
  Basis,
  Dissent,
  Evidence,
  LeastCriminalising,
  MissingInformation,
  OptionConsidered,
  Reasons,
} from './decision.entity.js';

/** How a record stands today, and what was put right in it: it is read as corrected, what it said is in the corrections. */
export type Standing = { readonly standing: RecordStanding; readonly corrections: readonly CorrectionFound[] };

export type RecommendationFound = Standing & {
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

export type PoliceDecisionFound = Standing & {
  readonly id: string;
  readonly caseId: string;
  readonly recommendationId: string;
  readonly recommended: DisposalCode;
  readonly disposal: DisposalCode;
  readonly decidedOn: string;
  /** Why it differs from the recommendation, from the list; and in words. */
  readonly divergenceCode: DivergenceReason | null;
  readonly reason: string | null;
  /** Why one more informal disposal will work now, in the words of police. */
  readonly whyNow: string | null;
  readonly evaluation: Evaluation;
  /** The disposal in the edition under which it was decided. */
  readonly disposalThen: DisposalEdition | null;
  readonly decidedBy: Named;
  readonly decidedAt: string;
};

type RecommendationRow = InText<
  Omit<RecommendationFound, Nullable | keyof Standing>,
  'optionsConsidered' | 'reasons' | 'dissents' | 'evaluation' | 'recordedBy' | 'disposalThen' | 'names'
> & { readonly [Name in Nullable]: string | null } & { readonly byName: string };
type Nullable = 'leastCriminalising' | 'missingInformation' | 'evidence';
type PoliceDecisionRow = InText<
  Omit<PoliceDecisionFound, keyof Standing>,
  'evaluation' | 'decidedBy' | 'disposalThen'
> & { readonly byName: string };

@Injectable()
export class DecisionsQueries {
  constructor(private readonly read: Read) {}

  /** Every recommendation on a case, the latest first; the one whose standing says so counts. */
  recommendations(caseId: string): Promise<RecommendationFound[]> {
    return recommendationsOf(this.read.source, caseId);
  }

  /** Every police decision on a case, the latest first; the one whose standing says so counts. */
  policeDecisions(caseId: string): Promise<PoliceDecisionFound[]> {
    return policeDecisionsOf(this.read.source, caseId);
  }
}

/** The same as the method; `source` is `read.source`, or the `tx` of a unit of work. */
export async function recommendationsOf(
  source: Source,
  caseId: string,
  known?: Amendments,
): Promise<RecommendationFound[]> {
  const amendments = known ?? (await amendmentsOf(source, caseId));
  const found = await rows<RecommendationRow>(
    source,
    sql`select r.id, r."caseId", r."meetingId", m."meetingDay", r.disposal, r.basis, r."optionsConsidered", r.reasons,
               r."gravityDeparture", r."whyNow", r.dissents, r."leastCriminalising", r."missingInformation", r.evidence,
               r.evaluation, r."recordedBy", r."recordedAt", p.name as "byName"
        from recommendations r join meetings m on m.id = r."meetingId" join people p on p.id = r."recordedBy"
        where r."caseId" = ${caseId} order by r.id desc`,
  );
  const stored = found.length > 0 ? await storedEditions(source) : [];
  const all = found.map((one) => recommendationFrom(one, stored));
  return all.map((one) => withStanding(one, all, amendments));
}

/** The same as the method; `source` is `read.source`, or the `tx` of a unit of work. */
export async function policeDecisionsOf(
  source: Source,
  caseId: string,
  known?: Amendments,
): Promise<PoliceDecisionFound[]> {
  const amendments = known ?? (await amendmentsOf(source, caseId));
  const found = await rows<PoliceDecisionRow>(
    source,
    sql`select d.id, d."caseId", d."recommendationId", r.disposal as "recommended", d.disposal, d."decidedOn",
               d."divergenceCode", d.reason, d."whyNow", d.evaluation, d."decidedBy", d."decidedAt", p.name as "byName"
        from police_decisions d join recommendations r on r.id = d."recommendationId"
        join people p on p.id = d."decidedBy"
        where d."caseId" = ${caseId} order by d.id desc`,
  );
  const stored = found.length > 0 ? await storedEditions(source) : [];
  const all = found.map(({ byName, ...one }) => {
    const evaluated = JSON.parse(one.evaluation) as Evaluation;
    const disposalThen = editionAt(stored, one.disposal, evaluated.disposalEdition);
    return { ...one, evaluation: evaluated, disposalThen, decidedBy: { id: one.decidedBy, name: byName } };
  });
  return all.map((one) => withStanding(one, all, amendments));
}

/** A record as it reads today, with how it stands. */
export const withStanding = <Record extends { readonly id: string }>(
  record: Record,
  all: readonly { readonly id: string }[],
  amendments: Amendments,
): Record & Standing => ({
  ...corrected(record, amendments.corrections),
  standing: standingOf(record, all, amendments),
  corrections: amendments.corrections.filter(({ subjectId }) => subjectId === record.id),
});

function recommendationFrom(
  { byName, ...one }: RecommendationRow,
  stored: readonly StoredEdition[],
): Omit<RecommendationFound, keyof Standing> {
  const evaluated = JSON.parse(one.evaluation) as Evaluation;
  const optionsConsidered = fromJson<OptionConsidered[]>(one.optionsConsidered, []);
  const dissents = fromJson<Dissent[]>(one.dissents, []);
  const book = bookOn(stored, one.meetingDay, one.recordedAt);
  const disposalThen = editionAt(stored, one.disposal, evaluated.disposalEdition);
  const leastCriminalising = fromJson<LeastCriminalising | null>(one.leastCriminalising, null);
  const least = leastCriminalising ? [leastCriminalising] : [];
  const named = [...optionsConsidered, ...dissents, ...least].flatMap(({ disposal: code }) => code ?? []);
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
