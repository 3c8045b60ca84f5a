import { behaviourKinds } from '../policy/earlier-behaviour.js';
import { gradings } from '../policy/questions/evidence.2026-12.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';

const isIntelligence = { question: 'kind', is: 'INTELLIGENCE' } as const;

/** What is asked of something known of the child's past; the grades are asked of intelligence alone. */
export const behaviourFields: readonly Field[] = [
  { id: 'kind', kind: 'CHOICE', ask: 'What is it?', options: optionsOf(behaviourKinds) },
  {
    ...{ id: 'happenedOn', kind: 'DAY', ask: 'Day it happened' },
    hint: 'The day it began, where it went on for longer',
  },
  {
    ...{ id: 'what', kind: 'LONG_TEXT', limit: 2000, ask: 'What is known' },
    hint: 'Of an arrest: what for, and what came of it. Do not name a person harmed.',
  },
  {
    ...{ id: 'source', kind: 'TEXT', limit: 200, ask: 'From whom is it known?' },
    hint: 'Their role, and how they know. For example, the missing from home coordinator',
  },
  {
    ...{ id: 'sourceGrade', kind: 'SELECT', ask: 'How good is the source?' },
    ...{ options: gradings.source, when: isIntelligence },
  },
  {
    ...{ id: 'informationGrade', kind: 'SELECT', ask: 'How does the source know?' },
    ...{ options: gradings.information, when: isIntelligence },
  },
  {
    ...{ id: 'handling', kind: 'CHOICE', ask: 'Which handling code does it have?' },
    ...{ options: gradings.handling, when: isIntelligence },
  },
  {
    ...{ id: 'conditions', kind: 'TEXT', limit: 500, ask: 'Conditions on sharing it' },
    when: { question: 'handling', is: 'C' },
  },
];

export const behaviourCorrectionFields: readonly Field[] = [
  ...behaviourFields,
  {
    ...{ id: 'because', kind: 'TEXT', limit: 500, ask: 'Why is it corrected?' },
    hint: 'What it said before is kept and can be read',
  },
];

export const behaviourWithdrawalFields: readonly Field[] = [
  {
    ...{ id: 'because', kind: 'TEXT', limit: 500, ask: 'Why is it withdrawn?' },
    hint: 'It stays to be read, marked as wrong, and nobody has to consider it any more',
  },
];
