import { paperNames } from '../policy/letter-look.js';
import { waysSent } from '../policy/letters.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf, yesOrNo } from '../platform/web/form-options.js';
import { dayInWords } from '../platform/web/words.js';
import type { LetterFound } from './letters.queries.js';

/** The words of a letter and how it is set; one that was sent already may be named as the one that is put right. */
export const letterFieldsOf = (earlier: readonly Pick<LetterFound, 'id' | 'sentOn'>[]): Field[] => [
  { id: 'heading', kind: 'TEXT', limit: 200, ask: 'Heading' },
  {
    ...{ id: 'text', kind: 'LONG_TEXT', limit: 12_000, ask: 'What the letter says' },
    hint: 'Change whatever you like. A blank line begins a paragraph; a line that begins with a dash is part of a list.',
  },
  { id: 'wording', kind: 'HIDDEN', ask: 'Wording' },
  { id: 'takenAt', kind: 'HIDDEN', ask: 'Opened' },
  { id: 'largePrint', kind: 'CHOICE', ask: 'In large print?', options: yesOrNo },
  {
    ...{ id: 'paper', kind: 'SELECT', ask: 'Colour of the paper', optional: true },
    ...{ hint: 'White where none is chosen', options: optionsOf(paperNames) },
  },
  ...correctedField(earlier),
];

const correctedField = (earlier: readonly Pick<LetterFound, 'id' | 'sentOn'>[]): Field[] =>
  earlier.length === 0
    ? []
    : [
        {
          ...{ id: 'corrects', kind: 'SELECT', ask: 'Which letter does it put right?', optional: true },
          hint: 'A letter that was sent stays as it is. The new one says that it takes its place.',
          options: earlier.map(({ id, sentOn }) => ({ value: id, label: `The one sent on ${dayInWords(sentOn)}` })),
        },
      ];

/** The same for reading what was posted, whichever letters there were. */
export const postedLetterFields: readonly Field[] = letterFieldsOf([{ id: '', sentOn: '' }]);

export const sendingFields: readonly Field[] = [
  { id: 'way', kind: 'CHOICE', ask: 'How was it sent?', options: optionsOf(waysSent) },
  { id: 'sentOn', kind: 'DAY', ask: 'On which day?' },
  {
    id: 'sentBy',
    kind: 'TEXT',
    limit: 200,
    ask: 'Who handed it over or sent it?',
    optional: true,
    hint: 'You, where nobody is named',
  },
];

/** To a victim, whether the letter is how they were told; asked of a letter that tells the outcome. */
export const toldField: Field = {
  ...{ id: 'told', kind: 'CHOICE', ask: 'Were they told the outcome by this letter?', options: yesOrNo },
  hint: 'Yes records that they were told, on that day. The duty ends once every victim of the case was told.',
};
