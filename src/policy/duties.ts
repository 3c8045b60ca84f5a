import type { Calendar } from './bank-holidays.js';
import { isRealDay, workingDaysLater } from './days.js';
import { cautions } from './disposals.js';
import { isWritten, type Facts } from './gate.js';
import type { Permission } from './permissions.js';
import { type Source, sources } from './sources.js';

/** What must be done after an outcome or a review, with the words people read. Source: `dutySources`. */
export const duties = {
  REFER_TO_YJS: 'Police refer the child to the youth justice service',
  ASSESSMENT_DUTY: 'The youth justice service assesses the child',
  TELL_VICTIM: 'Tell the victim the outcome',
  DECIDE_AFTER_FAILURE: 'Police or the prosecutor decide what follows conditions that were not kept',
  TELL_CHILD_OF_REVIEW: 'Tell the child what a review changed',
  TELL_CARER_OF_REVIEW: 'Tell the parent or carer what a review changed',
  TELL_VICTIM_OF_REVIEW: 'Tell the victim what a review changed',
} as const;

export type DutyCode = keyof typeof duties;
export const dutyCodes = Object.keys(duties) as DutyCode[];

/** Where each comes from. In: nothing. Out: sources by code. */
export const dutySources: Readonly<Record<DutyCode, Source>> = {
  ...{ REFER_TO_YJS: sources.afterCaution, ASSESSMENT_DUTY: sources.afterCaution, TELL_VICTIM: sources.victimsCode },
  DECIDE_AFTER_FAILURE: sources.conditionalFailure,
  ...{ TELL_CHILD_OF_REVIEW: sources.house, TELL_CARER_OF_REVIEW: sources.house, TELL_VICTIM_OF_REVIEW: sources.house },
};

export type Duty = { readonly code: DutyCode; readonly dueOn: string | null };

/**
 * Working days allowed. One to notify the youth justice service (Youth Justice Legal Centre on youth cautions); ten to
 * assess (YJB guidance 2014, an area may differ); five to tell a victim, one with enhanced rights (Victims' Code); five
 * to decide what follows conditions that were not kept (house rule).
 */
export const dutyDays = {
  ...{ REFER_TO_YJS: 1, ASSESSMENT_DUTY: 10, TELL_VICTIM: 5, TELL_VICTIM_ENHANCED: 1, DECIDE_AFTER_FAILURE: 5 },
} as const;

/** The duty while which it is open whether the child is prosecuted, however the case ended. Source: as `dutyAfterFailure`. */
export const undecidedDuty: DutyCode = 'DECIDE_AFTER_FAILURE';

/**
 * What follows conditions that were not kept: nothing by itself. Police or the prosecutor decide whether the child had a
 * reasonable excuse, whether conditions are varied, and whether to prosecute. In: disposal, how the delivery ended, the day on
 * which that was said, bank holidays. Out: the duty to decide, or none. Source: Crime and Disorder Act 1998 s66E; the
 * days are a house rule.
 */
export const dutyAfterFailure = (
  disposal: string,
  status: string | null,
  day: string,
  calendar?: Calendar,
): Duty | null =>
  disposal === 'YOUTH_CONDITIONAL_CAUTION' && status === 'NOT_COMPLETED'
    ? { code: undecidedDuty, dueOn: workingDaysLater(day, dutyDays.DECIDE_AFTER_FAILURE, calendar) }
    : null;

const whose: Partial<Record<DutyCode, readonly Permission[]>> = {
  DECIDE_AFTER_FAILURE: ['failure.decide'],
  TELL_VICTIM: ['delivery.record', 'victim.record'],
  TELL_VICTIM_OF_REVIEW: ['victim.record'],
};

/**
 * Whose a duty is to settle: police where they decide, who speaks with victims what a review changed for them, anybody who
 * sees to deliveries elsewhere; and either of these that a victim is told. In: its code. Out: the permissions, of which one
 * is enough. Source: house rule.
 */
export const dutyPermissions = (code: DutyCode): readonly Permission[] => whose[code] ?? ['delivery.record'];

const results: Partial<Record<DutyCode, string>> = {
  DECIDE_AFTER_FAILURE: 'Enter what was decided',
  TELL_VICTIM: 'Enter how the victim was told, or why they were not',
};

/**
 * What is asked where how a duty was done is its result, and must be said; null where it need not be. In: its code.
 * Source: house rule.
 */
export const resultAsked = (code: DutyCode): string | null => results[code] ?? null;

/** Duties after a review. They do not end with the outcome it set aside. Source: house rule, after the Victims' Code. */
export const reviewDuties = ['TELL_CHILD_OF_REVIEW', 'TELL_CARER_OF_REVIEW', 'TELL_VICTIM_OF_REVIEW'] as const;

/**
 * What must be done after a review: child and carer are told within the days the Victims' Code gives a victim.
 * In: the day, how many victims are to be told, whether with enhanced rights, bank holidays. Out: duties. Source: as `dutyDays`.
 */
export const dutiesAfterReview = (
  day: string,
  victims: number,
  enhancedRights: boolean,
  calendar?: Calendar,
): Duty[] => {
  const within = (code: DutyCode, days: number): Duty => ({ code, dueOn: workingDaysLater(day, days, calendar) });
  return [
    within('TELL_CHILD_OF_REVIEW', dutyDays.TELL_VICTIM),
    within('TELL_CARER_OF_REVIEW', dutyDays.TELL_VICTIM),
    ...(victims === 0
      ? []
      : [within('TELL_VICTIM_OF_REVIEW', enhancedRights ? dutyDays.TELL_VICTIM_ENHANCED : dutyDays.TELL_VICTIM)]),
  ];
};

export type DutyFacts = Facts<{
  disposal: string;
  givenOn: string;
  earlierDisposals: readonly { readonly disposal: string }[];
  /** How many victims have not asked to be left alone; not known counts as some. */
  victims: number;
  enhancedRights: boolean | number;
  victimInformedOn: string;
  /** The bank holidays that are known; those of the release where none is given. */
  calendar: Calendar;
}>;

const mustAssess = ({ disposal, earlierDisposals }: DutyFacts): boolean => {
  const before = earlierDisposals?.some((earlier) => cautions.includes(earlier.disposal)) ?? true;
  return disposal === 'YOUTH_CAUTION' && before;
};

/**
 * The tasks an outcome opens; none of them keeps it from being recorded. Earlier disposals that are not known count as a
 * caution. In: facts of the outcome. Out: duties, each with the day it is due. Source: as `duties` and `dutyDays`.
 */
export function dutiesAfter(facts: DutyFacts): Duty[] {
  const { givenOn, disposal, victims, enhancedRights, victimInformedOn, calendar } = facts;
  const within = (days: number) => (isRealDay(givenOn) ? workingDaysLater(givenOn, days, calendar ?? undefined) : null);
  const owed: Duty[] = [];
  if (disposal === 'YOUTH_CAUTION') owed.push({ code: 'REFER_TO_YJS', dueOn: within(dutyDays.REFER_TO_YJS) });
  if (mustAssess(facts)) owed.push({ code: 'ASSESSMENT_DUTY', dueOn: within(dutyDays.ASSESSMENT_DUTY) });
  if (victims !== 0 && !isWritten(victimInformedOn)) {
    owed.push({
      code: 'TELL_VICTIM',
      dueOn: within(enhancedRights ? dutyDays.TELL_VICTIM_ENHANCED : dutyDays.TELL_VICTIM),
    });
  }
  return owed;
}

/** Features of an offence that give its victims enhanced rights. Source: Code of Practice for Victims of Crime. */
const enhancingFeatures: readonly string[] = ['SEXUAL', 'DOMESTIC', 'HATE'];

/** Who was harmed, where it is or may be a child. Source: as below; what is not known is no reason for less. */
const mayBeChildren: readonly string[] = ['CHILD', 'AGE_NOT_KNOWN'];

type Marked = Facts<{ features: readonly string[] }>;

/**
 * True when a victim is to be told within one working day: who is or may be a child, or of what is or may be a sexual, domestic
 * or hate offence. In: kinds of victim, offences. Source: Code of Practice for Victims of Crime, enhanced rights.
 */
export const haveEnhancedRights = (kinds: readonly string[], offences: readonly Marked[]): boolean =>
  kinds.some((kind) => mayBeChildren.includes(kind)) ||
  offences.some(({ features }) => features?.some((feature) => enhancingFeatures.includes(feature)) ?? true);
