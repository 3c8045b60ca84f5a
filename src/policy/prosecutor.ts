import type { Calendar } from './bank-holidays.js';
import { isRealDay, workingDaysLater } from './days.js';
import { blocker, type Blocker, casePage, type Facts } from './gate.js';
import type { CpsAuthority } from './police-information.js';
import { type Source, sources } from './sources.js';

/** The edition of the checklist; it is stored with every referral and changes whenever a row does. */
export const checklistEdition = '2026-12';

type Item = { readonly name: string; readonly ask: string; readonly source: Source };
const item = (name: string, ask: string, source: Source): Item => ({ name, ask, source });

/**
 * What is looked at before a child’s case goes to the Crown Prosecution Service, each answered yes, no or not applicable.
 * Sources: each row’s own. The form is made elsewhere: here it is only said that it goes along.
 */
export const prosecutorChecklist = {
  CHILD_INFORMATION_FORM: item(
    'Child Information Form',
    'The Child Information Form is filled in and goes along',
    sources.childInformationForm,
  ),
  GRAVITY_SCORED: item(
    'Gravity',
    'Each offence has its final gravity score, with the factors and reasons',
    sources.gravity,
  ),
  EVIDENCE: item('Evidence', 'The evidence has been reviewed, and what is missing is named', sources.cautionEvidence),
  STANCE: item(
    'How the child stands to it',
    'The child’s stance to the allegation is stated as it was given',
    sources.cautionAdmission,
  ),
  CHILD_HEARD: item(
    'What the child said',
    'What the child said of themselves and of what happened is included',
    sources.hmipAssessment,
  ),
  CARER_HEARD: item(
    'What the parent or carer said',
    'What the parent or carer said is included',
    sources.hmipAssessment,
  ),
  VICTIM_HEARD: item(
    'What each victim wants',
    'What each victim wants the prosecutor to know is included, as far as they agreed',
    sources.hmipVictims,
  ),
  YOUTH_JUSTICE_VIEW: item(
    'View of youth justice and the panel',
    'The view of the youth justice service, and the panel’s if it met, is included',
    sources.policeDecide,
  ),
  EARLIER_DISPOSALS: item(
    'Earlier disposals',
    'Earlier disposals, and how the child responded to each, are included',
    sources.hmipEarlierBehaviour,
  ),
  EXPLOITATION: item(
    'Exploitation',
    'Exploitation was considered: referral mechanism and section 45 defence',
    sources.exploitation,
  ),
  SPECIAL_FEATURES: item(
    'Kind of offence',
    'A sexual, domestic or hate offence is marked as such',
    sources.domesticHate,
  ),
  TIME_LIMITS: item(
    'Time limits',
    'Bail and limitation dates, and the day on which the child turns 18, are stated',
    sources.limitation,
  ),
} as const satisfies Readonly<Record<string, Item>>;

export type ChecklistCode = keyof typeof prosecutorChecklist;
export const checklistCodes = Object.keys(prosecutorChecklist) as ChecklistCode[];

/** Why a case is referred. Source: house rule. */
export const referralPurposes = {
  AUTHORITY: 'Authority for an out-of-court disposal is needed',
  CHARGE: 'A decision to charge is asked for',
  ADVICE: 'Advice is asked for',
} as const;

export type ReferralPurpose = keyof typeof referralPurposes;

export const checklistAnswers = { YES: 'Yes', NO: 'No', NOT_APPLICABLE: 'Not applicable' } as const;
export type ChecklistAnswer = keyof typeof checklistAnswers;

/** An item as answered; a comment is needed wherever the answer is not yes. */
export type ChecklistItem = {
  readonly code: ChecklistCode;
  readonly answer: ChecklistAnswer;
  readonly comment: string | null;
};

type Result = { readonly name: string; readonly authority: CpsAuthority | null; readonly ends: boolean };

/**
 * What the prosecutor answered; `authority` is what the case says of it from then on (null leaves it), and `ends` whether
 * the referral is answered by it. Source: Director’s Guidance on Charging, as known; house rule on what ends a referral.
 */
export const prosecutorResults = {
  AUTHORISED: { name: 'Authority given for an out-of-court disposal', authority: 'YES', ends: true },
  REFUSED: { name: 'Authority refused', authority: 'NO', ends: true },
  ADVICE_OUT_OF_COURT: { name: 'Advice to deal with it out of court', authority: null, ends: true },
  ADVICE_CHARGE: { name: 'Advice, or a decision, to charge', authority: 'NO', ends: true },
  ADVICE_NO_ACTION: { name: 'Advice to take no further action', authority: null, ends: true },
  NOT_NEEDED: { name: 'The prosecutor is not needed for this', authority: 'NOT_NEEDED', ends: true },
  MORE_INFORMATION: { name: 'More is asked for before they answer', authority: null, ends: false },
} as const satisfies Readonly<Record<string, Result>>;

export type ProsecutorResult = keyof typeof prosecutorResults;

/** The row of a result. In: its code. Out: the row. Source: the table above. */
export const prosecutorResult = (code: ProsecutorResult): Result => prosecutorResults[code];

/** The last day for an answer. In: day sent, working days of the area, bank holidays. Out: a day, or null past those known. Source: house rule, a setting of the panel area. */
export const answerDue = (sentOn: string, days: number, calendar?: Calendar): string | null =>
  workingDaysLater(sentOn, days, calendar);

/**
 * What keeps a referral from being recorded. In: the checklist as answered, whether one is open already (not known counts
 * as open). Out: blockers. Source: each rule’s row.
 */
export function prosecutorBlockers(
  facts: Facts<{ caseId: string; checklist: readonly ChecklistItem[]; isOpen: boolean }>,
): Blocker[] {
  const form = facts.checklist?.find(({ code }) => code === 'CHILD_INFORMATION_FORM');
  const page = casePage(facts, 'prosecutor');
  return [
    ...(form?.answer === 'YES' ? [] : [blocker('CIF_REQUIRED_FOR_CPS', page)]),
    ...(facts.isOpen === false ? [] : [blocker('PROSECUTOR_NOT_ANSWERED', page, { isHarder: true })]),
  ];
}

/** Warns of an unanswered referral when police decide. In: the day it was sent, or none. Source: the rule’s row. */
export const unansweredBlockers = (facts: Facts<{ caseId: string; openSince: string }>): Blocker[] =>
  isRealDay(facts.openSince) ? [blocker('PROSECUTOR_NOT_ANSWERED', casePage(facts, 'prosecutor'))] : [];
