import type { FactorKind } from './gravity-factors.js';

/** A scoring as far as it can be questioned: where it starts, what moved it, where it ends. */
export type Scoring = {
  readonly startScore: number;
  readonly finalScore: number;
  readonly factors?: readonly { readonly kind: FactorKind }[] | undefined;
};

/** What is odd in a scoring, in the words people read. Source: `sources.gravityFactors`. */
export const scoringRules = {
  GRAVITY_MOVED_WITHOUT_FACTOR: 'no factor was given',
  GRAVITY_MOVED_FAR: 'the matrix lets factors move a score by one',
} as const;

export type ScoringWarning = { readonly code: keyof typeof scoringRules; readonly message: string };

/**
 * What is odd in a scoring: it rose and nothing aggravates, or fell and nothing mitigates; or it moved by more than one. It
 * warns and never scores: the final score is a person’s. In: a scoring or none, the offence in words. Out: warnings.
 * Source: NPCC Child Gravity Matrix: aggravating factors raise a score, mitigating ones lower it, and together they move it
 * by one at most (general knowledge).
 */
export function scoringWarnings(scoring: Scoring | null | undefined, offence: string): ScoringWarning[] {
  if (!scoring || scoring.startScore === scoring.finalScore) return [];
  const { startScore, finalScore, factors } = scoring;
  const from = `The score of ${offence} moved from ${startScore} to ${finalScore}`;
  const [kind, does] = finalScore > startScore ? ['AGGRAVATING', 'aggravates'] : ['MITIGATING', 'mitigates'];
  if (!factors?.length) return [unexplained(`${from} and ${scoringRules.GRAVITY_MOVED_WITHOUT_FACTOR}`)];
  return [
    ...(factors.some((factor) => factor.kind === kind) ? [] : [unexplained(`${from} and no factor given ${does}`)]),
    ...(Math.abs(finalScore - startScore) > 1
      ? [{ code: 'GRAVITY_MOVED_FAR', message: `${from}: ${scoringRules.GRAVITY_MOVED_FAR}` } as const]
      : []),
  ];
}

const unexplained = (message: string): ScoringWarning => ({ code: 'GRAVITY_MOVED_WITHOUT_FACTOR', message });
