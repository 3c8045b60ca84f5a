import { reviewGrades } from '../policy/resolution-review.js';
import type { Named } from '../platform/ids.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed, optionsOf } from '../platform/web/form-options.js';
import { monthInWords } from './resolution-samples.view.js';

export const sampleFields = (areas: readonly Named[], months: readonly string[]): Field[] => [
  { id: 'panelAreaId', kind: 'SELECT', ask: 'Panel area', options: optionsNamed(areas) },
  {
    ...{ id: 'month', kind: 'SELECT', ask: 'Month in which they were registered' },
    options: months.map((month) => ({ value: month, label: monthInWords(month) })),
  },
  {
    ...{ id: 'seed', kind: 'TEXT', limit: 200, ask: 'Seed', optional: true },
    hint: 'Any words or numbers. The same resolutions and the same seed give the same sample, so that anybody can check it. One is made if you leave this empty.',
  },
];

export const reviewFields: readonly Field[] = [
  {
    ...{ id: 'grade', kind: 'CHOICE', ask: 'Was a community resolution without the panel right?' },
    hint: 'By what was known when it was given. The review changes nothing for the child.',
    options: optionsOf(reviewGrades),
  },
  { id: 'comment', kind: 'LONG_TEXT', limit: 4000, ask: 'Why, and what should police know?' },
];

export const toldFields: readonly Field[] = [
  { id: 'toldOn', kind: 'DAY', ask: 'Day on which police were told' },
  { id: 'toldWhom', kind: 'TEXT', limit: 200, ask: 'Who was told?', hint: 'Name and rank, or the team' },
];
