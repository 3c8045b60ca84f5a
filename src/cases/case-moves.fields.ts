import { returnReasons } from '../policy/lifecycle.js';
import { optionsOf as options } from '../access/person.fields.js';
import type { Field } from '../platform/web/form-fields.js';

type Named = { readonly id: string; readonly name: string };
const people = (found: readonly Named[]) => found.map(({ id, name }) => ({ value: id, label: name }));

export const allocationFields = (assessors: readonly Named[]): Field[] => [
  { id: 'personId', kind: 'SELECT', ask: 'Who prepares the case?', options: people(assessors) },
];

export const returnFields: readonly Field[] = [
  { id: 'reasonCode', kind: 'CHOICE', ask: 'Why does the case go back to police?', options: options(returnReasons) },
  { id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask: 'What do police need to know?' },
];

export const reasonFields = (ask: string): Field[] => [{ id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask }];

export const coverFields = (areas: readonly Named[], assessors: readonly Named[]): Field[] => [
  { id: 'panelAreaId', kind: 'SELECT', ask: 'Panel area', options: people(areas) },
  { id: 'personId', kind: 'SELECT', ask: 'Who is away?', options: people(assessors) },
  { id: 'coveredBy', kind: 'SELECT', ask: 'Who covers for them?', options: people(assessors) },
  { id: 'fromDay', kind: 'DAY', ask: 'First day' },
  { id: 'toDay', kind: 'DAY', ask: 'Last day' },
  {
    id: 'reason',
    kind: 'TEXT',
    limit: 500,
    ask: 'Reason',
    hint: 'For example, annual leave. Say nothing about health.',
  },
];
