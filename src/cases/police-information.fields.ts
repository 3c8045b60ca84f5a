import { gravityEditions, gravityScores } from '../policy/gravity.js';
import { offenceFeatures } from '../policy/offence-classes.js';
import { cpsAuthorities, policeStatuses, responsibilityStances, sufficiencies } from '../policy/police-information.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';

export const policeInformationFields: readonly Field[] = [
  {
    id: 'responsibilityStance',
    kind: 'CHOICE',
    ask: 'How does the child stand to what is alleged?',
    hint: 'Accepting responsibility is not an admission, and neither is silence',
    options: optionsOf(responsibilityStances),
  },
  { id: 'evidenceSufficient', kind: 'CHOICE', ask: 'Is the evidence sufficient?', options: optionsOf(sufficiencies) },
  {
    id: 'cpsAuthority',
    kind: 'CHOICE',
    ask: 'Authority of the Crown Prosecution Service',
    hint: 'Needed where an offence can be tried in the Crown Court alone',
    options: optionsOf(cpsAuthorities),
  },
  {
    id: 'policeStatus',
    kind: 'CHOICE',
    ask: 'Where does the child stand with police?',
    options: optionsOf(policeStatuses),
  },
  {
    id: 'bailDate',
    kind: 'DAY',
    ask: 'Bailed to',
    when: { question: 'policeStatus', is: 'BAIL' },
  },
  {
    ...{ id: 'arrestedFor', kind: 'TEXT', limit: 500, ask: 'What was the child arrested for?', optional: true },
    hint: 'Even where it was for something else than the offence here. If there was no arrest, say how it came to light.',
  },
  { id: 'policeInformation', kind: 'LONG_TEXT', limit: 10_000, ask: 'What police know' },
];

const scores = Object.entries(gravityScores)
  .map(([value, label]) => `${value}: ${label.toLowerCase()}`)
  .join('; ');

export const gravityFields: readonly Field[] = [
  {
    id: 'edition',
    kind: 'SELECT',
    ask: 'Edition of the child gravity matrix',
    options: Object.entries(gravityEditions).map(([value, { name }]) => ({ value, label: name })),
  },
  { id: 'startScore', kind: 'NUMBER', least: 1, most: 5, ask: 'Score it starts from', hint: scores },
  {
    id: 'factors',
    kind: 'GROUP',
    ask: 'Factors',
    hint: 'One at a time, each with what shows it',
    itemName: 'factor',
    most: 50,
    optional: true,
    questions: [
      { id: 'code', kind: 'TEXT', limit: 100, ask: 'Factor' },
      {
        id: 'kind',
        kind: 'CHOICE',
        ask: 'Does it aggravate or mitigate?',
        options: optionsOf({ AGGRAVATING: 'Aggravates', MITIGATING: 'Mitigates' }),
      },
      { id: 'evidence', kind: 'TEXT', limit: 500, ask: 'What shows it' },
    ],
  },
  { id: 'finalScore', kind: 'NUMBER', least: 1, most: 5, ask: 'Final score', hint: scores },
  {
    id: 'indictableOnly',
    kind: 'CHOICE',
    ask: 'Can it be tried in the Crown Court alone?',
    options: optionsOf({ YES: 'Yes', NO: 'No' }),
  },
  {
    id: 'features',
    kind: 'CHOICES',
    ask: 'Is any of these part of it?',
    options: optionsOf(offenceFeatures),
    optional: true,
  },
];
