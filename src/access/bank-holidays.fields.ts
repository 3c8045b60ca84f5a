import type { Field } from '../platform/web/form-fields.js';

const reason = { id: 'reason', kind: 'LONG_TEXT', limit: 500, optional: true } as const;

const whyChanged: Field = {
  ...{ ...reason, ask: 'Why do the days change?' },
  hint: 'Needed where a day comes or goes: what was counted by the days before is counted anew from now on',
};

const whyLeftOut: Field = {
  ...{ ...reason, ask: 'Why is a regular day left out?' },
  hint: 'Needed where one of the days that regularly fall in the year is not among those above',
};

/** The days of a year, where they were published, and why a known day changes or a regular one is left out. */
export const bankHolidayFields = (isKnown: boolean): readonly Field[] => [
  {
    id: 'days',
    kind: 'GROUP',
    ask: 'Bank holidays in England and Wales',
    hint: 'Compare each with what the government publishes. A day proclaimed for one year alone has to be added.',
    itemName: 'day',
    most: 20,
    questions: [{ id: 'day', kind: 'DAY', ask: 'Day' }],
  },
  {
    ...{ id: 'source', kind: 'TEXT', limit: 500, ask: 'Where were they published?' },
    hint: 'For example, gov.uk/bank-holidays, looked at on 4 March 2027',
  },
  isKnown ? whyChanged : whyLeftOut,
];
