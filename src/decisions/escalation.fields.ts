import { type DisposalBook, notEnded } from '../policy/disposal-book.js';
import { agencies } from '../policy/agencies.js';
import { escalationResults, mostSteps, type Side, sideCodes, sides } from '../policy/escalation.js';
import type { Named } from '../platform/ids.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed, optionsOf } from '../platform/web/form-options.js';
import { whoToSelect } from './choose-seats.js';
import { seatOf, type Senior } from './seniors.js';

/** With those who may be asked for each side that the ladder names nobody for. */
export const escalationFields = (able: Readonly<Partial<Record<Side, readonly Named[]>>>): Field[] => [
  {
    id: 'reason',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'Why is the case escalated?',
    hint: 'What could not be settled, and with whom it is taken further',
  },
  ...sideCodes.flatMap((side): Field[] => {
    const seniors = able[side];
    if (!seniors) return [];
    const ask = `Which senior of ${sides[side].toLowerCase()} is asked?`;
    const hint =
      seniors.length > 0 ? 'The ladder of this area names nobody who may be asked' : whoToSelect(side, false);
    return [{ id: seatOf[side], kind: 'SELECT', ask, hint, options: optionsNamed(seniors) }];
  }),
];

/** The same for reading what was posted: who may be chosen does not matter there. */
export const postedEscalation = escalationFields({ POLICE: [], YOUTH_JUSTICE: [] });

export const namingFields = (seniors: readonly Senior[]): Field[] => [
  { id: 'side', kind: 'CHOICE', ask: 'For which side?', options: optionsOf(sides) },
  {
    id: 'personId',
    kind: 'SELECT',
    ask: 'Who is asked?',
    hint: 'Nobody who escalated the case, recorded the recommendation, answered an earlier step or has a conflict of interest',
    options: seniors.map(({ id, name, agency }) => ({ value: id, label: `${name} (${agencies[agency]})` })),
  },
  {
    ...{ id: 'reason', kind: 'LONG_TEXT', limit: 1000, ask: 'Why are they named?' },
    hint: 'For example, that nobody was named for this step, or that a senior is away until a day',
  },
];

export const acknowledgementFields: readonly Field[] = [
  {
    ...{ id: 'note', kind: 'LONG_TEXT', limit: 4000, optional: true },
    ask: 'What does the panel learn from it?',
    hint: 'The panel reads it with the result at its next meeting',
  },
];

export const seniorViewFields = (book: DisposalBook, day: string): Field[] => [
  {
    ...{ id: 'result', kind: 'CHOICE', ask: 'What do you come to?', options: optionsOf(escalationResults) },
    hint: 'Where the panel recommended nothing, what stays with police is still recorded as a recommendation, through every gate, so that police can decide on it.',
  },
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
    hint: 'At each step one senior of police and one of youth justice answer. Name nobody, and whoever escalates names them.',
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
