import { frameworks } from '../policy/ratings.js';
import type { Named } from '../platform/ids.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed } from '../platform/web/form-options.js';
import { LARGEST_SAMPLE } from './audit-plan.input.js';

/** First step: which decided cases. */
export const periodFields = (areas: readonly Named[]): Field[] => [
  {
    id: 'panelAreaId',
    kind: 'SELECT',
    ask: 'Panel area',
    options: optionsNamed(areas),
  },
  {
    id: 'from',
    kind: 'DAY',
    ask: 'First day of the period',
    hint: 'The police decision counts. For example, 1 4 2026',
  },
  { id: 'to', kind: 'DAY', ask: 'Last day of the period', hint: 'For example, 30 9 2026' },
  {
    id: 'framework',
    kind: 'SELECT',
    ask: 'Framework',
    hint: 'Its questions are asked of each case',
    options: frameworks.map(({ id, title }) => ({ value: id, label: title })),
  },
];

/** Second step, once the cases are counted: how many to draw. */
export const drawFields: readonly Field[] = [
  { id: 'panelAreaId', kind: 'HIDDEN', ask: 'Panel area' },
  { id: 'from', kind: 'HIDDEN', ask: 'First day' },
  { id: 'to', kind: 'HIDDEN', ask: 'Last day' },
  { id: 'framework', kind: 'HIDDEN', ask: 'Framework' },
  {
    id: 'how',
    kind: 'CHOICE',
    ask: 'How many cases are to be drawn?',
    options: [
      { value: 'PRECISION', label: 'As many as the inspectorate’s rule asks for' },
      { value: 'NUMBER', label: 'A number of cases' },
    ],
  },
  {
    id: 'confidence',
    kind: 'NUMBER',
    least: 50,
    most: 99,
    ask: 'Confidence in per cent',
    hint: 'The inspectorate used 80',
    when: { question: 'how', is: 'PRECISION' },
  },
  {
    id: 'margin',
    kind: 'NUMBER',
    least: 1,
    most: 50,
    ask: 'Margin of error in points',
    hint: 'The inspectorate used 5',
    when: { question: 'how', is: 'PRECISION' },
  },
  {
    id: 'size',
    kind: 'NUMBER',
    least: 1,
    most: LARGEST_SAMPLE,
    ask: 'Number of cases',
    hint: 'If there are fewer, all of them are drawn',
    when: { question: 'how', is: 'NUMBER' },
  },
  {
    id: 'seed',
    kind: 'TEXT',
    limit: 200,
    ask: 'Seed',
    hint: 'Any words or numbers. The same cases and the same seed give the same sample, so that anybody can check it. One is made if you leave this empty.',
    optional: true,
  },
];
