import sql from 'sql-template-tag';
import type { RecordKind, RecordStanding, ReviewReason } from '../policy/amendments.js';
import { rows, type Source, together } from '../platform/database/read.js';
import type { Named } from '../platform/ids.js';

/** What became of a record after it was made. */
export type UndoingFound = {
  readonly record: RecordKind;
  readonly subjectId: string;
  readonly note: string | null;
  readonly undoneBy: Named;
  readonly undoneAt: string;
};

export type CorrectionFound = {
  readonly id: string;
  readonly record: RecordKind;
  readonly subjectId: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly whatWasWrong: string;
  readonly why: string;
  readonly correctedBy: Named;
  readonly correctedAt: string;
};

export type ReviewFound = {
  readonly id: string;
  readonly anew: RecordKind;
  readonly reasonCode: ReviewReason;
  readonly reason: string;
  readonly tellChild: string;
  readonly tellCarer: string;
  readonly tellVictim: string | null;
  readonly reviewedBy: Named;
  readonly reviewedAt: string;
};

export type Amendments = {
  readonly undoings: readonly UndoingFound[];
  readonly corrections: readonly CorrectionFound[];
  readonly reviews: readonly ReviewFound[];
  /** The review with which a record fell, by the id of the record. */
  readonly superseded: ReadonlyMap<string, string>;
};

type ByName<Found, Who extends keyof Found> = Omit<Found, Who> & { readonly by: string; readonly byName: string };

/** Everything taken back, corrected or reviewed in a case, in the order in which it was: four statements. */
export async function amendmentsOf(source: Source, caseId: string): Promise<Amendments> {
  const [undoings, corrections, reviews, superseded] = await together(source, [
    () =>
      rows<ByName<UndoingFound, 'undoneBy'>>(
        source,
        sql`select u.record, u."subjectId", u.note, u."undoneBy" as "by", p.name as "byName", u."undoneAt"
            from record_undoings u join people p on p.id = u."undoneBy" where u."caseId" = ${caseId} order by u.id`,
      ),
    () => correctionRows(source, caseId),
    () =>
      rows<ByName<ReviewFound, 'reviewedBy'>>(
        source,
        sql`select r.id, r.anew, r."reasonCode", r.reason, r."tellChild", r."tellCarer", r."tellVictim",
                   r."reviewedBy" as "by", p.name as "byName", r."reviewedAt"
            from decision_reviews r join people p on p.id = r."reviewedBy" where r."caseId" = ${caseId} order by r.id`,
      ),
    () =>
      rows<{ subjectId: string; reviewId: string }>(
        source,
        sql`select s."subjectId", s."reviewId" from record_supersedings s where s."caseId" = ${caseId}`,
      ),
  ]);
  return {
    undoings: undoings.map(({ by, byName, ...one }) => ({ ...one, undoneBy: { id: by, name: byName } })),
    corrections: corrections.map(({ by, byName, ...one }) => ({ ...one, correctedBy: { id: by, name: byName } })),
    reviews: reviews.map(({ by, byName, ...one }) => ({ ...one, reviewedBy: { id: by, name: byName } })),
    superseded: new Map(superseded.map(({ subjectId, reviewId }) => [subjectId, reviewId])),
  };
}

const correctionRows = (source: Source, caseId: string): Promise<ByName<CorrectionFound, 'correctedBy'>[]> =>
  rows(
    source,
    sql`select k.id, k.record, k."subjectId", k.field, k."before", k."after", k."whatWasWrong", k.why,
               k."correctedBy" as "by", p.name as "byName", k."correctedAt"
        from record_corrections k join people p on p.id = k."correctedBy" where k."caseId" = ${caseId} order by k.id`,
  );

/** How a record stands; of those that nothing set aside the latest stands. Records come with the latest first. */
export function standingOf(
  record: { readonly id: string },
  all: readonly { readonly id: string }[],
  { undoings, superseded }: Amendments,
): RecordStanding {
  const isUndone = (id: string) => undoings.some(({ subjectId }) => subjectId === id);
  if (isUndone(record.id)) return 'UNDONE';
  if (superseded.has(record.id)) return 'SUPERSEDED';
  const latest = all.find(({ id }) => !isUndone(id) && !superseded.has(id));
  return latest?.id === record.id ? 'STANDING' : 'EARLIER';
}

/** A record as it reads with what was corrected in it; the stored one is not touched. */
export function corrected<Record extends { readonly id: string }>(
  record: Record,
  corrections: readonly Pick<CorrectionFound, 'subjectId' | 'field' | 'after'>[],
): Record {
  const own = corrections.filter(({ subjectId }) => subjectId === record.id);
  if (own.length === 0) return record;
  const copy = structuredClone(record);
  for (const { field, after } of own) put(copy, field.split('.'), after);
  return copy;
}

function put(target: unknown, [first = '', ...rest]: readonly string[], value: string): void {
  if (typeof target !== 'object' || target === null || !Object.hasOwn(target, first)) return;
  const inside = target as Record<string, unknown>;
  if (rest.length === 0) inside[first] = value;
  else put(inside[first], rest, value);
}
