import { isRealDay } from './days.js';
import { isWritten } from './gate.js';
import type { RuleCode } from './rules.js';

/**
 * A disposal as dated data: which days it is in force, what it is called here and nationally, what it entails and which
 * rules apply. `rules` are checked at the recommendation and the decision, `outcomeRules` when the outcome is recorded,
 * `registerRules` when police register one issued without the panel.
 */
export type Disposal = {
  readonly code: string;
  readonly name: string;
  /** Null where the reason determines the number. */
  readonly homeOfficeOutcome: string | null;
  readonly nationalCodes: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly informal: boolean;
  readonly firstTimeEntrant: boolean;
  readonly givenInPerson: boolean;
  /** The activity must be completed before the outcome is recorded. */
  readonly activity: boolean;
  readonly rules: readonly RuleCode[];
  readonly outcomeRules: readonly RuleCode[];
  readonly registerRules: readonly RuleCode[];
};

const always = ['DISPOSAL_NOT_IN_FORCE'] as const;
const transferred = [...always, 'AGE_UNDER_10'] as const;
const flagged = ['CPS_AUTHORITY_REQUIRED', 'NOTIFICATION_OFFENCE', 'DOMESTIC_OR_HATE_OFFENCE'] as const;
const diverted = [...transferred, 'AGE_18_OR_OVER', ...flagged] as const;
const cautioned = [
  ...diverted,
  'EVIDENCE_INSUFFICIENT',
  'ADMISSION_REQUIRED',
  'YCC_ATTENDANCE_CAP',
  'YCC_DEADLINE',
  'TURNS_18_BEFORE_DEADLINE',
  'LIMITATION_DATE_NEAR',
  'WOULD_BE_FIRST_TIME_ENTRANT',
] as const;
const decided = ['POLICE_DECISION_MISSING', 'OUTCOME_DIFFERS_FROM_DECISION'] as const;
const given = [...decided, 'GIVEN_BY_MISSING', 'APPROPRIATE_ADULT_MISSING'] as const;

const row = <Code extends string>(code: Code, name: string, validFrom: string, more: Partial<Disposal> = {}) => ({
  code,
  name,
  homeOfficeOutcome: null,
  nationalCodes: [],
  validFrom,
  validTo: null,
  informal: false,
  firstTimeEntrant: false,
  givenInPerson: false,
  activity: false,
  rules: always,
  outcomeRules: decided,
  registerRules: [],
  ...more,
});

/**
 * Every disposal a panel may recommend or police decide.
 * Source: Home Office crime outcomes framework (April 2014; Outcome 22 April 2019; Outcome 23 February 2026, a setting);
 * Crime and Disorder Act 1998 ss66ZA to 66H (from 8 April 2013); YJB key performance indicator 6 for national codes.
 */
export const disposals = {
  NO_FURTHER_ACTION: row('NO_FURTHER_ACTION', 'No further action', '2014-04-01', {
    outcomeRules: [...decided, 'NFA_REASON_MISSING'],
  }),
  OUTCOME_20: row('OUTCOME_20', 'Outcome 20: action by another agency', '2014-04-01', {
    homeOfficeOutcome: '20',
    nationalCodes: ['NO_FURTHER_ACTION_OUTCOME_20_21_WITH_YJS_INVOLVEMENT'],
    informal: true,
    rules: transferred,
    outcomeRules: [...decided, 'VICTIM_NOT_INFORMED'],
  }),
  OUTCOME_21: row('OUTCOME_21', 'Outcome 21: further investigation not in the public interest', '2014-04-01', {
    homeOfficeOutcome: '21',
    nationalCodes: ['NO_FURTHER_ACTION_OUTCOME_20_21_WITH_YJS_INVOLVEMENT'],
    informal: true,
    rules: transferred,
    outcomeRules: [...decided, 'VICTIM_NOT_INFORMED'],
  }),
  COMMUNITY_RESOLUTION: row('COMMUNITY_RESOLUTION', 'Community resolution', '2014-04-01', {
    homeOfficeOutcome: '8',
    nationalCodes: ['COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT'],
    informal: true,
    givenInPerson: true,
    rules: [...diverted, 'EVIDENCE_INSUFFICIENT', 'RESPONSIBILITY_NOT_ACCEPTED'],
    outcomeRules: [...given, 'CONSENT_MISSING'],
    registerRules: ['POLICE_ONLY_RESOLUTION_LIMIT', 'CANNABIS_TO_PANEL', 'KNIFE_TO_PANEL'],
  }),
  OUTCOME_22: row('OUTCOME_22', 'Outcome 22: diversionary, educational or intervention activity', '2019-04-01', {
    homeOfficeOutcome: '22',
    nationalCodes: ['NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT'],
    informal: true,
    activity: true,
    rules: diverted,
    outcomeRules: [...decided, 'ACTIVITY_NOT_COMPLETED'],
  }),
  OUTCOME_23: row('OUTCOME_23', 'Outcome 23: deferred prosecution', '2026-02-01', {
    homeOfficeOutcome: '23',
    informal: true,
    activity: true,
    rules: diverted,
    outcomeRules: [...decided, 'ACTIVITY_NOT_COMPLETED'],
  }),
  YOUTH_CAUTION: row('YOUTH_CAUTION', 'Youth caution', '2013-04-08', {
    homeOfficeOutcome: '2',
    firstTimeEntrant: true,
    givenInPerson: true,
    rules: cautioned,
    outcomeRules: [...given, 'EXPLANATION_MISSING'],
  }),
  YOUTH_CONDITIONAL_CAUTION: row('YOUTH_CONDITIONAL_CAUTION', 'Youth conditional caution', '2013-04-08', {
    homeOfficeOutcome: '2',
    firstTimeEntrant: true,
    givenInPerson: true,
    rules: [...cautioned, 'YCC_CONDITIONS_REQUIRED', 'YCC_PENALTY_CAP'],
    outcomeRules: [...given, 'CONSENT_MISSING', 'EXPLANATION_MISSING'],
  }),
  CHARGE: row('CHARGE', 'Charge', '2014-04-01', {
    homeOfficeOutcome: '1',
    firstTimeEntrant: true,
    rules: [...transferred, 'EVIDENCE_INSUFFICIENT', 'WOULD_BE_FIRST_TIME_ENTRANT'],
  }),
} as const satisfies Record<string, Disposal>;

export type DisposalCode = keyof typeof disposals;
export const disposalCodes = Object.keys(disposals) as DisposalCode[];

/** What a child may have had before beyond these: `formal` is a caution or a court’s outcome. Source: as above. */
export const onlyEarlier = {
  OUTCOME_22_DEFERRED: { name: 'Outcome 22, deferred prosecution (to January 2026)', informal: true, formal: false },
  ANTISOCIAL_BEHAVIOUR_CONTRACT: { name: 'Antisocial behaviour contract', informal: false, formal: false },
  REFERRAL_ORDER: { name: 'Referral order', informal: false, formal: true },
  OTHER_COURT_OUTCOME: { name: 'Other court outcome', informal: false, formal: true },
} as const;

export type EarlierDisposalCode = DisposalCode | keyof typeof onlyEarlier;
export const earlierDisposalCodes = [...disposalCodes, ...Object.keys(onlyEarlier)] as EarlierDisposalCode[];

/** True when a panel or the police may choose it now. In: any text. Source: the table above. */
export const isDisposal = (code: string | null | undefined): code is DisposalCode =>
  Object.hasOwn(disposals, code ?? '');

const isOnlyEarlier = (code: string): code is keyof typeof onlyEarlier => Object.hasOwn(onlyEarlier, code);

/** The row of a disposal, or null. In: any text. Source: the table above. */
export const disposalOf = (code: string | null | undefined): Disposal | null =>
  isDisposal(code) ? disposals[code] : null;

/** The words people read, for earlier types too; the code itself where there are none. In: a code. Source: as above. */
export const disposalName = (code: string): string =>
  disposalOf(code)?.name ?? (isOnlyEarlier(code) ? onlyEarlier[code].name : code);

/** True when it counts towards the repeat threshold. In: a code. Source: HMIP 2021 section 3.1; the table above. */
export const isInformal = (code: string): boolean =>
  disposalOf(code)?.informal ?? (isOnlyEarlier(code) && onlyEarlier[code].informal);

/**
 * True for a caution or a court’s outcome, after which a child is no longer a first-time entrant; a charge alone is not
 * a conviction. In: a code. Source: Ministry of Justice definition of a first-time entrant.
 */
export const isFormal = (code: string): boolean =>
  code === 'YOUTH_CAUTION' || code === 'YOUTH_CONDITIONAL_CAUTION' || (isOnlyEarlier(code) && onlyEarlier[code].formal);

/** How many are informal. In: earlier disposals. Source: as `isInformal`. */
export const informalCount = (earlier: readonly { readonly disposal: string }[]): number =>
  earlier.filter(({ disposal }) => isInformal(disposal)).length;

/** True when in force that day. In: code, day, the area’s first day of Outcome 23. Source: the dates of the row. */
export function isInForce(
  code: string | null | undefined,
  day?: string | null,
  outcome23From?: string | null,
): boolean {
  const found = disposalOf(code);
  if (!found || !isRealDay(day)) return false;
  const from = code === 'OUTCOME_23' && isWritten(outcome23From) ? outcome23From : found.validFrom;
  return from <= day && (found.validTo === null || day <= found.validTo);
}

/** Those that may be chosen on a day, in the order of the table. In: day, first day of Outcome 23. Source: as above. */
export const disposalsInForce = (day: string, outcome23From?: string | null): DisposalCode[] =>
  disposalCodes.filter((code) => isInForce(code, day, outcome23From));
