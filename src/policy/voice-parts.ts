import { isWritten } from './gate.js';

/**
 * What a child is asked, each part kept in the child's own words, with what people call it. Of the person harmed only
 * where there is one. Source: HMIP 2018 and HMIP 2021 (Leicestershire) section 3.1 (the child's own account, views of
 * causes and of what would help); the words are our own.
 */
export const childParts = {
  account: 'What happened',
  causes: 'Why the child thinks it happened',
  wouldHelp: 'What would help',
  feelings: 'How the child feels about the person harmed',
  understanding: 'What the child understands of what may happen now',
} as const;

/** The same for a parent or carer, who is asked apart from the child. Source: HMIP 2021 (Leicestershire) section 3.1. */
export const carerParts = {
  childView: 'How they see their child',
  account: 'What they think happened',
  familyNeeds: 'What the family needs',
  outcomeView: 'What they think should come of it',
} as const;

export type ChildPart = keyof typeof childParts;
export type CarerPart = keyof typeof carerParts;
export type VoicePart = ChildPart | CarerPart;
export type Parts = Readonly<Partial<Record<VoicePart, string | null>>>;

/** Whether a parent or carer agrees that what they said is shared. Source: domain knowledge; the words are our own. */
export const sharingConsents = {
  YES: 'Yes',
  PARTLY: 'Only some of it',
  NO: 'No',
} as const;

export type SharingConsent = keyof typeof sharingConsents;
export const sharingConsentCodes = Object.keys(sharingConsents) as SharingConsent[];

/** The parts of one speaker. In: the speaker. Out: code and words, in the order in which they are asked and read. */
export const partsOf = (who: 'CHILD' | 'CARER'): [VoicePart, string][] =>
  Object.entries(who === 'CHILD' ? childParts : carerParts) as [VoicePart, string][];

/**
 * True when something of what was said is written: as one text, or in at least one of the speaker's parts.
 * In: the speaker, what was written. Source: house rule (a voice that was heard has words).
 */
export const hasWords = (
  who: 'CHILD' | 'CARER',
  said: Parts & { readonly words?: string | null | undefined },
): boolean => isWritten(said.words) || partsOf(who).some(([part]) => isWritten(said[part]));

/**
 * Lundy's four parts of taking a child's view seriously (article 12 of the Convention on the Rights of the Child), in
 * which the child's page is laid out. Source: Lundy 2007, as used in HMIP and local plans on participation.
 */
export const lundyParts = {
  space: { title: 'Space', hint: 'When, where and with whom the child could speak safely' },
  voice: {
    title: 'Voice',
    hint: 'What the child said, as the child said it. Write “I”, as the child would. Leave empty what was not talked about.',
  },
  audience: { title: 'Audience', hint: 'Who has to hear it, and was told' },
  influence: { title: 'Influence', hint: 'What came of it' },
} as const;
