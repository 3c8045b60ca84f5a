import type { Field } from '../platform/web/form-fields.js';

/** What to do next on the page that lists them. */
export const victimListFields = (count: number): Field[] =>
  count > 0
    ? [another('victim')]
    : [
        {
          id: 'next',
          kind: 'CHOICE',
          ask: 'Was somebody harmed?',
          options: [
            { value: 'ADD', label: 'Yes, add a victim' },
            { value: 'NONE', label: 'There is no identifiable victim' },
          ],
        },
        {
          id: 'reason',
          kind: 'LONG_TEXT',
          limit: 500,
          ask: 'Why is there no identifiable victim?',
          hint: 'Possession of drugs or a weapon may have come to light in something that harmed somebody',
          when: { question: 'next', is: 'NONE' },
        },
      ];

export const another = (itemName: string): Field => ({
  id: 'next',
  kind: 'CHOICE',
  ask: `Is there another ${itemName} to add?`,
  options: [
    { value: 'ADD', label: 'Yes' },
    { value: 'DONE', label: 'No, go on' },
  ],
});
