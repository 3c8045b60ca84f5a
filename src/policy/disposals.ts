import { isRealDay } from './days.js';
import { disposalMeanings } from './disposal-meanings.js';
import type { Disposal, HadBefore } from './disposal.js';
import { isWritten } from './gate.js';

export type { Disposal, HadBefore } from './disposal.js';

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

const row = <Code extends keyof typeof disposalMeanings>(
  code: Code,
  name: string,
  validFrom: string,
  more: Partial<Disposal> = {},
) => ({
  code,
  name,
  homeOfficeOutcome: null,
  nationalCodes: [],
  interimNationalCode: null,
  validFrom,
  validTo: null,
  informal: false,
  firstTimeEntrant: false,
  givenInPerson: false,
  activity: false,
  rules: always,
  outcomeRules: decided,
  registerRules: [],
  meanings: disposalMeanings[code],
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
  OUTCOME_22_DEFERRED: row('OUTCOME_22_DEFERRED', 'Outcome 22, deferred prosecution (to January 2026)', '2019-04-01', {
    homeOfficeOutcome: '22',
    nationalCodes: ['NO_FURTHER_ACTION_OUTCOME_22_DEFERRED_PROSECUTION_CAUTION_WITH_YJS_INVOLVEMENT'],
    validTo: '2026-01-31',
    informal: true,
    activity: true,
    rules: diverted,
    outcomeRules: [...decided, 'ACTIVITY_NOT_COMPLETED'],
  }),
  OUTCOME_23: row('OUTCOME_23', 'Outcome 23: deferred prosecution', '2026-02-01', {
    homeOfficeOutcome: '23',
    interimNationalCode: 'REPRIMAND',
    informal: true,
    activity: true,
    rules: diverted,
    outcomeRules: [...decided, 'ACTIVITY_NOT_COMPLETED'],
  }),
  YOUTH_CAUTION: row('YOUTH_CAUTION', 'Youth caution', '2013-04-08', {
    homeOfficeOutcome: '2',
    nationalCodes: ['YOUTH_CAUTION'],
    firstTimeEntrant: true,
    givenInPerson: true,
    rules: cautioned,
    outcomeRules: [...given, 'EXPLANATION_MISSING'],
  }),
  YOUTH_CONDITIONAL_CAUTION: row('YOUTH_CONDITIONAL_CAUTION', 'Youth conditional caution', '2013-04-08', {
    homeOfficeOutcome: '2',
    nationalCodes: ['YOUTH_CONDITIONAL_CAUTION'],
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

/** A disposal of the rule book itself; an administrator can add others, so that a code is only text elsewhere. */
export type BookCode = keyof typeof disposals;
/** The permanent code of a disposal, of the rule book or added since. Source: the editions of a day say which exist. */
export type DisposalCode = string;
export const disposalCodes = Object.keys(disposals) as BookCode[];

/** What a child may have had before beyond these: `formal` is a caution or a court’s outcome. Source: as above. */
export const onlyEarlier = {
  ANTISOCIAL_BEHAVIOUR_CONTRACT: { name: 'Antisocial behaviour contract', informal: false, formal: false },
  REFERRAL_ORDER: { name: 'Referral order', informal: false, formal: true },
  OTHER_COURT_OUTCOME: { name: 'Other court outcome', informal: false, formal: true },
} as const;

export type EarlierDisposalCode = string;
export const earlierDisposalCodes: readonly string[] = [...disposalCodes, ...Object.keys(onlyEarlier)];

/** True when it stands in the rule book itself. In: any text. Source: the table above. */
export const isDisposal = (code: string | null | undefined): code is BookCode => Object.hasOwn(disposals, code ?? '');

const isOnlyEarlier = (code: string): code is keyof typeof onlyEarlier => Object.hasOwn(onlyEarlier, code);

/** The rule book’s own row of a disposal, or null. In: any text. Source: the table above. */
export const disposalOf = (code: string | null | undefined): Disposal | null =>
  isDisposal(code) ? disposals[code] : null;

/**
 * The words people read, for earlier types too; the code itself where there are none. In: a code, the name of the
 * edition in force then if there is one. Source: as above.
 */
export const disposalName = (code: string, edited?: string | null): string =>
  edited ?? disposalOf(code)?.name ?? (isOnlyEarlier(code) ? onlyEarlier[code].name : code);

/** True when it counts towards the repeat threshold. In: a code. Source: HMIP 2021 section 3.1; the table above. */
export const isInformal = (code: string): boolean =>
  disposalOf(code)?.informal ?? (isOnlyEarlier(code) && onlyEarlier[code].informal);

/**
 * True for a caution or a court’s outcome, after which a child is no longer a first-time entrant; a charge alone is not
 * a conviction. In: a code, what its edition says of first-time entrants. Source: Ministry of Justice definition.
 */
export const isFormal = (code: string, edited?: boolean | number | null): boolean => {
  if (code === 'CHARGE') return false;
  return isOnlyEarlier(code) ? onlyEarlier[code].formal : Boolean(edited ?? disposalOf(code)?.firstTimeEntrant);
};

/** True when it counted when it was given. In: an earlier disposal. Source: its edition of that day, or `isInformal`. */
export const wasInformal = ({ disposal, informal }: HadBefore): boolean => Boolean(informal ?? isInformal(disposal));

/** Both cautions that a child can be given out of court. Source: Crime and Disorder Act 1998 ss66ZA and 66A. */
export const cautions: readonly string[] = ['YOUTH_CAUTION', 'YOUTH_CONDITIONAL_CAUTION'] satisfies BookCode[];

/** How many are informal. In: earlier disposals. Source: as `isInformal`. */
export const informalCount = (earlier: readonly HadBefore[]): number => earlier.filter(wasInformal).length;

/**
 * True when in force that day: Outcome 23 from the area’s first day of it, which is none before its own. In: its row, day,
 * the area’s day. Source: the dates of the row.
 */
export function isInForce(row: Disposal | null, day?: string | null, outcome23From?: string | null): boolean {
  if (!row || !isRealDay(day)) return false;
  const ofArea = row.code === 'OUTCOME_23' && isWritten(outcome23From) ? outcome23From : '';
  const from = ofArea > row.validFrom ? ofArea : row.validFrom;
  return from <= day && (row.validTo === null || day <= row.validTo);
}
