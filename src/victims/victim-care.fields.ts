import { consentAnswers, refusalReasons } from '../policy/victim-consent.js';
import { ethnicities } from '../policy/ethnicity.js';
import { offerAnswers, offerWays } from '../policy/victim-offers.js';
import { feltSafe, knownWords, type SharedPlace } from '../policy/victim-safety.js';
import { tellings } from '../policy/victim-telling.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';
import { kindWords } from './victim.fields.js';

const REFUSED = { question: 'consent', is: 'REFUSED' } as const;
const ASKED = { question: 'consent', is: ['GIVEN', 'REFUSED'] } as const;

export const consentFields: readonly Field[] = [
  {
    id: 'consent',
    kind: 'CHOICE',
    ask: 'Do they agree to their details being shared with the youth justice service?',
    options: optionsOf(consentAnswers),
  },
  { id: 'askedOn', kind: 'DAY', ask: 'When were they asked?', when: ASKED },
  {
    id: 'informed',
    kind: 'LONG_TEXT',
    limit: 2000,
    ask: 'What were they told before they answered?',
    hint: 'What is shared and with whom, what it is for, and that they can take it back',
    when: ASKED,
    optional: true,
  },
  { id: 'refusal', kind: 'CHOICE', ask: 'Why did they not agree?', options: optionsOf(refusalReasons), when: REFUSED },
  { id: 'reason', kind: 'TEXT', limit: 500, ask: 'In their words', when: REFUSED, optional: true },
];

export const withdrawalFields: readonly Field[] = [
  { id: 'on', kind: 'DAY', ask: 'When did they withdraw?' },
  { id: 'reason', kind: 'TEXT', limit: 500, ask: 'Why?', hint: 'Say so if they did not say' },
];

export const contactFields: readonly Field[] = [
  {
    id: 'contactDetails',
    kind: 'LONG_TEXT',
    limit: 500,
    ask: 'How to reach them',
    hint: 'Telephone, email, safe times to call. The panel does not see this.',
    optional: true,
  },
  { id: 'nextContactOn', kind: 'DAY', ask: 'When will you next be in touch?', optional: true },
];

const { BUSINESS: _business, ...people } = kindWords;

export const ageFields: readonly Field[] = [
  {
    id: 'kind',
    kind: 'CHOICE',
    ask: 'Are they a child?',
    hint: 'Everybody under 18 is. A child is written to in other words, and so is their parent or carer',
    options: optionsOf(people),
  },
];

const sharedField = (id: SharedPlace, what: string): Field => ({
  ...{ id, kind: 'CHOICE', ask: `Do they and the child share ${what}?`, options: optionsOf(knownWords) },
});

const felt = (id: 'feltAtStart' | 'feltAtEnd', when: string): Field[] => [
  { id, kind: 'CHOICE', ask: `How safe did they say they feel ${when}?`, options: optionsOf(feltSafe), optional: true },
  {
    ...{ id: `${id}On`, kind: 'DAY', ask: 'When did they say so?' },
    when: { question: id, is: Object.keys(feltSafe) },
  },
];

export const safetyFields: readonly Field[] = [
  sharedField('sharedSchool', 'a school'),
  sharedField('sharedHome', 'a home'),
  sharedField('sharedStreet', 'a street, or the way there'),
  {
    id: 'actions',
    kind: 'GROUP',
    ask: 'What is done to keep them safe',
    hint: 'The panel reads this. Leave out what would tell who they are or where they live.',
    itemName: 'thing to do',
    most: 30,
    optional: true,
    questions: [
      { id: 'what', kind: 'TEXT', limit: 500, ask: 'What' },
      { id: 'who', kind: 'TEXT', limit: 200, ask: 'Who does it' },
      { id: 'dueOn', kind: 'DAY', ask: 'By when' },
      { id: 'doneOn', kind: 'DAY', ask: 'Done on', optional: true },
    ],
  },
  ...felt('feltAtStart', 'at the start'),
  ...felt('feltAtEnd', 'at the end'),
];

const OFFERED = { question: 'offered', is: 'YES' } as const;

export const offerFields: readonly Field[] = [
  {
    id: 'offered',
    kind: 'CHOICE',
    ask: 'Was the victim offered a way to have the harm repaired?',
    options: [
      { value: 'YES', label: 'Yes' },
      { value: 'NO', label: 'No' },
    ],
  },
  {
    id: 'notOfferedReason',
    kind: 'TEXT',
    limit: 500,
    ask: 'Why was it not offered?',
    when: { question: 'offered', is: 'NO' },
  },
  { id: 'offeredOn', kind: 'DAY', ask: 'When was it offered?', when: OFFERED },
  { id: 'way', kind: 'CHOICE', ask: 'What was offered?', options: optionsOf(offerWays), when: OFFERED, optional: true },
  {
    id: 'answer',
    kind: 'CHOICE',
    ask: 'What did they answer?',
    options: optionsOf(offerAnswers),
    when: OFFERED,
    optional: true,
  },
  {
    id: 'answeredOn',
    kind: 'DAY',
    ask: 'When did they answer?',
    when: { question: 'answer', is: Object.keys(offerAnswers) },
  },
  {
    id: 'tookPlaceOn',
    kind: 'DAY',
    ask: 'When did it take place?',
    when: { question: 'answer', is: 'ACCEPTED' },
    optional: true,
  },
];

const { CONSENT_WITHDRAWN: __, ...told } = tellings;

export const tellingFields: readonly Field[] = [
  { id: 'status', kind: 'CHOICE', ask: 'Were they told the outcome?', options: optionsOf(told) },
  {
    id: 'toldOn',
    kind: 'DAY',
    ask: 'When were they told?',
    when: { question: 'status', is: 'TOLD' },
  },
  {
    id: 'how',
    kind: 'TEXT',
    limit: 200,
    ask: 'How were they told?',
    hint: 'What was decided, never what belongs to the child alone',
    when: { question: 'status', is: 'TOLD' },
  },
];

const AGREES = { question: 'agrees', is: 'YES' } as const;

const need = (id: string, ask: string, hint: string): Field => ({
  ...{ id, kind: 'TEXT', limit: id === 'language' ? 200 : 500, ask, hint, when: AGREES, optional: true },
});

export const needsFields: readonly Field[] = [
  {
    id: 'agrees',
    kind: 'CHOICE',
    ask: 'Do they agree that their needs and characteristics are kept?',
    hint: 'They are kept for working with this person alone. The panel does not see them.',
    options: [
      { value: 'YES', label: 'Yes' },
      { value: 'NO', label: 'No. What was kept is deleted' },
    ],
  },
  {
    id: 'ethnicityCode',
    kind: 'SELECT',
    ask: 'Ethnicity as they say it themselves',
    options: optionsOf(ethnicities['18+1']),
    when: AGREES,
    optional: true,
  },
  need('disability', 'Disability', 'As they describe it'),
  need('communication', 'What helps them to speak and be understood', 'For example an interpreter, or short sentences'),
  need('language', 'The language they prefer', 'For speaking and for reading'),
  {
    id: 'otherNeeds',
    kind: 'LONG_TEXT',
    limit: 1000,
    ask: 'Anything else that they need',
    when: AGREES,
    optional: true,
  },
];
