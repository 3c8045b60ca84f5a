/**
 * Whether a victim wants to be told the outcome, and was. Source: Code of Practice for Victims of Crime (the right to be
 * told the outcome, within five working days, or one with enhanced rights).
 */
export const tellings = {
  WANTS_TO_BE_TOLD: 'Wants to be told the outcome',
  TOLD: 'Was told the outcome',
  DECLINED: 'Does not want to be told',
  CONSENT_WITHDRAWN: 'Withdrew their agreement to be contacted',
} as const;

export type Telling = keyof typeof tellings;

/** What ends the duty to tell a victim. Source: as above; a victim of whom nothing is recorded is still to be told. */
export const settledTellings: readonly Telling[] = ['TOLD', 'DECLINED', 'CONSENT_WITHDRAWN'];
