import type { DisposalCode } from './disposals.js';

export type GravityScore = 1 | 2 | 3 | 4 | 5;

/** The scores, with what each means. Source: NPCC Child Gravity Matrix 2023. Not the YJB seriousness score of 1 to 8. */
export const gravityScores: Readonly<Record<GravityScore, string>> = {
  1: 'No further action',
  2: 'Informal',
  3: 'Youth caution',
  4: 'Youth conditional caution',
  5: 'Charge',
};

/** Placed with score 2 by this project: the matrix does not name them, and the page says so. Source: house rule. */
export const placedByThisProject: readonly DisposalCode[] = ['OUTCOME_20', 'OUTCOME_21', 'OUTCOME_23'];

const points: Readonly<Record<GravityScore, readonly DisposalCode[]>> = {
  1: ['NO_FURTHER_ACTION'],
  2: ['COMMUNITY_RESOLUTION', 'OUTCOME_22', ...placedByThisProject],
  3: ['YOUTH_CAUTION'],
  4: ['YOUTH_CONDITIONAL_CAUTION'],
  5: ['CHARGE'],
};

/** The editions of the matrix, dated. Source: NPCC, October 2023 and February 2025. */
export const gravityEditions = {
  'NPCC-CGM-2023-10': { name: 'NPCC Child Gravity Matrix, October 2023', validFrom: '2023-10-01', points },
  'NPCC-CGM-2025-02': { name: 'NPCC Child Gravity Matrix, February 2025', validFrom: '2025-02-01', points },
} as const;

export type GravityEdition = keyof typeof gravityEditions;
export const gravityEditionCodes = Object.keys(gravityEditions) as GravityEdition[];

const isEdition = (edition: string): edition is GravityEdition => Object.hasOwn(gravityEditions, edition);
const isScore = (score: number): score is GravityScore => Object.hasOwn(gravityScores, score);

/**
 * What a final score points to: a guide to departures, never a choice. In: edition, score. Out: disposals, none where
 * edition or score is not known. Source: NPCC Child Gravity Matrix 2023, scores 1 to 5.
 */
export const pointsTo = (edition: string, score: number): readonly DisposalCode[] =>
  isEdition(edition) && isScore(score) ? gravityEditions[edition].points[score] : [];

/** The edition in use on a day, or the first. In: day. Source: the dates above. */
export const gravityEditionOn = (day: string): GravityEdition =>
  gravityEditionCodes.filter((code) => gravityEditions[code].validFrom <= day).at(-1) ?? 'NPCC-CGM-2023-10';
