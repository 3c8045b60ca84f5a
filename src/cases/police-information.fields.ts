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
