import { agencies } from '../policy/agencies.js';
import { adjournReasons, adjournReasonsGiven } from '../policy/lifecycle.js';
import type { Option } from '../policy/questions/question-set.js';
import type { Named } from '../platform/ids.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed, optionsOf } from '../platform/web/form-options.js';
import { instantInWords } from '../platform/web/words.js';
import { actionQuestions } from './meeting-plans.fields.js';
import { overrideFields } from './override.fields.js';

export const attendanceFields = (found: readonly Named[]): Field[] => [
  {
    id: 'attendances',
    kind: 'GROUP',
    ask: 'Who is here',
    itemName: 'person',
    most: 50,
    questions: [
      { id: 'personId', kind: 'SELECT', ask: 'Name', options: optionsNamed(found) },
      { id: 'agency', kind: 'SELECT', ask: 'Their agency', options: optionsOf(agencies) },
      {
        id: 'deputyFor',
        kind: 'SELECT',
        ask: 'Deputy for another agency',
        hint: 'Leave empty for somebody who sits for their own agency',
        options: optionsOf(agencies),
        optional: true,
      },
    ],
  },
  {
    ...{ id: 'reason', kind: 'LONG_TEXT', limit: 1000, ask: 'Why does the list change?', optional: true },
    hint: 'Needed once the panel has recommended at this meeting. The list as it was is kept.',
  },
];

export const conflictFields = (
  cases: readonly { readonly id: string; readonly reference: string }[],
  found: readonly Named[],
): Field[] => [
  {
    id: 'caseId',
    kind: 'SELECT',
    ask: 'Case',
    options: cases.map(({ id, reference }) => ({ value: id, label: reference })),
  },
  { id: 'personId', kind: 'SELECT', ask: 'Whose conflict of interest is it?', options: optionsNamed(found) },
  {
    id: 'reason',
    kind: 'LONG_TEXT',
    limit: 4000,
    ask: 'What is the conflict?',
    hint: 'For example: knows the family, or works with the victim. They take no part in this case.',
  },
];

type Coming = { readonly id: string; readonly startsAt: string; readonly place: string | null };

export const meetingChoice = (coming: readonly Coming[]): Option[] =>
  coming.map(({ id, startsAt, place }) => ({
    value: id,
    label: instantInWords(startsAt) + (place ? `, ${place}` : ''),
  }));

export const listingFields = (coming: readonly Coming[], codes: readonly Option[]): Field[] => [
  { id: 'meetingId', kind: 'CHOICE', ask: 'Which meeting?', options: meetingChoice(coming) },
  ...overrideFields(codes),
];

/** What is asked of whoever adjourns a case; it may come back to a meeting by itself. */
export const adjournmentFields = (coming: readonly Coming[], people: readonly Named[]): Field[] => [
  { id: 'meetingId', kind: 'HIDDEN', ask: 'Meeting' },
  {
    id: 'reasonCode',
    kind: 'CHOICE',
    ask: 'Why is the case adjourned?',
    options: adjournReasonsGiven.map((value) => ({
      value,
      label: adjournReasons[value].name,
      hint: adjournReasons[value].to === 'PREPARING' ? 'Goes back to preparation' : 'Stays ready to be listed again',
    })),
  },
  { id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask: 'What is missing, and who gets it?', optional: true },
  { id: 'until', kind: 'DAY', ask: 'Adjourned until', optional: true },
  {
    ...{ id: 'returnTo', kind: 'SELECT', ask: 'Where does it come back?', optional: true },
    hint: 'It is listed there by itself once it is ready and nothing is missing; where that meeting cannot take it, at the next one that can. Left empty, it comes back to the next meeting.',
    options: [{ value: 'NEXT', label: 'The next meeting after this one, from that day on' }, ...meetingChoice(coming)],
  },
  {
    ...{ id: 'actions', kind: 'GROUP', itemName: 'action', most: 20, optional: true },
    ask: 'Who does what by when',
    questions: actionQuestions(people),
  },
];
