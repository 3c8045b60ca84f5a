import { attemptResults, attemptWays } from '../policy/voice-attempts.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';

export const attemptFields: readonly Field[] = [
  { id: 'on', kind: 'DAY', ask: 'On which day?' },
  { id: 'way', kind: 'CHOICE', ask: 'How did you try?', options: optionsOf(attemptWays) },
  { id: 'result', kind: 'CHOICE', ask: 'What came of it?', options: optionsOf(attemptResults) },
  {
    id: 'words',
    kind: 'LONG_TEXT',
    limit: 1000,
    ask: 'More about it',
    hint: 'Such as who answered, or why it was not right to ask. Needed where you chose “Another way” or “Something else”.',
    optional: true,
  },
];
