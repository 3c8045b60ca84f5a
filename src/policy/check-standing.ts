import type { Calendar } from './bank-holidays.js';
import { addDays, workingDaysLater } from './days.js';

/**
 * Where the check of an agency stands, in words that nobody takes for one another: an agency that was not asked, one that
 * has not answered yet, one that is late, one that looked and found nothing. Source: HMIP 2021 (Leicestershire) section
 * 3.1, prompt d: other agencies' information was used in 35 % of cases.
 */
export const checkStandings = {
  NOT_ASKED: 'Not asked',
  AWAITED: 'Awaited',
  OVERDUE: 'Overdue',
  ANSWERED: 'Answered with information',
  NIL_RETURN: 'Nil return: looked, nothing known',
  NOT_APPLICABLE: 'Does not apply',
} as const;

/** The same in a word or two, where there is room for no more. Source: as above. */
export const checkStandingTags = {
  ...checkStandings,
  ANSWERED: 'Answered',
  NIL_RETURN: 'Nil return',
} as const satisfies Record<keyof typeof checkStandings, string>;

export type CheckStanding = keyof typeof checkStandings;

/** Working days before its day from which an answer counts as nearly due (a house default). */
export const NEARLY_DUE_DAYS = 2;

/** Working days given for an answer unless another day is named (a house default). */
export const USUAL_ANSWER_DAYS = 10;

/** Where a check stands on a day. In: its status and the day of its answer, today. Source: house rule. */
export function checkStanding(
  { status, dueOn }: { readonly status?: string | null | undefined; readonly dueOn?: string | null | undefined },
  today: string,
): CheckStanding {
  if (status === 'REQUESTED') return dueOn && dueOn < today ? 'OVERDUE' : 'AWAITED';
  if (status === 'INFORMATION_RECEIVED') return 'ANSWERED';
  return status === 'NIL_RETURN' || status === 'NOT_APPLICABLE' ? status : 'NOT_ASKED';
}

/**
 * The last day on which an answer counts as nearly due; where bank holidays are not known, as many days of the calendar.
 * In: today, the bank holidays that are known. Out: a day. Source: `NEARLY_DUE_DAYS`.
 */
export const nearlyDueBy = (today: string, calendar?: Calendar): string =>
  workingDaysLater(today, NEARLY_DUE_DAYS, calendar) ?? addDays(today, NEARLY_DUE_DAYS);
