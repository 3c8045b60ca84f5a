import { overrideFields } from '../panels/override.fields.js';
import { agencies, type Agency } from '../policy/agencies.js';
import { type DisposalBook, notEnded } from '../policy/disposal-book.js';
import { NO_VIEW } from '../policy/discussion-gates.js';
import type { Option } from '../policy/questions/question-set.js';
import type { Field } from '../platform/web/form-fields.js';

/** Always in the order of the table, none chosen. */
const choices = (book: DisposalBook, day: string): Option[] => [
  ...notEnded(book, day).map(({ code, name }) => ({ value: code, label: name })),
  { value: NO_VIEW, label: 'It has no view', alone: true },
];

export const viewFields = (book: DisposalBook, day: string): Field[] => [
  { id: 'view', kind: 'CHOICE', ask: 'What would your agency recommend?', options: choices(book, day) },
  { id: 'reason', kind: 'LONG_TEXT', limit: 2000, ask: 'Why?', hint: 'Also where it has no view' },
];

/** Agencies by their codes, to choose from. */
export const agencyOptions = (codes: readonly string[]): Option[] =>
  codes.map((code) => ({ value: code, label: agencies[code as Agency] }));

export const pointFields = (present: readonly string[]): Field[] => [
  { id: 'agency', kind: 'SELECT', ask: 'Agency that raised it', options: agencyOptions(present) },
  {
    id: 'point',
    kind: 'LONG_TEXT',
    limit: 500,
    ask: 'Point',
    hint: 'In short, not word for word; without what names a victim',
  },
];

export const openingFields = (overridable: readonly Option[]): Field[] => overrideFields(overridable);
