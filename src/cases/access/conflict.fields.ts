import type { Named } from '../../platform/ids.js';
import type { Field } from '../../platform/web/form-fields.js';
import { optionsNamed } from '../../platform/web/form-options.js';

/** Whose conflict of interest it is, and what it is. */
export const conflictFields = (people: readonly Named[]): Field[] => [
  { id: 'personId', kind: 'SELECT', ask: 'Whose conflict of interest is it?', options: optionsNamed(people) },
  {
    id: 'reason',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'What is the conflict?',
    hint: 'For example: knows the family, or works with the victim. The case is closed to them everywhere.',
  },
];

export const liftingFields: readonly Field[] = [
  {
    id: 'reason',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'Why does the conflict no longer stand?',
    hint: 'For example: it was recorded of the wrong person. What was recorded before stays.',
  },
];
