import type { ReviewNeed } from '../../policy/repeat-review.js';
import { section, type Section, type Shown } from '../../platform/web/sections.js';
import { instantInWords } from '../../platform/web/words.js';
import { reviewFindings } from './repeat-review.entity.js';
import type { ReviewFound } from './repeat-reviews.queries.js';

/** What the area counts and what was counted, in one sentence or two. */
export function needInWords({ isNeeded, informal, resolutions, cautions, thresholds }: ReviewNeed): string {
  const {
    repeatReviewInformal,
    repeatReviewResolutions,
    repeatReviewCautions,
    repeatReviewMonths: months,
  } = thresholds;
  const within = months > 0 ? `within the last ${months} months` : 'at any time';
  const counted = `Counted ${within}: ${informal} informal, of which ${resolutions} community resolutions, and ${cautions} cautions.`;
  const rule = `A senior reviewer signs from ${repeatReviewInformal} informal disposals, ${repeatReviewResolutions} community resolutions or ${repeatReviewCautions} cautions on.`;
  return `${counted} ${rule} ${isNeeded ? 'This child’s case needs it.' : 'This child’s case does not need it.'}`;
}

/** The latest review in one line, for whoever reads the case. */
export const reviewRow = ({ finding, reason, reviewedBy, reviewedAt }: ReviewFound): Shown => ({
  key: 'Senior review',
  value: `${reviewFindings[finding]}\n${reason}\n${reviewedBy}, ${instantInWords(reviewedAt)}`,
});

/** Each review with what was found and why, the latest first. */
export const reviewSections = (reviews: readonly ReviewFound[]): Section[] =>
  reviews.map(({ id, finding, reason, disposals, reviewedBy, reviewedAt }) =>
    section(id, reviewFindings[finding], [
      { key: 'Why', value: reason },
      { key: 'Earlier disposals read', value: String(disposals.length) },
      { key: 'Reviewed', value: `${instantInWords(reviewedAt)} by ${reviewedBy}` },
    ]),
  );
