import { overrideFields } from '../panels/override.fields.js';
import {
  checklistAnswers,
  type ChecklistCode,
  checklistCodes,
  prosecutorChecklist,
  prosecutorResults,
  referralPurposes,
} from '../policy/prosecutor.js';
import type { Option } from '../policy/questions/question-set.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';
import type { ItemHeld } from './checklist-held.view.js';

/** Each item beside what the case holds of it; nothing is chosen for anybody. */
const itemFields = (held: readonly ItemHeld[]): Field[] =>
  checklistCodes.flatMap((code): Field[] => [
    ...headingOf(
      code,
      held.find((one) => one.code === code),
    ),
    {
      ...{ id: `checklist.${code}.answer`, kind: 'CHOICE', options: optionsOf(checklistAnswers) },
      ask: prosecutorChecklist[code].ask,
      hint: prosecutorChecklist[code].source.citation,
    },
    {
      ...{ id: `checklist.${code}.comment`, kind: 'TEXT', limit: 1000, optional: true },
      ask: `Comment: ${prosecutorChecklist[code].ask.toLowerCase()}`,
      hint: 'Needed where the answer is not yes',
    },
  ]);

const headingOf = (code: ChecklistCode, held: ItemHeld | undefined): Field[] =>
  held
    ? [
        {
          ...{ id: `checklist.${code}`, kind: 'HEADING', ask: prosecutorChecklist[code].name, rows: held.holds },
          hint: held.note || 'What the case holds:',
          links: held.stands ? [{ href: held.stands.href, text: `Where it stands: ${held.stands.text}` }] : [],
        },
      ]
    : [];

export const referralFields = (overridable: readonly Option[], held: readonly ItemHeld[] = []): Field[] => [
  { id: 'purpose', kind: 'CHOICE', ask: 'What is asked of the prosecutor?', options: optionsOf(referralPurposes) },
  { id: 'sentOn', kind: 'DAY', ask: 'Day it was sent' },
  ...itemFields(held),
  { id: 'note', kind: 'LONG_TEXT', limit: 4000, ask: 'Anything else to remember', optional: true },
  ...overrideFields(overridable),
];

export const answerFields: readonly Field[] = [
  {
    ...{ id: 'result', kind: 'CHOICE', ask: 'What did the prosecutor answer?' },
    options: Object.entries(prosecutorResults).map(([value, { name }]) => ({ value, label: name })),
  },
  { id: 'receivedOn', kind: 'DAY', ask: 'Day the answer came' },
  { id: 'advice', kind: 'LONG_TEXT', limit: 4000, ask: 'What did the prosecutor say?' },
];

/** The same fields for reading what was posted. */
export const postedReferral = referralFields([{ value: '', label: '' }]);
