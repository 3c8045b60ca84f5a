import { overrideFields } from '../panels/override.fields.js';
import {
  checklistAnswers,
  checklistCodes,
  prosecutorChecklist,
  prosecutorResults,
  referralPurposes,
} from '../policy/prosecutor.js';
import type { Option } from '../policy/questions/question-set.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsOf } from '../platform/web/form-options.js';

const itemFields: readonly Field[] = checklistCodes.flatMap((code): Field[] => [
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

export const referralFields = (overridable: readonly Option[]): Field[] => [
  { id: 'purpose', kind: 'CHOICE', ask: 'What is asked of the prosecutor?', options: optionsOf(referralPurposes) },
  { id: 'sentOn', kind: 'DAY', ask: 'Day it was sent' },
  { id: 'itemsOfChecklist', kind: 'HEADING', ask: 'Checklist' },
  ...itemFields,
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
