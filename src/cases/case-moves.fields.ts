import { returnReasons } from '../policy/lifecycle.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import { sectionsOf } from '../policy/sections.js';
import type { Named } from '../platform/ids.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed, optionsOf } from '../platform/web/form-options.js';

export const allocationFields = (assessors: readonly Named[]): Field[] => [
  { id: 'personId', kind: 'SELECT', ask: 'Who prepares the case?', options: optionsNamed(assessors) },
];

export const returnFields: readonly Field[] = [
  { id: 'reasonCode', kind: 'CHOICE', ask: 'Why does the case go back to police?', options: optionsOf(returnReasons) },
  { id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask: 'What do police need to know?' },
];

export const reasonFields = (ask: string): Field[] => [{ id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask }];

/** Late news that the service did not see, and the sections it touches. */
export const reopenFields = (set: QuestionSet): Field[] => [
  ...reasonFields('What is the news?'),
  {
    id: 'sections',
    kind: 'CHOICES',
    ask: 'Which sections does it touch?',
    hint: 'Their authors must change each, or say why it stands, before you can sign again',
    options: sectionsOf(set).map(({ section, title }) => ({ value: section, label: title })),
    optional: true,
  },
];

export const coverFields = (areas: readonly Named[], assessors: readonly Named[]): Field[] => [
  { id: 'panelAreaId', kind: 'SELECT', ask: 'Panel area', options: optionsNamed(areas) },
  { id: 'personId', kind: 'SELECT', ask: 'Who is away?', options: optionsNamed(assessors) },
  { id: 'coveredBy', kind: 'SELECT', ask: 'Who covers for them?', options: optionsNamed(assessors) },
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
