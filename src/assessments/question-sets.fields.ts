import { fullSets, MOST_MONTHS, nameOfSet, shortSets } from '../policy/questions/assessment-sets.js';
import type { Option, QuestionSet } from '../policy/questions/question-set.js';
import type { Field } from '../platform/web/form-fields.js';
import { setTitle } from './question-sets.view.js';

const optionsIn = (sets: readonly QuestionSet[]): Option[] =>
  sets.toReversed().map((set) => ({ value: nameOfSet(set), label: setTitle(set) }));

export const questionSetsFields: readonly Field[] = [
  { id: 'from', kind: 'DAY', ask: 'From which day?', hint: 'Today or later. For example, 27 3 2027' },
  {
    id: 'full',
    kind: 'CHOICE',
    ask: 'Which questions does a full assessment ask?',
    hint: 'An assessment that was begun before goes on with the questions it began with.',
    options: optionsIn(fullSets),
  },
  {
    id: 'short',
    kind: 'CHOICE',
    ask: 'May a child who was assessed not long ago have a short assessment?',
    options: [
      ...optionsIn(shortSets).map(({ value, label }) => ({ value, label: `Yes: ${label}` })),
      { value: 'NONE', label: 'No, every assessment is a full one' },
    ],
  },
  {
    id: 'withinMonths',
    kind: 'NUMBER',
    least: 1,
    most: MOST_MONTHS,
    ask: 'Within how many months of a full assessment?',
    hint: 'Counted from the day the earlier one was signed off.',
    when: { question: 'short', is: shortSets.map(nameOfSet) },
  },
];
