import type { RuleCode } from './rules.js';

/**
 * A disposal as dated data: which days it is in force, what it is called here and nationally, what it entails, what it
 * means for child and victim, and which rules apply. `rules` are checked at the recommendation and the decision,
 * `outcomeRules` when the outcome is recorded, `registerRules` when police register one issued without the panel.
 */
export type Disposal = {
  readonly code: string;
  readonly name: string;
  /** Null where the reason determines the number. */
  readonly homeOfficeOutcome: string | null;
  readonly nationalCodes: readonly string[];
  /** Reported in place of a national code while the national schema has none; null where it is not needed. */
  readonly interimNationalCode: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Counts towards the repeat threshold. */
  readonly informal: boolean;
  readonly firstTimeEntrant: boolean;
  readonly givenInPerson: boolean;
  /** The activity must be completed before the outcome is recorded. */
  readonly activity: boolean;
  readonly rules: readonly RuleCode[];
  readonly outcomeRules: readonly RuleCode[];
  readonly registerRules: readonly RuleCode[];
  readonly meanings: readonly Meaning[];
};

/** What a disposal can mean, part by part, in the words people read. Source: house rule on what is set side by side. */
export const meaningParts = {
  RECORD: 'The child’s record',
  DUTIES: 'Duties afterwards',
  TIME_LIMITS: 'Time limits',
  NON_ENGAGEMENT: 'If the child does not take part',
  VICTIM_TOLD: 'What the victim is told, and when',
  VICTIM_ASKS: 'What the victim may ask or say',
} as const;

export type MeaningPart = keyof typeof meaningParts;

/** How well what is said is known, in the words people read. Source: house rule on evidence. */
export const groundings = {
  STATUTE: 'Statute',
  PUBLISHED: 'Published guidance or data',
  NOT_CHECKED: 'General knowledge of the field, not checked against a text',
} as const;

export type Grounding = keyof typeof groundings;

/** One thing a disposal means, with where it comes from and how well that is known. */
export type Meaning = {
  readonly part: MeaningPart;
  readonly words: string;
  readonly source: string;
  readonly grounding: Grounding;
};

/** What is said in place of the particulars of a disposal, where the case that gave it is closed to whoever reads. */
export const closedDisposal = 'An earlier disposal in a case closed to you';

/** What is said while EARLIER_DISPOSALS_NOT_CHECKED is shut: that none is known says nothing yet. */
export const notLookedFor = 'nobody has recorded where earlier disposals were looked for';

/** A disposal a child had, with what its edition of that day says of it where it is not the rule book’s own row. */
export type HadBefore = {
  readonly disposal: string;
  readonly name?: string | null | undefined;
  readonly informal?: boolean | number | null | undefined;
  readonly firstTimeEntrant?: boolean | number | null | undefined;
};
