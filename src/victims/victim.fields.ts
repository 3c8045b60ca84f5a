import type { Field } from '../platform/web/form-fields.js';
import { consentAnswers } from '../policy/victim-consent.js';
import { knownWords } from '../policy/victim-safety.js';
import { optionsOf } from '../platform/web/form-options.js';
import { dayInWords } from '../platform/web/words.js';
import type { KnownPerson } from './known-people.queries.js';
import type { VictimKind, ViewStatus } from './victim.entity.js';

export const kindWords: Record<VictimKind, string> = {
  PERSON: 'An adult',
  CHILD: 'A child',
  AGE_NOT_KNOWN: 'A person whose age is not known',
  BUSINESS: 'A business or organisation',
};

const statuses = {
  OBTAINED: 'Gave their view',
  DECLINED: 'Did not want to give a view',
  CONSENT_REFUSED: 'Did not agree to be contacted',
  NOT_CONTACTABLE: 'Could not be reached',
  NOT_YET_SOUGHT: 'Not asked yet',
} as const;

export const statusWords: Record<ViewStatus, string> = { ...statuses, CONSENT_WITHDRAWN: 'Withdrew their agreement' };

export const victimFields: readonly Field[] = [
  { id: 'kind', kind: 'CHOICE', ask: 'Who was harmed?', options: optionsOf(kindWords) },
  { id: 'name', kind: 'TEXT', limit: 200, ask: 'Name', optional: true },
  {
    id: 'contactDetails',
    kind: 'LONG_TEXT',
    limit: 500,
    ask: 'How to reach them',
    hint: 'Telephone, email, safe times to call. The panel does not see this.',
    optional: true,
  },
  {
    id: 'consentToShare',
    kind: 'CHOICE',
    ask: 'Did they agree to their details being shared with the youth justice service?',
    options: optionsOf(consentAnswers),
  },
  {
    id: 'consentReason',
    kind: 'TEXT',
    limit: 500,
    ask: 'Why did they not agree?',
    hint: 'Say so if it is not known',
    when: { question: 'consentToShare', is: 'REFUSED' },
  },
  {
    id: 'sameSchoolOrHome',
    kind: 'CHOICE',
    ask: 'Do they share a school or a home with the child who is referred?',
    options: optionsOf(knownWords),
    optional: true,
  },
  {
    id: 'statement',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'Their statement',
    hint: 'A personal statement given to police. The panel does not see this.',
    optional: true,
  },
];

/** The same of a victim on record: what they agreed to has a page of its own. */
export const changeFields: readonly Field[] = victimFields.filter(({ id }) => !id.startsWith('consent'));

export const viewFields: readonly Field[] = [
  { id: 'status', kind: 'CHOICE', ask: 'Did they give their view?', options: optionsOf(statuses) },
  {
    id: 'obtainedOn',
    kind: 'DAY',
    ask: 'When did they give it?',
    when: { question: 'status', is: 'OBTAINED' },
  },
  {
    id: 'view',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'What did they say should happen?',
    hint: 'The panel reads this. Use their words, and leave out what would tell who they are.',
    when: { question: 'status', is: 'OBTAINED' },
  },
  {
    id: 'reason',
    kind: 'TEXT',
    limit: 500,
    ask: 'Why did they not agree?',
    when: { question: 'status', is: 'CONSENT_REFUSED' },
  },
  { id: 'impact', kind: 'LONG_TEXT', limit: 4000, ask: 'How it affected them', optional: true },
  {
    id: 'safetyNeeds',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'What they need to be and feel safe',
    hint: 'The panel reads this',
    optional: true,
  },
  {
    id: 'restorativeWish',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'What they would want by way of putting it right',
    hint: 'A meeting, a letter, an apology passed on, work that helps, or nothing. The panel reads this.',
    optional: true,
  },
  {
    id: 'attempts',
    kind: 'GROUP',
    ask: 'Attempts to reach them',
    hint: 'Two attempts on days you can name are needed before the panel goes on without their view',
    itemName: 'attempt',
    most: 50,
    optional: true,
    questions: [
      { id: 'on', kind: 'DAY', ask: 'Day' },
      { id: 'how', kind: 'TEXT', limit: 200, ask: 'How' },
      { id: 'result', kind: 'TEXT', limit: 500, ask: 'What came of it' },
    ],
  },
];

export const noVictimFields: readonly Field[] = [
  {
    id: 'reason',
    kind: 'LONG_TEXT',
    limit: 500,
    ask: 'Why is there no identifiable victim?',
    hint: 'An offence such as possession may still have harmed somebody: say what was considered',
  },
];

export const searchFields: readonly Field[] = [
  { id: 'name', kind: 'TEXT', limit: 200, ask: 'Name', hint: 'A part of the name is enough' },
];

/** In: those who were found. Out: the question which of them it is. */
export const knownFields = (found: readonly KnownPerson[]): Field[] => [
  { id: 'name', kind: 'HIDDEN', ask: 'Name', optional: true },
  {
    id: 'harmedId',
    kind: 'CHOICE',
    ask: 'Who is it?',
    options: found.map(({ harmedId, name, contactDetails, kind, harmedOn }) => ({
      value: harmedId,
      label: contactDetails ? `${name}: ${contactDetails}` : name,
      hint: kindWords[kind] + (harmedOn ? `, harmed on ${dayInWords(harmedOn)}` : ''),
    })),
  },
  {
    id: 'kind',
    kind: 'CHOICE',
    ask: 'Who are they now?',
    hint: 'Leave this out if it has not changed since they were harmed before',
    options: optionsOf(kindWords),
    optional: true,
  },
  ...victimFields.filter(({ id }) => id === 'sameSchoolOrHome' || id === 'statement'),
];
