import type { DisposalBook } from '../policy/disposal-book.js';
import { disposalName, onlyEarlier } from '../policy/disposals.js';
import { offenceFeatures, withoutFeatures } from '../policy/offence-classes.js';
import type { Named } from '../platform/ids.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed, optionsOf } from '../platform/web/form-options.js';
import { dayInWords } from '../platform/web/words.js';
import type { DisposalKnown } from './children.queries.js';
import { completions, routes } from './disposal.input.js';
import { type Box, boxNames } from './resolution.input.js';

/** Every disposal of the day, ended ones too, and what only courts and others give. */
export const disposalFields = (book: DisposalBook): Field[] => [
  {
    ...{ id: 'disposal', kind: 'SELECT', ask: 'Disposal' },
    options: [
      ...[...book.values()].map(({ row }) => ({ value: row.code, label: row.name })),
      ...Object.keys(onlyEarlier).map((code) => ({ value: code, label: disposalName(code) })),
    ],
  },
  { id: 'givenOn', kind: 'DAY', ask: 'Day it was given' },
  { id: 'offence', kind: 'TEXT', limit: 500, ask: 'Offence', hint: 'For example, theft from a shop' },
  { id: 'route', kind: 'CHOICE', ask: 'Who gave it?', options: optionsOf(routes) },
  {
    ...{ id: 'source', kind: 'TEXT', limit: 200, ask: 'Where is this known from?' },
    hint: 'For example, the Police National Computer, Leeds youth justice service, the child’s mother',
  },
  { id: 'completed', kind: 'CHOICE', ask: 'Was it completed?', options: optionsOf(completions) },
];

/** Asked only where the same disposal on the same day is on record. */
export const isAnotherField = (same: readonly DisposalKnown[]): Field => ({
  id: 'isAnother',
  kind: 'CHOICE',
  ask: 'Is this another one?',
  hint: `On record for that day: ${same.map(({ offence, source, givenOn }) => `${offence} (${source}, ${dayInWords(givenOn)})`).join('; ')}`,
  options: [
    { value: 'YES', label: 'Yes, the child was given two' },
    { value: 'NO', label: 'No, it is the one on record' },
  ],
});

/** Asked only where something is odd about it. */
export const isAsKnownFields = (odd: readonly string[]): Field[] =>
  odd.length === 0
    ? []
    : [
        {
          ...{ id: 'isAsKnown', kind: 'CHOICE', ask: 'Is that what the source says?' },
          hint: `${odd.join('. ')}. Check the disposal, the day and the child’s date of birth first.`,
          options: [{ value: 'YES', label: 'Yes, it is as the source says' }],
        },
      ];

const childQuestions: readonly Field[] = [
  { id: 'child.givenName', kind: 'TEXT', limit: 200, ask: 'Child’s given name' },
  { id: 'child.familyName', kind: 'TEXT', limit: 200, ask: 'Child’s family name' },
  { id: 'child.dateOfBirth', kind: 'DAY', ask: 'Child’s date of birth' },
  {
    ...{ id: 'child.sex', kind: 'CHOICE', ask: 'Child’s sex' },
    options: optionsOf({ MALE: 'Male', FEMALE: 'Female', NOT_KNOWN: 'Not known' }),
  },
];

const questions: Readonly<Record<Box, { readonly ask: string; readonly hint?: string }>> = {
  withoutPanelBecause: {
    ask: 'Why was it issued without the panel, although the child had one before?',
    hint: 'Your words stand with the resolution, and the panel may draw it for review.',
  },
  anotherBecause: {
    ask: 'Why is it registered, although the same is on record for that day?',
    hint: 'For example: two matters were dealt with on one day. If it is the one on record, there is nothing to register.',
  },
  ageBecause: {
    ask: 'Why is it registered, with the age the child was on that day?',
    hint: 'Check the day and the date of birth first. Your words stand with the resolution.',
  },
};

const boxField = (box: Box) => ({ id: box, kind: 'LONG_TEXT', limit: 500, ...questions[box] }) as const;

/** The register’s form: for a known child, or with the questions that describe one; `asked` are the warnings to answer. */
export const resolutionFields = (
  areas: readonly Named[],
  isKnown: boolean,
  asked: readonly Box[] | 'PERHAPS',
): Field[] => [
  ...(isKnown ? [{ id: 'childId', kind: 'HIDDEN', ask: 'Child' } as const] : childQuestions),
  { id: 'givenOn', kind: 'DAY', ask: 'Day the resolution was issued' },
  { id: 'offence', kind: 'TEXT', limit: 500, ask: 'Offence' },
  {
    ...{ id: 'features', kind: 'CHOICES', ask: 'Is any of these part of the offence?' },
    hint: 'Select all that are. Where nothing was seen, say so: it is not the same as not knowing.',
    options: [
      ...optionsOf(offenceFeatures),
      ...optionsOf(withoutFeatures).map((one) => ({ ...one, alone: true as const })),
    ],
  },
  { id: 'officer', kind: 'TEXT', limit: 200, ask: 'Officer who issued it', hint: 'Name and collar number' },
  {
    ...{ id: 'panelAreaId', kind: 'SELECT', ask: 'Panel area' },
    options: optionsNamed(areas),
  },
  ...(asked === 'PERHAPS'
    ? boxNames.map((box): Field => ({ ...boxField(box), optional: true as const }))
    : asked.map(boxField)),
];

export const setAsideFields = (ask: string): Field[] => [{ id: 'reason', kind: 'TEXT', limit: 500, ask }];

export const matchFields: readonly Field[] = [
  {
    ...{ id: 'decision', kind: 'CHOICE', ask: 'Are they the same child?' },
    options: [
      {
        value: 'SAME',
        label: 'Yes, the same child',
        hint: 'From then on what either had before counts for both. It can be undone.',
      },
      { value: 'DIFFERENT', label: 'No, different children', hint: 'They are not shown to each other again.' },
    ],
  },
  { id: 'reason', kind: 'TEXT', limit: 500, ask: 'How do you know?' },
];

export const undoMatchFields: readonly Field[] = [
  { id: 'matchId', kind: 'HIDDEN', ask: 'Decision' },
  { id: 'reason', kind: 'TEXT', limit: 500, ask: 'Why is the decision undone?' },
];
