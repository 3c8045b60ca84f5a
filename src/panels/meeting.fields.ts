import { agencies } from '../policy/agencies.js';
import { adjournReasons } from '../policy/lifecycle.js';
import type { PanelArea } from '../access/panel-area.entity.js';
import type { Option } from '../policy/questions/question-set.js';
import type { Named } from '../platform/ids.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed, optionsOf } from '../platform/web/form-options.js';
import { instantInWords } from '../platform/web/words.js';

export const meetingFields = (areas: readonly Pick<PanelArea, 'id' | 'name'>[]): Field[] => [
  { id: 'panelAreaId', kind: 'SELECT', ask: 'Panel area', options: optionsNamed(areas) },
  { id: 'day', kind: 'DAY', ask: 'Day of the meeting' },
  { id: 'time', kind: 'TEXT', limit: 5, ask: 'Time it starts', hint: 'For example, 10:00 or 14:30' },
  { id: 'place', kind: 'TEXT', limit: 500, ask: 'Place', hint: 'A room, or the address of a call', optional: true },
];

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

/** Reasons for gates that may be passed over; none to give, no field. */
export const overrideFields = (codes: readonly Option[]): Field[] =>
  codes.length === 0
    ? []
    : [
        {
          id: 'overrides',
          kind: 'GROUP',
          ask: 'Going on although something is missing, or a warning was given',
          hint: 'Say why, for each. Your reason stands with the decision and is counted in reports.',
          itemName: 'reason',
          most: 50,
          optional: true,
          questions: [
            { id: 'code', kind: 'SELECT', ask: 'What you go on without, or have considered', options: codes },
            { id: 'reason', kind: 'LONG_TEXT', limit: 500, ask: 'Why' },
          ],
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

export const adjournmentFields: readonly Field[] = [
  { id: 'meetingId', kind: 'HIDDEN', ask: 'Meeting' },
  {
    id: 'reasonCode',
    kind: 'CHOICE',
    ask: 'Why is the case adjourned?',
    options: Object.entries(adjournReasons).map(([value, { name, to }]) => ({
      value,
      label: name,
      hint: to === 'PREPARING' ? 'Goes back to preparation' : 'Stays ready to be listed again',
    })),
  },
  { id: 'reason', kind: 'LONG_TEXT', limit: 4000, ask: 'What is missing, and who gets it?', optional: true },
  { id: 'until', kind: 'DAY', ask: 'Adjourned until', optional: true },
];
