import { type Disposal, isInformal } from './disposals.js';
import type { Facts } from './gate.js';
import { gravityScores, placedByThisProject, pointsTo } from './gravity.js';

/** How a recommendation stands to what the final score points to. */
export const departures = {
  AS_POINTED: 'What the score points to',
  MORE_SEVERE: 'More severe',
  LESS_SEVERE: 'Less severe',
  SAME_TIER: 'Of the same score, but not named by the matrix',
  NOT_KNOWN: 'Cannot be compared: an offence had no score, or the disposal stands at none',
} as const;

export type Departure = keyof typeof departures;
export const departureCodes = Object.keys(departures) as Departure[];

type Scored = Facts<{ gravityFinal: number; gravityEdition: string }>;

const INFORMAL = 2;

/**
 * The score at which a disposal stands. In: edition, disposal, whether its own edition has it informal (the rule book says
 * where none is given). Out: 1 to 5, or null where neither the matrix places it nor it is informal.
 * Source: NPCC Child Gravity Matrix, scores 1 to 5.
 */
export function tierOf(edition: string, disposal: string, informal = isInformal(disposal)): number | null {
  const scores = Object.keys(gravityScores).map(Number);
  const placed = scores.find((score) => (pointsTo(edition, score) as readonly string[]).includes(disposal));
  return placed ?? (informal ? INFORMAL : null);
}

/**
 * Disposals that stand at a score and that neither the matrix nor this project placed there: informal ones that were added,
 * or are older. In: edition, score, the disposals of the day. Out: some of them. Source: as `tierOf`.
 */
export const alsoAt = (edition: string, score: number, rows: readonly Disposal[]): Disposal[] =>
  rows.filter(
    ({ code, informal }) => !pointsTo(edition, score).includes(code) && tierOf(edition, code, informal) === score,
  );

const isNamedByMatrix = (edition: string, score: number, disposal: string): boolean =>
  (pointsTo(edition, score) as readonly string[]).includes(disposal) &&
  !(placedByThisProject as readonly string[]).includes(disposal);

/**
 * In which direction a recommendation departs from the score. With several offences the gravest counts, read by its own
 * edition; where two are as grave, what either names is no departure. What this project placed beside the disposals that
 * the matrix names counts apart, as another of the same score.
 * In: the offences as they stood, the disposal, whether its edition has it informal. Out: the direction. Source: NPCC Child Gravity Matrix, a guide to departures.
 */
export function departureOf(
  offences: readonly Scored[] | null | undefined,
  disposal: string,
  informal?: boolean,
): Departure {
  const scored = offences ?? [];
  if (scored.length === 0 || scored.some(({ gravityFinal }) => !gravityFinal)) return 'NOT_KNOWN';
  const gravest = Math.max(...scored.map(({ gravityFinal }) => gravityFinal ?? 0));
  const editions = scored
    .filter(({ gravityFinal }) => gravityFinal === gravest)
    .map(({ gravityEdition }) => gravityEdition ?? '');
  if (editions.some((edition) => isNamedByMatrix(edition, gravest, disposal))) return 'AS_POINTED';
  const [tier] = editions.flatMap((edition) => tierOf(edition, disposal, informal) ?? []);
  if (tier === undefined) return 'NOT_KNOWN';
  if (tier === gravest) return 'SAME_TIER';
  return tier > gravest ? 'MORE_SEVERE' : 'LESS_SEVERE';
}
