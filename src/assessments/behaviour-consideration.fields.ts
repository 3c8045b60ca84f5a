import { considerations, setAsideReasons } from '../policy/earlier-behaviour.js';
import { judgements } from '../policy/judgements.js';
import type { QuestionSet } from '../policy/questions/question-set.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';

const isUsed = { question: 'standing', is: 'USED' } as const;
const isSetAside = { question: 'standing', is: 'SET_ASIDE' } as const;

/** The sections of an assessment in which an item can be used: the pages of its set and the judgements. */
export const sectionsForUse = (set: QuestionSet): { value: string; label: string }[] => [
  ...set.pages.map(({ slug, title }) => ({ value: slug, label: title })),
  ...optionsOf(judgements),
];

/** What is asked of an item: used where and with what meaning, or set aside and why. */
export const considerationFields = (set: QuestionSet): Field[] => [
  { id: 'standing', kind: 'CHOICE', ask: 'Is it used in the analysis?', options: optionsOf(considerations) },
  {
    ...{ id: 'section', kind: 'SELECT', ask: 'Where is it used?' },
    ...{ options: sectionsForUse(set), when: isUsed },
  },
  {
    ...{ id: 'meaning', kind: 'LONG_TEXT', limit: 2000, ask: 'What does it mean for this child?' },
    ...{ hint: 'Not what happened, but what it says of the child, of others, or of what would help', when: isUsed },
  },
  {
    ...{ id: 'reason', kind: 'SELECT', ask: 'Why is it set aside?' },
    ...{ options: optionsOf(setAsideReasons), when: isSetAside },
  },
  {
    ...{ id: 'because', kind: 'LONG_TEXT', limit: 2000, ask: 'How do you know?' },
    ...{ hint: 'The manager and the panel read it', when: isSetAside },
  },
];
