import { type AreaSettings, usualSettings } from './area-settings.js';
import { addMonths, isRealDay } from './days.js';
import type { HadBefore } from './disposal.js';
import { cautions as cautionCodes, isInformal, wasInformal } from './disposals.js';
import { blocker, type Blocker, casePage, type Facts } from './gate.js';

/** From how many earlier disposals, of which kind and how far back, a senior reviewer signs. */
export type ReviewThresholds = Pick<
  AreaSettings,
  'repeatReviewInformal' | 'repeatReviewResolutions' | 'repeatReviewCautions' | 'repeatReviewMonths'
>;

type Earlier = { readonly id: string } & HadBefore & Facts<{ givenOn: string }>;

export type RepeatReviewFacts = Facts<{
  caseId: string;
  earlierDisposals: readonly Earlier[];
  reviewThresholds: ReviewThresholds;
  /** The day from which the months are counted back. */
  countedOn: string;
  /** The earlier disposals that a senior reviewer read and signed for on this case, by id. */
  reviewedDisposals: readonly string[];
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
    ...{ isRepeat, isNeeded: isRepeat.informal || isRepeat.caution },
    ...{ informal: informal.length, resolutions, cautions, thresholds, counted: counted.map(({ id }) => id) },
  };
}

const isCaution = ({ disposal }: Pick<HadBefore, 'disposal'>): boolean => cautionCodes.includes(disposal);

const countInWords = ({ informal, cautions }: ReviewNeed): string =>
  [informal > 0 && `${informal} earlier informal disposals`, cautions > 0 && `${cautions} earlier cautions`]
    .filter(Boolean)
    .join(' and ');

/**
 * Shut from the review threshold on until a senior reviewer signed for every one of them: one that came to be known since is
 * read and signed for too. In: facts. Out: one blocker, or none. Source: as `reviewNeed`.
 */
export function repeatReviewBlockers(facts: RepeatReviewFacts): Blocker[] {
  const need = reviewNeed(facts);
  const { isNeeded, counted } = need;
  const mend = casePage(facts, 'repeat-review');
  if (!facts.earlierDisposals)
    return [blocker('REPEAT_NOT_REVIEWED', mend, { about: 'earlier disposals are not known' })];
  const isSigned = counted.every((id) => facts.reviewedDisposals?.includes(id));
  if (!isNeeded || isSigned) return [];
  return [blocker('REPEAT_NOT_REVIEWED', mend, { about: countInWords(need) })];
}

/**
 * Shut while the panel recommends one more informal disposal, or one more caution, for a child who has come to the review
 * threshold with those of that kind, and has not said why this one will work now.
 * In: facts, the disposal with what its edition says of it, and the words. Out: one blocker, or none.
 * Source: HMIP 2021 (Leicestershire) section 3.1: the response to what was given before was not analysed.
 */
export function repeatExplainedBlockers(
  facts: RepeatReviewFacts,
  { disposal, whyNow, informal }: Facts<{ disposal: string; whyNow: string; informal: boolean }>,
): Blocker[] {
  const { isRepeat, isNeeded } = reviewNeed(facts);
  const isOneMore = disposal
    ? (isRepeat.informal && Boolean(informal ?? isInformal(disposal))) || (isRepeat.caution && isCaution({ disposal }))
    : isNeeded;
  const isSaid = (whyNow ?? '').trim() !== '';
  if (!isOneMore || isSaid) return [];
  return [blocker('REPEAT_NOT_EXPLAINED', casePage(facts, 'recommendation'))];
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
