import sql from 'sql-template-tag';
import { fromJson, rows, type Source } from '../../platform/database/read.js';
import type { ReviewThresholds } from '../../policy/repeat-review.js';
import type { RepeatReview } from './repeat-review.entity.js';

/** A review as it is shown: `reviewedBy` is a name. */
export type ReviewFound = Omit<RepeatReview, 'caseId'>;

/** Every review of a case, the latest first. `source` is `read.source`, or the `tx` of a unit. */
export async function repeatReviews(source: Source, caseId: string): Promise<ReviewFound[]> {
  const found = await rows<Omit<ReviewFound, 'disposals' | 'thresholds'> & { disposals: string; thresholds: string }>(
    source,
    sql`select r.id, r.finding, r.reason, r.disposals, r.thresholds, p.name as "reviewedBy", r."reviewedAt"
        from repeat_reviews r join people p on p.id = r."reviewedBy" where r."caseId" = ${caseId} order by r.id desc`,
  );
  return found.map((one) => ({
    ...one,
    disposals: fromJson<string[]>(one.disposals, []),
    thresholds: JSON.parse(one.thresholds) as ReviewThresholds,
  }));
}
