import type { PanelArea } from '../access/panel-area.entity.js';
import { agencies } from '../policy/agencies.js';
import { extraordinaryReasons } from '../policy/extraordinary-sittings.js';
import type { Option } from '../policy/questions/question-set.js';
import { rules } from '../policy/rules.js';
import { frequencies, onBankHoliday, weekdays } from '../policy/meeting-series.js';
import type { Named } from '../platform/ids.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed, optionsOf } from '../platform/web/form-options.js';
import { overrideFields } from './override.fields.js';
import { casesGo } from './meeting-plans.input.js';

type Areas = readonly Pick<PanelArea, 'id' | 'name'>[];

const place: Field = {
  ...{ id: 'place', kind: 'TEXT', limit: 500, ask: 'Place', optional: true },
  hint: 'A room, or the address of a call',
};
const time: Field = { id: 'time', kind: 'TEXT', limit: 5, ask: 'Time it starts', hint: 'For example, 10:00 or 14:30' };

/** What may be said of any meeting beside its time. */
const limits: readonly Field[] = [
  place,
  {
    ...{ id: 'capacity', kind: 'NUMBER', least: 1, most: 100, ask: 'How many cases is it meant for?', optional: true },
    hint: 'More can be listed with a reason.',
  },
  {
    ...{ id: 'closesHoursBefore', kind: 'NUMBER', least: 0, most: 336, optional: true },
    ask: 'How many hours before does the agenda close?',
    hint: 'For example, 48. What is listed later is marked as late, with a reason.',
  },
];

/** What may be warned of when a meeting is arranged; which of it is so is not known before. */
const arrangingWarnings: readonly Option[] = (['MEETING_AT_SAME_TIME', 'MEETING_ON_BANK_HOLIDAY'] as const).map(
  (code) => ({ value: code, label: rules[code].message }),
);

export const meetingFields = (areas: Areas): Field[] => [
  { id: 'panelAreaId', kind: 'SELECT', ask: 'Panel area', options: optionsNamed(areas) },
  { id: 'day', kind: 'DAY', ask: 'Day of the meeting' },
  time,
  ...limits,
  {
    ...{ id: 'extraordinaryBecause', kind: 'SELECT', options: optionsOf(extraordinaryReasons), optional: true },
    ask: 'Is it an extraordinary sitting, and for what?',
    hint: 'Leave empty for an ordinary meeting. The same rules apply to an extraordinary one.',
  },
  {
    ...{ id: 'extraordinaryReason', kind: 'LONG_TEXT', limit: 1000, optional: true },
    ask: 'If so, why can it not wait for the next meeting?',
    hint: 'Without names.',
  },
  ...overrideFields(arrangingWarnings),
];

export const seriesFields = (areas: Areas): Field[] => [
  { id: 'panelAreaId', kind: 'SELECT', ask: 'Panel area', options: optionsNamed(areas) },
  { id: 'frequency', kind: 'CHOICE', ask: 'How often does the panel meet?', options: optionsOf(frequencies) },
  { id: 'weekday', kind: 'SELECT', ask: 'Day of the week', options: optionsOf(weekdays) },
  time,
  {
    id: 'fromDay',
    kind: 'DAY',
    ask: 'From which day?',
    hint: 'The first meeting is on that day of the week or the next.',
  },
  { id: 'untilDay', kind: 'DAY', ask: 'Until which day?', hint: 'Less than a year later.' },
  {
    ...{ id: 'onBankHoliday', kind: 'CHOICE', options: optionsOf(onBankHoliday) },
    ask: 'What happens on a bank holiday in England and Wales?',
  },
  ...limits,
  ...overrideFields(arrangingWarnings),
];

export const moveFields: readonly Field[] = [
  { id: 'day', kind: 'DAY', ask: 'Day of the meeting' },
  time,
  place,
  { id: 'reason', kind: 'LONG_TEXT', limit: 1000, ask: 'Why is it moved?', hint: 'Without names.' },
  ...overrideFields(arrangingWarnings),
];

export const cancellationFields: readonly Field[] = [
  { id: 'reason', kind: 'LONG_TEXT', limit: 1000, ask: 'Why is it cancelled?', hint: 'Without names.' },
  {
    ...{ id: 'casesGo', kind: 'CHOICE', options: optionsOf(casesGo) },
    ask: 'What happens to the cases on its agenda?',
    hint: 'A case that cannot be listed for the next one stays ready, and “Your work” says why.',
  },
];

export const endingFields: readonly Field[] = [
  { id: 'reason', kind: 'LONG_TEXT', limit: 1000, ask: 'Why does the series end?', hint: 'Without names.' },
];

export const apologyFields = (people: readonly Named[]): Field[] => [
  {
    ...{ id: 'apologies', kind: 'GROUP', itemName: 'apology', most: 50, optional: true },
    ask: 'Who said beforehand that they cannot come',
    questions: [
      { id: 'agency', kind: 'SELECT', ask: 'Agency', options: optionsOf(agencies) },
      { id: 'personId', kind: 'SELECT', ask: 'Person', options: optionsNamed(people), optional: true },
      { id: 'reason', kind: 'TEXT', limit: 500, ask: 'Why they cannot come' },
    ],
  },
];

export const noteFields = (cases: readonly { readonly id: string; readonly reference: string }[]): Field[] => [
  {
    ...{ id: 'caseId', kind: 'SELECT', ask: 'Case' },
    options: cases.map(({ id, reference }) => ({ value: id, label: reference })),
  },
  { id: 'agency', kind: 'SELECT', ask: 'Which agency sent it?', options: optionsOf(agencies) },
  { id: 'note', kind: 'LONG_TEXT', limit: 4000, ask: 'What did they send?' },
];

export const noteTakenBackFields: readonly Field[] = [
  {
    ...{ id: 'reason', kind: 'LONG_TEXT', limit: 1000, ask: 'Why is it taken back?' },
    hint: 'For example: it was about another case. Without names.',
  },
];

export const observerFields = (observers: readonly Named[]): Field[] => [
  { id: 'personId', kind: 'SELECT', ask: 'Observer', options: optionsNamed(observers) },
  { id: 'fromDay', kind: 'DAY', ask: 'From which day?' },
  { id: 'fromTime', kind: 'TEXT', limit: 5, ask: 'From what time?', hint: 'For example, 09:00' },
  { id: 'untilDay', kind: 'DAY', ask: 'Until which day?' },
  { id: 'untilTime', kind: 'TEXT', limit: 5, ask: 'Until what time?', hint: 'For example, 13:00' },
];

/** What somebody or some agency is asked to do; in a row of a list, or on its own. */
export const actionQuestions = (people: readonly Named[]) =>
  [
    { id: 'what', kind: 'TEXT', limit: 1000, ask: 'What is to be done' },
    { id: 'ownerId', kind: 'SELECT', ask: 'By whom', options: optionsNamed(people), optional: true },
    { id: 'agency', kind: 'SELECT', ask: 'Or by which agency', options: optionsOf(agencies), optional: true },
    { id: 'due', kind: 'DAY', ask: 'By which day' },
  ] as const;

export const actionDoneFields: readonly Field[] = [
  { id: 'done', kind: 'TEXT', limit: 1000, ask: 'What was done?', hint: 'A few words' },
];
