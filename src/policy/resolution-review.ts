import { addMonths } from './days.js';
import { blocker, type Blocker } from './gate.js';

/**
 * How a reviewed resolution is graded. In: nothing. Out: the words of each grade by its permanent code.
 * Source: the scale of scrutiny panels (Dorset, widely used), which judge what was given on what was known then.
 */
export const reviewGrades = {
  APPROPRIATE: 'Appropriate',
  APPROPRIATE_WITH_OBSERVATIONS: 'Appropriate, with observations',
  INAPPROPRIATE: 'Not appropriate',
  FAILS_TO_AGREE: 'The reviewers did not agree',
} as const;

export type ReviewGrade = keyof typeof reviewGrades;
export const reviewGradeCodes = Object.keys(reviewGrades) as ReviewGrade[];

type Registered = { readonly recordedBy: string; readonly officer: string | null };
type Reviewer = { readonly id: string; readonly name: string; readonly collarNumber: string | null };

/** Whole words alone count, so that 12 is not found in 4123. */
const names = (officer: string, sought: string): boolean =>
  ` ${officer.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(
    ` ${sought
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `,
  );

/**
 * Nobody reviews a resolution that they issued or registered. In: the resolution, who reviews, the page of the sample.
 * Out: the blocker, or none. Source: Leicester City Youth Justice Plan 2025 to 2030, section 8 (whoever assures did not do).
 */
export function resolutionReviewBlockers(
  { recordedBy, officer }: Registered,
  reviewer: Reviewer,
  mend: string,
): Blocker[] {
  const { id, name, collarNumber } = reviewer;
  const isIssuer = [name, collarNumber ?? ''].some((sought) => sought !== '' && names(officer ?? '', sought));
  const did = [...(isIssuer ? ['issued'] : []), ...(recordedBy === id ? ['registered'] : [])].join(' and ');
  if (did === '') return [];
  return [
    { ...blocker('CONFLICT_OF_INTEREST', mend), message: `Somebody else must review this resolution: you ${did} it` },
  ];
}

/** So many months later, or earlier. In: a month as YYYY-MM, a number. Out: a month. Source: the calendar. */
export const addToMonth = (month: string, months: number): string => addMonths(`${month}-01`, months).slice(0, 7);

/** The months of the last year that are over, of which a sample may be drawn. In: a day. Out: months, latest first. */
export const monthsOver = (today: string): string[] =>
  monthsBetween(addToMonth(today.slice(0, 7), -12), addToMonth(today.slice(0, 7), -1));

/** As many months as are counted at once. Source: house rule. */
export const mostMonths = 60;

/** True when there are more months from one to another than are counted at once. In: months. Source: house rule. */
export const isTooLong = (from: string, to: string): boolean => from <= addToMonth(to, -mostMonths);

/** Every month from one to another, none when they are not in order. In: months. Out: months, latest first. Source: the calendar. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = addToMonth(month, 1)) months.unshift(month);
  return months;
}
