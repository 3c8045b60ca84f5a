import sql, { type Sql } from 'sql-template-tag';
import type { Reader } from '../../access/open-cases.js';
import type { CaseFound } from '../../cases/find-case.js';
import { isPastOpenTo } from '../../children/known-children.js';
import { fromJson, rows, type Source } from '../../platform/database/read.js';
import { closedDisposal } from '../../policy/disposal.js';
import type { ReviewThresholds } from '../../policy/repeat-review.js';
import type { RepeatReview } from './repeat-review.entity.js';

/** A review as it is shown: `reviewedBy` is a name. */
export type ReviewFound = Omit<RepeatReview, 'caseId' | 'responses'>;

type ReviewRow = Omit<ReviewFound, 'disposals' | 'thresholds'> & {
  disposals: string;
  thresholds: string;
  isClosed: number;
};

/** What was read for a review (as `r`) and came from a case that is closed to the reader. */
const ofClosed = (reader: Reader): Sql => sql`
  select 1 from cases c join children k on k.id = c."childId" join children same on same."identityId" = k."identityId"
  join earlier_disposals d on d."childId" = same.id
  where c.id = r."caseId" and r.disposals like '%' || d.id || '%' and not ${isPastOpenTo(reader, 'd')}`;

/**
 * Every review of a case, the latest first; what was written of a disposal that is closed to the reader is not told, that
 * somebody signed is. `source` is `read.source`, or the `tx` of a unit.
 */
export async function repeatReviews(
  source: Source,
  { id, reader }: Pick<CaseFound, 'id' | 'reader'>,
): Promise<ReviewFound[]> {
  const found = await rows<ReviewRow>(
    source,
    sql`select r.id, r.finding, r.reason, r.disposals, r.thresholds, p.name as "reviewedBy", r."reviewedAt",
               ${reader ? sql`case when exists (${ofClosed(reader)}) then 1 else 0 end` : sql`0`} as "isClosed"
        from repeat_reviews r join people p on p.id = r."reviewedBy" where r."caseId" = ${id} order by r.id desc`,
  );
  return found.map(({ isClosed, ...one }) => ({
    ...one,
    reason: isClosed === 0 ? one.reason : `${closedDisposal}.`,
    disposals: fromJson<string[]>(one.disposals, []),
    thresholds: JSON.parse(one.thresholds) as ReviewThresholds,
  }));
}
