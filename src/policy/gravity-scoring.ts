/** A scoring as far as it can be questioned: where it starts, what moved it, where it ends. */
export type Scoring = {
  readonly startScore: number;
  readonly finalScore: number;
  readonly factors?: readonly unknown[] | undefined;
};

/** What is odd in a scoring, in the words people read. Source: `sources.gravityFactors`. */
export const scoringRules = {
  GRAVITY_MOVED_WITHOUT_FACTOR: 'no factor was given',
  GRAVITY_MOVED_FAR: 'the matrix lets factors move a score by one',
} as const;

export type ScoringWarning = { readonly code: keyof typeof scoringRules; readonly message: string };

/**
 * What is odd in a scoring: it moved and nothing says why, or it moved by more than one. It warns and never scores: the
 * final score is a person’s. In: a scoring or none, the offence in words. Out: warnings.
 * Source: NPCC Child Gravity Matrix: factors move a score by one at most, however many there are (general knowledge).
 */
export function scoringWarnings(scoring: Scoring | null | undefined, offence: string): ScoringWarning[] {
  if (!scoring || scoring.startScore === scoring.finalScore) return [];
  const { startScore, finalScore, factors } = scoring;
  const from = `The score of ${offence} moved from ${startScore} to ${finalScore}`;
  if (!factors?.length)
    return [
      { code: 'GRAVITY_MOVED_WITHOUT_FACTOR', message: `${from} and ${scoringRules.GRAVITY_MOVED_WITHOUT_FACTOR}` },
    ];
  return Math.abs(finalScore - startScore) > 1
    ? [{ code: 'GRAVITY_MOVED_FAR', message: `${from}: ${scoringRules.GRAVITY_MOVED_FAR}` }]
    : [];
}
