import { type Correctable, type RecordKind, reviewInWords, reviewReasons } from '../policy/amendments.js';
import { reasonFields } from '../cases/case-moves.fields.js';
import { withdrawReasons } from '../policy/lifecycle.js';
import { overrideFields } from '../panels/override.fields.js';
import type { Option } from '../policy/questions/question-set.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';

export const undoingFields: readonly Field[] = [
  { id: 'note', kind: 'TEXT', limit: 1000, ask: 'What was the slip?', optional: true },
];

const afterField = ({ name, kind, limit }: Correctable): Field => {
  const asked = { id: 'after', ask: `${name}: what should stand there` };
  if (kind === 'DAY') return { ...asked, kind };
  return { ...asked, kind: kind === 'NAME' ? 'TEXT' : kind, limit };
};

export const correctionFields = (of: Correctable, overridable: readonly Option[]): Field[] => [
  afterField(of),
  { id: 'whatWasWrong', kind: 'LONG_TEXT', limit: 1000, ask: 'What was wrong?' },
  { id: 'why', kind: 'LONG_TEXT', limit: 1000, ask: 'Why is it corrected, and how do you know?' },
  ...overrideFields(overridable),
];

export const reviewFields = (open: readonly RecordKind[], hasVictims: boolean): Field[] => [
  {
    ...{ id: 'anew', kind: 'CHOICE', ask: 'What has to be made anew?' },
    hint: 'What stands on it falls with it. All of it stays on record.',
    options: open.map((kind) => ({ value: kind, label: reviewInWords(kind) })),
  },
  { id: 'reasonCode', kind: 'CHOICE', ask: 'Why is it reviewed?', options: optionsOf(reviewReasons) },
  { id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask: 'What was found wrong?' },
  {
    ...{ id: 'tellChild', kind: 'LONG_TEXT', limit: 4000, ask: 'What is the child to be told?' },
    hint: 'In plain words, as it will be said. A duty to tell them is opened.',
  },
  {
    ...{ id: 'tellCarer', kind: 'LONG_TEXT', limit: 4000, ask: 'What is the parent or carer to be told?' },
    hint: 'Where there is nobody to tell, say so and who stands by the child instead.',
  },
  {
    ...{ id: 'tellVictim', kind: 'LONG_TEXT', limit: 4000, ask: 'What is the victim to be told?' },
    ...(hasVictims ? {} : { optional: true as const }),
    hint: hasVictims ? 'Nothing private of the child.' : 'Nobody who was harmed is to be told.',
  },
];

/** The same fields for reading what was posted: what may be chosen does not matter there. */
export const postedReview = reviewFields([], true).map((field): Field => {
  return field.id === 'tellVictim' ? { ...field, optional: true } : field;
});

/** `isWhyAsked` where it is asked which of the two it is. */
export const withdrawalFields = (isWhyAsked: boolean): Field[] => [
  ...(isWhyAsked
    ? [
        {
          id: 'reasonCode',
          kind: 'CHOICE',
          ask: 'Why is the case withdrawn?',
          options: optionsOf(withdrawReasons),
        } as const,
      ]
    : []),
  ...reasonFields(isWhyAsked ? 'More about it' : 'Why is the case withdrawn?'),
];
