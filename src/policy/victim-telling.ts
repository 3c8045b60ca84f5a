import type { Calendar } from './bank-holidays.js';
import { workingDaysLater } from './days.js';
import { dutyDays } from './duties.js';

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

/** Who wants to be left alone, whatever there is to tell. Source: as above. */
export const leftAlone: readonly Telling[] = ['DECLINED', 'CONSENT_WITHDRAWN'];

/** What ends the duty to tell a victim. Source: as above; a victim of whom nothing is recorded is still to be told. */
export const settledTellings: readonly Telling[] = ['TOLD', ...leftAlone];

type Asking = {
  /** What was recorded of them until now. */
  readonly before: Telling | null;
  readonly givenOn: string;
  readonly today: string;
  readonly enhancedRights: boolean;
  readonly calendar: Calendar;
};

/**
 * By when somebody is told an outcome who asks to be told once it was given. The days run from when they asked; from the
 * outcome where it was recorded wrongly that they were told. In: what was recorded, the days, whether with enhanced rights,
 * bank holidays. Out: a day, or null when it cannot be told. Source: as above; that they run from the asking is a house rule.
 */
export const tellAskerBy = ({ before, givenOn, today, enhancedRights, calendar }: Asking): string | null =>
  workingDaysLater(
    before === 'TOLD' ? givenOn : today,
    enhancedRights ? dutyDays.TELL_VICTIM_ENHANCED : dutyDays.TELL_VICTIM,
    calendar,
  );
