import { type AreaSettings, usualSettings } from './area-settings.js';
import { addMonths, isRealDay } from './days.js';
import type { HadBefore } from './disposal.js';
import { cautions as cautionCodes, isInformal, wasInformal } from './disposals.js';
import { blocker, type Blocker, casePage, type Facts, isWritten } from './gate.js';

/** From how many earlier disposals, of which kind and how far back, a senior reviewer signs. */
export type ReviewThresholds = Pick<
  AreaSettings,
  'repeatReviewInformal' | 'repeatReviewResolutions' | 'repeatReviewCautions' | 'repeatReviewMonths'
>;

type Earlier = { readonly id: string } & HadBefore & Facts<{ givenOn: string; response: Facts<{ version: number }> }>;

/** A senior reviewer’s finding on a case: the latest decides. */
export type ReviewFacts = Facts<{
  finding: string;
  reviewedBy: string;
  reviewedAt: string;
  /** The version of the response to each earlier disposal that was read, by the id of the disposal. */
  responses: Readonly<Record<string, number>>;
}>;

export type RepeatReviewFacts = Facts<{
  caseId: string;
  earlierDisposals: readonly Earlier[];
  reviewThresholds: ReviewThresholds;
  /** The day from which the months are counted back. */
  countedOn: string;
  repeatReview: ReviewFacts;
  /** Who wrote a part of the preparation. */
  authors: readonly string[];
  /** Who vouches for the whole of it, or is about to; nobody while somebody only reads. */
  signer: string;
  /** When the meeting is due to begin at which the panel recommends; none before one is asked about. */
  meetingStartsAt: string;
}>;

/** What is counted for the review, and whether one is needed. */
export type ReviewNeed = {
  readonly isNeeded: boolean;
  /** Whether one more of this kind is one more of those that came to their threshold. */
  readonly isRepeat: { readonly informal: boolean; readonly caution: boolean };
  readonly informal: number;
  readonly resolutions: number;
  readonly cautions: number;
  readonly thresholds: ReviewThresholds;
  /** Those that count, by id. */
  readonly counted: readonly string[];
};

/**
 * Whether a senior reviewer signs before the meeting: from so many earlier informal disposals, community resolutions, or
 * youth cautions of either kind on.
 * In: facts. A disposal without a real day counts however far back one looks. Out: what was counted, and whether it is enough.
 * Source: rules.md section 3 (REPEAT_NOT_REVIEWED); HMIP 2021 (Leicestershire) section 3.1, the fourth community resolution;
 * Leeds out-of-court panel on “inappropriate repeat cautioning”, the number being a house rule.
 */
export function reviewNeed({ earlierDisposals, reviewThresholds, countedOn }: RepeatReviewFacts): ReviewNeed {
  const thresholds = reviewThresholds ?? usualSettings;
  const { repeatReviewMonths: months } = thresholds;
  const since = months > 0 && isRealDay(countedOn) ? addMonths(countedOn, -months) : null;
  const counted = (earlierDisposals ?? []).filter(
    (one) => (wasInformal(one) || isCaution(one)) && (since === null || !isRealDay(one.givenOn) || one.givenOn > since),
  );
  const informal = counted.filter(wasInformal);
  const resolutions = informal.filter(({ disposal }) => disposal === 'COMMUNITY_RESOLUTION').length;
  const cautions = counted.filter(isCaution).length;
  const isRepeat = {
    informal: informal.length >= thresholds.repeatReviewInformal || resolutions >= thresholds.repeatReviewResolutions,
    caution: cautions >= thresholds.repeatReviewCautions,
  };
  return {
    isNeeded: isRepeat.informal || isRepeat.caution,
    isRepeat,
    informal: informal.length,
    resolutions,
    cautions,
    thresholds,
    counted: counted.map(({ id }) => id),
  };
}

const isCaution = ({ disposal }: Pick<HadBefore, 'disposal'>): boolean => cautionCodes.includes(disposal);

/** What was counted, as a blocker says it. In: the need. Out: words. Source: as `reviewNeed`. */
export const countInWords = ({ informal, cautions }: ReviewNeed): string =>
  [informal > 0 && `${informal} earlier informal disposals`, cautions > 0 && `${cautions} earlier cautions`]
    .filter(Boolean)
    .join(' and ');

/**
 * Shut from the review threshold on until a senior reviewer signed for the response to every one of them as it reads now: one
 * that came to be known since, or was written anew, is read and signed for too, and what was sent back last is not signed, nor
 * what somebody signed who wrote a part of the preparation, then or since, or vouches for it.
 * For a meeting a signature counts that was given before the hour for which it is called: nobody records when it truly began.
 * In: facts. Out: one blocker, or none. Source: as `reviewNeed`; house rule on what a signature stands for.
 */
export function repeatReviewBlockers(facts: RepeatReviewFacts): Blocker[] {
  const need = reviewNeed(facts);
  const mend = casePage(facts, 'repeat-review');
  if (!facts.earlierDisposals)
    return [blocker('REPEAT_NOT_REVIEWED', mend, { about: 'earlier disposals are not known' })];
  const unsigned = need.isNeeded ? unsignedBecause(facts) : null;
  if (unsigned === null) return [];
  const about = [countInWords(need), unsigned].filter(isWritten).join('; ');
  return [blocker('REPEAT_NOT_REVIEWED', mend, { about })];
}

/** Why no signature stands; empty where nobody has reviewed yet, null where one stands. */
function unsignedBecause(facts: RepeatReviewFacts): string | null {
  const { repeatReview: review, earlierDisposals, meetingStartsAt, authors, signer } = facts;
  if (!review) return '';
  if (review.finding !== 'SIGNED') return 'the reviewer sent it back';
  const { counted } = reviewNeed(facts);
  const isRead = ({ id, response }: Earlier): boolean =>
    response?.version != null && review.responses?.[id] === response.version;
  const areRead = (earlierDisposals ?? []).filter(({ id }) => counted.includes(id)).every(isRead);
  if (!areRead) return 'the reviewer has not read every response as it is now';
  const { reviewedBy } = review;
  const isApart = isWritten(reviewedBy) && reviewedBy !== signer && authors != null && !authors.includes(reviewedBy);
  if (!isApart) return 'the reviewer wrote a part of the preparation, or vouches for it: somebody else signs';
  const isBefore = !meetingStartsAt || (isWritten(review.reviewedAt) && review.reviewedAt < meetingStartsAt);
  return isBefore ? null : 'the reviewer signed when the meeting was due to have begun';
}

/**
 * Shut while one more informal disposal, or one more caution, is chosen for a child who has come to the review threshold with
 * those of that kind, and it is not said why this one will work now: by the panel, and by police where they choose another
 * than the panel. In: facts, the disposal with what its edition says of it, the words, and the page on which they are written.
 * Out: one blocker, or none.
 * Source: HMIP 2021 (Leicestershire) section 3.1: the response to what was given before was not analysed.
 */
export function repeatExplainedBlockers(
  facts: RepeatReviewFacts,
  { disposal, whyNow, informal }: Facts<{ disposal: string; whyNow: string; informal: boolean }>,
  page: 'recommendation' | 'police-decision' = 'recommendation',
): Blocker[] {
  const { isRepeat, isNeeded } = reviewNeed(facts);
  const isOneMore = disposal
    ? (isRepeat.informal && Boolean(informal ?? isInformal(disposal))) || (isRepeat.caution && isCaution({ disposal }))
    : isNeeded;
  if (!isOneMore || isWritten(whyNow)) return [];
  return [blocker('REPEAT_NOT_EXPLAINED', casePage(facts, page))];
}

/**
 * Shut for a reviewer who wrote a part of the preparation or signed it off: a review of one’s own work is none.
 * In: who acts, who wrote, who signed. Out: one blocker, or none. Source: house rule, as for the sign-off.
 */
export function reviewerBlockers(
  facts: Facts<{ caseId: string; actorId: string; authors: readonly string[]; signedOffBy: string }>,
): Blocker[] {
  const { actorId, authors, signedOffBy } = facts;
  const isApart = actorId != null && authors != null && !authors.includes(actorId) && signedOffBy !== actorId;
  return isApart ? [] : [blocker('REVIEWER_NOT_APART', casePage(facts, 'repeat-review'))];
}
