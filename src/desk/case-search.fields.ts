import type { Field } from '../platform/web/form-fields.js';

export const searchFields: readonly Field[] = [
  {
    id: 'name',
    kind: 'TEXT',
    limit: 200,
    ask: 'Name of the child',
    hint: 'Given name, family name or both, or how one begins. Accents do not matter.',
    optional: true,
  },
  { id: 'dateOfBirth', kind: 'DAY', ask: 'Date of birth', optional: true },
  {
    id: 'reference',
    kind: 'TEXT',
    limit: 100,
    ask: 'Reference',
    hint: 'Of the case, like JDP-26-7K2M9Q, or of the crime with police',
    optional: true,
  },
];
