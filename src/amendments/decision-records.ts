import { type Amendments, amendmentsOf, corrected } from '../decisions/amendments.queries.js';
import {
  type PoliceDecisionFound,
  policeDecisionsOf,
  type RecommendationFound,
  recommendationsOf,
} from '../decisions/decisions.queries.js';
import { type OutcomeFound, outcomesOf } from '../outcomes/outcomes.queries.js';
import { disposalName } from '../policy/disposals.js';
import { correctableName, type RecordKind, type RecordStanding } from '../policy/amendments.js';
import type { Source } from '../platform/database/read.js';
import type { Named } from '../platform/ids.js';
import { isRecord } from '../platform/web/form-fields.js';

/** A recommendation, police decision or outcome, whichever it is: what is said of all of them. */
export type DecisionRecord = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly disposal: string;
  /** What it was called in the edition that the record was made under. */
  readonly disposalName: string;
  /** The day it is of: of the meeting, of the decision, of the outcome. */
  readonly day: string;
  readonly madeBy: Named;
  readonly madeAt: string;
  readonly standing: RecordStanding;
  readonly whole: RecommendationFound | PoliceDecisionFound | OutcomeFound;
};

export type DecisionRecords = { readonly records: readonly DecisionRecord[]; readonly amendments: Amendments };

/** Every record of a decision in a case with what became of it, the latest first. `source`: read or `tx`. */
export async function decisionRecords(source: Source, caseId: string): Promise<DecisionRecords> {
  const amendments = await amendmentsOf(source, caseId);
  const recommended = await recommendationsOf(source, caseId, amendments);
  const decided = await policeDecisionsOf(source, caseId, amendments);
  const given = await outcomesOf(source, caseId, amendments);
  const records: DecisionRecord[] = [
    ...recommended.map((one) => ({
      ...common('RECOMMENDATION', one),
      ...{ day: one.meetingDay, madeBy: one.recordedBy, madeAt: one.recordedAt },
    })),
    ...decided.map((one) => ({
      ...common('POLICE_DECISION', one),
      ...{ day: one.decidedOn, madeBy: one.decidedBy, madeAt: one.decidedAt },
    })),
    ...given.map((one) => ({
      ...common('OUTCOME', one),
      ...{ day: one.givenOn, madeBy: one.recordedBy, madeAt: one.recordedAt },
    })),
  ];
  return { amendments, records: records.toSorted((one, other) => (one.id < other.id ? 1 : -1)) };
}

const common = (kind: RecordKind, whole: DecisionRecord['whole']) => ({
  ...{ kind, id: whole.id, disposal: whole.disposal, standing: whole.standing, whole },
  disposalName: disposalName(whole.disposal, whole.disposalThen?.row.name),
});

/** The record of a kind that counts, or null. */
export const standingRecord = ({ records }: DecisionRecords, kind: RecordKind): DecisionRecord | null =>
  records.find((one) => one.kind === kind && one.standing === 'STANDING') ?? null;

type Decided = { readonly disposal: string; readonly recommended?: string };

/** What a field of a record is called, or null where it cannot be corrected. */
export const nameIn = ({ kind, whole }: { kind: RecordKind; whole: Decided }, field: string): string | null =>
  correctableName(kind, field, whole.recommended === whole.disposal);

/** What a record says in a field, as text; empty where it says nothing. */
export function textAt({ whole }: Pick<DecisionRecord, 'whole'>, field: string): string {
  let found: unknown = whole;
  for (const part of field.split('.')) {
    if (!isRecord(found) && !Array.isArray(found)) return '';
    found = Object.hasOwn(found, part) ? (found as Record<string, unknown>)[part] : undefined;
  }
  return typeof found === 'string' ? found : '';
}

/** The same record as it would read with another text in a field. */
export const wouldRead = <Whole extends DecisionRecord['whole']>(whole: Whole, field: string, after: string): Whole =>
  corrected(whole, [{ subjectId: whole.id, field, after }]);
