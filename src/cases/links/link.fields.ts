import type { Field } from '../../platform/web/form-fields.js';

export const linkFields: readonly Field[] = [
  {
    ...{ id: 'reference', kind: 'TEXT', limit: 50, ask: 'Reference of the other case' },
    hint: 'A case of another child in the same panel area. For example, JDP-26-7K2M9Q',
  },
  {
    ...{ id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask: 'What links the cases?' },
    hint: 'For example: both children are said to have been there. Say nothing that is private to either child.',
  },
];

export const unlinkFields: readonly Field[] = [
  { id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask: 'Why is the link undone?' },
];
