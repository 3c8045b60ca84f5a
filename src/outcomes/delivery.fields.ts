import { conditionObjects } from '../policy/conditions.js';
import {
  agreers,
  completionOf,
  completionWords,
  type DeliveryStatus,
  deliveryStatuses,
  endReasons,
  statusesFrom,
} from '../policy/delivery.js';
import type { DutyCode } from '../policy/duties.js';
import { overrideFields } from '../panels/override.fields.js';
import type { Option } from '../policy/questions/question-set.js';
import type { Named } from '../platform/ids.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed, optionsOf } from '../platform/web/form-options.js';

/** People who may see to a delivery, and what the panel area lists to be chosen. */
export type Choices = {
  readonly owners: readonly Named[];
  readonly interventions: readonly Named[];
  /** Who saw to it until the case was closed to them. */
  readonly ownerBefore?: string | null;
};

const interventionField = (interventions: readonly Named[]) =>
  ({
    id: 'interventionId',
    kind: 'SELECT',
    ask: 'What is provided, and by whom',
    optional: true,
    options: optionsNamed(interventions),
  }) as const;

const ownerField = ({ owners, ownerBefore }: Choices) =>
  ({
    id: 'ownerId',
    kind: 'SELECT',
    ask: 'Who sees to the delivery?',
    hint: `They are asked when its last day has passed; whoever prepares the case when nobody is named${
      ownerBefore ? `. ${ownerBefore}, who saw to it before, can open this case no more` : ''
    }`,
    optional: true,
    options: optionsNamed(owners),
  }) as const;

const actions = (ask: string, { interventions }: Choices): Field => ({
  ...{ id: 'actions', kind: 'GROUP', ask, itemName: 'action', most: 50 },
  hint: 'Each thing that is to be done, by the child or for the child. What the child agreed to has to say what it is for.',
  optional: true,
  questions: [
    { id: 'description', kind: 'LONG_TEXT', limit: 4000, ask: 'What is to be done' },
    {
      ...{ id: 'object', kind: 'SELECT', ask: 'For a condition: what is it for?', optional: true },
      hint: 'Leave empty for what is done for the child',
      options: optionsOf(conditionObjects),
    },
    { id: 'owner', kind: 'TEXT', limit: 200, ask: 'Who sees to it' },
    ...(interventions.length > 0 ? [interventionField(interventions)] : []),
    {
      ...{ id: 'provider', kind: 'TEXT', limit: 200, ask: 'Provider, where the list does not say', optional: true },
    },
    { id: 'startsOn', kind: 'DAY', ask: 'From when', optional: true },
    {
      ...{ id: 'due', kind: 'DAY', ask: 'By when' },
      hint: 'Left empty only for a condition that was given without a day',
    },
    {
      ...{ id: 'penaltyPence', kind: 'NUMBER', least: 0, most: 10_000_000, ask: 'Penalty, in pence', optional: true },
      hint: 'Of a youth conditional caution alone. £15 is 1500',
    },
    { id: 'attendanceHours', kind: 'NUMBER', least: 0, most: 1000, ask: 'Hours of attendance', optional: true },
  ],
});

const lastDay: Field = {
  ...{ id: 'dueOn', kind: 'DAY', ask: 'Last day, as planned', optional: true },
  hint: 'The day of what is due last, when left empty. Nothing ends by it: whoever sees to the delivery is asked.',
};

/** `status` is the one that is stored. */
export const deliveryFields = (choices: Choices, status: DeliveryStatus | null = null): Field[] => [
  ...(status !== null && completionOf(status) !== null ? [whyChanged] : []),
  {
    ...{ id: 'status', kind: 'CHOICE', ask: 'How far has it come?' },
    hint: 'How it ended is said on a page of its own, with the day and the reason.',
    options: statusesFrom(status).map((value) => ({ value, label: deliveryStatuses[value] })),
  },
  ...(choices.owners.length > 0 ? [ownerField(choices)] : []),
  { id: 'startedOn', kind: 'DAY', ask: 'Day it began', optional: true },
  lastDay,
  actions('What was agreed', choices),
];

/** Asked where it was said already how it ended. */
const whyChanged: Field = {
  ...{ id: 'changedBecause', kind: 'LONG_TEXT', limit: 4000, ask: 'Why is what was said of its end changed?' },
  hint: 'What was said before stays to be read.',
};

/** `hasEnded` where it was said already how it ended. */
export const completionFields = (hasEnded: boolean): Field[] => [
  ...(hasEnded ? [whyChanged] : []),
  { id: 'completed', kind: 'CHOICE', ask: 'Was it completed?', options: optionsOf(completionWords) },
  {
    ...{ id: 'reasonCode', kind: 'CHOICE', ask: 'Why did it end?' },
    options: Object.entries(endReasons).map(([value, { name }]) => ({ value, label: name })),
  },
  {
    ...{ id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask: 'More about it' },
    hint: 'What got in the way, and what the child and the family say about it',
    when: { question: 'completed', is: ['NO', 'NOT_RECORDED'] },
  },
  { id: 'endedOn', kind: 'DAY', ask: 'Day it ended' },
];

export const variationFields = (choices: Choices, overridable: readonly Option[]): Field[] => [
  { id: 'variedOn', kind: 'DAY', ask: 'Day of the variation' },
  { id: 'agreedBy', kind: 'CHOICES', ask: 'Who agreed to it?', options: optionsOf(agreers) },
  { id: 'why', kind: 'LONG_TEXT', limit: 4000, ask: 'Why is it varied?' },
  actions('What is agreed from now on', choices),
  lastDay,
  ...overrideFields(overridable),
];

const howDone: Field = {
  ...{ id: 'note', kind: 'TEXT', limit: 500, ask: 'How it was done', optional: true },
  hint: 'For example, by letter or by telephone. Name nobody.',
};

const whatWasDecided: Field = {
  ...{ id: 'note', kind: 'TEXT', limit: 500, ask: 'What was decided?' },
  hint: 'For example: a reasonable excuse; varied instead; no prosecution; prosecution for the offence. And who decided.',
};

const howTold: Field = {
  ...{ id: 'note', kind: 'TEXT', limit: 500, ask: 'How was the victim told, or why were they not?' },
  hint: 'For example: by telephone; by letter; they did not want to be told. Name nobody.',
};

const resultFields: Partial<Record<DutyCode, Field>> = { DECIDE_AFTER_FAILURE: whatWasDecided, TELL_VICTIM: howTold };

export const dutyFields = (code: DutyCode): readonly Field[] => [resultFields[code] ?? howDone];
