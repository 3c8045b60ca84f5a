import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';

export const interventionFields: readonly Field[] = [
  {
    id: 'name',
    kind: 'TEXT',
    limit: 200,
    ask: 'What is provided?',
    hint: 'For example, mentoring or a cannabis group',
  },
  { id: 'provider', kind: 'TEXT', limit: 200, ask: 'Who provides it?', hint: 'A service, and no person’s name' },
];

export const interventionChangeFields: readonly Field[] = [
  ...interventionFields,
  {
    ...{ id: 'ended', kind: 'CHOICE', ask: 'Can it still be chosen?' },
    options: optionsOf({ NO: 'Yes', YES: 'No; where it was chosen it stays' }),
  },
];
