import type { Field } from '../platform/web/form-fields.js';
import type { Speaker } from './voice.entity.js';

const words = {
  CHILD: {
    status: 'Has the child been heard?',
    words: 'What the child said, in the child’s own words',
    hint: 'What happened, why, what would help, how they feel about the person harmed, and whether they understand what comes next. Write “I”, as the child would.',
    reason: 'Why the child has not been heard',
  },
  CARER: {
    status: 'Has the parent or carer been heard, apart from the child?',
    words: 'What the parent or carer said, in their own words',
    hint: 'What they think happened, what is going well, what worries them, what help they would accept.',
    reason: 'Why the parent or carer has not been heard, or why there is none',
  },
} as const;

const whenHeard = { question: 'status', is: 'OBTAINED' } as const;

/** What is asked of a voice. The child's page has no way to say that there is no child. */
export function voiceFields(who: Speaker): Field[] {
  const { status, words: said, hint, reason } = words[who];
  const options = [
    { value: 'OBTAINED', label: 'Yes' },
    { value: 'NOT_OBTAINED', label: 'No', hint: 'A manager has to agree that the panel goes on without' },
    ...(who === 'CARER' ? [{ value: 'NO_CARER', label: 'There is no parent or carer' }] : []),
  ];
  return [
    { id: 'status', kind: 'CHOICE', ask: status, options },
    { id: 'heardOn', kind: 'DAY', ask: 'On which day?', when: whenHeard },
    { id: 'heardBy', kind: 'TEXT', limit: 200, ask: 'Who listened?', when: whenHeard },
    { id: 'how', kind: 'TEXT', limit: 500, ask: 'Where and how?', hint: 'Did they choose the place?', when: whenHeard },
    { id: 'words', kind: 'LONG_TEXT', limit: 4000, ask: said, hint, when: whenHeard },
    {
      ...{ id: 'influence', kind: 'LONG_TEXT', limit: 4000, ask: 'What changed because of what they said' },
      ...{ optional: true, when: whenHeard },
    },
    {
      id: 'reason',
      kind: 'LONG_TEXT',
      limit: 4000,
      ask: reason,
      when: { question: 'status', is: ['NOT_OBTAINED', 'NO_CARER'] },
    },
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
