import type { Facts } from './gate.js';

/**
 * The three judgements of an assessment, with the words people read.
 * Source: YJB guidance on risk levels; HMIP 2021 section 3.1 (classify and analyse separately).
 */
export const judgements = {
  SAFETY_AND_WELLBEING: 'Safety and wellbeing',
  RISK_OF_SERIOUS_HARM: 'Risk of serious harm to others',
  LIKELIHOOD_OF_REOFFENDING: 'Likelihood of reoffending',
} as const;

/** The levels, with the words people read. NOT_ASSESSED is an answer, and never counts as a level. Source: as above. */
export const levels = {
  LOW: 'Low',
  MEDIUM: 'Medium',
  HIGH: 'High',
  VERY_HIGH: 'Very high',
  NOT_ASSESSED: 'Not assessed',
} as const;

export type Judgement = keyof typeof judgements;
export type Level = keyof typeof levels;

export type JudgementFacts = Facts<{
  level: string;
  reasoning: string;
  who: string;
  what: string;
  when: string;
  controls: string;
  contingency: string;
}>;

export const judgementCodes = Object.keys(judgements) as Judgement[];
export const levelCodes = Object.keys(levels) as Level[];

const rated: readonly string[] = ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH'];

/** True when a level was given, NOT_ASSESSED not counting. In: a judgement or none. Source: YJB risk levels. */
export const isRated = (judgement: JudgementFacts | null | undefined): boolean =>
  rated.includes(judgement?.level ?? '');

/** True when high or very high. In: a judgement or none. Source: YJB risk levels. */
export const isHigh = (judgement: JudgementFacts | null | undefined): boolean =>
  judgement?.level === 'HIGH' || judgement?.level === 'VERY_HIGH';

/**
 * True when the second level is lower than the first. Not assessed is no level: neither lower nor higher than any.
 * In: the last level that was given, the one given now. Source: the order of the YJB levels.
 */
export const isLower = (last: string | null | undefined, now: string): boolean =>
  rated.includes(last ?? '') && rated.includes(now) && rated.indexOf(now) < rated.indexOf(last ?? '');
