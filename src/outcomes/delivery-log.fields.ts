import { contactResults, contactWays, engagementSteps, excuses } from '../policy/delivery.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';

export const contactFields: readonly Field[] = [
  { id: 'heldOn', kind: 'DAY', ask: 'On which day?' },
  { id: 'way', kind: 'CHOICE', ask: 'Where or how?', options: optionsOf(contactWays) },
  { id: 'who', kind: 'TEXT', limit: 200, ask: 'Who met the child, or was to?' },
  { id: 'result', kind: 'CHOICE', ask: 'Was it kept?', options: optionsOf(contactResults) },
  {
    ...{ id: 'reason', kind: 'LONG_TEXT', limit: 1000, ask: 'Why was it missed?' },
    hint: 'What the child or the family say, or that nobody knows yet',
    when: { question: 'result', is: 'MISSED' },
  },
  {
    ...{ id: 'excuse', kind: 'CHOICE', ask: 'Is that a reasonable excuse?', options: optionsOf(excuses) },
    when: { question: 'result', is: 'MISSED' },
  },
  { id: 'note', kind: 'LONG_TEXT', limit: 2000, ask: 'More about it', optional: true },
];

export const stepFields: readonly Field[] = [
  { id: 'takenOn', kind: 'DAY', ask: 'On which day?' },
  { id: 'step', kind: 'CHOICE', ask: 'What was done?', options: optionsOf(engagementSteps) },
  {
    ...{ id: 'note', kind: 'LONG_TEXT', limit: 2000, ask: 'More about it', optional: true },
    hint: 'What came of it. Needed where you chose “Something else”.',
  },
];
