import { gravityEditions, gravityScores } from '../policy/gravity.js';
import { gravityFactors } from '../policy/gravity-factors.js';
import { offenceClasses, offenceFeatures, withoutFeatures } from '../policy/offence-classes.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';
import { yesOrNo } from './referral-pages.fields.js';

export const OTHER_CLASS = 'OTHER';

export const offenceFields: readonly Field[] = [
  { id: 'date', kind: 'DAY', ask: 'Date of the offence' },
  {
    id: 'listedClass',
    kind: 'SELECT',
    ask: 'Home Office class',
    options: [
      ...Object.entries(offenceClasses).map(([value, { name }]) => ({ value, label: `${value} ${name}` })),
      { value: OTHER_CLASS, label: 'Another class' },
    ],
  },
  {
    id: 'homeOfficeClass',
    kind: 'TEXT',
    limit: 20,
    ask: 'Code of the other class',
    when: { question: 'listedClass', is: OTHER_CLASS },
  },
  { id: 'description', kind: 'LONG_TEXT', limit: 4000, ask: 'What happened' },
  {
    id: 'indictableOnly',
    kind: 'CHOICE',
    ask: 'Can it be tried in the Crown Court alone?',
    options: [...yesOrNo, { value: 'NOT_KNOWN', label: 'I am not sure', hint: 'What is usual for the class is taken' }],
  },
  {
    id: 'features',
    kind: 'CHOICES',
    ask: 'Was it any of these?',
    hint: 'Select all that it may have been',
    options: [...optionsOf(offenceFeatures), { value: 'NONE', label: withoutFeatures.NONE, alone: true }],
  },
];

const scores = Object.entries(gravityScores).map(([value, name]) => ({ value, label: `${value}: ${name}` }));
const ifScored = { question: 'isScored', is: 'YES' };

export const gravityFields: readonly Field[] = [
  {
    id: 'isScored',
    kind: 'CHOICE',
    ask: 'Has the gravity of this offence been scored?',
    options: [
      { value: 'YES', label: 'Yes' },
      { value: 'NO', label: 'Not yet', hint: 'It can be scored while the case is prepared' },
    ],
  },
  {
    id: 'edition',
    kind: 'SELECT',
    ask: 'Edition of the matrix',
    options: Object.entries(gravityEditions).map(([value, { name }]) => ({ value, label: name })),
    when: ifScored,
  },
  { id: 'startScore', kind: 'CHOICE', ask: 'Score the offence starts with', options: scores, when: ifScored },
  {
    id: 'factors',
    kind: 'GROUP',
    ask: 'What moved the score',
    hint: 'One factor at a time, with what shows it. Leave empty if nothing moved it.',
    itemName: 'factor',
    most: 50,
    optional: true,
    when: ifScored,
    questions: [
      {
        id: 'code',
        kind: 'SELECT',
        ask: 'Factor',
        options: Object.entries(gravityFactors).map(([value, { kind, name }]) => ({
          value,
          label: `${kind === 'AGGRAVATING' ? 'Up' : 'Down'}: ${name}`,
        })),
      },
      { id: 'evidence', kind: 'LONG_TEXT', limit: 500, ask: 'What shows it' },
    ],
  },
  { id: 'finalScore', kind: 'CHOICE', ask: 'Final score', options: scores, when: ifScored },
];
