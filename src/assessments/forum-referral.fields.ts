import { type ForumCode, forums, referralReasons } from '../policy/forums.js';
import type { Field } from '../platform/web/form-fields.js';

/** The form of a referral; why it is made is asked where it was not opened yet. */
export const referralFields = (forum: ForumCode, isOpened: boolean): Field[] => [
  ...(isOpened
    ? []
    : [
        {
          ...({ id: 'because', kind: 'CHOICES', ask: 'Why is the child referred?' } as const),
          options: forums[forum].reasons.map((value) => ({ value, label: referralReasons[value] })),
        },
      ]),
  { id: 'referredOn', kind: 'DAY', ask: 'Day of the referral' },
  { id: 'referredTo', kind: 'TEXT', limit: 200, ask: 'To whom', hint: 'A person, team or meeting', optional: true },
  {
    ...{ id: 'result', kind: 'LONG_TEXT', limit: 4000, optional: true },
    ask: 'What came of it',
    hint: 'Leave it empty until you know. Manager and panel read it.',
  },
  {
    ...{ id: 'resultOn', kind: 'DAY', ask: 'Day of the result', optional: true },
    hint: 'Today, if you leave it empty',
  },
];
