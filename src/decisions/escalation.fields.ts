import { type DisposalBook, notEnded } from '../policy/disposal-book.js';
import { escalationResults, mostSteps } from '../policy/escalation.js';
import type { Named } from '../platform/ids.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed, optionsOf } from '../platform/web/form-options.js';

export const escalationFields: readonly Field[] = [
  {
    id: 'reason',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'Why is the case escalated?',
    hint: 'What could not be settled, and with whom it is taken further',
  },
];

export const seniorViewFields = (book: DisposalBook, day: string): Field[] => [
  { id: 'result', kind: 'CHOICE', ask: 'What do you come to?', options: optionsOf(escalationResults) },
  {
    id: 'disposal',
    kind: 'SELECT',
    ask: 'Which disposal is the panel to recommend?',
    hint: 'Every gate is asked when the panel recommends. The order is always the same and says nothing.',
    options: notEnded(book, day).map(({ code, name }) => ({ value: code, label: name })),
    when: { question: 'result', is: 'AGREED_DISPOSAL' },
  },
  {
    ...{ id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask: 'Your reasons' },
    hint: 'The other senior reads them once both of you have answered, and the panel when it is settled.',
  },
];

export const ladderFields = (police: readonly Named[], youthJustice: readonly Named[]): Field[] => [
  {
    id: 'steps',
    kind: 'GROUP',
    ask: 'Steps, the first first',
    hint: 'At each step one senior of police and one of youth justice answer. Name nobody, and whoever holds the role there is asked.',
    itemName: 'step',
    most: mostSteps,
    questions: [
      { id: 'name', kind: 'TEXT', limit: 200, ask: 'Who is asked', hint: 'For example, inspector and service manager' },
      { id: 'policeId', kind: 'SELECT', ask: 'Police', options: optionsNamed(police), optional: true },
      {
        id: 'youthJusticeId',
        kind: 'SELECT',
        ask: 'Youth justice',
        options: optionsNamed(youthJustice),
        optional: true,
      },
      { id: 'workingDays', kind: 'NUMBER', least: 1, most: 60, ask: 'Working days' },
    ],
  },
  { id: 'fromDay', kind: 'DAY', ask: 'From which day?', hint: 'Today or later. For example, 27 3 2027' },
  { id: 'reason', kind: 'LONG_TEXT', limit: 1000, ask: 'Why is it changed?' },
];
