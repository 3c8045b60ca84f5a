import { hasShortWording, isToVictim, type LetterKind } from '../policy/letters.js';
import type { Named } from '../platform/ids.js';
import type { Field } from '../platform/web/form-fields.js';
import { optionsNamed } from '../platform/web/form-options.js';

const area = (areas: readonly Named[]): Field => ({
  ...{ id: 'panelAreaId', kind: 'SELECT', ask: 'In which panel area?', optional: true },
  ...{ hint: 'In every area that has none of its own, where none is chosen', options: optionsNamed(areas) },
});

const dated: readonly Field[] = [
  { id: 'from', kind: 'DAY', ask: 'From which day?', hint: 'Today or later. For example, 27 3 2027' },
  { id: 'reason', kind: 'LONG_TEXT', limit: 1000, ask: 'Why is it changed?' },
];

/** Whose the other wording is. */
const shortAsk = (kind: LetterKind): { readonly ask: string; readonly hint: string } =>
  isToVictim(kind)
    ? {
        ask: 'The same to a victim who is a child',
        hint: 'In plain words. Where a child was harmed, the letter begins with these by itself.',
      }
    : { ask: 'The same in short sentences', hint: 'For a child who needs one thing at a time' };

export const templateFields = (kind: LetterKind, areas: readonly Named[]): Field[] => [
  area(areas),
  { id: 'heading', kind: 'TEXT', limit: 200, ask: 'Heading' },
  {
    ...{ id: 'text', kind: 'LONG_TEXT', limit: 12_000, ask: 'What the letter says' },
    hint: 'A blank line begins a paragraph; a line that begins with a dash is part of a list. Fields stand in double braces, as listed below.',
  },
  ...(hasShortWording(kind)
    ? [
        {
          ...({ id: 'shortText', kind: 'LONG_TEXT', limit: 12_000, ask: shortAsk(kind).ask } as const),
          hint: shortAsk(kind).hint,
        },
      ]
    : []),
  ...dated,
];

export const usualTemplateFields = (areas: readonly Named[]): Field[] => [area(areas), ...dated];
