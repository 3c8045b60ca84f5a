import type { Blocker } from '../policy/gate.js';
import type { Field } from '../platform/web/form-fields.js';
import { ethnicityFields } from '../referrals/referral-pages.fields.js';

/** The questions of the referral, under `ethnicity`: left as they are, nothing new is recorded. */
const ethnicityOfChild = ethnicityFields.map(({ when, ...field }) => ({
  ...field,
  id: `ethnicity.${field.id}`,
  ...(when ? { when: { ...when, question: `ethnicity.${when.question}` } } : {}),
}));

export const identityFields: readonly Field[] = [
  ...ethnicityOfChild,
  {
    id: 'consideration',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'What the child’s ethnicity and identity mean in this case',
    hint: 'How the child sees themselves, how they have been treated, whether they were seen as older than they are, and what people should do differently because of it.',
  },
];

export const responseFields: readonly Field[] = [
  { id: 'whatWasDone', kind: 'LONG_TEXT', limit: 4000, ask: 'What was done with the child' },
  {
    id: 'childsResponse',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'How the child responded',
    hint: 'Did they take part? What did they say of it then, and what do they say now?',
  },
  {
    id: 'differentNow',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'What is different now',
    hint: 'Why another disposal would help where this one did not, or what has changed in the child’s life',
  },
];

export const disposalCheckFields: readonly Field[] = [
  {
    id: 'places',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'Where you looked for earlier disposals',
    hint: 'Such as police systems, our own records, the register of police-issued resolutions, other areas the child has lived in',
  },
  { id: 'checkedOn', kind: 'DAY', ask: 'Day you looked' },
];

export const changeNoteField: Field = {
  id: 'changeNote',
  kind: 'LONG_TEXT',
  limit: 4000,
  ask: 'What you changed since it was sent back',
};

/** A row for each rule that is passed over; which ones can be depends on what is shut. */
export const overrideFields = (blockers: readonly Blocker[]): Field[] => {
  const open = new Map(
    blockers.filter(({ severity }) => severity === 'OVERRIDE').map((one) => [one.code, one.message]),
  );
  if (open.size === 0) return [];
  return [
    {
      id: 'overrides',
      kind: 'GROUP',
      ask: 'Sign off although something is missing',
      hint: 'Each reason stays with the sign-off, under your name',
      itemName: 'reason',
      most: 50,
      optional: true,
      questions: [
        {
          id: 'code',
          kind: 'SELECT',
          ask: 'What is missing',
          options: [...open].map(([value, label]) => ({ value, label })),
        },
        { id: 'reason', kind: 'TEXT', limit: 500, ask: 'Why you sign all the same' },
      ],
    },
  ];
};
