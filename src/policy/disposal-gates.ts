import { areaBegins } from './area-first-day.js';
import { isUnder18AtEnd, isWithinLimitation, isWithinWeeks } from './condition-ends.js';
import {
  attendanceCap,
  attendanceHours,
  isWithinPenaltyCap,
  penaltyMostInWords,
  type ConditionFacts,
} from './conditions.js';
import { ageOn, isRealDay } from './days.js';
import { notLookedFor } from './disposal.js';
import { disposalOf, type HadBefore, isFormal, isInForce, type Disposal } from './disposals.js';
import { blocker, casePage, isWritten, type Blocker, type Facts } from './gate.js';
import { notMarked, notTried } from './offence-classes.js';
import type { ProsecutorResult } from './prosecutor.js';
import type { RuleCode } from './rules.js';

/**
 * When a disposal is looked at. At RECOMMEND the authority of the prosecutor may still be being sought, and is warned of.
 * Conditions are looked at as soon as they are known, and in full at RECORD_OUTCOME, where they stand in the document the child signs
 * (Crime and Disorder Act 1998 s66B(6)); there the age is looked at again, on the day it is given. Whether the disposal is
 * in force is not: what was decided keeps the edition of its day, and an activity is completed weeks after it (rules.md
 * section 6).
 */
export type DisposalStage = 'RECOMMEND' | 'DECIDE' | 'RECORD_OUTCOME';

export type OffenceFacts = Facts<{
  id: string;
  date: string;
  homeOfficeClass: string;
  indictableOnly: boolean | number;
  features: readonly string[];
}>;

export type DisposalFacts = Facts<{
  caseId: string;
  disposal: string;
  /** The day of the disposal: of the meeting at RECOMMEND, decidedOn at DECIDE, givenOn at RECORD_OUTCOME. */
  day: string;
  /** The panel area's first day of Outcome 23; without it the row's own. */
  outcome23From: string;
  dateOfBirth: string;
  offences: readonly OffenceFacts[];
  evidenceSufficient: string;
  responsibilityStance: string;
  cpsAuthority: string;
  /** What the prosecutor answered last of what ends a referral. */
  advised: ProsecutorResult;
  conditions: readonly ConditionFacts[];
  earlierDisposals: readonly HadBefore[];
  /** The day on which somebody looked for earlier disposals; before it that none is known says nothing. */
  disposalsCheckedOn: string;
}>;

type Known = DisposalFacts;
type Rule = {
  readonly isOpen: (facts: Known, row: Disposal | null) => boolean;
  readonly page: string;
  /** True when the rule can wait because its fact comes later. */
  readonly waits?: (facts: Known) => boolean;
  /** True when it only warns, because its fact may come later. */
  readonly warns?: (facts: Known, stage: DisposalStage) => boolean;
  /** What is not known yet, or this area’s own, said beside the words of the rule. */
  readonly about?: (facts: Known, row: Disposal | null) => string | null;
};

const police = 'police-information';
const decision = 'police-decision';
const withoutConditions = ({ conditions }: Known): boolean => !conditions;
const isCaution = (facts: Known): boolean => facts.disposal === 'YOUTH_CAUTION';

const every = (facts: Known, holds: (offence: OffenceFacts) => boolean): boolean =>
  (facts.offences?.length ?? 0) > 0 && (facts.offences ?? []).every(holds);

const without = (...features: string[]) => {
  const has = (offence: OffenceFacts) => features.some((feature) => offence.features?.includes(feature));
  return (facts: Known): boolean => every(facts, (offence) => offence.features != null && !has(offence));
};

const notSaid = ({ offences }: Known): string | null =>
  offences?.some(({ features }) => features == null) ? notMarked : null;

const isWellFormed = ({ object, description }: ConditionFacts): boolean => isWritten(object) && isWritten(description);
const hasStatutoryObject = ({ object }: ConditionFacts): boolean =>
  ['REHABILITATIVE', 'REPARATIVE', 'PUNITIVE'].includes(object ?? '');

const isAuthorised = (facts: Known): boolean =>
  facts.cpsAuthority === 'YES' ||
  every(facts, ({ indictableOnly }) => indictableOnly === false || indictableOnly === 0);

const howTried = ({ offences }: Known): string | null =>
  offences?.some(({ indictableOnly }) => indictableOnly == null) && !offences.some((one) => one.indictableOnly)
    ? notTried
    : null;

const isBeingSought = ({ cpsAuthority }: Known, stage: DisposalStage): boolean =>
  stage === 'RECOMMEND' && (!cpsAuthority || cpsAuthority === 'NOT_KNOWN');

const isPenaltyLawful = (known: Known): boolean =>
  known.conditions != null && isWithinPenaltyCap(known.conditions, known);

const accepted = ['FULL_ADMISSION', 'ACCEPTS_RESPONSIBILITY'];

// prettier-ignore
const gates: Partial<Record<RuleCode, Rule>> = {
  DISPOSAL_NOT_IN_FORCE: { isOpen: ({ day, outcome23From }, row) => isInForce(row, day, outcome23From), page: decision, about: (facts, row) => areaBegins(row, facts) },
  AGE_UNDER_10: { isOpen: (facts) => every(facts, ({ date }) => (ageOn(facts.dateOfBirth, date) ?? 0) >= 10), page: police },
  AGE_18_OR_OVER: { isOpen: ({ dateOfBirth, day }) => (ageOn(dateOfBirth, day) ?? 18) < 18, page: police },
  EVIDENCE_INSUFFICIENT: { isOpen: ({ evidenceSufficient }) => evidenceSufficient === 'YES', page: police },
  RESPONSIBILITY_NOT_ACCEPTED: { isOpen: ({ responsibilityStance }) => accepted.includes(responsibilityStance ?? ''), page: police },
  ADMISSION_REQUIRED: { isOpen: ({ responsibilityStance }) => responsibilityStance === 'FULL_ADMISSION', page: police },
  CPS_AUTHORITY_REQUIRED: { isOpen: isAuthorised, page: police, warns: isBeingSought, about: howTried },
  NOTIFICATION_OFFENCE: { isOpen: without('SEXUAL'), page: 'gravity', about: notSaid },
  DOMESTIC_OR_HATE_OFFENCE: { isOpen: without('DOMESTIC', 'HATE'), page: 'gravity', about: notSaid },
  YCC_CONDITIONS_REQUIRED: {
    isOpen: ({ conditions }) => (conditions ?? []).every(isWellFormed) && (conditions ?? []).some(hasStatutoryObject),
    page: decision, waits: withoutConditions,
  },
  YCC_PENALTY_CAP: { isOpen: isPenaltyLawful, page: decision, waits: withoutConditions, about: penaltyMostInWords },
  YCC_ATTENDANCE_CAP: {
    isOpen: (facts) => (isCaution(facts) || facts.conditions != null) && attendanceHours(facts.conditions ?? []) <= attendanceCap,
    page: decision, waits: withoutConditions,
  },
  YCC_DEADLINE: { isOpen: isWithinWeeks, page: decision, waits: withoutConditions },
  TURNS_18_BEFORE_DEADLINE: { isOpen: isUnder18AtEnd, page: decision },
  LIMITATION_DATE_NEAR: { isOpen: isWithinLimitation, page: decision },
  WOULD_BE_FIRST_TIME_ENTRANT: {
    isOpen: ({ earlierDisposals }) => (earlierDisposals ?? []).some((one) => isFormal(one.disposal, one.firstTimeEntrant)),
    page: 'earlier-disposals/check',
    about: ({ disposalsCheckedOn }) => (isRealDay(disposalsCheckedOn) ? null : notLookedFor),
  },
};

/** The rules that can be looked at for a disposal. In: nothing. Out: codes. Source: the gates above. */
export const disposalRuleCodes = Object.keys(gates) as RuleCode[];

/** What can change between the decision and the day it is given: the child’s age, and the conditions the child signs. */
const ofTheGiving: readonly RuleCode[] = [
  ...(['AGE_18_OR_OVER', 'YCC_CONDITIONS_REQUIRED', 'YCC_PENALTY_CAP', 'YCC_ATTENDANCE_CAP', 'YCC_DEADLINE'] as const),
];

const isLookedAt = (code: RuleCode, facts: Known, stage: DisposalStage): boolean => {
  if (stage === 'RECORD_OUTCOME') return ofTheGiving.includes(code);
  return !gates[code]?.waits?.(facts);
};

const pageAt = (page: string, stage: DisposalStage): string => {
  if (page !== decision) return page;
  return { RECOMMEND: 'recommendation', DECIDE: decision, RECORD_OUTCOME: 'outcome' }[stage];
};

/** The rules looked at for a disposal, to be stored with the decision. In: facts, stage, row. Source: the row. */
export const disposalRules = (
  facts: DisposalFacts,
  stage: DisposalStage,
  row = disposalOf(facts.disposal),
): RuleCode[] => (row?.rules ?? ['DISPOSAL_NOT_IN_FORCE' as const]).filter((code) => isLookedAt(code, facts, stage));

/**
 * Everything about a disposal that keeps it from being recommended, decided or given. Ethnicity is not among the facts.
 * In: facts, stage, and the disposal's row when it is not the book's own. Out: every blocker at once; a disposal that
 * is not known is not in force. Source: Crime and Disorder Act 1998 ss66ZA to 66H; SI 2013/608; each rule's row.
 */
export function disposalBlockers(
  facts: DisposalFacts,
  stage: DisposalStage,
  row: Disposal | null = disposalOf(facts.disposal),
): Blocker[] {
  return disposalRules(facts, stage, row).flatMap((code) => {
    const found = gates[code];
    if (!found || found.isOpen(facts, row)) return [];
    const isSofter = found.warns?.(facts, stage) ?? false;
    const said = { disposal: facts.disposal, about: found.about?.(facts, row), isSofter };
    return [blocker(code, casePage(facts, pageAt(found.page, stage)), said)];
  });
}
