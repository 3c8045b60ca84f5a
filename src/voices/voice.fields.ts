import { lundyParts, sharingConsents } from '../policy/voice-parts.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf, yesOrNo } from '../platform/web/form-options.js';
import type { Speaker } from './voice.entity.js';

const whenHeard = { question: 'status', is: 'OBTAINED' } as const;

const heading = (part: keyof typeof lundyParts): Field => ({
  ...{ id: `heading-${part}`, kind: 'HEADING', ask: lundyParts[part].title, hint: lundyParts[part].hint },
  when: whenHeard,
});

const long = (id: string, ask: string, hint = '', limit = 4000): Field => ({
  ...{ id, kind: 'LONG_TEXT', limit, ask, when: whenHeard },
  ...(hint ? { hint } : {}),
});

/** The people, the place and the day: asked of child and carer alike. */
const meeting: Field[] = [
  { id: 'heardOn', kind: 'DAY', ask: 'On which day?', when: whenHeard },
  { id: 'heardBy', kind: 'TEXT', limit: 200, ask: 'Who listened?', when: whenHeard },
  { id: 'how', kind: 'TEXT', limit: 500, ask: 'Where and how?', when: whenHeard },
  { id: 'seenWith', kind: 'TEXT', limit: 500, ask: 'Who else was there?', when: whenHeard },
];

const influence = long(
  'influence',
  'What changed because of what they said',
  'If nothing did, say why, and how they were told.',
);

const childFields = (isSomebodyHarmed: boolean): Field[] => [
  heading('space'),
  {
    ...{ id: 'seenBefore', kind: 'CHOICE', ask: 'Was the child seen before the meeting?', options: yesOrNo },
    when: whenHeard,
  },
  {
    ...{ id: 'notSeenReason', kind: 'LONG_TEXT', limit: 1000, ask: 'Why the child was not seen' },
    when: { question: 'seenBefore', is: 'NO' },
  },
  ...meeting,
  { id: 'chosePlace', kind: 'CHOICE', ask: 'Did the child choose the place?', options: yesOrNo, when: whenHeard },
  long(
    'helpGiven',
    'How the child was helped to take part',
    'Such as pictures, breaks, an interpreter, a trusted adult, or more than one meeting.',
    1000,
  ),
  heading('voice'),
  long('account', 'What happened'),
  long('causes', 'Why the child thinks it happened'),
  long('wouldHelp', 'What would help'),
  ...(isSomebodyHarmed
    ? [long('feelings', 'How the child feels about the person harmed', 'Do not write who was harmed.')]
    : []),
  long('understanding', 'What the child understands of what may happen now'),
  long(
    'words',
    'Whatever else the child said, in the child’s own words',
    'Fill in this, or any one of the parts above.',
  ),
  heading('audience'),
  long('passedTo', 'To whom was it passed on, and when?', 'Such as the panel, the police, school or the carer.', 1000),
  heading('influence'),
  influence,
];

const carerFields: Field[] = [
  ...meeting.slice(0, 3),
  long('childView', 'How they see their child', 'What is going well, and what worries them.'),
  long('account', 'What they think happened'),
  long('familyNeeds', 'What the family needs', 'What help they would accept, and from whom.'),
  long('outcomeView', 'What they think should come of it'),
  long(
    'words',
    'Whatever else the parent or carer said, in their own words',
    'Fill in this, or any one of the parts above.',
  ),
  {
    ...{
      id: 'consentToShare',
      kind: 'CHOICE',
      ask: 'Do they agree that this is shared with the panel and its agencies?',
    },
    options: optionsOf(sharingConsents).map((option) =>
      option.value === 'NO'
        ? { ...option, hint: 'The panel then reads that they were heard, and none of their words' }
        : option,
    ),
    when: whenHeard,
  },
  long('consentDetails', 'What may be shared, and what may not', 'Needed where they agree to some of it only.', 1000),
  influence,
];

const questions = {
  CHILD: { status: 'Has the child been heard?', reason: 'Why the child has not been heard' },
  CARER: {
    status: 'Has the parent or carer been heard, apart from the child?',
    reason: 'Why the parent or carer has not been heard, or why there is none',
  },
} as const;

/**
 * What is asked of a voice, the child's in Lundy's four parts. The child's page has no way to say that there is no child,
 * and asks about a person harmed only where there is one.
 */
export function voiceFields(who: Speaker, isSomebodyHarmed: boolean): Field[] {
  const { status, reason } = questions[who];
  const options = [
    { value: 'OBTAINED', label: 'Yes' },
    { value: 'NOT_OBTAINED', label: 'No', hint: 'A manager has to agree that the panel goes on without' },
    ...(who === 'CARER' ? [{ value: 'NO_CARER', label: 'There is no parent or carer' }] : []),
  ];
  const unheard = { question: 'status', is: who === 'CARER' ? ['NOT_OBTAINED', 'NO_CARER'] : 'NOT_OBTAINED' } as const;
  return [
    { id: 'status', kind: 'CHOICE', ask: status, options },
    { id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask: reason, when: unheard },
    ...(who === 'CHILD' ? childFields(isSomebodyHarmed) : carerFields),
  ];
}

export const approvalFields: readonly Field[] = [
  {
    id: 'reason',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'Why it is right to go on without',
    hint: 'The panel reads this',
  },
];
