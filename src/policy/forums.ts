import { judgementCodes, judgements } from './judgements.js';
import { type Source, sources } from './sources.js';

/** Why a child is referred to another forum, with the words people read. */
export const referralReasons = {
  SAFETY_AND_WELLBEING: `${judgements.SAFETY_AND_WELLBEING} was judged high or very high`,
  RISK_OF_SERIOUS_HARM: `${judgements.RISK_OF_SERIOUS_HARM} was judged high or very high`,
  LIKELIHOOD_OF_REOFFENDING: `${judgements.LIKELIHOOD_OF_REOFFENDING} was judged high or very high`,
  DIVERSITY_NEED: 'Diversity needs have to be considered',
  SIGNIFICANT_CHANGE: 'Something significant has changed',
  COMMUNICATION_NEED: 'The child has, or may have, a speech, language or communication need',
  COMMUNICATION_NOT_CHECKED: 'Nobody has checked how the child understands and uses language',
  LEARNING_NEED: 'The child has, or may have, special educational needs, a disability or attention needs',
  EXPLOITATION: 'The child is, or may be, exploited',
  HEALTH_NEED: 'The child has a health need',
  EARLIER_HARM: 'The child has lived through harm, loss or violence',
  MISSING: 'The child goes missing',
  OTHER: 'Another reason',
} as const;

export type ReferralReason = keyof typeof referralReasons;

/**
 * A forum outside the panel to which a child may be referred: what people call it, what it is for, the reasons usually
 * given, and where that comes from. The panel's service keeps that, when and to whom the referral went and what came of
 * it; it does not run the forum.
 */
export type Forum = {
  readonly name: string;
  readonly about: string;
  readonly reasons: readonly ReferralReason[];
  readonly source: Source;
};

const { leicesterPlan, leicesterPriorities, leicesterMeetings, speechAndLanguage, exploitation, house } = sources;

/** Every forum by its permanent code. Sources: each row's own. */
export const forums = {
  CASE_MANAGEMENT_AND_DIVERSITY_PANEL: {
    name: 'Case management and diversity panel',
    about:
      'Looks at every child with a high level in any judgement, with diversity needs, or for whom much has changed.',
    reasons: [...judgementCodes, 'DIVERSITY_NEED', 'SIGNIFICANT_CHANGE'],
    source: leicesterPlan,
  },
  SEND_PANEL: {
    name: 'SEND panel',
    about: 'Agencies talk together about a child who has, or may have, special educational needs or neurodiversity.',
    reasons: ['COMMUNICATION_NEED', 'COMMUNICATION_NOT_CHECKED', 'LEARNING_NEED'],
    source: speechAndLanguage,
  },
  SPEECH_AND_LANGUAGE_THERAPIST: {
    name: 'Speech and language therapist',
    about: 'Finds out what helps the child to understand and to be understood.',
    reasons: ['COMMUNICATION_NEED', 'COMMUNICATION_NOT_CHECKED'],
    source: speechAndLanguage,
  },
  NATIONAL_REFERRAL_MECHANISM: {
    name: 'National Referral Mechanism',
    about: 'Decides whether a child is a victim of modern slavery. A first responder makes the referral.',
    reasons: ['EXPLOITATION'],
    source: exploitation,
  },
  CHILD_REVIEW_PANEL: {
    name: 'Child review panel',
    about: 'Reviews each week the children around whom things change quickly.',
    reasons: ['SIGNIFICANT_CHANGE', 'RISK_OF_SERIOUS_HARM', 'SAFETY_AND_WELLBEING'],
    source: leicesterPriorities,
  },
  DAILY_RISK_MANAGEMENT_MEETING: {
    name: 'Daily risk management meeting',
    about: 'Police and social care talk each day about children who are exploited or go missing.',
    reasons: ['EXPLOITATION', 'MISSING'],
    source: leicesterMeetings,
  },
  ADVERSE_EXPERIENCES_TEAM: {
    name: 'Adverse childhood experiences team',
    about: 'Advises on, or works with, a child who has lived through harm; the way to mental health services.',
    reasons: ['EARLIER_HARM', 'HEALTH_NEED'],
    source: leicesterMeetings,
  },
  EDUCATION: {
    name: 'Education',
    about: 'School, college, or the authority’s team for children who miss education.',
    reasons: ['LEARNING_NEED', 'OTHER'],
    source: house,
  },
  HEALTH: {
    name: 'Health',
    about: 'The health navigator, a nurse, a doctor, or a mental health or substance misuse service.',
    reasons: ['HEALTH_NEED', 'OTHER'],
    source: house,
  },
} as const satisfies Record<string, Forum>;

export type ForumCode = keyof typeof forums;
export const forumCodes = Object.keys(forums) as ForumCode[];

/** The forum that every high level goes to. Source: its row. */
export const highLevelForum = 'CASE_MANAGEMENT_AND_DIVERSITY_PANEL' satisfies ForumCode;

/** The forums that answer a speech, language or communication need; one of them is enough. Source: their rows. */
export const communicationForums: readonly ForumCode[] = ['SEND_PANEL', 'SPEECH_AND_LANGUAGE_THERAPIST'];

/** True when the words are the code of a forum. In: any text. Source: the table above. */
export const isForum = (code: string): code is ForumCode => Object.hasOwn(forums, code);

/** The name of a forum, or the code where it is not known. In: a code. Source: the table above. */
export const forumName = (code: string): string => (isForum(code) ? forums[code].name : code);

/** Why, in words. In: the codes kept with a referral. Out: a sentence for each. Source: the table above. */
export const reasonsInWords = (codes: readonly string[]): string[] =>
  codes.map((code) => (referralReasons as Readonly<Record<string, string>>)[code] ?? code);
