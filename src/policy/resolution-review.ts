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

/** True for a month that exists, as YYYY-MM. In: any text. Source: ISO 8601. */
export const isMonth = (text: string): boolean => /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text);

/** The month after. In: a month. Out: a month. Source: the calendar. */
export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The months of the last year that are over, of which a sample may be drawn. In: a day. Out: months, latest first. */
export const monthsOver = (today: string): string[] =>
  monthsBetween(addMonths(today, -12).slice(0, 7), addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7));

/** Every month from one to another, at most so many. In: months in order. Out: months, latest first. */
export function monthsBetween(from: string, to: string, most = 60): string[] {
  const months: string[] = [];
  for (let month = from; month <= to && months.length < most; month = monthAfter(month)) months.unshift(month);
  return months;
}
