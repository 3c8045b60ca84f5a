import type { Option } from '../policy/questions/question-set.js';
import type { Field } from '../platform/web/form-fields.js';

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
