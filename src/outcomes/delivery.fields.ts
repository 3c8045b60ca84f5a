import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';
import { deliveryStatuses } from './delivery.entity.js';

export const deliveryFields: readonly Field[] = [
  { id: 'status', kind: 'CHOICE', ask: 'How far has it come?', options: optionsOf(deliveryStatuses) },
  {
    id: 'notCompletedReason',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'Why was it not completed?',
    hint: 'What got in the way, and what the child and the family say about it',
    when: { question: 'status', is: 'NOT_COMPLETED' },
  },
  { id: 'startedOn', kind: 'DAY', ask: 'Day it began', optional: true },
  { id: 'endedOn', kind: 'DAY', ask: 'Day it ended', optional: true },
  {
    id: 'actions',
    kind: 'GROUP',
    ask: 'What was agreed',
    hint: 'Each thing that is to be done, by the child or for the child',
    itemName: 'action',
    most: 50,
    optional: true,
    questions: [
      { id: 'description', kind: 'TEXT', limit: 500, ask: 'What is to be done' },
      { id: 'owner', kind: 'TEXT', limit: 200, ask: 'Who sees to it' },
      { id: 'due', kind: 'DAY', ask: 'By when' },
    ],
  },
];

export const dutyFields: readonly Field[] = [
  {
    ...{ id: 'note', kind: 'TEXT', limit: 500, ask: 'How it was done', optional: true },
    hint: 'For example, by letter or by telephone. Name nobody.',
  },
];
