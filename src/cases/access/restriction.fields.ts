import type { Named } from '../../platform/ids.js';
import type { Field } from '../../platform/web/form-fields.js';
import { optionsNamed } from '../../platform/web/form-options.js';

const why = (ask: string, hint?: string): Field => ({
  ...{ id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask },
  ...(hint ? { hint } : {}),
});

const reviewOn: Field = {
  ...{ id: 'reviewOn', kind: 'DAY', ask: 'When is it looked at whether this is still needed?' },
  hint: 'A day after today. The managers named find it in their work on that day',
};

export const restrictionFields = (people: readonly Named[]): Field[] => [
  why('Why is the case restricted?', 'For example: the child of a colleague, or a case in the press'),
  {
    id: 'people',
    kind: 'CHOICES',
    ask: 'Who may know of the case?',
    hint: 'At least one panel team manager. Think of who prepares it, who sits, who decides, and who works on other cases of this child: what is given here is not shown to anybody else.',
    options: optionsNamed(people),
  },
  reviewOn,
];

export const namingFields = (people: readonly Named[]): Field[] => [
  { id: 'personId', kind: 'SELECT', ask: 'Whom do you name?', options: optionsNamed(people) },
  why('Why do they need to know of the case?'),
];

export const removalFields: readonly Field[] = [why('Why are they taken off?')];
export const reviewFields: readonly Field[] = [why('Why does the case stay restricted?'), reviewOn];
export const restrictionLiftingFields: readonly Field[] = [why('Why is the restriction lifted?')];

export const openingFields: readonly Field[] = [
  { id: 'reference', kind: 'TEXT', limit: 50, ask: 'Reference of the case', hint: 'For example, JDP-26-7K2M9Q' },
  why('Why do you need to open it now?', 'The managers named on the case read this'),
];

export const acknowledgementFields: readonly Field[] = [
  {
    ...{ id: 'found', kind: 'LONG_TEXT', limit: 4000, ask: 'What did you find?' },
    hint: 'Whether it was needed, and what follows. It stays on record.',
  },
];
