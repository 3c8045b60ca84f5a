import type { Calendar } from './bank-holidays.js';
import { dutyDays } from './duties.js';
import { isRealDay, workingDaysLater } from './days.js';

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

/**
 * The last day on which to tell, or null when it cannot be told. In: the day of the outcome, whether with enhanced rights,
 * the calendar. Source: as above.
 */
export const tellBy = (givenOn: string | null | undefined, enhanced: boolean, calendar?: Calendar): string | null =>
  isRealDay(givenOn)
    ? workingDaysLater(givenOn, enhanced ? dutyDays.TELL_VICTIM_ENHANCED : dutyDays.TELL_VICTIM, calendar)
    : null;
