import { gravityEditions, gravityScores } from '../policy/gravity.js';
import { factorsOf } from '../policy/gravity-factors.js';
import { offenceFeatures, withoutFeatures } from '../policy/offence-classes.js';
import type { Option } from '../policy/questions/question-set.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';
import type { GravityFactor } from './offence.entity.js';
import type { OffenceFound } from './police-information.queries.js';

const { NOT_KNOWN } = withoutFeatures;

const scores = Object.entries(gravityScores)
  .map(([value, label]) => `${value}: ${label.toLowerCase()}`)
  .join('; ');

const kindWords = { AGGRAVATING: 'Aggravates', MITIGATING: 'Mitigates' } as const;

/** The factors of an edition, and those of the scoring that it does not name, as they were written. */
function factorOptions(edition: string, stored: readonly GravityFactor[]): Option[] {
  const list = factorsOf(edition);
  const others = stored.filter(({ code }) => !Object.hasOwn(list, code));
  const written = Object.fromEntries(others.map(({ code, kind }) => [code, { kind, name: code }]));
  return Object.entries({ ...list, ...written }).map(([value, { kind, name }]) => ({
    value,
    label: `${kindWords[kind]}: ${name}`,
  }));
}

type Stored = Pick<OffenceFound, 'gravityFactors' | 'indictableOnly' | 'features'>;

/** What its class does not say of it; that it is not known is offered while it is not. */
const ofTheOffence = ({ indictableOnly, features }: Omit<Stored, 'gravityFactors'>): Field[] => [
  {
    id: 'indictableOnly',
    kind: 'CHOICE',
    ask: 'Can it be tried in the Crown Court alone?',
    options: optionsOf({ YES: 'Yes', NO: 'No', ...(indictableOnly === null ? { NOT_KNOWN } : {}) }),
  },
  {
    id: 'features',
    kind: 'CHOICES',
    ask: 'Is any of these part of it?',
    options: [
      ...optionsOf(offenceFeatures),
      { value: 'NONE', label: withoutFeatures.NONE, alone: true },
      ...(features === null ? [{ value: 'NOT_KNOWN', label: NOT_KNOWN, alone: true } as const] : []),
    ],
  },
];

/** What is asked of one offence. The factors are those of one edition; nothing is added up. */
export const gravityFields = (edition: string, { gravityFactors: stored, ...known }: Stored): Field[] => [
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
    hint: 'One at a time, each with what shows it. None is weighed by the service.',
    itemName: 'factor',
    most: 50,
    optional: true,
    questions: [
      { id: 'code', kind: 'SELECT', ask: 'Factor', options: factorOptions(edition, stored) },
      { id: 'evidence', kind: 'TEXT', limit: 500, ask: 'What shows it' },
    ],
  },
  {
    ...{ id: 'finalScore', kind: 'NUMBER', least: 1, most: 5, ask: 'Final score' },
    hint: `You set it; the service does not work it out. ${scores}`,
  },
  ...ofTheOffence(known),
];
